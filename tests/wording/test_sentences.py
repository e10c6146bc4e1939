from pathlib import Path
import re

import pytest

from humas_desk import errors
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.wording import Message, error_message, fault_message, problem_sentence

PATH = Path("folder") / "Rilis 28 Agustus.pdf"


def every_error(parent: type[errors.HumasError] = errors.HumasError) -> list[type[errors.HumasError]]:
    return [kind for child in parent.__subclasses__() for kind in (child, *every_error(child))]


def an_error(kind: type[errors.HumasError]) -> errors.HumasError:
    if issubclass(kind, errors.BadContent):
        return kind(PATH, "blocks[3].speaker.name", "text", "5")
    if issubclass(kind, errors.PhotosMissing):
        return kind(PATH, 3)
    return kind(PATH) if issubclass(kind, errors.FileError) else kind()


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_a_sentence_that_says_what_to_do(code: ProblemCode) -> None:
    sentence = problem_sentence(Problem(place="title", code=code))
    assert len(re.findall(r"[.!?](?:\s|$)", sentence)) >= 2


def test_a_sentence_holds_the_facts_of_its_problem() -> None:
    problem = Problem(place="title", code=ProblemCode.CHARACTER_UNDRAWABLE, values=(("character", "ꦱ"),))
    assert "“ꦱ”" in problem_sentence(problem)


def test_braces_in_a_fact_are_only_characters() -> None:
    problem = Problem(place="number", code=ProblemCode.NUMBER_INVALID, values=(("found", "{x.__class__}"),))
    assert "“{x.__class__}”" in problem_sentence(problem)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_and_what_to_do(kind: type[errors.HumasError]) -> None:
    message = error_message(an_error(kind), text_is_safe=True)
    assert message.what
    assert message.safe == "Tulisan Anda aman."
    assert message.todo
    assert not re.search(r"[{}!]|–", message.text)


@pytest.mark.parametrize(
    "kind", [k for k in every_error() if k is not errors.FileError], ids=lambda kind: kind.__name__
)
def test_every_error_has_a_sentence_of_its_own(kind: type[errors.HumasError]) -> None:
    general = {
        error_message(errors.HumasError(), text_is_safe=False),
        error_message(errors.FileError(PATH), text_is_safe=False),
    }
    assert error_message(an_error(kind), text_is_safe=False) not in general


def test_a_locked_file_is_told_as_agreed() -> None:
    message = error_message(errors.TargetLocked(PATH), text_is_safe=True)
    assert message.text == (
        "File “Rilis 28 Agustus.pdf” sedang dibuka di program lain. Tulisan Anda aman. "
        "Tutup file itu, atau simpan dengan nama lain."
    )


def test_the_text_is_called_safe_only_when_it_is() -> None:
    assert error_message(errors.DiskFull(PATH), text_is_safe=False).safe == ""
    assert fault_message(text_is_safe=False).safe == ""
    assert fault_message(text_is_safe=True).safe


def test_a_wrong_place_in_a_file_is_named_with_what_may_stand_there() -> None:
    error = errors.BadContent(PATH, "page.size", "A4 | F4-215 | Folio", "A5")
    assert "“page.size”: seharusnya berisi A4, F4-215, Folio." in error_message(error, text_is_safe=False).what


def test_a_message_is_its_sentences_in_order() -> None:
    assert Message(what="A.", todo="C.").text == "A. C."
    assert Message(what="A.", safe="B.", todo="C.").text == "A. B. C."


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("text", "teks"),
        ("8–72", "8–72"),
        ("list of title | body, with title and body", "daftar berisi title, body, di antaranya title and body"),
        ("text with {region} | {phone}", "teks dengan {region}, {phone}"),
        ("list of up to 12 tables", "daftar paling banyak 12 kelompok nilai"),
    ],
)
def test_what_may_stand_in_a_file_is_said_in_words(expected: str, said: str) -> None:
    message = error_message(errors.BadContent(PATH, "page.size", expected), text_is_safe=False)
    assert f"seharusnya berisi {said}." in message.what


def test_a_photo_part_without_photos_is_not_told_to_divide_them() -> None:
    empty, crowded = (
        problem_sentence(Problem(place="blocks[0].files", code=ProblemCode.PHOTO_COUNT, values=(("count", count),)))
        for count in ("0", "8")
    )
    assert "8" in crowded
    assert empty.startswith("Bagian ini belum berisi foto.")


def test_a_time_that_is_none_is_quoted() -> None:
    problem = Problem(
        place="event.start",
        code=ProblemCode.EVENT_INCOMPLETE,
        values=(
            ("field", "start"),
            ("found", "25"),
        ),
    )
    assert problem_sentence(problem).startswith("“25” bukan jam.")
