"""What a superior changed in a working copy, taken over into the release one by one or all at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from humas_desk.desk.editing import get
from humas_desk.desk.taking_over import take_over
from humas_desk.intake.differences import differences
from humas_desk.intake.returned import Returned
from humas_desk.layout.compose import compose
from humas_desk.layout.loader import load_template
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Pattern, Quote
from humas_desk.release.carried import Carried
from humas_desk.release.container import Bundle
from humas_desk.release.inline import escape
from humas_desk.release.office_file import read_office
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Release
from humas_desk.writers.passages import passages_of

BLOCKS: tuple[Block, ...] = (
    Paragraph(id="a", text="Pengawas mencatat *hasil* pengawasan setiap hari di kecamatan."),
    Quote(
        id="b",
        text="Kami siap mengawasi sejak hari pertama",
        speaker=Speaker(name="Siti Aminah", position="Ketua"),
        verb="ujar",
        pattern=Pattern.QUOTE_VERB_SPEAKER,
    ),
    Heading(id="c", text="Temuan Awal"),
    ItemList(id="d", items=("butir satu yang panjang", "butir dua yang lain")),
    Paragraph(id="e", text="Alinea terakhir menutup rilis ini dengan harapan baik."),
)


@pytest.fixture(scope="module")
def carried(root: Path) -> Carried:
    release = Release(title="Judul yang Lama", dateline=Dateline(city="Batam"), blocks=BLOCKS)
    office = read_office(root / "assets" / "samples" / "office.toml")
    template = load_template(root / "templates" / "rilis-berita")
    return Carried(bundle=Bundle(release=release), passages=passages_of(compose(release, office, template, images={})))


def texts(carried: Carried) -> list[str]:
    return [escape(passage.text) for passage in carried.passages]


def returned(carried: Carried, now: list[str]) -> Returned:
    return Returned(carried=carried, differences=differences(carried.passages, now))


def swapped(carried: Carried, *pairs: tuple[str, str]) -> Returned:
    now = texts(carried)
    for before, after in pairs:
        assert any(before in text for text in now), before
        now = [text.replace(before, after) for text in now]
    return returned(carried, now)


@pytest.mark.parametrize(
    ("before", "after", "place", "value"),
    [
        ("yang Lama", "yang Baru", "title", "Judul yang Baru"),
        ("hasil pengawasan", "semua pengawasan", "blocks[0].text", None),
        (
            "setiap hari",
            "tiap 2*3 hari",
            "blocks[0].text",
            "Pengawas mencatat *hasil* pengawasan tiap 2\\*3 hari di kecamatan.",
        ),
        ("sejak hari", "mulai hari", "blocks[1].text", "Kami siap mengawasi mulai hari pertama"),
        ("Siti Aminah", "Siti Rahma", "blocks[1].speaker.name", "Siti Rahma"),
        ("Temuan Awal", "Temuan Akhir", "blocks[2].text", "Temuan Akhir"),
        ("butir dua", "butir kedua", "blocks[3].items[1]", "butir kedua yang lain"),
    ],
)
def test_changed_words_go_to_where_they_came_from(
    carried: Carried, before: str, after: str, place: str, value: str | None
) -> None:
    taken = take_over(swapped(carried, (before, after)))
    assert taken.left == ()
    found = get(taken.release, place)
    assert found == value if value else after.split(maxsplit=1)[0] in str(found)


def test_all_changes_together_and_none(carried: Carried) -> None:
    found = swapped(carried, ("yang Lama", "yang Baru"), ("Temuan Awal", "Temuan"), ("dengan harapan", "tanpa harapan"))
    assert len(found.differences) == 3
    taken = take_over(found)
    assert taken.left == ()
    assert taken.release.title == "Judul yang Baru"
    assert get(taken.release, "blocks[4].text") == "Alinea terakhir menutup rilis ini tanpa harapan baik."
    assert take_over(found, ()).release == carried.bundle.release


def test_one_by_one_gives_what_was_chosen_and_no_more(carried: Carried) -> None:
    found = swapped(carried, ("yang Lama", "yang Baru"), ("Temuan Awal", "Temuan"))
    taken = take_over(found, found.differences[1:])
    assert taken.release.title == "Judul yang Lama"
    assert get(taken.release, "blocks[2].text") == "Temuan"


def test_an_added_paragraph_stands_where_it_stood(carried: Carried) -> None:
    now = texts(carried)
    index = next(number for number, text in enumerate(now) if text == "Temuan Awal")
    taken = take_over(returned(carried, [*now[:index], "Kalimat *baru* sekali.", *now[index:]]))
    assert get(taken.release, "blocks[2].text") == "Kalimat *baru* sekali."
    assert get(taken.release, "blocks[3].text") == "Temuan Awal"
    assert len(taken.release.blocks) == len(BLOCKS) + 1


def test_removed_paragraphs_and_items_go(carried: Carried) -> None:
    now = [text for text in texts(carried) if text not in {"Temuan Awal", "butir satu yang panjang"}]
    taken = take_over(returned(carried, now))
    assert taken.left == ()
    assert [type(block) for block in taken.release.blocks] == [Paragraph, Quote, ItemList, Paragraph]
    assert get(taken.release, "blocks[2].items") == ("butir dua yang lain",)


def test_two_added_paragraphs_keep_their_order(carried: Carried) -> None:
    now = texts(carried)
    index = now.index(BLOCKS[4].text) + 1 if isinstance(BLOCKS[4], Paragraph) else 0
    taken = take_over(returned(carried, [*now[:index], "Tambahan pertama.", "Tambahan kedua.", *now[index:]]))
    added = [block for block in taken.release.blocks[-2:] if isinstance(block, Paragraph)]
    assert [block.text for block in added] == ["Tambahan pertama.", "Tambahan kedua."]


def test_what_was_added_behind_the_contacts_is_left_and_told(carried: Carried) -> None:
    found = returned(carried, [*texts(carried), "Catatan kaki atasan."])
    assert take_over(found).left == found.differences


def test_a_block_added_and_another_removed_at_once(carried: Carried) -> None:
    now = texts(carried)
    index = next(number for number, text in enumerate(now) if text == "Temuan Awal")
    now[index : index + 1] = []
    now = ["Pembuka baru sama sekali dari meja atasan.", *now]
    taken = take_over(returned(carried, now))
    assert taken.left == ()
    assert Heading not in {type(block) for block in taken.release.blocks}
    assert any(getattr(block, "text", "").startswith("Pembuka") for block in taken.release.blocks)


def test_made_words_of_a_quote_make_it_a_paragraph(carried: Carried) -> None:
    taken = take_over(swapped(carried, (" ujar ", " kata ")))
    assert taken.left == ()
    block = taken.release.blocks[1]
    assert block == Paragraph(id="b", text="“Kami siap mengawasi sejak hari pertama,” kata Siti Aminah.")


def test_words_that_stand_nowhere_in_the_release_are_left_and_told(carried: Carried) -> None:
    strange = replace(carried, passages=tuple(replace(passage, spans=()) for passage in carried.passages))
    found = swapped(strange, ("Temuan Awal", "Temuan Lain"))
    taken = take_over(found)
    assert taken.left == found.differences
    assert taken.release == carried.bundle.release
