"""Every character survives, or is told of."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from humas_desk.layout.document import Family, Origin, Role, Run, Text
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.typeset.characters import BOX, settle_characters
from tests.typeset.plain_documents import HALF_EM, LEFT, text


def settled(words: str) -> tuple[tuple[Run, ...], tuple[Problem, ...]]:
    result, problems = settle_characters(text(words), LEFT, HALF_EM)
    return result.runs, problems


def test_a_text_that_can_be_drawn_is_the_same_object() -> None:
    paragraph = text("Rapat “kerja” — 10\u00a0orang\n\tselesai")
    assert settle_characters(paragraph, LEFT, HALF_EM) == (paragraph, ())
    assert settle_characters(paragraph, LEFT, HALF_EM)[0] is paragraph


def test_a_letter_and_its_mark_become_one_character_and_offsets_stay_right() -> None:
    runs, problems = settled("de\u0301ja vu")
    assert [(run.text, run.origin) for run in runs] == [
        ("d\u00e9", Origin(place="blocks[0].text")),
        ("ja vu", Origin(place="blocks[0].text", offset=3)),
    ]
    assert problems == ()


def test_thin_spaces_become_plain_and_firm_ones_stay_firm() -> None:
    runs, _ = settled("1\u2009000\u202fkg")
    assert "".join(run.text for run in runs) == "1 000\u00a0kg"


def test_invisible_characters_leave_and_foreign_line_ends_become_newlines() -> None:
    runs, problems = settled("ka\u200bta\u00ad\ufeff\x00\x0bbaris")
    assert "".join(run.text for run in runs) == "kata\nbaris"
    assert problems == ()


def test_what_the_text_face_lacks_is_set_in_the_fallback() -> None:
    runs, problems = settled("sudut α dan β")
    assert [(run.text, run.family) for run in runs] == [
        ("sudut ", None),
        ("α", Family.FALLBACK),
        (" dan ", None),
        ("β", Family.FALLBACK),
    ]
    assert problems == ()


def test_what_no_font_has_becomes_a_box_and_a_warning_with_its_place() -> None:
    runs, problems = settled("nama 佛 ini")
    assert [run.text for run in runs] == [f"nama {BOX} ini"]
    assert problems == (
        Problem(
            place="blocks[0].text",
            code=ProblemCode.CHARACTER_UNDRAWABLE,
            severity=Severity.WARNING,
            values=(("character", "佛"), ("code", "U+4F5B")),
        ),
    )


def test_the_same_character_is_told_once_for_a_paragraph() -> None:
    assert len(settled("佛佛 佛")[1]) == 1


def test_a_character_for_private_use_is_a_box_even_where_a_font_draws_something() -> None:
    runs, problems = settled("a\uf001b")
    assert runs[0].text == f"a{BOX}b"
    assert problems[0].code is ProblemCode.CHARACTER_UNDRAWABLE


def test_half_of_a_surrogate_pair_is_a_box_and_its_message_can_be_written() -> None:
    runs, problems = settled("a\ud800b")
    assert runs[0].text == f"a{BOX}b"
    assert dict(problems[0].values)["character"].encode("utf-8")


def test_a_run_keeps_its_looks_and_its_link() -> None:
    run = Run(text="lihat α", bold=True, link="https://contoh.id", origin=Origin(place="title", offset=4))
    result, _ = settle_characters(Text(role=Role.BODY, runs=(run,)), LEFT, HALF_EM)
    assert [(r.bold, r.link, r.origin) for r in result.runs] == [
        (True, "https://contoh.id", Origin(place="title", offset=4)),
        (True, "https://contoh.id", Origin(place="title", offset=10)),
    ]


@given(st.text(max_size=80))
def test_settling_twice_changes_nothing_more(words: str) -> None:
    once, _ = settle_characters(text(words), LEFT, HALF_EM)
    assert settle_characters(once, LEFT, HALF_EM) == (once, ())


@given(
    st.text(
        st.characters(codec="utf-8", max_codepoint=0x2FFF, exclude_categories=["Cc", "Cf", "Cs", "Zs"]), max_size=80
    )
)
def test_drawable_characters_are_kept_in_order(words: str) -> None:
    runs, problems = settled(words)
    assert normalize("NFC", "".join(run.text for run in runs).replace("\n", "")) == normalize(
        "NFC", words.replace("\u2028", "").replace("\u2029", "")
    )
    assert problems == ()
