"""A writer that chance leads over the desk: everything a person may do to a release, in any order.

The way back must end where the session began, the way forth where it ended.
"""

from collections.abc import Callable
import datetime as dt
from pathlib import Path
from random import Random

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
from humas_desk.desk.editing import BLOCK_KINDS, get, insert_block, new_block, new_release, put
from humas_desk.desk.finding import Query, TextPlace, find, nearest, replace_all, replace_one, text_places
from humas_desk.desk.history import Focus, State
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.desk.photographs import AdmittedPhoto, photo_files, used_photos
from humas_desk.desk.session import Change, Session
from humas_desk.desk.sheet import Sheet, add_attachment, remove_attachment
from humas_desk.desk.smart_typing import replaced, smart
from humas_desk.desk.splitting import Edited, join_after, join_before, paragraph_after, split_block
from humas_desk.release.blocks import ItemList, Paragraph, Pattern, Photo, Quote
from humas_desk.release.inline import escape
from humas_desk.release.markup import cut, joined, raw_offset, visible_text
from humas_desk.release.release import Kind, Release
from humas_desk.release.verbs import VERBS
from tests.desk.makes import a_picture, a_session, an_office

MOST_BLOCKS = 40
MOST_ATTACHMENTS = 3
PICTURE = a_picture(size=(300, 200))
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

    def __init__(self, folder: Path) -> None:
        """`folder`: where copies are saved and opened again."""
        self.folder = folder
        self.now = 0.0
        self.clip: Clip | None = None
        self._begin(a_session(clock=lambda: self.now))

    def begin(self, state: State) -> None:
        """Another release is on the desk; the one before could be taken back to its beginning."""
        there_and_back(self)
        self._begin(Session(state, office=an_office(), clock=lambda: self.now))

    def _begin(self, session: Session) -> None:
        self.session = session
        self.sheet = Sheet(session)
        self.first = session.release
        session.subscribe(self.hear)

    @property
    def release(self) -> Release:
        """With the body that is written on."""
        if not self.sheet.is_there:
            self.sheet = Sheet(self.session)
        return self.sheet.release

    def do(self, name: str, chance: Random) -> None:
        """One action; it may find nothing to do."""
        self.now += chance.choice((0.1, 0.4, 3.0))
        ACTION[name](self, chance)

    def hear(self, change: Change) -> None:
        """The window is sent nowhere where it cannot go."""
        assert change.focus is None or self.stands(change.focus), change

    def stands(self, focus: Focus) -> bool:
        """Whether the cursor can go there."""
        value = get(self.session.release, focus.place)
        return not isinstance(value, str) or 0 <= focus.start <= focus.end <= len(value)

    def edit(self, edited: Edited | None) -> None:
        if edited is not None:
            self.sheet.edit(lambda _release: edited.release, edited.focus)

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
        if self.sheet.attachment is not None:  # its own blocks stand in the body's place
            found = [where for where in found if not where.place.startswith("attachments[")]
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
        writer.sheet.put(where.place, where.text[:at] + word + where.text[end:])
        return
    before, after = cut(where.text, at, end)
    new = joined(joined(before, escape(word)), after)
    caret = raw_offset(new, at + len(word))
    writer.sheet.put(where.place, new, Focus(place=where.place, start=caret, end=caret))
    change = smart(visible_text(before) + word[:-1], word[-1])
    if change is not None and change.remove <= at + len(word):
        markup, end = replaced(new, at + len(word), change)
        typed = writer.session.release
        writer.sheet.edit(
            lambda release: put(release, where.place, markup), Focus(place=where.place, start=end, end=end)
        )
        writer.session.undo()
        assert writer.session.release == typed, "one undo takes back the mark alone"
        writer.session.redo()


def insert_a_block(writer: Writer, chance: Random) -> None:
    if len(writer.release.blocks) < MOST_BLOCKS:
        index = chance.randint(0, len(writer.release.blocks))
        block = new_block(chance.choice(BLOCK_KINDS))
        writer.sheet.edit(lambda release: insert_block(release, index, block))


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
        writer.clip = copied(writer.release, *chosen, writer.session.state.photos)
        if chance.random() < 0.5:
            writer.edit(delete_blocks(writer.release, *chosen))


def paste(writer: Writer, chance: Random) -> None:
    if len(writer.release.blocks) >= MOST_BLOCKS:
        return
    clipboard = writer.clip.text if writer.clip and chance.random() < 0.5 else chance.choice(CLIPBOARDS)
    blocks = blocks_to_paste(clipboard, writer.clip, writer.session.state.photos)
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
        new, count = replace_all(writer.session.release, query, replacement)
        assert count == len(find(writer.session.release, query))
        writer.session.edit(lambda _release: new)
        return
    matches = find(writer.session.release, query)
    index = nearest(matches, writer.session.release, writer.session.state.focus, back=chance.random() < 0.5)
    if index is not None:
        assert writer.stands(matches[index].focus)
        edited = replace_one(writer.session.release, matches[index], replacement)
        writer.session.edit(lambda _release: edited.release, edited.focus)


def undo(writer: Writer, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        focus = writer.session.undo()
        assert focus is None or writer.stands(focus)


def redo(writer: Writer, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        focus = writer.session.redo()
        assert focus is None or writer.stands(focus)


def place_photos(writer: Writer, chance: Random) -> None:
    """New pictures, or more into a photo that stands there."""
    blocks = writer.release.blocks
    photos = [AdmittedPhoto(name=chance.choice(("rapat.jpg", "warga.jpg")), image=PICTURE)] * chance.choice((1, 2, 7))
    into = [index for index, block in enumerate(blocks) if isinstance(block, Photo)]
    if into and chance.random() < 0.5:
        writer.sheet.place_photos(chance.choice(into), photos, into=True)
    elif len(blocks) < MOST_BLOCKS:
        writer.sheet.place_photos(chance.randint(0, len(blocks)), photos)


def choose_for_a_quote(writer: Writer, chance: Random) -> None:
    quotes = [index for index, block in enumerate(writer.release.blocks) if isinstance(block, Quote)]
    if not quotes:
        return
    own = f"blocks[{chance.choice(quotes)}]"
    field, values = chance.choice(
        (
            ("pattern", tuple(Pattern)),
            ("verb", tuple(sorted(VERBS))),
            ("speaker.name", ("Sulastri", "Dr. Budi, M.Si.", "")),
            ("rest", (None, "lalu pulang")),
            ("joined", (True, False)),
        )
    )
    writer.sheet.put(f"{own}.{field}", chance.choice(tuple(values)))


def change_a_fact(writer: Writer, chance: Random) -> None:
    """What stands around the body."""
    place, values = chance.choice(
        (
            ("dateline.date", (None, dt.date(2026, 2, 28))),
            ("dateline.city", ("", "Batam")),
            ("kind", tuple(Kind)),
            ("number", (None, "1/HM/2026")),
            ("embargo.until", ("2026-03-01T10:00",)),
            ("event.place", ("Aula",)),
            ("contacts[0].name", ("Humas",)),
            ("signatories[0].name", ("Sulastri",)),
            ("credits.writer", (None, "Dewi")),
            ("hashtags", ((), ("#awasi",))),
        )
    )
    writer.session.put(place, chance.choice(tuple(values)))


def attach(writer: Writer, chance: Random) -> None:
    """An attachment comes or goes, or the writer turns to another body."""
    count = len(writer.session.release.attachments)
    match chance.randrange(4):
        case 0 if count < MOST_ATTACHMENTS:
            writer.session.edit(add_attachment)
        case 1 if count:
            writer.session.edit(lambda release: remove_attachment(release, chance.randrange(count)))
        case _:
            writer.sheet = Sheet(writer.session, chance.choice((None, *range(count))))


def open_a_copy(writer: Writer, _chance: Random) -> None:
    """Saved and opened again it is the same, with its pictures."""
    path = writer.folder / "salinan.humas"
    save_copy(path, writer.session.state)
    opened = open_file(path)
    release = writer.session.release
    assert opened.errors == ()
    assert opened.state.release == release
    assert opened.state.photos.keys() == used_photos(release, writer.session.state.photos).keys()
    writer.begin(opened.state)


def begin_anew(writer: Writer, chance: Random) -> None:
    """An empty release, or one as the first."""
    if chance.random() < 0.5:
        writer.begin(State(release=new_release(chance.choice(tuple(Kind)), an_office(), dt.date(2026, 5, 4))))
    else:
        writer.begin(a_session().state)


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
        place_photos,
        choose_for_a_quote,
        change_a_fact,
        attach,
        open_a_copy,
        begin_anew,
        undo,
        redo,
    )
}
_OFTEN = {"type_something": 24, "press_enter": 6, "insert_a_block": 6, "open_a_copy": 0.3, "begin_anew": 0.15}
WEIGHTS = [_OFTEN.get(name, 4.0) for name in ACTION]


def to_the_end(writer: Writer) -> Release:
    while writer.session.can_redo:
        writer.session.redo()
    return writer.session.release


def to_the_beginning(writer: Writer) -> Release:
    while writer.session.can_undo:
        writer.session.undo()
    return writer.session.release


def there_and_back(writer: Writer) -> None:
    """To the first state and to the last again."""
    last = to_the_end(writer)
    assert to_the_beginning(writer) == writer.first
    assert to_the_end(writer) == last


def is_whole(writer: Writer) -> bool:
    """What holds of every release on the desk."""
    release = writer.session.release
    for blocks in (release.blocks, *(attachment.blocks for attachment in release.attachments)):
        assert len({block.id for block in blocks}) == len(blocks)
        assert all(not isinstance(block, ItemList) or block.items for block in blocks)
    assert used_photos(release, writer.session.state.photos).keys() == {file.file for file in photo_files(release)}, (
        "every picture is at hand"
    )
    return isinstance(writer.session.problems(), tuple)
