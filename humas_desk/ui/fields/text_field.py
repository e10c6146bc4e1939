"""A text that is as high as what stands in it; italics and bold are seen, marks never are."""

from collections.abc import Callable, Sequence
from dataclasses import field, replace
import tkinter as tk

from humas_desk.desk.markup import Styled, markup_of, styled
from humas_desk.desk.pasting import pasted_lines, pasted_texts
from humas_desk.ui import theme
from humas_desk.ui.fields import text_keys
from humas_desk.ui.fields.codecs import Codec, Rich
from humas_desk.ui.fields.field import Mark, Report, Spot
from humas_desk.ui.fields.text_marks import HIT, HIT_NOW, mark_no_breaks, prepare_marks, underline
from humas_desk.values import dataclass

ITALIC = "humas-italic"
BOLD = "humas-bold"
BOLD_ITALIC = "humas-bold-italic"
_AFTER_KEYS = "HumasTextAfter"
_BEFORE = "humas-before"
TYPED = "<<HumasTyped>>"
"""Tells that one character was typed by a key and is in the release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How a text field looks."""

    placeholder: str = ""
    fonts: tuple[str, str, str, str] | None = None
    """Plain, bold, italic, both; None: body type, or that of other inputs when boxed."""
    ink: str = field(default_factory=lambda: theme.INK)
    ground: str = field(default_factory=lambda: theme.PAPER)
    least_lines: int = 1
    boxed: bool = False
    """With a border, as other inputs have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKeys:
    """What the owner does with keys that leave the text; None: the key does nothing special."""

    on_break: Callable[[int, int, tuple[str, ...]], None] | None = None
    """Enter or a paste of several paragraphs: selection in visible characters, and the markup that came between."""
    on_join: Callable[[], bool] | None = None
    """Backspace before the first character; True when the owner did something."""
    takes_lines: bool = False
    """Enter begins a new line inside the text."""
    on_empty_line: Callable[[], bool] | None = None
    """Enter on an empty line of a text that takes lines; True when the owner did something."""
    on_paste: Callable[[str], bool] | None = None
    """The clipboard's text; True when the owner put it where it belongs."""


class TextField:
    """One text of the release. Undo is the release's, not the toolkit's."""

    def __init__(
        self,
        parent: tk.Misc,
        name: str,
        report: Report,
        *,
        codec: Codec | None = None,
        look: TextLook | None = None,
        keys: TextKeys | None = None,
    ) -> None:
        self.name = name
        self._report = report
        self._codec = codec or Rich()
        self._look = look or TextLook()
        self._keys = keys or TextKeys()
        self._value: object = None
        self._next_style: tuple[bool, bool] | None = None
        self._typing_style = (False, False)
        self._width = 0
        self._drawn: tuple[Mark, ...] | None = ()
        """The lines that stand in the text, and go along with its letters; None: they may not stand there any more."""
        self.on_fit: Callable[[], None] = lambda: None
        """Called when lines may stand elsewhere than before."""
        self._build(parent)

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (self.text,)

    @property
    def value(self) -> object:
        """What is shown."""
        return self._value

    @property
    def has_styles(self) -> bool:
        """Whether this is running text, with italics and bold."""
        return self._codec.has_styles

    # What the owner calls ------------------------------------------------------------------------------------------

    def show(self, value: object) -> None:
        if value == self._value and self._value is not None:
            return
        self._value = value
        self._drawn = None
        self.text.delete("1.0", "end")
        for piece in self._codec.pieces(value):
            self.text.insert("end", piece.text, self._tags(bold=piece.bold, italic=piece.italic))
        self.text.mark_set("insert", "1.0")
        self.text.edit_modified(False)
        self._next_style = None
        self._show_placeholder()
        mark_no_breaks(self.text)
        self.fit()

    def spot(self) -> Spot:
        start, end = self.selection()
        return self._codec.spot(self._value, start, end)

    def go(self, spot: Spot) -> None:
        start, end = self._codec.visible(self._value, spot)
        self.select(start, end)

    def mark(self, *, wrong: bool) -> None:
        calm = theme.EDGE if self._look.boxed else self._look.ground
        self.frame.configure(
            highlightbackground=theme.RED if wrong else calm,
            highlightcolor=theme.RED if wrong else (theme.NAVY if self._look.boxed else calm),
        )

    def selection(self) -> tuple[int, int]:
        """The selection in visible characters."""
        if self.text.tag_ranges("sel"):
            return self._offset("sel.first"), self._offset("sel.last")
        at = self._offset("insert")
        return at, at

    def select(self, start: int, end: int) -> None:
        """Take the focus and select these visible characters."""
        self.text.focus_set()
        self.text.tag_remove("sel", "1.0", "end")
        first, last = self._index(start), self._index(end)
        if start != end:
            self.text.tag_add("sel", first, last)
        self.text.mark_set("insert", last)

    def toggle(self, style: str) -> None:
        """Italics or bold (`ITALIC`, `BOLD`) on or off, for the selection or for what is typed next."""
        if not self._codec.has_styles:
            return
        if not self.text.tag_ranges("sel"):
            bold, italic = self._next_style or self._style_at_insert()
            self._next_style = (bold, not italic) if style == ITALIC else (not bold, italic)
            return
        self._restyle("sel.first", "sel.last", style)
        self._changed()

    def highlight(self, hits: Sequence[Spot], now: Spot | None) -> None:
        """Mark these stretches as found; the one the writer is at more strongly."""
        for tag in (HIT, HIT_NOW):
            self.text.tag_remove(tag, "1.0", "end")
        for hit in hits:
            start, end = self._codec.visible(self._value, hit)
            self.text.tag_add(HIT_NOW if hit == now else HIT, self._index(start), self._index(end))

    def underline(self, marks: Sequence[Mark]) -> None:
        """Draw the lines of these findings and no others; asked after every key."""
        if tuple(marks) == self._drawn:
            return
        self._drawn = tuple(marks)
        spans = [(mark, *self._codec.visible(self._value, mark.spot)) for mark in marks]
        underline(self.text, [(mark.key, mark.severity, self._index(at), to - at) for mark, at, to in spans])

    def fit(self) -> None:
        """As high as the text now is."""
        if self._width <= 1:
            return
        height = int(self.text.tk.call(str(self.text), "count", "-update", "-ypixels", "1.0", "end"))
        height += 2 * (int(self.frame["highlightthickness"]) + self._inset)
        height = min(max(height, self._least_height), theme.px(self.text, theme.TEXT_HIGHEST))
        if height != int(self.frame["height"]):
            self.frame.configure(height=height)
        self.on_fit()

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self, parent: tk.Misc) -> None:
        look = self._look
        hair = theme.px(parent, theme.HAIR)
        inset = theme.pads(parent, *theme.TEXT_INSET) if look.boxed else (0, 0)
        self._inset = inset[1]
        fonts = look.fonts or (theme.INPUT_FONTS if look.boxed else theme.BODY_FONTS)
        self.frame = tk.Frame(parent, background=look.ground, highlightthickness=hair)
        self.frame.pack_propagate(False)
        self.text = tk.Text(self.frame, height=1, width=1)
        text_keys.install(self.text)
        theme.plain_text(self.text, background=look.ground, font=fonts[0])
        self.text.configure(padx=0, pady=0, foreground=look.ink, exportselection=False)
        self._is_bold = fonts[0] == fonts[1]
        self._unused_fonts = dict(zip((BOLD, ITALIC, BOLD_ITALIC), fonts[1:], strict=True))
        prepare_marks(self.text)
        self.text.pack(fill="both", expand=True, padx=inset[0], pady=inset[1])
        line = theme.px(parent, theme.BODY_LEADING_BEFORE + theme.BODY_LEADING_AFTER) + _line_height(self.text)
        self._least_height = line * look.least_lines + 2 * (hair + self._inset)
        self.frame.configure(height=self._least_height)
        self._placeholder = tk.Label(
            self.text, text=look.placeholder, font=fonts[0], background=look.ground, foreground=theme.INK_FAINT
        )
        self._placeholder.configure(borderwidth=0, padx=0, pady=0, cursor="xterm")
        self._placeholder.bind("<Button-1>", lambda _event: self.select(0, 0))
        self.mark(wrong=False)
        self._bind()

    def _bind(self) -> None:
        text = self.text
        text_keys.use(text)
        tags = list(text.bindtags())
        tags.insert(tags.index(text_keys.KEYS) + 1, _AFTER_KEYS)
        text.bindtags(tuple(tags))
        text.bind("<<Modified>>", lambda _event: self._on_modified())
        text.bind("<Configure>", self._on_configure)
        text.bind("<<Paste>>", self._on_paste)
        text.bind("<Key>", self._before_key)
        text.bind("<Button-1>", lambda _event: self._forget_style(), add=True)
        text.bind("<Return>", self._on_return)
        text.bind("<KP_Enter>", self._on_return)
        text.bind("<BackSpace>", self._on_backspace)
        text.bind("<<HumasAfterKey>>", lambda _event: self._after_key())
        if not text.tk.call("bind", _AFTER_KEYS, "<Key>"):
            text.tk.call("bind", _AFTER_KEYS, "<Key>", "event generate %W <<HumasAfterKey>>")

    # Keys ----------------------------------------------------------------------------------------------------------

    def _before_key(self, _event: object) -> None:
        """What comes now gets the style it was asked to have, else that of the character before it."""
        if not self._codec.has_styles:
            return
        has_selection = bool(self.text.tag_ranges("sel"))
        self._typing_style = self._next_style or self._style_at("sel.first" if has_selection else "insert -1c")
        self.text.mark_set(_BEFORE, "sel.first" if has_selection else "insert")
        self.text.mark_gravity(_BEFORE, "left")

    def _after_key(self) -> None:
        """The release has every key before the next one is looked at."""
        is_typed = False
        if _BEFORE in self.text.mark_names():
            if self.text.compare(_BEFORE, "<", "insert") and self.text.edit_modified():
                is_typed = self.text.compare(_BEFORE, "==", "insert -1c")
                self._style_typed()
            if self.text.compare(_BEFORE, "!=", "insert"):
                self._next_style = None
            self.text.mark_unset(_BEFORE)
        self._on_modified()
        if is_typed:
            self.text.event_generate(TYPED)

    def _style_typed(self) -> None:
        for tag in (BOLD, ITALIC, BOLD_ITALIC):
            self.text.tag_remove(tag, _BEFORE, "insert")
        for tag in self._tags(bold=self._typing_style[0], italic=self._typing_style[1]):
            self.text.tag_add(tag, _BEFORE, "insert")

    def _on_return(self, event: object) -> str | None:
        self._on_modified()
        if self._keys.takes_lines:
            empty = self._keys.on_empty_line
            if empty is not None and not self.text.get("insert linestart", "insert lineend") and empty():
                return "break"
            self._before_key(event)
            return None
        if self._keys.on_break is not None:
            self._keys.on_break(*self.selection(), ("", ""))
        else:
            self.text.event_generate("<<NextWindow>>")
        return "break"

    def _on_backspace(self, event: object) -> str | None:
        if self._keys.on_join is not None and self.selection() == (0, 0) and self._keys.on_join():
            return "break"
        self._before_key(event)
        return None

    def _on_paste(self, _event: object) -> str:
        try:
            clipboard = self.text.clipboard_get()
        except tk.TclError:
            return "break"
        if self._keys.on_paste is not None and self._keys.on_paste(clipboard):
            return "break"
        between = "\n" if self._keys.takes_lines else " "
        if not self._codec.has_styles:
            self.insert(between.join(pasted_lines(clipboard)))
            return "break"
        texts = pasted_texts(clipboard)
        if self._is_bold:
            texts = tuple(markup_of([replace(piece, bold=False) for piece in styled(text)]) for text in texts)
        if len(texts) > 1 and self._keys.on_break is not None:
            self._keys.on_break(*self.selection(), texts)
            return "break"
        self._put_in(styled(between.join(texts)))
        return "break"

    def insert(self, text: str) -> None:
        """Put text in place of the selection, or at the cursor, in the style that stands there."""
        self._put_in((Styled(text=text),))

    def _put_in(self, pieces: Sequence[Styled]) -> None:
        """The same with pieces that bring looks of their own along."""
        bold, italic = self._next_style or self._style_at("sel.first" if self.text.tag_ranges("sel") else "insert -1c")
        if self.text.tag_ranges("sel"):
            self.text.delete("sel.first", "sel.last")
        for piece in pieces:
            tags = self._tags(bold=bold or piece.bold, italic=italic or piece.italic)
            self.text.insert("insert", piece.text, tags if self._codec.has_styles else ())
        self.text.see("insert")
        self._on_modified()

    def _forget_style(self) -> None:
        self._next_style = None

    # Reading and measuring -----------------------------------------------------------------------------------------

    def _on_modified(self) -> None:
        if self.text.edit_modified():
            self._changed()

    def _changed(self) -> None:
        self.text.edit_modified(False)
        self._show_placeholder()
        value = self._codec.value(self._pieces())
        if value != self._value:
            if len(str(value)) <= len(str(self._value)):
                self._drawn = None  # a line may have gone with the letters that went
            self._value = value
            mark_no_breaks(self.text)
            self.fit()
            self._report(self, value)

    def _pieces(self) -> list[Styled]:
        used = {BOLD, ITALIC, BOLD_ITALIC} - self._unused_fonts.keys() if self._codec.has_styles else ()
        if not any(self.text.tag_ranges(tag) for tag in used):
            return [Styled(text=self.text.get("1.0", "end-1c"))]
        pieces: list[Styled] = []
        bold = italic = False
        # asked directly: tkinter's own `dump` is called back for each part, and lines of the checker make hundreds
        dumped = self.text.tk.splitlist(self.text.tk.call(str(self.text), "dump", "-text", "-tag", "1.0", "end-1c"))
        for kind, what in zip(dumped[::3], dumped[1::3], strict=True):
            if kind == "text":
                goes_on = pieces and (pieces[-1].bold, pieces[-1].italic) == (bold, italic)
                pieces.append(Styled(text=pieces.pop().text + what if goes_on else what, bold=bold, italic=italic))
            elif what in (BOLD, BOLD_ITALIC):
                bold = kind == "tagon"
            if what in (ITALIC, BOLD_ITALIC) and kind != "text":
                italic = kind == "tagon"
        return pieces

    def _on_configure(self, event: "tk.Event[tk.Misc]") -> None:
        if event.width != self._width:
            self._width = event.width
            self.fit()

    def _show_placeholder(self) -> None:
        if self._look.placeholder and self.text.compare("end-1c", "==", "1.0"):
            self._placeholder.place(x=theme.px(self.text, theme.TINY), y=theme.px(self.text, theme.HAIR))
        else:
            self._placeholder.place_forget()

    def _offset(self, index: str) -> int:
        return len(self.text.get("1.0", index))

    def _index(self, visible: int) -> str:
        """Tk's index behind that many characters; some Tk count a character beyond the basic plane as two."""
        last = len(self.text.get("1.0", "end-1c"))
        wanted = guess = min(max(0, visible), last)
        while (missing := wanted - self._offset(f"1.0 +{guess}c")) > 0:
            guess += missing
        return f"1.0 +{guess}c"

    # Styles --------------------------------------------------------------------------------------------------------

    def _style_at(self, index: str) -> tuple[bool, bool]:
        names = self.text.tag_names(index) if self.text.compare(index, "<", "end-1c") else ()
        return BOLD in names or BOLD_ITALIC in names, ITALIC in names or BOLD_ITALIC in names

    def _style_at_insert(self) -> tuple[bool, bool]:
        return self._style_at("insert -1c")

    def _restyle(self, first: str, last: str, style: str) -> None:
        """Turn one style on for a range, or off when all of it has it; the other style stays."""
        wanted = not self._all_have(first, last, style)
        start, end = self._offset(first), self._offset(last)
        at = 0
        for piece in self._pieces():
            overlap = max(start, at), min(end, at + len(piece.text))
            at += len(piece.text)
            if overlap[0] >= overlap[1]:
                continue
            bold, italic = (piece.bold, wanted) if style == ITALIC else (wanted, piece.italic)
            begin, finish = self._index(overlap[0]), self._index(overlap[1])
            for tag in (BOLD, ITALIC, BOLD_ITALIC):
                self.text.tag_remove(tag, begin, finish)
            for tag in self._tags(bold=bold, italic=italic):
                self.text.tag_add(tag, begin, finish)

    def _all_have(self, first: str, last: str, style: str) -> bool:
        start, end = self._offset(first), self._offset(last)
        at = 0
        for piece in self._pieces():
            is_inside = max(start, at) < min(end, at + len(piece.text))
            if is_inside and not (piece.italic if style == ITALIC else piece.bold):
                return False
            at += len(piece.text)
        return True

    def _tags(self, *, bold: bool, italic: bool) -> tuple[str, ...]:
        """The tag of this style; its font is loaded for the first letter that has it: that takes a millisecond each."""
        tag = (BOLD_ITALIC if italic else BOLD) if bold else ITALIC if italic else ""
        if font := self._unused_fonts.pop(tag, ""):
            self.text.tag_configure(tag, font=font)
        return (tag,) if tag else ()


def _line_height(text: tk.Text) -> int:
    return int(text.tk.call("font", "metrics", text["font"], "-linespace"))
