from dataclasses import replace
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.converting import KINDS, can_convert, convert, sentence_markup
from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Block, Heading, ItemList, Mention, Paragraph, Pattern, Photo, Quote, Table
from humas_desk.release.markup import visible_text
from humas_desk.release.person import Speaker
from humas_desk.release.quote import ResolvedMention, quote_sentence
from humas_desk.release.release import Kind, Release
from humas_desk.release.verbs import VERBS, patterns_of

KETUA = Speaker(name="Sulastri Ayu", position="Ketua Panwaslu")


def of(*blocks: Block) -> Release:
    return Release(blocks=blocks)


def quoted(text: str, *before: Block) -> tuple[Block, ...]:
    release = of(*before, Paragraph(id="p", text=text))
    return convert(release, len(before), "quote").release.blocks[len(before) :]


def the_quote(text: str, *before: Block) -> Quote:
    (block,) = quoted(text, *before)
    assert isinstance(block, Quote)
    return block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Kami siap,” ujarnya.", Quote(id="", text="Kami siap", pattern=Pattern.QUOTE_VERB_NYA)),
        ("“Kami siap,” kata dia.", Quote(id="", text="Kami siap", verb="kata", pattern=Pattern.QUOTE_VERB_DIA)),
        (
            "“Kami siap,” tegas Sulastri Ayu.",
            Quote(
                id="",
                text="Kami siap",
                verb="tegas",
                pattern=Pattern.QUOTE_VERB_SPEAKER,
                speaker=Speaker(name="Sulastri Ayu"),
            ),
        ),
        ("“Kami siap,” ujar Sulastri Ayu, Ketua Panwaslu.", Quote(id="", text="Kami siap", speaker=KETUA)),
        (
            "“Kami siap,” ujar Ketua Panwaslu Sulastri Ayu.",
            Quote(id="", text="Kami siap", speaker=KETUA, pattern=Pattern.QUOTE_VERB_POSITION_SPEAKER),
        ),
        (
            "“Kami siap,” ujar Ketua Bawaslu Kabupaten Contoh Rina A. Putri, Senin (28/8/2023).",
            Quote(
                id="",
                text="Kami siap",
                speaker=Speaker(name="Rina A. Putri", position="Ketua Bawaslu Kabupaten Contoh"),
                pattern=Pattern.QUOTE_VERB_POSITION_SPEAKER,
                tail="Senin (28/8/2023)",
            ),
        ),
        (
            "“Siapkah kita?” tanya Dr. Siti Aminah, S.H., M.H., Anggota Bawaslu, dalam *sambutannya*.",
            Quote(
                id="",
                text="Siapkah kita?",
                verb="tanya",
                speaker=Speaker(name="Dr. Siti Aminah, S.H., M.H.", position="Anggota Bawaslu"),
                tail="dalam *sambutannya*",
            ),
        ),
        (
            "Sulastri Ayu mengatakan, “Kami siap.”",
            Quote(
                id="",
                text="Kami siap.",
                verb="kata",
                speaker=Speaker(name="Sulastri Ayu"),
                pattern=Pattern.SPEAKER_VERB_QUOTE,
            ),
        ),
        (
            "Dia menggarisbawahi: “Kami *siap*.”",
            Quote(id="", text="Kami *siap*.", verb="garisbawahi", pattern=Pattern.SPEAKER_VERB_COLON_QUOTE),
        ),
        (
            "“Kami siap,” ujar Sulastri Ayu, “dan hadir.”",
            Quote(
                id="", text="Kami siap", rest="dan hadir.", speaker=Speaker(name="Sulastri Ayu"), pattern=Pattern.SPLIT
            ),
        ),
        (
            "“Kami siap,” ujarnya. “Kami hadir.”",
            Quote(id="", text="Kami siap", rest="Kami hadir.", pattern=Pattern.SPLIT_SENTENCES),
        ),
        ("“Kami siap.”", Quote(id="", text="Kami siap.", pattern=Pattern.PLAIN)),
        (
            "“Satu.\n“Dua,” pungkasnya menutup amanat.",
            Quote(id="", text="Satu.\nDua", verb="pungkas", pattern=Pattern.QUOTE_VERB_NYA, tail="menutup amanat"),
        ),
    ],
)
def test_a_written_sentence_becomes_the_quote_that_makes_it(text: str, expected: Quote) -> None:
    quote = the_quote(text)
    assert replace(quote, id="") == expected
    assert convert(of(quote), 0, "paragraph").release.blocks[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        '"Kami siap" kata Sulastri Ayu',
        "„Kami siap”, kata Sulastri Ayu.",
        '"Kami siap", kata Sulastri Ayu.',
    ],
)
def test_a_sentence_with_other_marks_is_understood_too(text: str) -> None:
    quote = the_quote(text)
    assert (quote.text, quote.verb, quote.speaker.name) == ("Kami siap", "kata", "Sulastri Ayu")


def test_sentences_around_the_quote_stay_and_go_on_in_the_same_paragraph() -> None:
    before, quote, after = quoted("Acara dimulai. “Kami siap,” ujar Sulastri di Batam. Warga *hadir*.")
    assert before == Paragraph(id=before.id, text="Acara dimulai.")
    assert isinstance(quote, Quote)
    assert (quote.joined, quote.speaker.name, quote.tail) == (True, "Sulastri", "di Batam")
    assert after == Paragraph(id=after.id, text="Warga *hadir*.", joined=True)


def test_a_short_name_is_known_from_a_quote_before() -> None:
    quote = the_quote("“Lagi,” ujar Sulastri.", Quote(id="q", text="Awal", speaker=KETUA))
    assert (quote.speaker, quote.mention) == (KETUA, Mention.AUTO)
    full = the_quote("“Lagi,” ujar Sulastri Ayu, Ketua Panwaslu.", Quote(id="q", text="Awal", speaker=KETUA))
    assert (full.speaker, full.mention) == (KETUA, Mention.FULL)


def test_a_text_that_is_no_quote_becomes_the_speech() -> None:
    assert the_quote("Bukan *kutipan*.").text == "Bukan *kutipan*."
    assert the_quote("").text == ""
    assert the_quote("Tema “Awas” dipilih warga.").text == "Tema “Awas” dipilih warga."


def test_what_a_pattern_does_not_show_is_not_lost_while_nothing_was_said() -> None:
    quote = Quote(id="q", speaker=KETUA, tail="kemarin")
    assert sentence_markup(of(quote), 0) == "Sulastri Ayu, Ketua Panwaslu kemarin"
    with pytest.raises(TypeError):
        sentence_markup(of(Paragraph(id="p")), 0)


def test_a_second_half_that_the_pattern_leaves_out_is_not_lost() -> None:
    quote = Quote(id="q", text="Satu", rest="dua", pattern=Pattern.QUOTE_VERB_NYA)
    assert sentence_markup(of(quote), 0) == "“Satu,” ujarnya.\n“dua.”"


def test_every_item_of_a_list_becomes_a_quote_of_its_own() -> None:
    items = ("“A,” ujar Sulastri Ayu, Ketua Panwaslu.", "“B,” kata Sulastri.")
    release = convert(of(ItemList(id="l", items=items), Table(id="t")), 0, "quote").release
    assert [type(block) for block in release.blocks] == [Quote, Quote, Table]
    assert release.blocks[1].speaker == KETUA
    assert [sentence_markup(release, index) for index in (0, 1)] == list(items)


def test_degrees_come_back_also_in_news() -> None:
    text = "“Kami siap,” ujar Dr. Siti Aminah, S.H., Ketua Bawaslu."
    release = convert(Release(kind=Kind.NEWS, blocks=(Paragraph(id="p", text=text),)), 0, "quote").release
    assert convert(release, 0, "paragraph").release.blocks[0].text == text


def test_a_list_becomes_paragraphs_and_paragraphs_a_list() -> None:
    release = of(Heading(id="h", text="a"), ItemList(id="l", items=("*b*", "", "c")), Photo(id="f"))
    apart = convert(release, 1, "paragraph").release
    assert [getattr(block, "text", None) for block in apart.blocks] == ["a", "*b*", "c", None]
    together = convert(apart, 0, "list", 2)
    assert isinstance(together.release.blocks[0], ItemList)
    assert together.release.blocks[0].items == ("a", "*b*", "c")
    assert len(together.release.blocks) == 2
    assert together.focus == Focus(place="blocks[0].items[0]")
    assert convert(of(Paragraph(id="p", text="a*b\nc*")), 0, "list").release.blocks[0].items == ("a*b*", "*c*")


def test_a_heading_is_one_line_and_a_quote_of_two_paragraphs_fits_it() -> None:
    (heading,) = convert(of(Quote(id="q", text="Satu\nDua", pattern=Pattern.PLAIN)), 0, "heading").release.blocks
    assert heading == Heading(id=heading.id, text="“Satu. “Dua.”")


def test_joined_and_unknown_keys_stay() -> None:
    release = of(
        Paragraph(id="a", text="A."), Paragraph(id="b", text="“B,” ujarnya.", joined=True, unknown=(("x", 1),))
    )
    (_, quote) = convert(release, 1, "quote").release.blocks
    assert isinstance(quote, Quote)
    assert (quote.joined, quote.unknown) == (True, (("x", 1),))
    (_, paragraph) = convert(of(release.blocks[0], quote), 1, "paragraph").release.blocks
    assert paragraph == replace(release.blocks[1], id=paragraph.id)


def test_several_paragraphs_become_quotes_by_one_call() -> None:
    release = of(
        Paragraph(id="a", text="“A,” ujar Sulastri Ayu, Ketua Panwaslu."),
        Table(id="t"),
        Paragraph(id="b", text="Lalu warga. “B,” kata Sulastri."),
        Paragraph(id="c", text="Akhir."),
    )
    edited = convert(release, 0, "quote", 2)
    assert [type(block) for block in edited.release.blocks] == [Quote, Table, Paragraph, Quote, Paragraph]
    assert edited.release.blocks[3].speaker.name == "Sulastri Ayu"
    assert edited.focus == Focus(place="blocks[0].text")
    assert convert(release, 2, "quote").focus == Focus(place="blocks[3].text")


def test_what_is_not_running_text_stays() -> None:
    assert not can_convert(Photo(id="f"))
    assert convert(of(Photo(id="f")), 0, "quote").release == of(Photo(id="f"))
    with pytest.raises(ValueError, match="no such kind"):
        convert(of(Photo(id="f")), 0, "photo")


WORD = st.sampled_from(["kami", "siap", "Warga", "10.00", "dll.", "‘buku’", "Jum’at", "*dan*", "H.", "tidak?", "ya!"])
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
NAMES = st.sampled_from(["", "Sulastri", "Moh. Amin", "Dr. Siti Aminah, S.H.", "I Wayan Sudira", "H. Ali bin Umar"])
POSITIONS = st.sampled_from(["", "Ketua", "Ketua Bawaslu Kota Contoh", "Anggota Panwaslu, Kordiv Hukum", "warga"])
TAILS = st.sampled_from([None, "di Batam", "Senin (28/8)", "dalam *sambutan*", ", kemarin", "saat apel. Warga hadir"])


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    verb = draw(st.sampled_from(sorted(VERBS)))
    pattern = draw(st.sampled_from(sorted(patterns_of(verb))))
    is_split = pattern in (Pattern.SPLIT, Pattern.SPLIT_SENTENCES)
    return Quote(
        id="q",
        text="\n".join(draw(st.lists(WORDS, min_size=1, max_size=2))),
        rest=draw(WORDS) if is_split else None,
        speaker=Speaker(name=draw(NAMES), position=draw(POSITIONS)),
        verb=verb,
        pattern=pattern,
        tail=draw(TAILS),
    )


@given(quotes(), st.sampled_from(list(Kind)), st.booleans())
def test_a_made_sentence_read_again_makes_the_same_sentence(quote: Quote, kind: Kind, named: bool) -> None:
    text = quote_sentence(quote, mention=ResolvedMention.FULL, degrees=True)
    before = (Quote(id="b", text="Awal", speaker=quote.speaker),) if named else ()
    release = Release(kind=kind, blocks=(*before, Paragraph(id="p", text=text)))
    there = convert(release, len(before), "quote").release
    back = convert(there, len(before), "paragraph", len(there.blocks) - 1).release
    made = [block.text for block in back.blocks[len(before) :] if isinstance(block, Paragraph)]
    assert " ".join(made) == text
    assert all(block.joined for block in back.blocks[len(before) + 1 :] if isinstance(block, Paragraph))


BLOCKS = st.one_of(
    st.text(alphabet="aB *\\“”.,\n", max_size=20).map(lambda text: Paragraph(id="p", text=text)),
    st.text(alphabet="aB *\\“”.,", max_size=20).map(lambda text: Heading(id="h", text=text)),
    st.lists(st.text(alphabet="aB *“”", max_size=6), max_size=3).map(lambda i: ItemList(id="l", items=tuple(i))),
)


@given(BLOCKS, st.sampled_from(KINDS))
def test_no_word_is_lost(block: Block, kind: str) -> None:
    def words(release: Release) -> list[str]:
        texts: list[str] = []
        for each in release.blocks:
            match each:
                case Paragraph() | Heading():
                    texts.append(each.text)
                case Quote():
                    speaker = each.speaker
                    texts += [speaker.name, speaker.position, each.verb * bool(speaker.name), each.tail or ""]
                    texts += [each.text, each.rest or ""]
                case ItemList():
                    texts += each.items
                case _:
                    pass
        return sorted(re.findall(r"\w+", " ".join(visible_text(text) for text in texts)))

    assert words(convert(of(block), 0, kind).release) == words(of(block))
