from dataclasses import replace
import datetime as dt
import pickle
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.layout.document import PictureRow, Role, TableGrid, Text
from humas_desk.release import blocks as facts
from humas_desk.release.office import Body, Level, Office
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import (
    Attachment,
    Credits,
    Dateline,
    Embargo,
    Event,
    Kind,
    Link,
    Release,
    Signatory,
    Zone,
)
from tests.layout.composing import (
    AN_OFFICE,
    NAMES,
    a_paragraph,
    a_release,
    all_texts,
    an_image,
    composed,
    texts,
)

WORDS = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    ["*a* **b", "\\*", "“kata”", "www.a.example", "10 persen", "\x0b\x00", "\ud83d", "a\nb", "M. A", "—", "  "]
)
MAYBE = st.none() | WORDS
IDS = st.sampled_from(["a", "b", "c"])
DAYS = st.none() | st.dates()
SPEAKERS = st.builds(Speaker, name=WORDS, short=MAYBE, position=WORDS)
BLOCKS = st.one_of(
    st.builds(facts.Paragraph, id=IDS, text=WORDS, joined=st.booleans()),
    st.builds(
        facts.Quote,
        id=IDS,
        text=WORDS,
        rest=MAYBE,
        speaker=SPEAKERS,
        verb=st.sampled_from(["ujar", "kata", "sampai", "xyz", ""]),
        pattern=st.sampled_from(facts.Pattern),
        mention=st.sampled_from(facts.Mention),
        tail=MAYBE,
        joined=st.booleans(),
    ),
    st.builds(facts.Heading, id=IDS, text=WORDS),
    st.builds(facts.ItemList, id=IDS, items=st.lists(WORDS, max_size=3).map(tuple), numbered=st.booleans()),
    st.builds(
        facts.Photo,
        id=IDS,
        files=st.lists(st.builds(facts.PhotoFile, file=st.sampled_from(["x", "y", "z"]), alt=WORDS), max_size=7).map(
            tuple
        ),
        caption=MAYBE,
        credit=MAYBE,
    ),
    st.builds(
        facts.Table,
        id=IDS,
        rows=st.lists(st.lists(WORDS, max_size=3).map(tuple), max_size=3).map(tuple),
        header=st.booleans(),
        caption=MAYBE,
    ),
)
STORIES = st.lists(BLOCKS, max_size=4).map(tuple)
RELEASES = st.builds(
    Release,
    kind=st.sampled_from(Kind),
    number=MAYBE,
    notice=MAYBE,
    embargo=st.none() | st.builds(Embargo, until=WORDS, zone=st.sampled_from(Zone)),
    recipient=MAYBE,
    subject=MAYBE,
    title=WORDS,
    subtitle=MAYBE,
    dateline=st.builds(Dateline, city=WORDS, date=DAYS),
    released=DAYS,
    blocks=STORIES,
    event=st.none()
    | st.builds(Event, date=DAYS, start=WORDS, end=WORDS, place=WORDS, agenda=WORDS, dress=WORDS, reply_to=WORDS),
    about=MAYBE,
    contacts=st.lists(st.builds(Contact, name=WORDS, phone=WORDS, email=WORDS), max_size=2).map(tuple),
    signatories=st.lists(
        st.builds(Signatory, heading=WORDS, position=WORDS, acting=MAYBE, name=WORDS, id_number=WORDS), max_size=2
    ).map(tuple),
    attachments=st.lists(st.builds(Attachment, title=WORDS, blocks=STORIES), max_size=2).map(tuple),
    copies=st.lists(WORDS, max_size=2).map(tuple),
    links=st.lists(st.builds(Link, text=WORDS, url=WORDS), max_size=2).map(tuple),
    hashtags=st.lists(WORDS, max_size=2).map(tuple),
    issued_by=MAYBE,
    credits=st.builds(Credits, writer=MAYBE, editor=MAYBE, photographer=MAYBE),
)
OFFICES = st.builds(
    Office,
    level=st.sampled_from(Level),
    body=st.sampled_from(Body),
    region=WORDS,
    address=st.lists(WORDS, max_size=2).map(tuple),
    phone=WORDS,
    email=WORDS,
    website=WORDS,
    social=st.lists(WORDS, max_size=2).map(tuple),
    city=WORDS,
    dateline_pattern=WORDS,
    about=WORDS,
)
IMAGES = {"x": an_image(900, 600), "y": an_image(600, 900)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RELEASES, OFFICES, st.sampled_from(NAMES))
def test_anything_a_person_can_type_becomes_a_document_that_can_be_written(
    release: Release, office: Office, by: str
) -> None:
    document = composed(release, office=office, by=by, images=IMAGES)
    assert document == composed(release, office=office, by=by, images=IMAGES)
    for text in all_texts(document):
        document.style_of(text)
        assert text.variant == "" or (text.role, text.variant) in document.variants
        for run in text.runs:
            assert is_writable(run.text.replace("\n", "").replace("\t", ""))
            assert run.link is None or run.link.startswith(("http://", "https://", "mailto:"))
            assert_true_origin(
                release, office, text, run.text, (run.origin.place, run.origin.offset) if run.origin else None
            )
    for block in document.body:
        match block:
            case TableGrid():
                assert {len(row) for row in block.rows} == {len(block.widths_mm)}
            case PictureRow():
                assert all(is_writable(picture.alt) for picture in block.pictures)
                assert sum(picture.width_mm for picture in block.pictures) <= 155.1
            case Text():
                assert block.plain.strip()


def is_writable(text: str) -> bool:
    """Whether XML and PDF may hold it: no control characters, no half surrogates."""
    return not {"Cc", "Cf", "Cs"} & {unicodedata.category(character) for character in text}


def assert_true_origin(
    release: Release, office: Office, text: Text, shown: str, origin: tuple[str, int] | None
) -> None:
    """The characters at the origin are those on the page, up to spaces, capitals and inner quotation marks."""
    if origin is None:
        return
    place, offset = origin
    raw = at_place(office, place.removeprefix("office.")) if place.startswith("office.") else at_place(release, place)
    typed = raw[offset : offset + len(shown)]
    assert len(typed) == len(shown), (place, offset, shown, raw)
    for a, b in zip(typed, shown, strict=True):
        assert a == b or a.upper() == b.upper() or b in " \u00a0\n\ufffd‘’", (text.role, place, offset, shown, raw)


def at_place(facts_of: object, place: str) -> str:
    """The raw text at a place, by the grammar `blocks[3].speaker.name`."""
    value = facts_of
    for step in place.replace("[", ".[").split("."):
        value = value[int(step[1:-1])] if step.startswith("[") else getattr(value, step)  # type: ignore[index]  # a tuple
    assert isinstance(value, str)
    return value


def test_markup_and_escapes_keep_their_way_back() -> None:
    raw = "Teks *miring* dan \\*bintang* 10 persen"
    document = composed(a_release(a_paragraph(raw), dateline=Dateline()))
    (text,) = [block for block in document.body if isinstance(block, Text) and block.role is Role.BODY]
    for run in text.runs:
        assert run.origin is not None
        assert raw[run.origin.offset : run.origin.offset + len(run.text)] == run.text.replace("\u00a0", " ")
    assert [(run.text, run.italic) for run in text.runs][1] == ("miring", True)


def test_attachments_start_pages_of_their_own_and_are_named_after_the_release() -> None:
    release = a_release(
        a_paragraph("Isi."),
        number="7/HM",
        kind=Kind.PRESS,
        attachments=(
            Attachment(title="Daftar", blocks=(a_paragraph("Satu."),)),
            Attachment(),
            Attachment(title="Peta"),
        ),
    )
    document = composed(release)
    assert texts(document)[-5:] == [
        "Lampiran I Siaran Pers Nomor 7/HM",
        "Daftar",
        "Satu.",
        "Lampiran II Siaran Pers Nomor 7/HM",
        "Peta",
    ]
    assert [block.plain for block in document.body if isinstance(block, Text) and block.new_page] == [
        "Lampiran\u00a0I Siaran Pers Nomor\u00a07/HM",
        "Lampiran\u00a0II Siaran Pers Nomor\u00a07/HM",
    ]
    single = composed(replace(release, number=None, attachments=release.attachments[:1]))
    assert texts(single)[-3] == "Lampiran Siaran Pers"


@pytest.mark.parametrize(
    ("name", "called"), [("rilis-berita", "Rilis Berita"), ("undangan-media", "Undangan Peliputan")]
)
def test_attachments_call_the_release_what_its_label_calls_it(name: str, called: str) -> None:
    release = a_release(a_paragraph("Isi."), kind=Kind(name), attachments=(Attachment(title="Peta"),))
    assert f"Lampiran {called}" in texts(composed(release, by=name))


def test_the_files_say_office_title_and_day_and_nothing_of_the_machine() -> None:
    release = a_release(title="*Judul*  7\npersen", hashtags=("#Awasi", ""), kind=Kind.NEWS)
    metadata = composed(release, office=replace(AN_OFFICE, zone=Zone.WIT)).metadata
    assert metadata.title == "Judul  7 persen"
    assert metadata.author == "Bawaslu Kabupaten Contoh"
    assert metadata.subject == "Rilis Berita"
    assert metadata.keywords == ("Awasi",)
    assert metadata.created == "2026-05-04T00:00:00+09:00"
    assert composed(a_release(dateline=Dateline())).metadata.created == "2000-01-01T00:00:00+07:00"
    mistyped = Dateline(date=dt.date(1, 1, 1))
    assert composed(a_release(dateline=mistyped)).metadata.created == "2000-01-01T00:00:00+07:00"


def test_the_footer_counts_pages_with_fields() -> None:
    footer = composed(a_release()).footer
    assert footer is not None
    assert [(run.text, run.field) for run in footer.text.runs] == [
        ("Halaman ", None),
        ("99", "page"),
        (" dari ", None),
        ("99", "pages"),
    ]
    assert footer.only_if_longer


def test_a_document_crosses_to_another_process() -> None:
    document = composed(a_release(a_paragraph("Isi.")))
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301  # what the render worker's queue does


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_stand_in_the_templates_order(name: str) -> None:
    release = a_release(a_paragraph("Isi."), released=dt.date(2026, 5, 5), credits=Credits(editor="E"), hashtags=("t",))
    roles = [block.role for block in composed(release, by=name).body if isinstance(block, Text)]
    assert roles.index(Role.TITLE) < roles.index(Role.BODY) < roles.index(Role.CREDIT) < roles.index(Role.HASHTAG)
