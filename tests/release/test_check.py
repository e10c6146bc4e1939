"""What a release is told to mend."""

from dataclasses import replace
import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.blocks import (
    Block,
    Heading,
    ItemList,
    Mention,
    Paragraph,
    Pattern,
    Photo,
    PhotoFile,
    Quote,
    Table,
)
from humas_desk.release.check import check_release, is_blocking
from humas_desk.release.codec import decode_release, encode_release
from humas_desk.release.office import Office
from humas_desk.release.person import Speaker
from humas_desk.release.problems import Severity
from humas_desk.release.release import Attachment, Dateline, Embargo, Event, Kind, Release

RINA = Speaker(name="Rina Maharani", position="Ketua")
READY = Release(
    title="Judul",
    dateline=Dateline(city="Batam", date=dt.date(2023, 8, 28)),
    blocks=(
        Paragraph(id="1", text="Teks."),
        Quote(id="2", text="Ya", speaker=RINA),
        Photo(id="3", files=(PhotoFile(file="a.jpg", alt="Apel"),)),
    ),
)


def told(release: Release, photos: tuple[str, ...] = ("a.jpg",)) -> list[tuple[str, str]]:
    return [(problem.place, problem.code.value) for problem in check_release(release, photo_names=photos)]


def told_of(block: Block) -> list[tuple[str, str]]:
    return told(replace(READY, blocks=(Paragraph(id="0", text="x"), block)))


def test_a_ready_release_has_nothing_to_mend() -> None:
    assert told(READY) == []


def test_only_a_missing_title_and_a_missing_body_stop_the_file() -> None:
    problems = check_release(Release(), photo_names=())
    errors = [(p.place, p.code.value) for p in problems if p.severity is Severity.ERROR]
    assert errors == [("title", "title-missing"), ("blocks", "body-missing")]
    assert is_blocking(problems)
    assert not is_blocking(check_release(replace(READY, dateline=Dateline()), photo_names=()))


@pytest.mark.parametrize(
    ("release", "wanted"),
    [
        (replace(READY, title=" * "), []),
        (replace(READY, title="  "), [("title", "title-missing")]),
        (replace(READY, title="\u200b\u00ad \ufeff"), [("title", "title-missing")]),
        (replace(READY, blocks=(Paragraph(id="1"),)), [("blocks", "body-missing"), ("blocks[0]", "block-empty")]),
        (replace(READY, dateline=Dateline()), [("dateline.city", "city-missing"), ("dateline.date", "date-missing")]),
        (replace(READY, number="…/HM"), [("number", "number-invalid")]),
        (replace(READY, number="1/HM"), []),
        (replace(READY, embargo=Embargo(until="besok")), [("embargo.until", "embargo-invalid")]),
        (replace(READY, embargo=Embargo(until="2026-13-04T10:00")), [("embargo.until", "embargo-invalid")]),
        (replace(READY, embargo=Embargo(until="2026-05-04T10:00")), []),
        (replace(READY, event=Event(start="jam 10")), [("event.start", "event-incomplete")]),
        (
            replace(READY, kind=Kind.INVITATION, event=Event(date=dt.date(2023, 8, 28), start="10:00")),
            [("event.place", "event-incomplete")],
        ),
        (
            replace(READY, attachments=(Attachment(blocks=(Heading(id="h"), Quote(id="q", text="Ya", verb="bisik"))),)),
            [
                ("attachments[0].blocks[0]", "block-empty"),
                ("attachments[0].blocks[1].verb", "verb-unknown"),
                ("attachments[0].blocks[1].speaker.name", "speaker-missing"),
            ],
        ),
    ],
)  # fmt: skip
def test_each_gap_is_told_at_its_place(release: Release, wanted: list[tuple[str, str]]) -> None:
    assert told(release) == wanted


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (Quote(id="1", speaker=RINA), [("blocks[1].text", "quote-empty")]),
        (Quote(id="1", text="“.”", speaker=RINA), [("blocks[1].text", "quote-empty")]),
        (Quote(id="1", text="Ya"), [("blocks[1].speaker.name", "speaker-missing")]),
        (Quote(id="1", text="Ya", speaker=Speaker(position="Kepala Desa")), []),
        (Quote(id="1", text="Ya", speaker=Speaker(name="Rina")), [("blocks[1].speaker.position", "position-missing")]),
        (Quote(id="1", text="Ya", speaker=Speaker(name="Rina"), mention=Mention.SHORT), []),
        (Quote(id="1", text="Ya", speaker=Speaker(name="Rina"), pattern=Pattern.QUOTE_VERB_SPEAKER), []),
        (Quote(id="1", text="Ya", pattern=Pattern.QUOTE_VERB_NYA), []),
        (Quote(id="1", text="Ya", pattern=Pattern.PLAIN, verb="apa pun"), []),
        (Quote(id="1", text="Ya", speaker=RINA, pattern=Pattern.SPLIT), [("blocks[1].rest", "rest-missing")]),
        (Quote(id="1", text="Ya", speaker=RINA, rest="sisa"), [("blocks[1].rest", "rest-unused")]),
        (Quote(id="1", text="Ya", speaker=RINA, verb="bisik"), [("blocks[1].verb", "verb-unknown")]),
        (Quote(id="1", text="Ya", speaker=RINA, verb="sampai"), [("blocks[1].pattern", "pattern-unavailable")]),
        (ItemList(id="1", items=(" ", "")), [("blocks[1]", "block-empty")]),
        (Table(id="1", rows=(("",),)), [("blocks[1]", "block-empty")]),
        (Photo(id="1"), [("blocks[1].files", "photo-count")]),
        (
            Photo(id="1", files=tuple(PhotoFile(file="a.jpg", alt="x") for _ in range(7))),
            [("blocks[1].files", "photo-count")],
        ),
        (
            Photo(id="1", files=(PhotoFile(file="a.jpg", alt="x"), PhotoFile(file="b.jpg"))),
            [("blocks[1].files[1].file", "photo-missing"), ("blocks[1].files[1].alt", "alt-missing")],
        ),
    ],
)
def test_each_block_is_told_what_it_lacks(block: Block, wanted: list[tuple[str, str]]) -> None:
    assert told_of(block) == wanted


def test_a_body_that_might_not_be_read_again_is_told() -> None:
    cells = ("x" * 1_000_000,) * 3
    blocks = (Table(id="1", rows=(cells,)), Paragraph(id="2", text="x" * 2_000_001))
    release = replace(READY, blocks=blocks)
    assert told(release) == [("blocks", "too-large")]
    assert decode_release(encode_release(release), Path("x.json")) == release


def test_an_invitation_may_say_all_in_its_event() -> None:
    event = Event(date=dt.date(2023, 8, 28), start="10:00", place="Aula")
    assert told(replace(READY, kind=Kind.INVITATION, blocks=(), event=event)) == []


def test_an_office_without_date_in_its_dateline_is_not_asked_for_one() -> None:
    release = replace(READY, dateline=Dateline(city="Batam"))
    office = Office(dateline_pattern="{city} – ")
    assert check_release(release, photo_names=("a.jpg",), office=office) == ()
    assert len(check_release(release, photo_names=("a.jpg",), office=Office())) == 1


TEXT = st.text(max_size=8)


@given(
    st.builds(
        Release,
        title=TEXT,
        number=st.none() | TEXT,
        embargo=st.none() | st.builds(Embargo, until=TEXT),
        event=st.none() | st.builds(Event, start=TEXT, end=TEXT),
        blocks=st.lists(
            st.builds(Quote, id=TEXT, text=TEXT, rest=st.none() | TEXT, verb=TEXT, pattern=st.sampled_from(Pattern))
            | st.builds(Paragraph, id=TEXT, text=TEXT),
            max_size=3,
        ).map(tuple),
    )
)
def test_no_content_makes_the_check_fail(release: Release) -> None:
    assert all(problem.place for problem in check_release(release, photo_names=()))
