"""The blocks of the body as cards: which card shows which block, and what its writer does to the release."""

from collections.abc import Callable, Mapping, Sequence
import tkinter as tk

from humas_desk.desk.editing import insert_block, new_block, put
from humas_desk.desk.history import Focus
from humas_desk.desk.people import Person, complete, speaker_of
from humas_desk.desk.quoting import made_sentence
from humas_desk.desk.sheet import Sheet
from humas_desk.desk.showing import PERHAPS_RIGHT
from humas_desk.desk.splitting import join_before, split_block
from humas_desk.desk.verb_choice import form_of, repeats, with_another_verb
from humas_desk.release.blocks import Block, ItemList, Quote
from humas_desk.release.problems import Problem, Severity
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import Card, CardDoors, Sight
from humas_desk.ui.blocks.estimates import card_height
from humas_desk.ui.blocks.heights import Row
from humas_desk.ui.blocks.pool import KINDS, CardPool
from humas_desk.ui.blocks.quote_card import QuoteCard
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.fields.field import Field
from humas_desk.ui.scheduler import Scheduler
from humas_desk.values import dataclass
from humas_desk.wording import problem_sentence

_SENTENCES = "form-sentences"
_SENTENCES_DELAY_MS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDoors:
    """What the list asks of the form."""

    on_add_photo: Callable[[int, str | None], None]
    adopt_fields: Callable[[Card], None]
    """The card shows other fields than before: the form must know them."""
    people: Callable[[int], Sequence[Person]]
    """Everybody who could be the speaker of the quote with this index."""


class BlockList:
    """Cards for blocks. The scroller asks for rows; every change goes to the session."""

    def __init__(self, scroller: Scroller, sheet: Sheet, scheduler: Scheduler, doors: ListDoors) -> None:
        self.sheet = sheet
        self._scroller = scroller
        self._scheduler = scheduler
        self._doors = doors
        self._index: dict[str, int] = {}
        self._cards: dict[str, Card] = {}
        self._kind_of: dict[str, str] = {}
        self._opened: set[str] = set()
        self._problems: dict[str, Sequence[tuple[str, Problem]]] = {}
        self.active: str | None = None
        card_doors = CardDoors(
            on_value=self._on_value,
            on_edit=self._on_edit,
            on_break=self._on_break,
            on_join=self._on_join,
            on_leave_list=self._on_leave_list,
            on_open=self._on_open,
            on_after=self._on_after,
            on_add_photo=self._on_add_photo,
            people=self._people,
            on_person=self._on_person,
        )
        self._pool = CardPool(scroller.canvas, card_doors, scheduler)

    # For the form --------------------------------------------------------------------------------------------------

    @property
    def cards(self) -> Mapping[str, Card]:
        """The cards on the screen, by block id."""
        return self._cards

    def rows(self) -> list[Row]:
        """The blocks as rows of the scroller."""
        release = self.sheet.release
        self._index = {block.id: index for index, block in enumerate(release.blocks)}
        width, scale = self._scroller.row_width, theme.scale(self._scroller)
        gap, joined_gap = theme.pads(self._scroller, theme.GAP, theme.TINY)
        return [
            Row(
                key=block.id,
                estimate=card_height(block, width, scale),
                gap=joined_gap if index and getattr(block, "joined", False) else gap,
            )
            for index, block in enumerate(release.blocks)
        ]

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def is_open(self, key: str) -> bool:
        """Whether a card shows the block."""
        return key in self._cards

    def stale(self) -> list[str]:
        """Blocks whose card cannot show them any more: they went, or are of another kind now."""
        kinds = {block.id: KINDS[type(block)] for block in self.sheet.release.blocks}
        return [key for key, kind in self._kind_of.items() if kinds.get(key) != kind]

    def forget(self) -> None:
        """Another release: nothing is open or active."""
        self._opened.clear()
        self._problems.clear()
        self.set_active(None)

    def key_of(self, owner: object) -> str | None:
        """The block a card shows; None when it shows none."""
        return next((key for key, shown in self._cards.items() if shown is owner), None)

    def index(self, key: str) -> int:
        """Where the block stands now."""
        return self._index[key]

    def key(self, index: int) -> str | None:
        """The block at an index; None when there is none."""
        blocks = self.sheet.release.blocks
        return blocks[index].id if 0 <= index < len(blocks) else None

    def open_row(self, key: str) -> tk.Frame:
        """A card that shows the block."""
        block = self._block(key)
        kind = KINDS[type(block)]
        card = self._pool.take(kind)
        self._cards[key] = card
        self._kind_of[key] = kind
        self._show(key)
        card.shell.show_active(is_active=key == self.active)
        return card.shell.frame

    def close_row(self, key: str) -> None:
        """The card may show another block."""
        self._pool.give_back(self._kind_of.pop(key), self._cards.pop(key))

    def refresh(self, places: frozenset[str] | None) -> None:
        """Show what may differ now; None: everything."""
        touched = set(self._cards) if places is None else {key for key in self._cards if self._is_touched(key, places)}
        for key in touched:
            self._show(key)
        self._scheduler.after(_SENTENCES, _SENTENCES_DELAY_MS, self._show_sentences)

    def set_active(self, key: str | None) -> None:
        """The cursor is in this card now; None: in no card (the last active card stays)."""
        if key == self.active:
            return
        for changed in (self.active, key):
            if changed in self._cards:
                self._cards[changed].shell.show_active(is_active=changed == key)
        self.active = key

    def insert(self, kind: str, index: int) -> None:
        """An empty block of this kind at an index, with the cursor in it; a photo asks for pictures instead."""
        if kind == "photo":
            self._doors.on_add_photo(index, None)
            return
        block = new_block(kind)
        if isinstance(block, Quote):
            block = with_another_verb(self.sheet.release, index, block)
        name = "items" if kind == "list" else "rows" if kind == "table" else "text"
        self.sheet.edit(lambda release: insert_block(release, index, block), Focus(place=f"blocks[{index}].{name}"))

    def toggle_joined(self, key: str) -> None:
        """The block goes on in the paragraph before it, or begins its own: one undo step."""
        index = self._index[key]
        value = not self.is_joined(key)
        self.sheet.edit(lambda release: put(release, f"blocks[{index}].joined", value))

    def is_joined(self, key: str) -> bool:
        """Whether the block goes on in the paragraph before it."""
        return bool(getattr(self._block(key), "joined", False))

    def can_join(self, key: str) -> bool:
        """Whether the block could go on in the paragraph before it."""
        return self._index[key] > 0 and hasattr(self._block(key), "joined")

    def open_details(self, key: str) -> None:
        """Show the card's less usual fields."""
        self._opened.add(key)
        self._show(key)

    def show_problems(self, problems: Mapping[str, Sequence[tuple[str, Problem]]]) -> None:
        """What is to be mended, by block: field names and problems; blocks not among them are in order."""
        self._problems = dict(problems)
        for key in self._cards:
            self._show_problems(key)

    def close(self) -> None:
        """Nothing of the list waits any more."""
        self._scheduler.cancel(_SENTENCES)

    # From the cards ------------------------------------------------------------------------------------------------

    def _on_value(self, card: Card, field: Field, value: object) -> None:
        key = self.key_of(card)
        if key is None:
            return
        place = f"blocks[{self._index[key]}].{field.name}"
        spot = field.spot()
        self.sheet.put(place, value, Focus(place=place + spot.rest, start=spot.start, end=spot.end))

    def _on_edit(self, card: Card, change: Callable[[Block], Block]) -> None:
        key = self.key_of(card)
        if key is not None:
            index = self._index[key]
            place = f"blocks[{index}]"
            blocks = self.sheet.release.blocks
            after = (*blocks[:index], change(blocks[index]), *blocks[index + 1 :])
            self.sheet.edit(lambda release: put(release, "blocks", after), Focus(place=place))

    def _on_break(self, card: Card, start: int, end: int, lines: tuple[str, ...]) -> None:
        key = self.key_of(card)
        if key is not None:
            edited = split_block(self.sheet.release, f"blocks[{self._index[key]}].text", start, end, lines)
            self.sheet.edit(lambda _release: edited.release, edited.focus)

    def _on_join(self, card: Card) -> bool:
        key = self.key_of(card)
        edited = join_before(self.sheet.release, self._index[key]) if key is not None else None
        if edited is None:
            return False
        self.sheet.edit(lambda _release: edited.release, edited.focus)
        return True

    def _on_leave_list(self, card: Card) -> bool:
        """The empty item becomes a paragraph; items behind it make a list of their own."""
        key = self.key_of(card)
        field = next(iter(card.fields))
        block = self._block(key) if key is not None else None
        if key is None or not isinstance(block, ItemList) or len(block.items) < 2:
            return False
        place = f"blocks[{self._index[key]}].{field.name}{field.spot().rest}"
        edited = split_block(self.sheet.release, place, 0, 0)
        self.sheet.edit(lambda _release: edited.release, edited.focus)
        return True

    def _on_open(self, card: Card) -> None:
        key = self.key_of(card)
        if key is not None:
            self._opened ^= {key}
            self._show(key)

    def _on_after(self, card: Card) -> None:
        key = self.key_of(card)
        if key is not None:
            self.insert("paragraph", self._index[key] + 1)

    def _on_add_photo(self, card: Card) -> None:
        key = self.key_of(card)
        if key is not None:
            self._doors.on_add_photo(self._index[key], key)

    def _people(self, card: Card, typed: str) -> Sequence[Person]:
        key = self.key_of(card)
        return complete(self._doors.people(self._index[key]), typed) if key is not None else ()

    def _on_person(self, card: Card, person: Person) -> None:
        """Name, short name and position at once: one undo step."""
        key = self.key_of(card)
        block = self._block(key) if key is not None else None
        if key is None or not isinstance(block, Quote):
            return
        place = f"blocks[{self._index[key]}].speaker"
        speaker = speaker_of(person, block.speaker)
        at = len(speaker.name)
        self.sheet.edit(lambda release: put(release, place, speaker), Focus(place=f"{place}.name", start=at, end=at))

    # Showing -------------------------------------------------------------------------------------------------------

    def _show(self, key: str) -> None:
        block = self._block(key)
        card = self._cards[key]
        card.show(block, self._sight(key, block))
        self._doors.adopt_fields(card)
        self._show_problems(key)

    def _show_problems(self, key: str) -> None:
        card = self._cards[key]
        found = self._problems.get(key, ())
        card.shell.show_problem(
            "\n".join(dict.fromkeys(problem_sentence(problem) for _name, problem in found)),
            is_error=any(problem.severity is Severity.ERROR for _name, problem in found),
        )
        wrong = {name for name, problem in found if problem.code not in PERHAPS_RIGHT}
        for field in card.fields:
            field.mark(wrong=field.name in wrong)

    def _sight(self, key: str, block: Block) -> Sight:
        index = self._index[key]
        is_quote = isinstance(block, Quote)
        sentence = made_sentence(self.sheet.release, index) if is_quote else ""
        return Sight(
            index=index,
            sentence=sentence,
            repeated=self._repeated(index),
            is_open=key in self._opened,
            photos=self.sheet.state.photos,
        )

    def _repeated(self, index: int) -> str | None:
        """The verb as it stands in the sentence, when the quote before has the same."""
        block = self.sheet.release.blocks[index]
        root = repeats(self.sheet.release, index)
        return form_of(root, block.pattern) if root is not None and isinstance(block, Quote) else None

    def _show_sentences(self) -> None:
        """Quotes name their speaker by what stands before them."""
        for key, card in self._cards.items():
            if isinstance(card, QuoteCard) and key in self._index:
                index = self._index[key]
                card.show_sentence(made_sentence(self.sheet.release, index), self._repeated(index))

    def _block(self, key: str) -> Block:
        return self.sheet.release.blocks[self._index[key]]

    def _key_of(self, card: Card) -> str | None:
        return next((key for key, shown in self._cards.items() if shown is card), None)

    def _is_touched(self, key: str, places: frozenset[str]) -> bool:
        own = f"blocks[{self._index[key]}]"
        return any(place == own or place.startswith(own + ".") or place == "blocks" for place in places)
