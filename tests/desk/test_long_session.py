"""Two thousand things a writer may do, in any order: the way back ends where it began, the way forth where it ended."""

from collections.abc import Callable
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from humas_desk.desk.clipping import (
    Clip,
    blocks_to_paste,
    copied,
    delete_blocks,
    duplicate_blocks,
    insert_blocks,
    move_blocks,
    paste_blocks,
    replace_blocks,
)
from humas_desk.desk.converting import KINDS, convert
from humas_desk.desk.editing import BLOCK_KINDS, get, insert_block, new_block, put
from humas_desk.desk.finding import Query, TextPlace, find, nearest, replace_all, replace_one, text_places
from humas_desk.desk.history import STEPS_KEPT, Focus
from humas_desk.desk.session import Change, Session
from humas_desk.desk.smart_typing import replaced, smart
from humas_desk.desk.splitting import Edited, join_after, join_before, paragraph_after, split_block
from humas_desk.release.blocks import ItemList, Paragraph, Quote
from humas_desk.release.inline import escape
from humas_desk.release.markup import cut, joined, raw_offset, visible_text
from humas_desk.release.release import Release
from tests.desk.makes import a_session

ACTIONS = 2000
MOST_BLOCKS = 40
WORDS = (
    "warga",
    "*",
    "\\",
    "“",
    "Kami siap",
    '"',
    "--",
    "ujar ",
    "Sulastri, ",
    "Ketua",
    ". ",
    "\u00a0",
    "é",
    "👩",
    "10 ",
)
CLIPBOARDS = (
    "satu",
    "“Kami siap,” ujar Sulastri, Ketua.\r\n\r\nLalu *warga* pulang.",
    "a\tb\nc\td",
    "\u200b \u00a0\v",
    "Acara mulai. “Ya,” kata dia. Selesai.",
)


class Writer:
    """A hand on the keyboard that chance leads."""

    def __init__(self) -> None:
        self.now = 0.0
        self.session: Session = a_session(clock=lambda: self.now)
        self.first = self.session.release
        self.clip: Clip | None = None
        self.session.subscribe(self.hear)

    @property
    def release(self) -> Release:
        return self.session.release

    def do(self, name: str, chance: Random) -> None:
        """One action; it may find nothing to do."""
        self.now += chance.choice((0.1, 0.4, 3.0))
        ACTION[name](self, chance)

    def hear(self, change: Change) -> None:
        """The window is sent nowhere where it cannot go."""
        assert change.focus is None or self.stands(change.focus), change

    def stands(self, focus: Focus) -> bool:
        """Whether the cursor can go there."""
        value = get(self.release, focus.place)
        return not isinstance(value, str) or 0 <= focus.start <= focus.end <= len(value)

    def edit(self, edited: Edited | None) -> None:
        if edited is not None:
            self.session.edit(lambda _release: edited.release, edited.focus)

    def some_blocks(self, chance: Random) -> tuple[int, int] | None:
        """First and last of a selection."""
        count = len(self.release.blocks)
        if not count:
            return None
        first = chance.randrange(count)
        return first, min(count - 1, first + chance.choice((0, 0, 1, 3)))

    def some_text(self, chance: Random, *, splittable: bool = False) -> TextPlace | None:
        """A text, also an empty one."""
        found = list(text_places(self.release))
        for index, block in enumerate(self.release.blocks):
            if isinstance(block, Paragraph | Quote) and not block.text:
                found.append(TextPlace(place=f"blocks[{index}].text", text="", is_markup=True))
        if splittable:
            found = [where for where in found if where.place.startswith("blocks[") and self._splits(where.place)]
        return chance.choice(found) if found else None

    def _splits(self, place: str) -> bool:
        return place.endswith((".text", ".rest")) or ".items[" in place


def type_something(writer: Writer, chance: Random) -> None:
    where = writer.some_text(chance)
    if where is None:
        return
    word = chance.choice(WORDS)
    at = chance.randint(0, len(where.seen))
    end = min(len(where.seen), at + chance.choice((0, 0, 0, 2)))
    if not where.is_markup:
        writer.session.put(where.place, where.text[:at] + word + where.text[end:])
        return
    before, after = cut(where.text, at, end)
    new = joined(joined(before, escape(word)), after)
    caret = raw_offset(new, at + len(word))
    writer.session.put(where.place, new, Focus(place=where.place, start=caret, end=caret))
    change = smart(visible_text(before) + word[:-1], word[-1])
    if change is not None and change.remove <= at + len(word):
        markup, end = replaced(new, at + len(word), change)
        typed = writer.release
        writer.session.edit(
            lambda release: put(release, where.place, markup), Focus(place=where.place, start=end, end=end)
        )
        writer.session.undo()
        assert writer.release == typed, "one undo takes back the mark alone"
        writer.session.redo()


def insert_a_block(writer: Writer, chance: Random) -> None:
    if len(writer.release.blocks) < MOST_BLOCKS:
        index = chance.randint(0, len(writer.release.blocks))
        block = new_block(chance.choice(BLOCK_KINDS))
        writer.session.edit(lambda release: insert_block(release, index, block))


def press_enter(writer: Writer, chance: Random) -> None:
    where = writer.some_text(chance, splittable=True)
    if where is None or len(writer.release.blocks) >= MOST_BLOCKS:
        return
    start = chance.randint(0, len(where.seen))
    end = min(len(where.seen), start + chance.choice((0, 0, 3)))
    lines = chance.choice((("", ""), ("", ""), ("satu", "dua*", "")))
    writer.edit(split_block(writer.release, where.place, start, end, lines))


def add_a_paragraph(writer: Writer, chance: Random) -> None:
    if len(writer.release.blocks) < MOST_BLOCKS:
        writer.edit(paragraph_after(writer.release, chance.randint(-1, len(writer.release.blocks) - 1)))


def press_backspace(writer: Writer, chance: Random) -> None:
    if (chosen := writer.some_blocks(chance)) is not None:
        writer.edit(join_before(writer.release, chosen[0]))


def press_delete(writer: Writer, chance: Random) -> None:
    if (chosen := writer.some_blocks(chance)) is not None:
        writer.edit(join_after(writer.release, chosen[0]))


def convert_blocks(writer: Writer, chance: Random) -> None:
    chosen = writer.some_blocks(chance)
    if chosen is not None and len(writer.release.blocks) < MOST_BLOCKS:
        writer.edit(convert(writer.release, chosen[0], chance.choice(KINDS), chosen[1]))


def move_some(writer: Writer, chance: Random) -> None:
    if (chosen := writer.some_blocks(chance)) is not None:
        writer.edit(move_blocks(writer.release, *chosen, chance.randint(-1, len(writer.release.blocks))))


def delete_some(writer: Writer, chance: Random) -> None:
    if (chosen := writer.some_blocks(chance)) is not None:
        writer.edit(delete_blocks(writer.release, *chosen))


def duplicate_some(writer: Writer, chance: Random) -> None:
    chosen = writer.some_blocks(chance)
    if chosen is not None and len(writer.release.blocks) < MOST_BLOCKS:
        writer.edit(duplicate_blocks(writer.release, *chosen))


def copy_or_cut(writer: Writer, chance: Random) -> None:
    if (chosen := writer.some_blocks(chance)) is not None:
        writer.clip = copied(writer.release, *chosen)
        if chance.random() < 0.5:
            writer.edit(delete_blocks(writer.release, *chosen))


def paste(writer: Writer, chance: Random) -> None:
    if len(writer.release.blocks) >= MOST_BLOCKS:
        return
    clipboard = writer.clip.text if writer.clip and chance.random() < 0.5 else chance.choice(CLIPBOARDS)
    blocks = blocks_to_paste(clipboard, writer.clip, writer.session.photos)
    chosen = writer.some_blocks(chance)
    where = writer.some_text(chance)
    match chance.randrange(3):
        case 0 if chosen is not None:
            writer.edit(replace_blocks(writer.release, *chosen, blocks))
        case 1 if where is not None:
            start = chance.randint(0, len(where.seen))
            writer.edit(paste_blocks(writer.release, where.place, start, len(where.seen), blocks))
        case _:
            writer.edit(insert_blocks(writer.release, chance.randint(0, len(writer.release.blocks)), blocks))


def replace_somewhere(writer: Writer, chance: Random) -> None:
    query = Query(text=chance.choice(("a", "siap", "“", " ", "*", "ujar")), whole_word=chance.random() < 0.3)
    replacement = chance.choice(("", "b", "*x*", "siap"))
    if chance.random() < 0.5:
        new, count = replace_all(writer.release, query, replacement)
        assert count == len(find(writer.release, query))
        writer.session.edit(lambda _release: new)
        return
    matches = find(writer.release, query)
    index = nearest(matches, writer.release, writer.session.state.focus, back=chance.random() < 0.5)
    if index is not None:
        assert writer.stands(matches[index].focus)
        writer.edit(replace_one(writer.release, matches[index], replacement))


def undo(writer: Writer, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        focus = writer.session.undo()
        assert focus is None or writer.stands(focus)


def redo(writer: Writer, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        focus = writer.session.redo()
        assert focus is None or writer.stands(focus)


ACTION: dict[str, Callable[[Writer, Random], None]] = {
    action.__name__: action
    for action in (
        type_something,
        insert_a_block,
        press_enter,
        add_a_paragraph,
        press_backspace,
        press_delete,
        convert_blocks,
        move_some,
        delete_some,
        duplicate_some,
        copy_or_cut,
        paste,
        replace_somewhere,
        undo,
        redo,
    )
}
WEIGHTS = [12 if name == "type_something" else 3 if name in ("press_enter", "insert_a_block") else 2 for name in ACTION]


def to_the_end(writer: Writer) -> Release:
    while writer.session.can_redo:
        writer.session.redo()
    return writer.release


def to_the_beginning(writer: Writer) -> Release:
    while writer.session.can_undo:
        writer.session.undo()
    return writer.release


def there_and_back(writer: Writer) -> None:
    """To the first state and to the last again."""
    last = to_the_end(writer)
    assert to_the_beginning(writer) == writer.first
    assert to_the_end(writer) == last


def is_whole(writer: Writer) -> bool:
    blocks = writer.release.blocks
    assert len({block.id for block in blocks}) == len(blocks)
    assert all(not isinstance(block, ItemList) or block.items for block in blocks)
    return isinstance(writer.session.problems(), tuple)


@given(st.integers(0, 2**32))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_thousand_actions_can_all_be_undone_and_done_again(seed: int) -> None:
    assert STEPS_KEPT > 2 * ACTIONS
    writer, chance = Writer(), Random(seed)
    for number, name in enumerate(chance.choices(list(ACTION), WEIGHTS, k=ACTIONS)):
        writer.do(name, chance)
        if number % 50 == 0:
            assert is_whole(writer)
    there_and_back(writer)


class ShortSession(RuleBasedStateMachine):
    """The same, a few steps at a time, so that a failure is told by the fewest."""

    def __init__(self) -> None:
        super().__init__()
        self.writer = Writer()

    @rule(name=st.sampled_from(list(ACTION)), seed=st.integers(0, 10_000))
    def act(self, name: str, seed: int) -> None:
        self.writer.do(name, Random(seed))

    @invariant()
    def whole(self) -> None:
        assert is_whole(self.writer)

    def teardown(self) -> None:
        there_and_back(self.writer)


TestShortSessions = ShortSession.TestCase
TestShortSessions.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
