"""The less usual half of a quote's card: continuation, naming, joining."""

import tkinter as tk

from humas_desk.release.blocks import Mention, Quote
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField, TickField
from humas_desk.ui.fields.codecs import Rich
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.fold import beside
from humas_desk.ui.fields.line_field import LineField, label_above
from humas_desk.ui.fields.text_field import TextField, TextLook
from humas_desk.wording import _, mark

_MENTIONS = {
    Mention.AUTO: mark("In full first, short later"),
    Mention.FULL: mark("Always in full"),
    Mention.SHORT: mark("Always short"),
}


class QuoteMore:
    """Built when a card is opened the first time."""

    def __init__(self, parent: tk.Misc, report: Report) -> None:
        gap = theme.px(parent, theme.SNUG)
        self.frame = tk.Frame(parent, background=theme.PAPER)
        label_above(self.frame, _("Continuation"), theme.PAPER).pack(fill="x")
        look = TextLook(placeholder=_("in a speech in Batam, Monday (28/8)"), boxed=True)
        self._tail = TextField(self.frame, "tail", report, codec=Rich(optional=True), look=look)
        self._tail.frame.pack(fill="x")
        row = tk.Frame(self.frame, background=theme.PAPER)
        row.pack(fill="x", pady=(gap, 0))
        options = [(mention, _(words)) for mention, words in _MENTIONS.items()]
        self._mention = ChoiceField(row, "mention", report, label=_("How the speaker is named"), options=options)
        self._short = LineField(row, "speaker.short", report, label=_("Short name"), optional=True)
        beside(row, (self._mention.frame, self._short.frame), (60, 40))
        self.joined = TickField(self.frame, "joined", report, label=_("Join to the paragraph before"))
        self.joined.frame.pack(anchor="w", pady=(gap, 0))
        self.fields: tuple[Field, ...] = (self._tail, self._mention, self._short, self.joined)

    def show(self, quote: Quote) -> None:
        """Show what the quote says here."""
        self._tail.show(quote.tail)
        self._mention.show(quote.mention)
        self._short.show(quote.speaker.short)
        self.joined.show(quote.joined)
