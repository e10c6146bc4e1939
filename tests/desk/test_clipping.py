from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from humas_desk.desk.clipping import (
    Clip,
    blocks_of,
    blocks_to_paste,
    copied,
    delete_blocks,
    duplicate_blocks,
    insert_blocks,
    move_blocks,
    paste_blocks,
    plain_text,
    replace_blocks,
)
from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Photo, PhotoFile, Quote, Table
from humas_desk.release.person import Speaker
from humas_desk.release.release import Ignored, Release
from tests.desk.makes import a_picture

ALL = Release(
    blocks=(
        Paragraph(id="a", text="Warga *diajak*."),
        Quote(id="b", text="Kami siap", speaker=Speaker(name="Sulastri", position="Ketua"), joined=True),
        Heading(id="c", text="Rencana"),
        ItemList(id="d", items=("satu", "", "dua"), numbered=True),
        Photo(id="e", files=(PhotoFile(file="foto.jpg"),), caption="Warga."),
        Table(id="f", rows=(("A", "B"), ("1", "2")), caption="Hasil"),
    )
)

PHOTOS = {"foto.jpg": a_picture(size=(30, 20))}


def ids(release: Release) -> str:
    return "".join(block.id for block in release.blocks)


def lettered(count: int) -> Release:
    return Release(blocks=tuple(Paragraph(id="abcdefgh"[n], text="abcdefgh"[n]) for n in range(count)))


def test_blocks_are_copied_as_clean_lines() -> None:
    assert plain_text(ALL, 0, 5).split("\n") == [
        "Warga diajak. “Kami siap,” ujar Sulastri, Ketua.",
        "Rencana",
        "1. satu",
        "2. dua",
        "Warga.",
        "Hasil",
        "A\tB",
        "1\t2",
    ]


def test_text_from_outside_becomes_paragraphs() -> None:
    assert [block.text for block in blocks_of("satu *dua*\r\n\r\n tiga\t empat \n")] == ["satu **dua**", "tiga empat"]
    assert blocks_of("") == ()


def test_our_own_clip_comes_back_whole_with_new_ids() -> None:
    clip = copied(ALL, 1, 4, PHOTOS)
    pasted = blocks_to_paste(clip.text, clip, PHOTOS)
    assert [replace(block, id="") for block in pasted] == [replace(block, id="") for block in ALL.blocks[1:5]]
    assert not {block.id for block in pasted} & {block.id for block in ALL.blocks}


def test_a_clip_is_forgotten_when_the_clipboard_holds_something_else() -> None:
    (paragraph,) = blocks_to_paste("lain", copied(ALL, 0, 1, {}), {})
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "lain"


def test_a_photo_of_another_release_is_not_pasted() -> None:
    assert blocks_to_paste("Warga.", Clip(text="Warga.", blocks=ALL.blocks[4:5]), {}) == ()
    clip = copied(ALL, 4, 4, PHOTOS)
    assert blocks_to_paste(clip.text, clip, {"foto.jpg": a_picture("red", size=(30, 20))}) == (), "another of its name"


def test_of_several_photos_those_at_hand_are_pasted() -> None:
    files = (PhotoFile(file="foto.jpg"), PhotoFile(file="lain.jpg"))
    clip = copied(Release(blocks=(Photo(id="e", files=files, caption="Dua."),)), 0, 0, PHOTOS)
    (pasted,) = blocks_to_paste("Dua.", clip, PHOTOS)
    assert isinstance(pasted, Photo)
    assert pasted.files == files[:1]


def test_blocks_are_pasted_at_the_cursor_of_a_paragraph() -> None:
    edited = paste_blocks(ALL, "blocks[0].text", 6, 6, ALL.blocks[2:4])
    assert [getattr(block, "text", "") for block in edited.release.blocks[:4]] == ["Warga ", "Rencana", "", "*diajak*."]
    assert edited.focus == Focus(place="blocks[2].items[2]", start=3, end=3)
    at_end = paste_blocks(ALL, "blocks[0].text", 13, 13, blocks_of("baru"))
    assert ids(at_end.release)[0] == "a"
    assert [getattr(block, "text", "") for block in at_end.release.blocks[:3]] == [
        "Warga *diajak*.",
        "baru",
        "Kami siap",
    ]


def test_into_an_empty_paragraph_blocks_come_instead_of_it() -> None:
    edited = paste_blocks(Release(blocks=(Paragraph(id="a"),)), "blocks[0].text", 0, 0, ALL.blocks[2:3])
    assert edited.release.blocks == ALL.blocks[2:3]


def test_outside_paragraphs_blocks_are_pasted_behind_the_card() -> None:
    assert ids(paste_blocks(ALL, "blocks[2].text", 0, 0, ALL.blocks[4:5]).release) == "abcedef"
    assert ids(paste_blocks(ALL, "title", 0, 0, ALL.blocks[4:5]).release) == "abcdefe"


def test_blocks_are_deleted_and_one_paragraph_stays() -> None:
    edited = delete_blocks(ALL, 1, 3)
    assert ids(edited.release) == "aef"
    assert edited.focus == Focus(place="blocks[1].caption")
    (left,) = delete_blocks(ALL, 0, 5).release.blocks
    assert isinstance(left, Paragraph)
    assert delete_blocks(ALL, 5, 5).focus == Focus(place="blocks[4].caption")


@given(st.integers(1, 7), st.data())
def test_blocks_move_together(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    to = data.draw(st.integers(-1, count))
    letters = "abcdefgh"[:count]
    rest = letters[:first] + letters[last + 1 :]
    at = min(max(0, to), len(rest))
    assert (
        ids(move_blocks(lettered(count), first, last, to).release) == rest[:at] + letters[first : last + 1] + rest[at:]
    )


def test_blocks_are_doubled_behind_themselves() -> None:
    edited = duplicate_blocks(ALL, 1, 2)
    assert ids(edited.release).startswith("abc")
    assert edited.release.blocks[3] == replace(ALL.blocks[1], id=edited.release.blocks[3].id)
    assert len({block.id for block in edited.release.blocks}) == 8
    assert edited.focus == Focus(place="blocks[3].text")


def test_blocks_are_pasted_over_blocks() -> None:
    assert ids(replace_blocks(lettered(4), 1, 2, ALL.blocks[4:5]).release) == "aed"
    assert ids(replace_blocks(lettered(4), 1, 2, ()).release) == "ad"
    assert ids(insert_blocks(lettered(1), 0, ()).release) == "a"


def test_notes_about_places_follow() -> None:
    release = replace(lettered(4), ignored=(Ignored(place="blocks[3].text", rule="r", reason="x"),))
    assert delete_blocks(release, 0, 1).release.ignored[0].place == "blocks[1].text"
    assert move_blocks(release, 0, 1, 2).release.ignored[0].place == "blocks[1].text"
