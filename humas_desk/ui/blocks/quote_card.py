"""The card of a quote: what was said, who said it, and the sentence that is made of it."""

from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.quoting import example, patterns_for
from humas_desk.desk.verb_choice import verb_choices
from humas_desk.release.blocks import Block, Pattern, Quote
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardDoors, CardShell, Sight, wrapping
from humas_desk.ui.blocks.quote_more import QuoteMore
from humas_desk.ui.fields.choice_field import ChoiceField, Option
from humas_desk.ui.fields.codecs import Rich
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.fold import beside
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.fields.suggestions import Suggestion
from humas_desk.ui.fields.text_field import TextField, TextKeys, TextLook
from humas_desk.wording import _

_SPLIT = (Pattern.SPLIT, Pattern.SPLIT_SENTENCES)


class QuoteCard:
    """Text first; speaker, position and verb in one row; the sentence form; the made sentence in grey."""

    def __init__(self, parent: tk.Misc, doors: CardDoors) -> None:
        self.shell = CardShell(parent)
        self._doors = doors
        self._build_texts()
        self._build_speaker()
        self._build_form()
        self.more: QuoteMore | None = None
        self._sentence = wrapping(
            tk.Label(self.shell.body, font=theme.SMALL_TEXT, foreground=theme.INK_SOFT, background=theme.PAPER)
        )
        self._sentence.configure(anchor="w", justify="left", borderwidth=0, padx=0, pady=0)

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return (self._more_button,)

    @property
    def fields(self) -> tuple[Field, ...]:
        rest: tuple[Field, ...] = (self._rest,) if self._rest_frame.winfo_manager() else ()
        more = self.more.fields if self.more is not None and self.more.frame.winfo_manager() else ()
        return (self._text, *rest, self._name, self._position, self._verb, self._pattern, *more)

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, Quote)
        self._text.show(block.text)
        self._show_rest(block)
        self._name.show(block.speaker.name)
        self._position.show(block.speaker.position)
        self._verb.show_options(_verb_options(block))
        self._verb.show(block.verb)
        self._pattern.show_options(_pattern_options(block))
        self._pattern.show(block.pattern)
        self.shell.show_joined(is_joined=block.joined and sight.index > 0, above=self._text_row)
        self._show_more(block, is_open=sight.is_open)
        self.show_sentence(sight.sentence, sight.repeated)

    def show_sentence(self, sentence: str, repeated: str | None = None) -> None:
        """The sentence as it will stand in the release, and the verb that the quote before has too."""
        self._show_repeated(repeated)
        if self._sentence["text"] != sentence:
            self._sentence.configure(text=sentence)
        if sentence and not self._sentence.winfo_manager():
            self._sentence.pack(fill="x", pady=(self._gap, 0))
        elif not sentence:
            self._sentence.pack_forget()

    # Building ------------------------------------------------------------------------------------------------------

    @property
    def _gap(self) -> int:
        return theme.px(self.shell.body, theme.SNUG)

    def _report(self, field: Field, value: object) -> None:
        self._doors.on_value(self, field, value)

    def _build_texts(self) -> None:
        body = self.shell.body
        keys = TextKeys(takes_lines=True, on_join=lambda: self._doors.on_join(self))
        look = TextLook(placeholder=_("What was said, without quotation marks"))
        row = tk.Frame(body, background=theme.PAPER)
        row.pack(fill="x")
        self._text_row = row
        sign = tk.Label(row, image=ttk.Icon("quote", size=theme.ICON, color=theme.NAVY), background=theme.PAPER)
        sign.configure(borderwidth=0, padx=0, pady=theme.px(body, theme.TINY))
        sign.pack(side="left", anchor="n", padx=(0, theme.px(body, theme.SNUG)))
        self._text = TextField(row, "text", self._report, look=look, keys=keys)
        self._text.frame.pack(side="left", fill="x", expand=True)
        self._rest_frame = tk.Frame(body, background=theme.PAPER)
        look = TextLook(placeholder=_("How the quote goes on after the speaker"))
        self._rest = TextField(
            self._rest_frame,
            "rest",
            self._report,
            codec=Rich(optional=True),
            look=look,
            keys=TextKeys(takes_lines=True),
        )
        line = tk.Frame(self._rest_frame, background=theme.EDGE, height=theme.px(body, theme.HAIR))
        line.pack(fill="x", pady=(0, theme.px(body, theme.SMALL)))
        self._rest.frame.pack(fill="x", padx=(theme.px(body, theme.ICON + theme.SNUG), 0))

    def _build_speaker(self) -> None:
        row = tk.Frame(self.shell.body, background=theme.PAPER)
        row.pack(fill="x", pady=(self._gap, 0))
        self._speaker_row = row
        self._name = LineField(row, "speaker.name", self._report, label=_("Speaker"))
        self._position = LineField(row, "speaker.position", self._report, label=_("Position"))
        self._verb = ChoiceField(row, "verb", self._report, label=_("Attribution verb"))
        beside(row, (self._name.frame, self._position.frame, self._verb.frame), (34, 32, 34))
        self.people = self._name.complete(self._suggest)
        self._repeated = wrapping(
            tk.Label(self.shell.body, font=theme.SMALL_TEXT, foreground=theme.AMBER, background=theme.PAPER)
        )
        self._repeated.configure(anchor="w", justify="left", borderwidth=0, padx=0, pady=0)

    def _suggest(self, typed: str) -> list[Suggestion]:
        return [
            Suggestion(text=one.name, more=one.position, take=partial(self._doors.on_person, self, one))
            for one in self._doors.people(self, typed)
        ]

    def _build_form(self) -> None:
        row = tk.Frame(self.shell.body, background=theme.PAPER)
        row.pack(fill="x", pady=(self._gap, 0))
        self._form_row = row
        self._pattern = ChoiceField(row, "pattern", self._report)
        ttk.ToolTip(self._pattern.box, text=_("Sentence form"))
        self._more_button = ttk.Button(
            row, text=_("More"), bootstyle="ghost", command=lambda: self._doors.on_open(self)
        )
        self._more_button.pack(side="right")
        self._pattern.frame.pack(side="left", fill="x", expand=True, padx=(0, theme.px(row, theme.GAP)))

    # Showing -------------------------------------------------------------------------------------------------------

    def _show_rest(self, quote: Quote) -> None:
        self._rest.show(quote.rest)
        if quote.pattern in _SPLIT or quote.rest:
            self._rest_frame.pack(fill="x", pady=(self._gap, 0), before=self._speaker_row)
        else:
            self._rest_frame.pack_forget()

    def _show_repeated(self, verb: str | None) -> None:
        if verb is None:
            self._repeated.pack_forget()
            return
        words = _("The quote before has “{verb}” too.").format(verb=verb)
        if self._repeated["text"] != words:
            self._repeated.configure(text=words)
        if not self._repeated.winfo_manager():
            self._repeated.pack(fill="x", pady=(self._gap, 0), after=self._speaker_row)

    def _show_more(self, quote: Quote, *, is_open: bool) -> None:
        if is_open:
            self.more = self.more or QuoteMore(self.shell.body, self._report)
            self.more.show(quote)
            self.more.frame.pack(fill="x", pady=(self._gap, 0), after=self._form_row)
        elif self.more is not None:
            self.more.frame.pack_forget()
        words = _("Less") if is_open else _("More")
        if self._more_button["text"] != words:
            self._more_button.configure(text=words)


def _verb_options(quote: Quote) -> list[Option]:
    return [(choice.root, choice.form) for choice in verb_choices(quote.pattern)]


def _pattern_options(quote: Quote) -> list[Option]:
    possible = patterns_for(quote.verb)
    patterns = possible if quote.pattern in possible else (*possible, quote.pattern)
    return [(pattern, example(pattern, quote.verb)) for pattern in patterns]
