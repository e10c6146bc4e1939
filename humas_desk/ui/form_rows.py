"""The rows of the form that are no cards: summary and title above, adding and the sections below."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

from humas_desk.desk.session import Session
from humas_desk.release.release import Release
from humas_desk.ui import theme
from humas_desk.ui.blocks.add_bar import AddBar
from humas_desk.ui.blocks.heights import Row
from humas_desk.ui.fields.attachment_groups import AttachmentHead, AttachmentList
from humas_desk.ui.fields.field import Report
from humas_desk.ui.fields.field_book import Owner
from humas_desk.ui.fields.group import Group
from humas_desk.ui.fields.section_plan import PLANS, Plan, chosen_plans
from humas_desk.ui.fields.sections import Section, covers, is_filled
from humas_desk.ui.fields.summary_group import SummaryGroup
from humas_desk.ui.fields.title_group import TitleGroup
from humas_desk.ui.form_doors import Choices
from humas_desk.values import dataclass

_SUMMARY = "@summary"
_TITLE = "@title"
_ADD = "@add"
_HEAD = "@attachment"
_ATTACHMENTS = "@attachments"
_TITLE_ESTIMATE = 86


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDoors:
    """What the rows ask of the form."""

    report: Report
    edit: Callable[[str, object, str | None], None]
    """Place, its value, and where the cursor goes: one undo step."""
    append: Callable[[str], None]
    """A new block of this kind behind the last."""
    cities: Callable[[str], Sequence[str]]
    turn_to: Callable[[int], None]
    """Write on this attachment."""
    turn_back: Callable[[], None]
    """Write on the release again."""
    tell: Callable[[str], object]
    number: Callable[[], None]
    """Reserve the next number of the register."""


class FormRows:
    """Builds the groups once and says which of them stand where."""

    def __init__(
        self,
        parent: tk.Misc,
        choices: Choices,
        doors: RowDoors,
    ) -> None:
        self._parent = parent
        self._doors = doors
        self._choices = choices
        self.on_change: Callable[[], None] = lambda: None
        self._summary = SummaryGroup(parent, doors.report, choices, doors.cities, doors.number)
        self._summary.fold.on_toggle = self._changed
        self._title = TitleGroup(parent, doors.report)
        self._attachment: int | None = None
        self._head: AttachmentHead | None = None
        self._attachments: AttachmentList | None = None
        self._add: AddBar | None = None
        self._sections: dict[str, Section] = {}
        self._shown: tuple[Plan, ...] = ()
        self._session: Session | None = None

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group that was built and shows something of the release now."""
        if self._attachment is not None:
            return (self._make_head(),)
        built = (self._sections.get(plan.part) for plan in self._shown)
        sections = (section for section in built if section is not None)
        return (self._summary, self._title, *sections, *((self._attachments,) if self._attachments else ()))

    def turn_to(self, attachment: int | None) -> None:
        """The rows of an attachment; None: the release's."""
        self._attachment = attachment
        if attachment is not None:
            self._make_head().attachment = attachment

    def rows(self, session: Session) -> tuple[list[Row], list[Row]]:
        """The rows above the cards and below them."""
        self._shown = self.plans(session.release)
        line, gap = theme.pads(self._parent, theme.SUMMARY_HEIGHT, theme.GAP)
        title = theme.px(self._parent, _TITLE_ESTIMATE)
        below = [Row(key=_ADD, estimate=line, gap=gap)]
        if self._attachment is not None:
            return [Row(key=_HEAD, estimate=title, gap=gap)], below
        above = [Row(key=_SUMMARY, estimate=line, gap=gap), Row(key=_TITLE, estimate=title, gap=gap)]
        for number, key in enumerate((*(_key(plan) for plan in self._shown), _ATTACHMENTS)):
            above_it = gap if number == 0 else -theme.px(self._parent, theme.HAIR)
            below.append(Row(key=key, estimate=line, gap=above_it))
        return above, below

    def plans(self, release: Release) -> tuple[Plan, ...]:
        """The sections that belong to this release."""
        filled = frozenset(plan.part for plan in PLANS if is_filled(release, plan))
        return chosen_plans(self._choices.parts, release.kind, filled)

    def is_stale(self, release: Release) -> bool:
        """Whether other sections belong to the release than stand there."""
        return self.plans(release) != self._shown

    def is_title(self, key: str) -> bool:
        """Whether the row is the title, which the first block follows."""
        return key in (_TITLE, _HEAD)

    def group(self, key: str) -> "Group | AddBar":
        """What stands in a row."""
        if key == _ADD:
            self._add = self._add or AddBar(self._parent, self._doors.append)
            return self._add
        if key == _HEAD:
            return self._make_head()
        if key == _ATTACHMENTS:
            return self.attachments
        fixed: dict[str, Group] = {_SUMMARY: self._summary, _TITLE: self._title}
        return fixed.get(key) or self._section(next(plan for plan in PLANS if _key(plan) == key))

    def group_for(self, place: str) -> Group | None:
        """The group that shows a place, built if need be; None when no row does."""
        if self._attachment is not None:
            return self._make_head() if self._make_head().covers(place) else None
        plan = next((plan for plan in self._shown if covers(plan, place)), None)
        if plan is not None:
            return self._section(plan)
        return next((group for group in (self._summary, self._title) if group.covers(place)), None)

    def key_of(self, owner: Owner) -> str | None:
        """The row of a group."""
        if owner is self._summary:
            return _SUMMARY
        if owner is self._title:
            return _TITLE
        if owner is self._add:
            return _ADD
        if owner in (self._head, self._attachments):
            return _HEAD if owner is self._head else _ATTACHMENTS
        return next((_key(section.plan) for section in self._sections.values() if section is owner), None)

    def show(self, session: Session) -> None:
        """Show the release as it is now."""
        self._session = session
        for group in self.groups:
            group.show(session)

    def show_choices(self, choices: Choices) -> None:
        """Other offices, templates or parts."""
        self._choices = choices
        self._summary.show_choices(choices)

    def _toggled(self, group: Group) -> None:
        """What a closed row says, an open one shows."""
        if self._session is not None:
            group.show(self._session)
        self._changed()

    def _changed(self) -> None:
        self.on_change()

    def _make_head(self) -> AttachmentHead:
        self._head = self._head or AttachmentHead(self._parent, self._doors.report, turn_back=self._doors.turn_back)
        return self._head

    @property
    def attachments(self) -> AttachmentList:
        """The list of attachments, built when it is first wanted."""
        if self._attachments is None:
            doors = self._doors
            self._attachments = AttachmentList(self._parent, doors.edit, turn_to=doors.turn_to, tell=doors.tell)
            self._attachments.fold.on_toggle = partial(self._toggled, self._attachments)
            if self._session is not None:
                self._attachments.show(self._session)
        return self._attachments

    def _section(self, plan: Plan) -> Section:
        if plan.part not in self._sections:
            section = Section(self._parent, plan, self._doors.report, self._doors.edit, tell=self._doors.tell)
            section.fold.on_toggle = partial(self._toggled, section)
            self._sections[plan.part] = section
            if self._session is not None:
                section.show(self._session)
        return self._sections[plan.part]


def _key(plan: Plan) -> str:
    return f"@{plan.part}"
