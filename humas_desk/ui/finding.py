"""Find and replace over the whole release: the bar, the hits on the cards, and the way from one to the next."""

from collections.abc import Callable, Sequence
import re
import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.finding import Match, find, nearest, replace_all, replace_one
from humas_desk.desk.history import Focus
from humas_desk.desk.session import Session
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.table_card import CellGrid
from humas_desk.ui.fields.field import Field, Spot
from humas_desk.ui.fields.field_book import TAG, Owner
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.fields.text_field import TextField
from humas_desk.ui.form_rows import FormRows
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import bind_tag
from humas_desk.wording import _, ngettext

if TYPE_CHECKING:
    from humas_desk.ui.find_bar import FindBar

_WORK = "form-find"
_TYPED_MS = 60
_CHANGED_MS = 200
_BLOCK = re.compile(r"((?:attachments\[\d+\]\.)?blocks\[\d+\])\.(.+)")


class Finding:
    """Open or closed; while it is open, every hit that is in view is marked."""

    def __init__(
        self,
        form: tk.Misc,
        above: tk.Misc,
        *,
        blocks: BlockList,
        rows: FormRows,
        place: Callable[[], Focus | None],
        go: Callable[[Focus], object],
        scheduler: Scheduler,
        tell: Callable[[str], object],
    ) -> None:
        """`above`: the widget the bar stands over. `place`, `go`: where the cursor is, and the way there. `tell`: say what was done, with a way to take it back."""
        self._form = form
        self._above = above
        self._blocks = blocks
        self._rows = rows
        self._place = place
        self._go = go
        self._scheduler = scheduler
        self._tell = tell
        self._bar: FindBar | None = None
        self._is_open = False
        self._matches: tuple[Match, ...] = ()
        self._hits: dict[str, list[Match]] = {}
        """By the beginning of the place: `blocks[3]`, or the whole place outside the body."""
        self._now: Match | None = None
        self._from: Focus | None = None
        bind_tag(form, TAG, "<Escape>", self._escaped)
        self._marked: set[int] = set()
        """Owners that show marks, by identity."""

    @property
    def bar(self) -> "FindBar | None":
        """The bar; None while it is closed."""
        return self._bar if self._is_open else None

    def begin(self, *, replacing: bool = False) -> None:
        """Show the bar; what is selected in a text is looked for."""
        self._from = self._place() or self._from
        text = self._selected_text()
        if self._bar is None:
            from humas_desk.ui.find_bar import FindBar, FindDoors

            doors = FindDoors(
                changed=self._query_changed,
                go=self.go,
                replace=self._replace,
                replace_all=self._replace_all,
                close=self.close,
            )
            self._bar = FindBar(self._form, doors)
        if not self._is_open:
            self._bar.pack(fill="x", side="top", before=self._above)
            self._is_open = True
        self._bar.begin(text, replacing=replacing)
        self._look()

    def close(self) -> None:
        """Take the bar and the marks away; the cursor is at the hit, or where it was."""
        if self._bar is None or not self._is_open:
            return
        self._scheduler.cancel(_WORK)
        self._is_open = False
        had_focus = self._bar.has_focus
        self._bar.pack_forget()
        target = self._now.focus if self._now is not None else self._from
        self._matches, self._hits, self._now = (), {}, None
        self._mark_all()
        if had_focus and target is not None:
            self._go(target)

    def go(self, direction: int) -> None:
        """To the next hit (+1) or the one before (-1), round the end; opens the bar when nothing is looked for yet."""
        if self._bar is None or not self._bar.wanted.get():
            self.begin()
            return
        if not self._is_open:
            self._bar.pack(fill="x", side="top", before=self._above)
            self._is_open = True
        self._look_again()
        here = self._now.focus if self._now is not None and self._bar.has_focus else self._place()
        index = nearest(self._matches, self._session.release, here or self._from, back=direction < 0)
        self._show(index)

    def changed(self) -> None:
        """The release has changed, or another is open."""
        if self._is_open:
            self._scheduler.after(_WORK, _CHANGED_MS, self._look_again)

    def mark(self, owner: Owner) -> None:
        """A card or a group shows something else now: mark the hits in it."""
        if not self._hits and id(owner) not in self._marked:
            return
        key = self._blocks.key_of(owner)
        prefix = self._blocks.sheet.whole_place(f"blocks[{self._blocks.index(key)}]") if key is not None else ""
        is_marked = False
        for field in owner.fields:
            if isinstance(field, (TextField, CellGrid, LineField)):
                hits, now = self._spots(field, prefix)
                field.highlight(hits, now)
                is_marked = is_marked or bool(hits)
        (self._marked.add if is_marked else self._marked.discard)(id(owner))

    def _escaped(self, event: "tk.Event[tk.Misc]") -> str | None:
        """Escape in a text closes the bar too; a line with a drop-down needs it for itself."""
        if not self._is_open or not isinstance(event.widget, tk.Text):
            return None
        self.close()
        return "break"

    # Looking -------------------------------------------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        return self._blocks.sheet.session

    def _query_changed(self) -> None:
        self._scheduler.after(_WORK, _TYPED_MS, self._look)

    def _look(self) -> None:
        """Find anew, and go to the hit that is nearest to where the search began."""
        self._find()
        here = Focus(place=self._from.place, start=self._from.start, end=self._from.start) if self._from else None
        self._show(nearest(self._matches, self._session.release, here))

    def _look_again(self) -> None:
        """The text has changed: the hits are elsewhere, the cursor stays."""
        before = self._now
        self._find()
        self._now = next((match for match in self._matches if match == before), None)
        self._say()
        self._mark_all()

    def _find(self) -> None:
        self._scheduler.cancel(_WORK)
        self._matches = find(self._session.release, self._bar.query) if self._bar is not None else ()
        self._hits = {}
        for match in self._matches:
            block = _BLOCK.fullmatch(match.place)
            self._hits.setdefault(block[1] if block else match.place, []).append(match)

    def _show(self, index: int | None) -> None:
        """Go to a hit; who writes in the bar goes on writing there."""
        self._now = self._matches[index] if index is not None else None
        bar = self._bar
        in_bar = self._form.focus_get() if bar is not None and bar.has_focus else None
        if self._now is not None:
            self._go(self._now.focus)
            self._from = self._now.focus
        if in_bar is not None:
            in_bar.focus_set()
        self._say()
        self._mark_all()

    def _say(self) -> None:
        if self._bar is None:
            return
        count = len(self._matches)
        if not self._bar.wanted.get():
            self._bar.say("")
        elif not count:
            self._bar.say(_("Not found"), is_missing=True)
        elif self._now is None:
            self._bar.say(ngettext("{count} hit", "{count} hits", count).format(count=count))
        else:
            number = self._matches.index(self._now) + 1
            self._bar.say(_("{number} of {count}").format(number=number, count=count))

    # Replacing -----------------------------------------------------------------------------------------------------

    def _replace(self) -> None:
        """The hit the writer is at; then on to the next."""
        if self._bar is None:
            return
        self._look_again()
        if self._now is None:
            self.go(+1)
            return
        edited = replace_one(self._session.release, self._now, self._bar.replacement.get())
        widget = self._form.focus_get()
        self._session.edit(lambda _release: edited.release, edited.focus)
        self._find()
        self._from = edited.focus
        self._show(nearest(self._matches, self._session.release, edited.focus))
        if widget is not None:
            widget.focus_set()

    def _replace_all(self) -> None:
        if self._bar is None:
            return
        release, count = replace_all(self._session.release, self._bar.query, self._bar.replacement.get())
        if not count:
            self._look_again()
            return
        self._session.edit(lambda _release: release)
        self._now = None
        self._look_again()
        self._tell(ngettext("{count} hit replaced", "{count} hits replaced", count).format(count=count))

    # Marking -------------------------------------------------------------------------------------------------------

    def _mark_all(self) -> None:
        for card in self._blocks.cards.values():
            self.mark(card)
        for group in self._rows.groups:
            self.mark(group)

    def _spots(self, field: Field, prefix: str) -> tuple[Sequence[Spot], Spot | None]:
        hits: list[Spot] = []
        now = None
        for match in self._matches_of(field, prefix):
            rest = match.place.removeprefix(f"{prefix}.{field.name}" if prefix else field.name)
            spot = Spot(rest=rest, start=match.start, end=match.end)
            hits.append(spot)
            if match == self._now:
                now = spot
        return hits, now

    def _matches_of(self, field: Field, prefix: str) -> list[Match]:
        if prefix:
            own = f"{prefix}.{field.name}"
            return [m for m in self._hits.get(prefix, []) if m.place == own or m.place.startswith(f"{own}[")]
        inside = [place for place in self._hits if place == field.name or place.startswith(f"{field.name}[")]
        return [match for place in inside for match in self._hits[place]]

    def _selected_text(self) -> str:
        widget = self._form.focus_get()
        if isinstance(widget, tk.Text) and widget.tag_ranges("sel"):
            text = widget.get("sel.first", "sel.last")
            return "" if "\n" in text else text
        return ""
