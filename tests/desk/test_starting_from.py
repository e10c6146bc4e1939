from dataclasses import replace
import datetime as dt

from humas_desk.desk.editing import new_block, put, remove_block, still_unconfirmed
from humas_desk.desk.gates import gate
from humas_desk.desk.starting_from import confirmed, correction_of, duplicate_of, started_from
from humas_desk.release.blocks import Paragraph
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.release.release import Dateline, Event, Ignored, Release
from tests.desk.makes import a_release, a_session

TODAY = dt.date(2026, 6, 1)


def an_old_one() -> Release:
    return replace(
        a_release("Rakornas di Batam"),
        number="021/HM/08/2023",
        event=Event(date=dt.date(2023, 8, 28), start="10:00", place="Aula"),
        blocks=(
            Paragraph(id="a", text="Kegiatan ini berjalan lancar."),
            Paragraph(id="b", text="Diikuti 30 peserta."),
            Paragraph(id="c", text="Acara dibuka oleh Sulastri."),
            *a_release().blocks[1:2],
        ),
    )


def test_a_release_started_from_an_old_one_is_new_dated_today_and_without_a_number() -> None:
    old = an_old_one()
    new = started_from(old, TODAY)
    assert new.id not in ("", old.id)
    assert (new.number, new.released, new.dateline) == (None, None, Dateline(city="Kota Contoh", date=TODAY))
    assert new.blocks == old.blocks


def test_names_days_numbers_and_places_of_the_old_event_are_marked() -> None:
    assert set(started_from(an_old_one(), TODAY).unconfirmed) == {
        "title",
        "dateline.city",
        "blocks[1].text",
        "blocks[2].text",
        "blocks[3].speaker.name",
        "blocks[3].speaker.position",
        "event.place",
        "event.date",
        "event.start",
    }


def test_a_mark_goes_when_its_place_is_touched_and_comes_back_when_that_is_undone() -> None:
    session = a_session(started_from(an_old_one(), TODAY))
    before = session.release.unconfirmed
    session.put("dateline.city", "Kudus")
    assert set(before) - set(session.release.unconfirmed) == {"dateline.city"}
    session.edit(lambda release: put(release, "event", replace(release.event or Event(), place="Balai")))
    assert "event.place" not in session.release.unconfirmed
    assert "event.date" in session.release.unconfirmed
    session.undo()
    session.undo()
    assert session.release.unconfirmed == before


def test_marks_follow_their_parts_when_others_go() -> None:
    session = a_session(started_from(an_old_one(), TODAY))
    session.edit(lambda release: remove_block(release, 0))
    assert {"blocks[0].text", "blocks[1].text"} <= set(session.release.unconfirmed)
    assert new_block("paragraph").id


def test_marks_are_taken_by_saying_that_they_are_right() -> None:
    session = a_session(started_from(an_old_one(), TODAY))
    session.edit(confirmed("title"))
    assert "title" not in session.release.unconfirmed
    assert session.can_undo
    session.edit(confirmed())
    assert session.release.unconfirmed == ()


def test_a_release_without_marks_is_left_alone() -> None:
    release = a_release()
    assert still_unconfirmed(release, replace(release, title="x")).unconfirmed == ()
    assert confirmed()(release) is release


def test_a_duplicate_is_the_same_text_with_an_id_of_its_own() -> None:
    new = duplicate_of(an_old_one())
    assert new == replace(an_old_one(), id=new.id, number=None)


def test_a_correction_says_so_in_its_title_once() -> None:
    new = correction_of(an_old_one(), TODAY, label="Ralat: ")
    assert (new.title, new.number, new.dateline.date) == ("Ralat: Rakornas di Batam", None, TODAY)
    assert correction_of(new, TODAY, label="Ralat: ").title == new.title


def test_a_correction_is_told_again_what_was_left_in_the_original() -> None:
    left = (Ignored(place="title", rule="E01:Rakornas", reason="sesuai naskah"),)
    assert correction_of(replace(an_old_one(), ignored=left), TODAY, label="Ralat: ").ignored == ()


def test_the_gate_lists_what_is_open_and_what_somebody_decided_to_leave() -> None:
    errors = [Problem(place=place, code=ProblemCode.QUOTE_EMPTY, severity=Severity.ERROR) for place in ("a", "b")]
    warning = Problem(place="c", code=ProblemCode.PHOTO_SMALL, severity=Severity.WARNING)
    note = Ignored(place="a", rule=ProblemCode.QUOTE_EMPTY.value, reason="sengaja")
    release = replace(a_release(), ignored=(note,), unconfirmed=("title",))
    seen = gate(release, [*errors, warning])
    assert (seen.errors, seen.ignored, seen.warnings) == ((errors[1],), (errors[0],), (warning,))
    assert seen.unconfirmed == ("title",)
    assert not seen.lets_out
    assert gate(release, [errors[0], warning]).lets_out
