from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.history import Focus
from humas_desk.desk.splitting import Edited, join_after, join_before, paragraph_after, split_block
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.inline import plain
from humas_desk.release.markup import markup_of, styled, visible_offset
from humas_desk.release.person import Speaker
from humas_desk.release.release import Ignored, Release

MARKUP = st.text(alphabet="ab c*\\é“", max_size=12)


def of(*blocks: Block) -> Release:
    return Release(blocks=blocks)


def texts(edited: Edited | None) -> list[str]:
    assert edited is not None
    return [block.text for block in edited.release.blocks if isinstance(block, Paragraph | Heading | Quote)]


def paragraphs(*lines: str) -> Release:
    return of(*(Paragraph(id=f"p{number}", text=line) for number, line in enumerate(lines)))


def test_enter_inside_italics_closes_the_mark_and_opens_it_again() -> None:
    edited = split_block(paragraphs("Kami *siap* hadir"), "blocks[0].text", 7, 7)
    assert texts(edited) == ["Kami *si*", "*ap* hadir"]
    assert edited.focus == Focus(place="blocks[1].text")


@given(MARKUP, st.integers(0, 12))
def test_what_enter_parts_backspace_joins_again(text: str, at: int) -> None:
    release = paragraphs(text)
    at = min(at, len(plain(text)))
    back = join_before(split_block(release, "blocks[0].text", at, at).release, 1)
    assert back is not None
    (block,) = back.release.blocks
    assert isinstance(block, Paragraph)
    assert block.text == markup_of(styled(text))
    assert visible_offset(block.text, back.focus.start) == at


def test_enter_over_a_selection_takes_it_away() -> None:
    assert texts(split_block(paragraphs("satu dua tiga"), "blocks[0].text", 4, 9)) == ["satu", "tiga"]


def test_pasted_lines_make_paragraphs_and_the_cursor_stands_behind_the_last() -> None:
    edited = split_block(paragraphs("awal akhir"), "blocks[0].text", 5, 5, ("satu", r"dua\*", "**tiga** "))
    assert texts(edited) == ["awal satu", r"dua\*", "**tiga** akhir"]
    assert edited.focus == Focus(place="blocks[2].text", start=9, end=9)


def test_a_heading_goes_on_as_a_paragraph() -> None:
    edited = split_block(of(Heading(id="h", text="Pengawasan Pemilu")), "blocks[0].text", 17, 17)
    assert [type(block) for block in edited.release.blocks] == [Heading, Paragraph]
    assert texts(edited) == ["Pengawasan Pemilu", ""]


def test_enter_before_a_heading_pushes_it_down() -> None:
    edited = split_block(of(Heading(id="h", text="Pengawasan")), "blocks[0].text", 0, 0)
    assert [type(block) for block in edited.release.blocks] == [Paragraph, Heading]
    assert edited.focus == Focus(place="blocks[1].text")


QUOTE = Quote(
    id="q",
    text="Kami siap. Kami hadir",
    speaker=Speaker(name="Sulastri", position="Ketua"),
    verb="kata",
    tail="kemarin",
)


def test_a_quote_becomes_two_of_the_same_speaker_and_the_tail_goes_with_the_second() -> None:
    first, second = split_block(of(QUOTE), "blocks[0].text", 11, 11).release.blocks
    assert isinstance(first, Quote)
    assert isinstance(second, Quote)
    assert (first.text, first.tail, first.speaker) == ("Kami siap. ", None, QUOTE.speaker)
    assert (second.text, second.tail, second.speaker, second.verb) == ("Kami hadir", "kemarin", QUOTE.speaker, "kata")


def test_enter_behind_the_last_word_of_a_quote_begins_a_paragraph() -> None:
    edited = split_block(of(QUOTE), "blocks[0].text", 21, 21)
    assert edited.release.blocks[0] == QUOTE
    assert isinstance(edited.release.blocks[1], Paragraph)


def test_the_second_half_of_a_quote_can_be_split_too() -> None:
    release = of(replace(QUOTE, rest="satu dua", text="Awal"))
    first, second = split_block(release, "blocks[0].rest", 5, 5).release.blocks
    assert isinstance(first, Quote)
    assert isinstance(second, Quote)
    assert (first.text, first.rest, second.text, second.rest) == ("Awal", "satu ", "dua", None)


def test_an_item_is_split_and_an_empty_one_leaves_the_list() -> None:
    release = of(ItemList(id="l", items=("satu dua", "", "tiga"), numbered=True))
    edited = split_block(release, "blocks[0].items[0]", 5, 5)
    assert edited.release.blocks[0] == ItemList(id="l", items=("satu ", "dua", "", "tiga"), numbered=True)
    assert edited.focus == Focus(place="blocks[0].items[1]")
    left = split_block(release, "blocks[0].items[1]", 0, 0)
    before, between, after = left.release.blocks
    assert before == ItemList(id="l", items=("satu dua",), numbered=True)
    assert isinstance(between, Paragraph)
    assert isinstance(after, ItemList)
    assert (after.items, after.numbered) == (("tiga",), True)
    assert left.focus == Focus(place="blocks[1].text")


def test_what_is_no_running_text_is_not_split() -> None:
    for place in ("title", "blocks[0].caption", "blocks[0].text"):
        with pytest.raises(ValueError, match="cannot be split"):
            split_block(of(Photo(id="f")), place, 0, 0)


def test_backspace_before_a_heading_or_an_item_makes_it_a_paragraph_first() -> None:
    assert texts(join_before(of(Paragraph(id="p", text="a"), Heading(id="h", text="b")), 1)) == ["a", "b"]
    out = join_before(of(ItemList(id="l", items=("*a*", "b"))), 0)
    assert out is not None
    assert isinstance(out.release.blocks[0], Paragraph)
    assert out.release.blocks[1] == ItemList(id="l", items=("b",))


def test_backspace_joins_with_heading_and_last_item() -> None:
    assert texts(join_before(of(Heading(id="h", text="Judul"), Paragraph(id="p", text=" *isi*")), 1)) == ["Judul *isi*"]
    joined = join_before(of(ItemList(id="l", items=("a", "*b*")), Paragraph(id="p", text="*c*")), 1)
    assert joined is not None
    assert joined.release.blocks == (ItemList(id="l", items=("a", "*bc*")),)
    assert joined.focus == Focus(place="blocks[0].items[1]", start=2, end=2)


def test_behind_a_quote_a_paragraph_goes_on_in_the_quotes_paragraph() -> None:
    release = of(QUOTE, Paragraph(id="p", text="Lalu."))
    edited = join_before(release, 1)
    assert edited is not None
    assert edited.release.blocks[1] == Paragraph(id="p", text="Lalu.", joined=True)
    assert join_before(edited.release, 1) is None


def test_an_empty_paragraph_goes_and_the_cursor_stands_before_it() -> None:
    release = of(Photo(id="f", caption="Warga"), Paragraph(id="p"))
    edited = join_before(release, 1)
    assert edited == Edited(release=of(Photo(id="f", caption="Warga")), focus=Focus(place="blocks[0].caption"))
    assert join_before(of(Table(id="t"), Paragraph(id="p", text="a")), 1) is None
    assert join_before(paragraphs("a"), 0) is None


def test_an_empty_quote_becomes_a_paragraph_and_a_filled_one_is_set_on() -> None:
    assert isinstance(join_before(of(Quote(id="q")), 0).release.blocks[0], Paragraph)
    edited = join_before(of(Paragraph(id="p", text="Awal."), QUOTE), 1)
    assert edited is not None
    assert edited.release.blocks[1] == replace(QUOTE, joined=True)
    assert join_before(of(QUOTE), 0) is None


def test_delete_at_the_end_brings_the_next_text_up() -> None:
    assert texts(join_after(paragraphs("a", "b"), 0)) == ["ab"]
    assert texts(join_after(of(Paragraph(id="p", text="a"), Heading(id="h", text="b")), 0)) == ["ab"]
    listed = join_after(of(Paragraph(id="p", text="a"), ItemList(id="l", items=("b", "c"))), 0)
    assert listed is not None
    assert listed.release.blocks == (Paragraph(id="p", text="ab"), ItemList(id="l", items=("c",)))
    assert join_after(of(Paragraph(id="p"), QUOTE), 0) == Edited(release=of(QUOTE), focus=Focus(place="blocks[0].text"))
    assert join_after(of(Paragraph(id="p", text="a"), QUOTE), 0) is None
    assert join_after(paragraphs("a"), 0) is None


def test_a_paragraph_comes_behind_any_block() -> None:
    edited = paragraph_after(of(Table(id="t")), 0)
    assert isinstance(edited.release.blocks[1], Paragraph)
    assert edited.focus == Focus(place="blocks[1].text")


def test_notes_about_places_follow_their_blocks() -> None:
    release = replace(paragraphs("a b", "c"), ignored=(Ignored(place="blocks[1].text", rule="r", reason="x"),))
    assert split_block(release, "blocks[0].text", 1, 1).release.ignored[0].place == "blocks[2].text"
