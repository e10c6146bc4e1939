import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.search import corrections, line, search, trash, years
from humas_desk.archive.status import link_correction, put_in_trash, set_status, take_from_trash
from humas_desk.archive.store import keep_live
from humas_desk.archive.texts import SNIPPET_CHARACTERS, search_text, snippet
from humas_desk.archive.values import Search, Sort, Status
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.person import Speaker
from humas_desk.release.release import Attachment, Dateline, Event, Kind, Release
from tests.archive.conftest import Calendar


def a_text(name: str, day: str, text: str = "", title: str = "", speaker: str = "", kind: Kind = Kind.NEWS) -> Release:
    quote = (Quote(id="q", text="Kami siap", speaker=Speaker(name=speaker, position="Ketua")),) if speaker else ()
    return Release(
        id=name,
        kind=kind,
        title=title or name,
        dateline=Dateline(city="", date=dt.date.fromisoformat(day)),
        blocks=(Paragraph(id="p", text=text), *quote),
    )


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for release in (
        a_text("lama", "2024-02-29", "Posko aduan dibuka. Warga *melapor* ke Kraksaan."),
        a_text("tengah", "2025-12-31", "Petugas melapor tepat waktu.", speaker="Dr. Siti Aminah, S.H.", title="Zebra"),
        a_text("baru", "2026-01-01", "Kafé di Kudus menjadi posko sejak Jum’at.", kind=Kind.PRESS, title="Apel"),
    ):
        keep_live(archive, release, {})
    return archive


def found(archive: Archive, words: str = "", *, sort: Sort = Sort.NEWEST, **narrow: object) -> list[str]:
    return [row.id for row in search(archive, Search(words=words, sort=sort, **narrow))]  # type: ignore[arg-type]


def test_nothing_typed_gives_the_whole_list_newest_first(filled: Archive) -> None:
    assert found(filled) == ["baru", "tengah", "lama"]
    assert found(filled, limit=1, offset=1) == ["tengah"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("me", ["baru", "tengah", "lama"]),
        ("melapor", ["tengah", "lama"]),
        ("MELAPOR kraks", ["lama"]),
        ("kafe", ["baru"]),
        ("KAFÉ", ["baru"]),
        ("siti", ["tengah"]),
        ("ketua", ["tengah"]),
        ("zebra", ["tengah"]),
        ("p", ["baru", "tengah", "lama"]),
        ("jumat", ["baru"]),
        ("jum'at", ["baru"]),
        ("melapor k", ["tengah", "lama"]),
        ("melapor k ", []),
        ("melapor 7", []),
        ("tidak-ada", []),
        ('"*:^()-', ["baru", "tengah", "lama"]),
    ],
)
def test_beginnings_of_words_are_found_whatever_their_case_and_accents(
    filled: Archive, words: str, names: list[str]
) -> None:
    assert found(filled, words) == names


def test_the_list_is_narrowed_and_sorted(filled: Archive) -> None:
    set_status(filled, "lama", Status.WAITING, who="dl")
    assert found(filled, year=2025) == ["tengah"]
    assert found(filled, year=2025, month=12) == ["tengah"]
    assert found(filled, year=2024, month=2) == ["lama"]
    assert found(filled, "posko", year=2026, month=1) == ["baru"]
    assert found(filled, status=Status.WAITING) == ["lama"]
    assert found(filled, "melapor", status=Status.DRAFT) == ["tengah"]
    assert found(filled, kind=Kind.PRESS) == ["baru"]
    assert found(filled, speaker="Siti Aminah") == ["tengah"]
    assert found(filled, sort=Sort.OLDEST) == ["lama", "tengah", "baru"]
    assert found(filled, sort=Sort.TITLE) == ["baru", "lama", "tengah"]
    assert found(filled, "melapor", sort=Sort.TITLE) == ["lama", "tengah"]
    assert years(filled) == (2026, 2025, 2024)


def test_a_text_without_spaces_is_taken_in_like_any_other(archive: Archive) -> None:
    """A search for words that are tried from each of their letters would not end."""
    keep_live(archive, a_text("panjang", "2026-01-01", "x" * 400_000 + " Jum’at"), {})
    assert found(archive, "jumat") == ["panjang"]


def test_the_last_day_there_is_can_be_found_too(filled: Archive) -> None:
    keep_live(filled, a_text("ujung", "9999-12-31", "Salah ketik tahun."), {})
    assert found(filled)[0] == "ujung"
    assert found(filled, "salah ketik") == found(filled, year=9999) == found(filled, year=9999, month=12) == ["ujung"]
    assert years(filled)[0] == 9999


def test_the_latest_change_comes_first_when_asked(filled: Archive, calendar: Calendar) -> None:
    calendar.pass_by(minutes=1)
    keep_live(filled, a_text("lama", "2024-02-29", "Baru saja diubah."), {})
    assert found(filled, sort=Sort.CHANGED)[0] == "lama"
    assert found(filled, "aduan") == []
    assert found(filled, "diubah") == ["lama"]


def test_the_hit_is_shown_in_its_sentence(filled: Archive) -> None:
    (row,) = search(filled, Search(words="warga mela"))
    assert row.snippet is not None
    assert row.snippet.text == "Warga melapor ke Kraksaan."
    assert [row.snippet.text[start:end] for start, end in row.snippet.hits] == ["Warga", "mela"]
    (only_in_the_title,) = search(filled, Search(words="zebra"))
    assert only_in_the_title.snippet is None


def test_a_long_sentence_is_cut_around_the_hit() -> None:
    text = "kata " * 100 + "Çelebi " + "lagi " * 100
    made = snippet(text, ("celebi",))
    assert made is not None
    assert len(made.text) <= SNIPPET_CHARACTERS + 4
    assert [made.text[start:end] for start, end in made.hits] == ["Çelebi"]


def test_the_trash_is_neither_listed_nor_found_until_it_is_taken_out(filled: Archive) -> None:
    put_in_trash(filled, "lama")
    assert found(filled) == ["baru", "tengah"]
    assert found(filled, "melapor") == ["tengah"]
    assert [row.id for row in trash(filled)] == ["lama"]
    take_from_trash(filled, "lama")
    assert found(filled, "melapor") == ["tengah", "lama"]
    assert trash(filled) == ()


def test_a_correction_knows_what_it_corrects(filled: Archive) -> None:
    link_correction(filled, "baru", "lama")
    row = line(filled, "baru")
    assert row is not None
    assert row.corrects == "lama"
    assert [row.id for row in corrections(filled, "lama")] == ["baru"]
    assert line(filled, "tidak-ada") is None


def test_every_part_of_a_release_is_searched() -> None:
    blocks = (Heading(id="a", text="satu"), ItemList(id="b", items=("dua",)), Table(id="c", rows=(("tiga",),)),
              Photo(id="d", caption="empat"), Quote(id="e", text="lima", rest="enam", tail="tujuh"))  # fmt: skip
    release = Release(
        title="delapan",
        subtitle="sembilan",
        number="001/HM",
        blocks=blocks,
        attachments=(Attachment(title="sepuluh", blocks=(Paragraph(id="f", text="sebelas"),)),),
        event=Event(place="Aula", agenda="Rapat"),
    )
    text = search_text(release, Status.DRAFT)
    assert text.title.split() == ["delapan", "sembilan"]
    assert text.body.split() == ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "sebelas", "sepuluh", "Rapat",
                                 "Aula"]  # fmt: skip
    assert text.number == "001/HM"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=60), query=st.text(max_size=20))
def test_whatever_is_written_or_typed_the_search_answers(archive: Archive, text: str, query: str) -> None:
    text, query = (bytes(value, "utf-8", "ignore").decode() for value in (text, query))
    keep_live(archive, a_text("r", "2026-01-01", text), {})
    search(archive, Search(words=query))
    assert found(archive) == ["r"]
