"""The body's parts → blocks: paragraphs, quotes with who spoke, headings, lists, tables, pictures."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
import re

from humas_desk.intake.body_roles import stretch_text
from humas_desk.intake.closing_reading import split_credit
from humas_desk.intake.draft import Draft, words_of
from humas_desk.intake.ledger import Ledger
from humas_desk.intake.line_kinds import kind_of
from humas_desk.intake.manuscript import Style
from humas_desk.intake.memory import Memory
from humas_desk.intake.parts import DropReason, Part, Role, UnsureCode
from humas_desk.intake.photo_blocks import PhotoBlocks
from humas_desk.intake.position_mending import mended_position
from humas_desk.intake.quote_building import Built, Stretch, build_quote, note_named
from humas_desk.intake.saying_verbs import active_behind
from humas_desk.intake.speech_marks import spans_of
from humas_desk.intake.wrapping import MARKER, Para
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Pattern, Quote, Table
from humas_desk.release.inline import escape, parse, plain, to_markup

_FIRST = {"1", "a"}
"""Numbers that a list begins with."""
_AHEAD = 260
"""So many characters behind a quote tell who spoke."""
_SAID_SO = re.compile(
    r"(?:Demikian|Hal (?:itu|ini|tersebut)|(?:Pernyataan|Pesan|Ungkapan|Harapan|Ajakan|Kalimat|Ucapan|Penegasan|Imbauan|Permintaan|Penjelasan|Peringatan) (?:itu|tersebut)|Itulah)\b"
)
_MOST_PARAGRAPHS = 10
_NO_POSITION = frozenset({Pattern.QUOTE_VERB_NYA, Pattern.QUOTE_VERB_DIA, Pattern.PLAIN})
"""Patterns that do not show the speaker's position."""


@dataclass(slots=True)
class BodyBuilder:
    """The blocks as they grow while the parts are read from top to bottom."""

    draft: Draft
    paras: Sequence[Para]
    ledger: Ledger
    memory: Memory
    starts: list[int] = field(init=False)
    """Where the draft's paragraphs begin."""
    blocks: list[Block] = field(default_factory=list)
    photos: PhotoBlocks = field(default_factory=PhotoBlocks)
    named: set[str] = field(default_factory=set)
    """Who was named by a quote."""
    last_para: int = -1
    """Which paragraph of the draft the last words of the body stand in."""
    ahead: str = ""
    """The last words read, while they may lead in a quote."""

    def __post_init__(self) -> None:
        self.starts = [para.start for para in self.paras]

    def read(self, part: Part, behind: Part | None) -> str | None:
        """Take a part in, `behind` the next one; gives the place of the first block it made."""
        before = len(self.blocks)
        match part.role:
            case Role.PARAGRAPH:
                self._paragraph(part)
            case Role.QUOTE:
                self._quote(part, behind)
            case Role.HEADING:
                self._heading(part)
            case Role.LIST:
                self._list(part)
            case Role.TABLE:
                self._table(part)
            case Role.PHOTO:
                return self._photo(part)
            case _:
                return self._caption(part)
        self.last_para = self.para_at(self._last_character(part))
        return f"blocks[{before}]" if len(self.blocks) > before else None

    def para_at(self, at: int) -> int:
        """Which paragraph of the draft the character stands in."""
        return bisect_right(self.starts, at) - 1

    def _add(self, block: Block) -> None:
        self.blocks.append(replace(block, id=f"i{len(self.blocks) + 1}"))

    def _last_character(self, part: Part) -> int:
        return part.start + max(0, len(self.draft.text[part.start : part.end].rstrip()) - 1)

    def _first_character(self, part: Part) -> int:
        text = self.draft.text[part.start : part.end]
        return part.start + len(text) - len(text.lstrip())

    def _goes_on(self, part: Part) -> bool:
        """Whether the part stands in the same paragraph of the draft as the words before it."""
        has_words = bool(self.blocks) and isinstance(self.blocks[-1], Paragraph | Quote)
        return has_words and self.last_para == self.para_at(self._first_character(part))

    def _paragraph(self, part: Part) -> None:
        text = self.draft.markup(part.start, part.end)
        if not text:
            return
        self._add(Paragraph(id="", text=text, joined=self._goes_on(part)))
        read = words_of(text)
        self.memory.hear(read)
        self.ahead = f"{read} "

    def _heading(self, part: Part) -> None:
        text = unmarked(self.draft.markup(part.start, part.end))
        if text:
            self._add(Heading(id="", text=text))

    # Quotes

    def _stretch(self, part: Part) -> Stretch:
        start = self._first_character(part)
        end = self._last_character(part) + 1
        first = max(0, self.para_at(start))
        text = stretch_text(self.draft, start, end, self.paras[first : first + _MOST_PARAGRAPHS])

        def markup(begin: int, behind: int) -> str:
            return self.draft.markup(start + begin, start + behind)

        return Stretch(text, markup)

    def _quote(self, part: Part, behind: Part | None) -> None:
        stretch = self._stretch(part)
        spans = spans_of(stretch.text)
        if spans and not any(c.isalnum() for c in stretch.text[spans[0].start : spans[0].end]):
            self._paragraph(part)
            return
        is_joined = self._goes_on(part)
        ahead = self.ahead if is_joined else ""
        if spans and (lead := ahead + stretch.text[: spans[0].open]).strip():
            self.memory.hear(lead)
        self._listen_ahead(part, stretch, behind)
        before, was_sure = self.memory.current, self.memory.is_sure
        built = build_quote(stretch, spans, self.memory, self.named, ahead)
        root = active_behind(self._text_behind(part, behind))
        if root and built.quote.pattern is Pattern.PLAIN:
            built = replace(built, quote=replace(built.quote, verb=root))
        self.ahead = ""
        place = self._put_quote(part, built, is_joined=is_joined)
        speaker, quote_pattern = built.quote.speaker, built.quote.pattern
        is_unnamed = quote_pattern in _NO_POSITION or not any(word in stretch.text for word in speaker.name.split())
        is_same = before is not None and speaker.name == before.name
        if is_unnamed and speaker.name and is_same and not was_sure:
            self.ledger.doubt(UnsureCode.SPEAKER_GUESSED, f"{place}.speaker.name", part, name=speaker.name)
        elif not speaker.name and not speaker.position:
            self.ledger.doubt(UnsureCode.SPEAKER_MISSING, f"{place}.speaker.name", part)
        if any(span.is_guessed for span in spans):
            self.ledger.doubt(UnsureCode.QUOTE_OPEN, f"{place}.text", part)

    def _put_quote(self, part: Part, built: Built, *, is_joined: bool) -> str:
        """The quote, and paragraphs for the words around it that no pattern makes; gives the quote's place."""
        start = self._first_character(part)
        if built.lead is not None:
            text = self.draft.markup(start + built.lead[0], start + built.lead[1])
            self._add(Paragraph(id="", text=text, joined=is_joined))
        place = f"blocks[{len(self.blocks)}]"
        quote = self._with_position(built.quote, place, part)
        self._add(replace(quote, joined=is_joined or built.lead is not None))
        note_named(quote, self.named)
        if built.rest is not None:
            text = self.draft.markup(start + built.rest[0], start + built.rest[1]).lstrip(" ,.;")
            self._add(Paragraph(id="", text=text, joined=True))
            self.ledger.doubt(UnsureCode.QUOTE_LOOSE, place, part)
            self.memory.hear(plain(text))
        if quote.speaker.name:
            self.memory.speak(self.memory.meet(quote.speaker.name, built.quote.speaker.position))
        for swap in built.swaps:
            self.ledger.drop(start + swap.start, start + swap.end, DropReason.REPLACED)
        return place

    def _with_position(self, quote: Quote, place: str, part: Part) -> Quote:
        """A slip in a position is mended where the page does not show it; the text where it stands is left alone."""
        found = quote.speaker.position
        mended = mended_position(found) if quote.pattern in _NO_POSITION else found
        if mended == found:
            return quote
        self.ledger.doubt(UnsureCode.POSITION_MENDED, f"{place}.speaker.position", part, found=found, mended=mended)
        return replace(quote, speaker=replace(quote.speaker, position=mended))

    def _listen_ahead(self, part: Part, stretch: Stretch, behind: Part | None) -> None:
        """Who is named only behind a quote that stands plain: "… Hal itu disampaikan Ketua …", "…,” Sari menjelaskan."."""
        is_closed = stretch.text.rstrip(" .,!?")[-1:] in '”"»'
        text = self._text_behind(part, behind) if is_closed else ""
        if _SAID_SO.match(text) is not None or active_behind(text):
            self.memory.hear(text)

    def _text_behind(self, part: Part, behind: Part | None) -> str:
        """The next words in the same paragraph; empty when none stand there."""
        if behind is None or behind.role is not Role.PARAGRAPH:
            return ""
        if self.para_at(self._first_character(behind)) != self.para_at(self._last_character(part)):
            return ""
        return self.draft.plain(behind.start, min(behind.end, behind.start + _AHEAD))

    # Lists, tables, pictures

    def _list(self, part: Part) -> None:
        first, last = self.para_at(self._first_character(part)), self.para_at(self._last_character(part))
        items: list[str] = []
        is_numbered = False
        for para in self.paras[first : last + 1]:
            start, end = max(para.start, part.start), min(para.end, part.end)
            marker = MARKER.match(self.draft.text[start:end])
            if marker and marker[0].strip(" ().\t").casefold() in _FIRST and any(items):
                self._add_list(items, is_numbered=is_numbered)  # another list begins
                items, is_numbered = [], False
            is_numbered = is_numbered or para.style is Style.NUMBER or bool(marker and marker.lastgroup == "number")
            if marker:
                self.ledger.drop(start, start + marker.end(), DropReason.LABEL)
                start += marker.end()
            items.append(self.draft.markup(start, end))
        self._add_list(items, is_numbered=is_numbered)

    def _add_list(self, items: Sequence[str], *, is_numbered: bool) -> None:
        said = tuple(filter(None, items))
        if said:
            self._add(ItemList(id="", items=said, numbered=is_numbered))

    def _table(self, part: Part) -> None:
        table = self.draft.tables.get(self._first_character(part)) or self.draft.tables.get(part.start)
        if table is None:
            lines = (line for line in self.draft.text[part.start : part.end].split("\n") if line.strip())
            rows = tuple(tuple(escape(" ".join(cell.split())) for cell in line.split("\t")) for line in lines)
            self._add(Table(id="", rows=rows, header=len(rows) > 1))
            return
        self._add(Table(id="", rows=table.rows, header=table.header, caption=table.caption))
        cells = (plain(cell) for row in table.rows for cell in row)
        self.ledger.account(part, " ".join((*cells, plain(table.caption or ""))))

    def _photo(self, part: Part) -> str | None:
        image = self.draft.images.get(self._first_character(part))
        if image is None:
            self.ledger.account(part, "", DropReason.ARTEFACT)
            return None
        index = self.photos.put(self.blocks, image)
        self.ledger.account(part, image.alt, DropReason.ARTEFACT)
        return f"blocks[{index}]"

    def _caption(self, part: Part) -> str:
        start, end = value_of(self.draft, part)
        whole = unmarked(self.draft.markup(start, end))
        text, credit = split_credit(whole)
        index = self.photos.caption(self.blocks, text, credit)
        self.ledger.account(part, f"{plain(text)} {plain(credit or '')}")
        return f"blocks[{index}].caption"


def value_of(draft: Draft, part: Part) -> tuple[int, int]:
    """Where the part's value stands, the label before it left out."""
    text = draft.text[part.start : part.end].replace("\n", " ").rstrip()
    kind = kind_of(text)
    if kind is None or kind.role is not part.role:
        return part.start, part.end
    return part.start + kind.start, part.end if kind.end is None else part.start + kind.end


def unmarked(markup: str) -> str:
    """The markup without the looks that all of it has: a title or caption gets its look from the page."""
    pieces = parse(markup)
    said = [piece for piece in pieces if piece.text.strip()]
    bold, italic = all(piece.bold for piece in said), all(piece.italic for piece in said)
    if not bold and not italic:
        return markup
    return to_markup(
        replace(piece, bold=piece.bold and not bold, italic=piece.italic and not italic) for piece in pieces
    )
