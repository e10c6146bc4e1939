"""Hostile and damaged files are refused by name, and none brings the program down."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
import hashlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.errors import DraftDamaged, DraftEncrypted, DraftRefused, FileError, FileTooLarge
from humas_desk.intake.docx_reader import read_docx
from humas_desk.intake.html_reader import read_html
from humas_desk.intake.manuscript import Manuscript, ManuscriptParagraph, NoteKind
from humas_desk.intake.odt_reader import read_odt
from humas_desk.intake.opening import open_draft
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from tests.intake import hostile
from tests.intake.docx_building import NAMESPACES, blip, docx, p, part, relation, zipped
from tests.writers.sample_release import sample_document

PATH = Path("draf.docx")


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_a_hostile_file_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "draf.docx"
    path.write_bytes(hostile.REFUSED[name]())
    with pytest.raises(FileError) as caught:
        open_draft(path)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("zip bomb in the text", DraftRefused),
        ("twenty thousand paragraphs and more", DraftRefused),
        ("zip bomb in a picture", DraftRefused),
        ("billion laughs", DraftRefused),
        ("deep nesting", DraftRefused),
        ("out of the folder", DraftRefused),
        ("a password", DraftEncrypted),
        ("cut off", DraftDamaged),
    ],
)
def test_the_refusal_says_what_it_was(name: str, error: type[FileError]) -> None:
    with pytest.raises(error):
        read_docx(hostile.REFUSED[name](), PATH)


def test_pictures_that_are_too_large_are_left_out_and_told_about() -> None:
    huge = {"word/media/a.png": hostile.png_head(60_000, 60_000)}
    manuscript = read_docx(
        docx(p("Teks") + p(blip("i")), relations=relation("i", "image", "media/a.png"), parts=dict(huge)), PATH
    )
    assert [note.text for note in manuscript.notes if note.kind is NoteKind.PICTURE] == ["a.png"]


def test_pictures_together_may_not_cost_more_than_a_draft_is_worth() -> None:
    manuscript = read_docx(hostile.many_pictures(), PATH)
    told = [note for note in manuscript.notes if note.kind is NoteKind.PICTURE]
    assert len(told) > 40


@pytest.mark.parametrize(
    "files",
    [
        {"word/styles.xml": "<rusak"},
        {"word/numbering.xml": "<rusak"},
        {"word/comments.xml": "<rusak"},
    ],
    ids=lambda files: next(iter(files)),
)
def test_a_spoiled_side_part_costs_itself_and_is_told(files: dict[str, str | bytes]) -> None:
    kinds = "".join(relation(f"r{kind}", kind, f"{kind}.xml") for kind in ("styles", "numbering", "comments"))
    manuscript = read_docx(docx(p("Teks"), relations=kinds, parts=files), PATH)
    assert manuscript.items == (ManuscriptParagraph(text="Teks"),)
    assert [note.kind for note in manuscript.notes] == [NoteKind.OTHER]


def test_more_paragraphs_than_any_release_has_are_refused_also_when_they_do_not_pack_well() -> None:
    body = "".join(p(hashlib.sha256(str(number).encode()).hexdigest()) for number in range(20_100))
    with pytest.raises(FileTooLarge):
        read_docx(docx(body), PATH)


def test_tables_in_tables_are_read_to_the_bottom() -> None:
    assert read_docx(hostile.nested_tables(60), PATH).items == (ManuscriptParagraph(text="x"),)


def test_odd_targets_do_not_matter() -> None:
    relations = (
        relation("a", "styles", "NULL") + relation("b", "image", "../../../../etc/passwd") + relation("c", "x", "")
    )
    manuscript = read_docx(docx(p("Teks") + p(blip("b")), relations=relations), PATH)
    assert ManuscriptParagraph(text="Teks") in manuscript.items


def test_styles_that_build_on_themselves_come_to_an_end() -> None:
    styles = part("styles", '<w:style w:styleId="A"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style>')
    body = p("Teks", '<w:pStyle w:val="A"/>')
    made = docx(body, relations=relation("s", "styles", "styles.xml"), parts={"word/styles.xml": styles})
    assert read_docx(made, PATH).items == (ManuscriptParagraph(text="Teks"),)


@cache
def sample() -> bytes:
    root = Path(__file__).resolve().parents[2]
    made = typeset(sample_document(root, Kind.NEWS), Fonts(root / "assets" / "fonts")).document
    return write_docx(made, base=root / "templates" / "base.docx")


TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "hyperlink",
        "pPr",
        "rPr",
        "b",
        "vanish",
        "drawing",
        "pict",
        "br",
    ]
)
TREES = st.recursive(
    st.text(max_size=8).map(lambda text: "".join(char for char in text if char.isalnum() or char in " *\\")),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=30,
)


@given(st.lists(TREES, max_size=6))
@settings(max_examples=150, deadline=None)
def test_words_elements_in_any_order_are_read(trees: list[str]) -> None:
    assert isinstance(read_docx(docx("".join(trees)), PATH), Manuscript)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_flipped_bytes_are_read_or_refused(flips: list[tuple[int, int]]) -> None:
    data = bytearray(sample())
    for place, value in flips:
        data[place % len(data)] = value
    with suppress(FileError):
        read_docx(bytes(data), PATH)


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_file_cut_anywhere_is_read_or_refused(length: int) -> None:
    with suppress(FileError):
        read_docx(sample()[: length % len(sample())], PATH)


@given(st.binary(max_size=400), st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_by_every_reader(noise: bytes, text: str) -> None:
    for made in _around(noise, text):
        with suppress(FileError):
            read_html(made, PATH)
        with suppress(FileError):
            read_odt(zipped({"content.xml": made, "META-INF/manifest.xml": "<a/>"}), PATH)
        with suppress(FileError):
            read_docx(docx(main=made), PATH)


def _around(noise: bytes, text: str) -> Iterator[bytes]:
    yield noise
    yield f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>".encode("utf-8", "replace")
    yield f"<table><tr><td>{text}</p><li>{text}".encode("utf-8", "replace")
