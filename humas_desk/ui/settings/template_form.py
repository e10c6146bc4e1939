"""The fields of a template; every value is checked by its rule, and what is wrong is said at its field."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.own_templates import TemplateEntry
from humas_desk.desk.template_editing import (
    rule_at,
    shown_tokens,
    value_at,
    with_line,
    with_line_moved,
    with_value,
    without_line,
)
from humas_desk.errors import BadContent
from humas_desk.layout.rules import Number, Rule
from humas_desk.layout.template import Template
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import Option, TickField
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.fold import Fold
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.settings.checked_field import CheckedField
from humas_desk.ui.settings.head_lines import HeadLines
from humas_desk.ui.settings.part_order import PartOrder
from humas_desk.ui.settings.scrolled import Scrolled
from humas_desk.ui.settings.template_more import TemplateMore
from humas_desk.ui.settings.template_plan import (
    FOOT,
    LETTERHEAD,
    LETTERS,
    OWN_SIZE,
    PAGE,
    PAPERS,
    PARTS_OF_IT,
    Section,
)
from humas_desk.wording import _, allowed_sentence, mark

KINDS = (
    (Kind.PRESS, mark("Press release")),
    (Kind.NEWS, mark("News release")),
    (Kind.INVITATION, mark("Media invitation")),
)
SIZE = "page.size"
SIDES = {"page.size[0]": Number(low=120, high=330), "page.size[1]": Number(low=180, high=450)}
A4_MM = (210, 297)


class TemplateForm(Scrolled):
    """Shows one template; `on_change` gets it after every change that may stand."""

    def __init__(
        self, parent: tk.Misc, *, on_change: Callable[[Template], None], on_duplicate: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._on_change = on_change
        self._template = Template()
        self.fields: dict[str, CheckedField] = {}
        for column in (0, 1):
            self.inside.grid_columnconfigure(column, weight=1, uniform="half")
        self.inside.configure(padx=theme.px(self, theme.WIDE), pady=theme.px(self, theme.PAD))
        self._notice = ttk.Label(self.inside, font=theme.UI, bootstyle="secondary", justify="left")
        self._notice.configure(wraplength=theme.px(self, theme.TEMPLATES_WRAP))
        self._place(self._notice)
        self.duplicate = ttk.Button(
            self.inside, text=_("Duplicate and change"), icon="copy", command=on_duplicate, bootstyle="primary"
        )
        self.duplicate.grid(row=self._next(), column=0, columnspan=2, sticky="w")
        self._ready = False
        self.more: TemplateMore | None = None
        """None: what is rarely changed was not looked at yet."""

    @property
    def notice(self) -> str:
        """What stands over the fields: that a shipped template is not changed, or what is wrong with a file."""
        return str(self._notice.cget("text"))

    def show(self, entry: TemplateEntry, notice: str) -> None:
        """An own template's values; of a shipped or spoiled one only the notice is seen."""
        self._notice.configure(text=notice, bootstyle="danger" if entry.template is None else "secondary")
        is_open = entry.is_own and entry.template is not None
        self._template = entry.template or self._template
        if is_open and not self._ready:
            self._build()
        for child in self.inside.winfo_children():
            is_seen = not entry.is_own if child is self.duplicate else is_open != (child is self._notice)
            if isinstance(child, tk.Widget):
                (child.grid if is_seen else child.grid_remove)()
        if is_open:
            self._show_values()

    def focus_name(self) -> None:
        """Put the cursor into the field of the name, the old one selected."""
        entry = self.fields["name"].field.inputs[0]
        entry.focus_set()
        if isinstance(entry, ttk.Entry):
            entry.selection_range(0, "end")

    # What the lines of the letterhead ask for -----------------------------------------------------------------------

    def put(self, field: CheckedField, value: object) -> None:
        """A value was typed or chosen; one that may not stand there changes nothing and is told."""
        place = field.place
        if place == SIZE and value == OWN_SIZE:
            value = A4_MM
        elif place in SIDES:
            place, value = SIZE, self._other_side(field.place, value)
        try:
            changed = with_value(self._template, place, value)
        except BadContent as error:
            field.say(shown_tokens(allowed_sentence(error)))
            return
        field.say("")
        self._take(changed)
        if place == SIZE:
            self._show_sides()
        for other in self._fields_of(place):
            if other is not field:
                other.show(value_at(changed, place))

    def add_line(self, index: int) -> None:
        self._take(with_line(self._template, index))
        self._show_lines()
        self.lines.rows[-1].fields[0].field.inputs[0].focus_set()

    def remove_line(self, index: int) -> None:
        self._take(without_line(self._template, index))
        self._show_lines()

    def move_line(self, index: int, to: int) -> None:
        self._take(with_line_moved(self._template, index, to))
        self._show_lines()

    # ----------------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._ready = True
        self._row(("name", _("Name of the template")))
        self._place(label_above(self.inside, _("Made for (nothing ticked: for everything)"), theme.PAPER))
        kinds = tk.Frame(self.inside, background=theme.PAPER)
        self.kinds = {kind: TickField(kinds, kind.value, self._kind_ticked, label=_(words)) for kind, words in KINDS}
        for tick in self.kinds.values():
            tick.frame.pack(side="left", padx=theme.pair(self, 0, theme.PAD))
        self._place(kinds)
        self._section(PAGE)
        self._section(LETTERHEAD)
        self._place(label_above(self.inside, _("Lines of the letterhead"), theme.PAPER))
        self.lines = HeadLines(self.inside, self)
        self._place(self.lines)
        self._section(LETTERS)
        self._section(PARTS_OF_IT)
        self._place(label_above(self.inside, _("What is printed, in this order"), theme.PAPER))
        self.order = PartOrder(self.inside, self._ordered)
        self._place(self.order)
        self._section(FOOT)
        self.more_fold = Fold(self.inside, build=self._build_more, name=_("Further choices"))
        self.more_fold.say(_("photos, signature, the letters of each part"))
        self._place(self.more_fold.frame)
        self.bind_wheel()

    def _build_more(self, body: tk.Frame) -> None:
        self.more = TemplateMore(body, self._template, self.put)
        self.bind_wheel(body)

    def _fields_of(self, place: str) -> list[CheckedField]:
        """All fields that show this value: what is often changed is also among the rest of its part."""
        fields = [*self.fields.values()]
        if self.more is not None:
            fields += [*self.more.fields.values(), *self.more.looks.values()]
        return [field for field in fields if field.place == place]

    def _section(self, section: Section) -> None:
        heading = ttk.Label(self.inside, text=_(section.heading), font=theme.UI_BOLD)
        heading.grid(
            row=self._next(), column=0, columnspan=2, sticky="w", pady=theme.pair(self, theme.WIDE, theme.SMALL)
        )
        for row in section.rows:
            self._row(*((place, _(label)) for place, label in row))

    def _row(self, *cells: tuple[str, str]) -> None:
        row = self._next()
        for column, (place, label) in enumerate(cells):
            field = CheckedField(
                self.inside, place, self._rule(place), label=label, on_value=self.put, options=_options(place)
            )
            self.fields[place] = field
            gaps = theme.pair(self, column * theme.SMALL, (1 - column) * theme.SMALL)
            span = 1 if len(cells) > 1 else 2
            field.frame.grid(
                row=row, column=column, columnspan=span, sticky="new", padx=gaps, pady=theme.pair(self, 0, theme.SNUG)
            )

    def _place(self, widget: tk.Widget) -> None:
        widget.grid(row=self._next(), column=0, columnspan=2, sticky="ew", pady=theme.pair(self, 0, theme.SNUG))

    def _next(self) -> int:
        return self.inside.grid_size()[1]

    def _rule(self, place: str) -> Rule:
        return SIDES[place] if place in SIDES else rule_at(self._template, place)

    def _show_values(self) -> None:
        for place, field in self.fields.items():
            if place not in SIDES:
                value = value_at(self._template, place)
                field.show(OWN_SIZE if place == SIZE and isinstance(value, tuple) else value)
        if self.more is not None:
            self.more.show(self._template)
        self._show_sides()
        self._show_lines()
        self.order.show(self._template.parts.order)
        for kind, tick in self.kinds.items():
            tick.show(kind.value in self._template.kinds)

    def _show_sides(self) -> None:
        """Width and height are there only for a paper of one's own."""
        size = self._template.page.size
        for side, place in enumerate(SIDES):
            field = self.fields[place]
            field.show(size[side] if isinstance(size, tuple) else None)
            if isinstance(size, tuple):
                field.frame.grid()
            else:
                field.frame.grid_remove()

    def _show_lines(self) -> None:
        self.lines.show(self._template)
        self.bind_wheel(self.lines)

    def _other_side(self, place: str, value: object) -> tuple[object, object]:
        """Width and height, one of them typed."""
        width, height = self._template.page.size if isinstance(self._template.page.size, tuple) else A4_MM
        return (value, height) if place.endswith("[0]") else (width, value)

    def _kind_ticked(self, tick: Field, value: object) -> None:
        kinds = [kind.value for kind in Kind if kind.value in self._template.kinds or kind.value == tick.name]
        self._take(with_value(self._template, "kinds", tuple(kind for kind in kinds if value or kind != tick.name)))

    def _ordered(self, order: tuple[str, ...]) -> None:
        self._take(with_value(self._template, "parts.order", order))

    def _take(self, template: Template) -> None:
        self._template = template
        self._on_change(template)


def _options(place: str) -> tuple[Option, ...]:
    """What there is to choose from where no rule lists it."""
    return (*PAPERS.items(), (OWN_SIZE, _("A size of its own"))) if place == SIZE else ()
