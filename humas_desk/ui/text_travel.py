"""Cursor keys run on across the texts of the form as in one document; with Shift they select whole cards."""

from collections.abc import Callable
import tkinter as tk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.card_selection import CardSelection
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.field_book import TAG, stops_of
from humas_desk.ui.tag_keys import bind_tag

_FIRST, _LAST = "1.0", "end-1c"


class Travel:
    """The keys that leave a text. Tab goes through every field; arrows only through texts."""

    def __init__(
        self, root: tk.Misc, scroller: Scroller, blocks: BlockList, cursor: Cursor, selection: CardSelection
    ) -> None:
        self._scroller = scroller
        self._blocks = blocks
        self._cursor = cursor
        self._selection = selection
        self._goal = 0
        self._went: tuple[str, str] | None = None
        """Where the last step up or down ended: the next one keeps its column."""
        self._bind(root)

    def _bind(self, root: tk.Misc) -> None:
        keys: tuple[tuple[str, Callable[[tk.Text], bool]], ...] = (
            ("<Up>", lambda text: self._vertical(text, -1)),
            ("<Down>", lambda text: self._vertical(text, +1)),
            ("<Left>", lambda text: self._sideways(text, -1)),
            ("<Right>", lambda text: self._sideways(text, +1)),
            ("<Control-Left>", lambda text: self._sideways(text, -1)),
            ("<Control-Right>", lambda text: self._sideways(text, +1)),
            ("<Control-Up>", lambda text: self._sideways(text, -1)),
            ("<Control-Down>", lambda text: self._sideways(text, +1)),
            ("<Prior>", lambda text: self._page(text, -1)),
            ("<Next>", lambda text: self._page(text, +1)),
            ("<Control-Home>", lambda _text: self._to_edge(-1)),
            ("<Control-End>", lambda _text: self._to_edge(+1)),
            ("<Shift-Up>", lambda text: self._select_past(text, -1, by_line=True)),
            ("<Shift-Down>", lambda text: self._select_past(text, +1, by_line=True)),
            ("<Shift-Left>", lambda text: self._select_past(text, -1)),
            ("<Shift-Right>", lambda text: self._select_past(text, +1)),
            ("<Shift-Control-Left>", lambda text: self._select_past(text, -1)),
            ("<Shift-Control-Right>", lambda text: self._select_past(text, +1)),
            ("<Shift-Control-Home>", lambda text: self._select_to_edge(text, -1)),
            ("<Shift-Control-End>", lambda text: self._select_to_edge(text, +1)),
            ("<<SelectAll>>", self._select_all),
        )
        for sequence, work in keys:
            bind_tag(root, TAG, sequence, _in_texts(work))

    # Without Shift -------------------------------------------------------------------------------------------------

    def _vertical(self, text: tk.Text, delta: int) -> bool:
        here = (str(text), text.index("insert"))
        if self._went != here:
            self._goal = _caret(text)[0]
        text.tag_remove("sel", _FIRST, "end")
        if _on_edge_line(text, delta):
            found = self._beside(text, delta, x=self._goal)
            if found is None:
                return False
            text = found
            y = 0 if delta > 0 else text.winfo_height() - 1
            self._put(text, text.index(f"@{self._goal - text.winfo_rootx()},{y}"))
        else:
            text.mark_set("insert", _line_beside(text, self._goal, delta))
        self._went = (str(text), text.index("insert"))
        self._cursor.see_caret()
        return True

    def _sideways(self, text: tk.Text, delta: int) -> bool:
        if text.tag_ranges("sel") or not text.compare("insert", "==", _FIRST if delta < 0 else _LAST):
            return False
        found = self._beside(text, delta)
        if found is None:
            return False
        self._put(found, _FIRST if delta > 0 else _LAST)
        return True

    def _page(self, text: tk.Text, delta: int) -> bool:
        key = self._cursor.key()
        if key is None:
            return False
        scroller = self._scroller
        x, y = _caret(text)
        top = y - scroller.canvas.winfo_rooty() + scroller.y
        step = scroller.view_height - theme.px(scroller, theme.ROOMY)
        before = scroller.y
        scroller.scroll_to(before + delta * step)
        scroller.canvas.update_idletasks()
        if scroller.y == before:
            return self._to_edge(delta)
        target = top + delta * step
        found = self._row_with_text(scroller.heights.nearest(target) or key, delta) or self._row_with_text(key, delta)
        if found is None:
            return False
        scroller.bring_live(found)
        scroller.canvas.update_idletasks()
        seen = target - scroller.y + scroller.canvas.winfo_rooty()
        near = min(self._texts(found), key=lambda other: _distance(other, x, seen))
        self._put(near, near.index(f"@{x - near.winfo_rootx()},{seen - near.winfo_rooty()}"))
        return True

    def _to_edge(self, delta: int) -> bool:
        """Before the title's first letter, or behind the body's last."""
        count = len(self._blocks.sheet.release.blocks)
        key = self._blocks.key(count - 1)
        if delta < 0 or key is None:
            self._cursor.go(Focus(place="title"))
            return True
        row = self._row_with_text(key, -1)
        if row is None:
            return False
        texts = self._texts(row)
        self._scroller.show_now(row, texts[-1])
        self._put(texts[-1], _LAST)
        return True

    # With Shift ----------------------------------------------------------------------------------------------------

    def _select_past(self, text: tk.Text, delta: int, *, by_line: bool = False) -> bool:
        """Past the edge of its text the whole card is selected; the next step takes its neighbour along."""
        key = self._card()
        at_edge = text.compare("insert", "==", _FIRST if delta < 0 else _LAST)
        if key is None or not (at_edge or (by_line and _on_edge_line(text, delta))):
            return False
        self._selection.begin(key)
        return True

    def _select_to_edge(self, _text: tk.Text, delta: int) -> bool:
        key = self._card()
        edge = self._blocks.key(0 if delta < 0 else len(self._blocks.sheet.release.blocks) - 1)
        if key is None or key == edge:
            return False
        self._selection.begin(key)
        self._selection.extend_to_edge(delta)
        return True

    def _select_all(self, text: tk.Text) -> bool:
        """The text first; all cards when all of the text is selected already."""
        if self._card() is None or not _is_all_selected(text):
            return False
        self._selection.select_all()
        return True

    # Finding texts -------------------------------------------------------------------------------------------------

    def _card(self) -> str | None:
        key = self._cursor.key()
        return key if key is not None and key in self._blocks else None

    def _texts(self, key: str) -> list[tk.Text]:
        owner = self._cursor.owner(key)
        return [stop for stop in stops_of(owner) if isinstance(stop, tk.Text)]

    def _beside(self, text: tk.Text, delta: int, x: int | None = None) -> tk.Text | None:
        """The text before or behind; with `x`, the one above or below that is nearest to this column."""
        key = self._cursor.key()
        if key is None:
            return None
        texts = self._texts(key)
        at = next((number for number, other in enumerate(texts) if other is text), 0)
        rest = texts[at + 1 :] if delta > 0 else texts[:at][::-1]
        if x is not None:
            rest = [other for other in rest if _is_beyond(other, text, delta)]
        if not rest:
            row = self._row_with_text(key, delta, beyond=True)
            if row is None:
                return None
            rest = self._texts(row)[::delta]
            self._scroller.show_now(row, rest[0])
        return rest[0] if x is None else _nearest(rest, x, delta)

    def _row_with_text(self, key: str, delta: int, *, beyond: bool = False) -> str | None:
        keys = self._scroller.heights.keys
        at = self._scroller.heights.index(key) + (delta if beyond else 0)
        while 0 <= at < len(keys):
            self._scroller.bring_live(keys[at])
            if self._texts(keys[at]):
                return keys[at]
            at += delta
        return None

    def _put(self, text: tk.Text, index: str) -> None:
        text.focus_set()
        text.tag_remove("sel", _FIRST, "end")
        text.mark_set("insert", index)
        self._cursor.see_caret()


def _in_texts(work: Callable[[tk.Text], bool]) -> Callable[["tk.Event[tk.Misc]"], str | None]:
    def pressed(event: "tk.Event[tk.Misc]") -> str | None:
        return "break" if isinstance(event.widget, tk.Text) and work(event.widget) else None

    return pressed


def _caret(text: tk.Text) -> tuple[int, int]:
    """Where the caret is on the screen."""
    box = text.bbox("insert") or (0, 0, 0, 0)
    return text.winfo_rootx() + box[0], text.winfo_rooty() + box[1] + box[3] // 2


def _on_edge_line(text: tk.Text, delta: int) -> bool:
    edge = _FIRST if delta < 0 else _LAST
    return bool(text.compare("insert display linestart", "==", f"{edge} display linestart"))


def _line_beside(text: tk.Text, x: int, delta: int) -> str:
    """The index in the line above or below that is nearest to a column of the screen."""
    line = text.dlineinfo(f"insert {delta:+d} display lines")
    if line is None:
        return text.index(f"insert {delta:+d} display lines")
    return text.index(f"@{x - text.winfo_rootx()},{line[1] + line[3] // 2}")


def _is_all_selected(text: tk.Text) -> bool:
    if text.compare(_FIRST, "==", _LAST):
        return True
    ranges = text.tag_ranges("sel")
    return bool(ranges) and text.compare("sel.first", "<=", _FIRST) and text.compare("sel.last", ">=", _LAST)


def _is_beyond(other: tk.Text, text: tk.Text, delta: int) -> bool:
    """Whether the other text stands wholly below (+1) or above (-1)."""
    if delta > 0:
        return other.winfo_rooty() >= text.winfo_rooty() + text.winfo_height()
    return other.winfo_rooty() + other.winfo_height() <= text.winfo_rooty()


def _nearest(texts: list[tk.Text], x: int, delta: int) -> tk.Text:
    """Of the texts on the first line in this direction, the one at this column."""
    edge = min(delta * text.winfo_rooty() for text in texts)
    line = [text for text in texts if delta * text.winfo_rooty() == edge]
    return min(line, key=lambda text: max(text.winfo_rootx() - x, x - text.winfo_rootx() - text.winfo_width(), 0))


def _distance(text: tk.Text, x: int, y: int) -> tuple[int, int]:
    across = max(text.winfo_rootx() - x, x - text.winfo_rootx() - text.winfo_width(), 0)
    return max(text.winfo_rooty() - y, y - text.winfo_rooty() - text.winfo_height(), 0), across
