from hypothesis import given
from hypothesis import strategies as st

from humas_desk.desk.people import Person, complete, merged, people_in, speaker_of
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Attachment, Release

SULASTRI = Person(name="Dr. Sulastri Ayu, S.H.", position="Ketua Panwaslu")
RENE = Person(name="René Ma’ruf", position="Anggota Bawaslu")
SURYA = Person(name="Ayu Surya", position="Kordiv Hukum")
ALL = (SULASTRI, RENE, SURYA)


def quote(name: str, position: str = "", short: str | None = None) -> Quote:
    return Quote(id=name, text="…", speaker=Speaker(name=name, short=short, position=position))


def test_who_was_quoted_last_comes_first_and_everybody_once() -> None:
    release = Release(
        blocks=(
            quote("Sulastri Ayu", "Ketua", "Lastri"),
            Paragraph(id="p"),
            quote("Rina"),
            quote("Sulastri Ayu, S.H."),
        ),
        attachments=(Attachment(blocks=(quote("Budi"),)),),
    )
    assert people_in(release) == (
        Person(name="Budi"),
        Person(name="Sulastri Ayu, S.H.", short="Lastri", position="Ketua"),
        Person(name="Rina"),
    )


def test_the_quote_being_written_suggests_nobody() -> None:
    assert people_in(Release(blocks=(quote("Su"), quote("Rina"))), without=0) == (Person(name="Rina"),)
    assert merged([Person(name=" ")]) == ()


def test_any_word_is_completed_names_first() -> None:
    assert complete(ALL, "su") == (SULASTRI, SURYA)
    assert complete(ALL, "ayu su") == (SURYA, SULASTRI)
    assert complete(ALL, "rene maruf") == (RENE,)
    assert complete(ALL, "kor") == (SURYA,)
    assert complete(ALL, "") == ALL
    assert complete(ALL, "x") == ()
    assert complete(ALL, "", most=1) == (SULASTRI,)


def test_a_whole_name_needs_no_list() -> None:
    assert complete(ALL, "Ayu Surya") == ()


def test_a_choice_fills_the_speaker_and_keeps_what_the_file_held() -> None:
    assert speaker_of(SURYA, Speaker(name="a", unknown=(("x", 1),))) == Speaker(
        name="Ayu Surya", position="Kordiv Hukum", unknown=(("x", 1),)
    )


@given(st.text(max_size=12))
def test_anything_may_be_typed(typed: str) -> None:
    assert set(complete(ALL, typed)) <= set(ALL)
