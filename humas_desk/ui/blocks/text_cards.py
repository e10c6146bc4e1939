"""The cards that are mostly one text: paragraph, heading, list."""

import tkinter as tk

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardDoors, CardShell, Sight
from humas_desk.ui.blocks.line_marks import LineMarks
from humas_desk.ui.fields.choice_field import TickField
from humas_desk.ui.fields.codecs import Lines
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.text_field import TextField, TextKeys, TextLook
from humas_desk.wording import _


class ParagraphCard:
    """A paragraph: nothing but its text."""

    def __init__(self, parent: tk.Misc, doors: CardDoors) -> None:
        self.shell = CardShell(parent)
        self._text = TextField(
            self.shell.body,
            "text",
            lambda field, value: doors.on_value(self, field, value),
            look=TextLook(placeholder=_("Write a paragraph")),
            keys=TextKeys(
                on_break=lambda start, end, lines: doors.on_break(self, start, end, lines),
                on_join=lambda: doors.on_join(self),
            ),
        )
        self._text.frame.pack(fill="x")

    buttons: tuple[tk.Misc, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self._text,)

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, Paragraph)
        self._text.show(block.text)
        self.shell.show_joined(is_joined=block.joined and sight.index > 0, above=self._text.frame)


class HeadingCard:
    """A heading inside the body."""

    def __init__(self, parent: tk.Misc, doors: CardDoors) -> None:
        self.shell = CardShell(parent)
        self._text = TextField(
            self.shell.body,
            "text",
            lambda field, value: doors.on_value(self, field, value),
            look=TextLook(placeholder=_("Write a heading"), fonts=theme.HEADING_FONTS),
            keys=TextKeys(on_break=lambda *_what: doors.on_after(self), on_join=lambda: doors.on_join(self)),
        )
        self._text.frame.pack(fill="x")

    buttons: tuple[tk.Misc, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self._text,)

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, Heading)
        self._text.show(block.text)


class ListCard:
    """A list: one item a line."""

    def __init__(self, parent: tk.Misc, doors: CardDoors) -> None:
        self.shell = CardShell(parent)
        self._is_numbered = False
        row = tk.Frame(self.shell.body, background=theme.PAPER)
        row.pack(fill="x")
        self._items = TextField(
            row,
            "items",
            lambda field, value: doors.on_value(self, field, value),
            codec=Lines(rich=True),
            look=TextLook(placeholder=_("Write the list, one item a line")),
            keys=TextKeys(
                takes_lines=True,
                on_join=lambda: doors.on_join(self),
                on_empty_line=lambda: doors.on_leave_list(self),
            ),
        )
        self._marks = LineMarks(row)
        self._marks.canvas.pack(side="left", fill="y")
        self._items.frame.pack(side="left", fill="x", expand=True)
        self._items.on_fit = self._draw_marks
        self._numbered = TickField(
            self.shell.body,
            "numbered",
            lambda field, value: doors.on_value(self, field, value),
            label=_("Numbered"),
        )
        self._numbered.frame.pack(anchor="w", pady=(theme.px(parent, theme.SNUG), 0))

    buttons: tuple[tk.Misc, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        return self._items, self._numbered

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, ItemList)
        self._items.show(block.items)
        self._numbered.show(block.numbered)
        self._is_numbered = block.numbered
        self._draw_marks()

    def _draw_marks(self) -> None:
        self._marks.draw(self._items.text, is_numbered=self._is_numbered)
