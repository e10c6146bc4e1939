"""Working copies that carry their release, and come back."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
import re
import zipfile

import docx as python_docx
import pypdfium2
import pytest

from humas_desk.intake.differences import Kind as Fate
from humas_desk.intake.manuscript import Manuscript, NoteKind
from humas_desk.intake.opening import open_draft
from humas_desk.intake.returned import Returned
from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.layout.loader import load_template
from humas_desk.photos.admit import admit
from humas_desk.release.blocks import Paragraph, Quote, Table
from humas_desk.release.container import Bundle, read_bundle
from humas_desk.release.office_file import read_office
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import Typeset, typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.pdf.profile import Profile
from tests.intake.docx_building import zipped
from tests.writers.pdf_conformance import findings

Change = Callable[[str], str]


@pytest.fixture(scope="module")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


@pytest.fixture(scope="module")
def bundle(root: Path) -> Bundle:
    return read_bundle(root / "assets" / "samples" / "contoh.json")


def settled(root: Path, fonts: Fonts, bundle: Bundle) -> Typeset:
    path = root / "assets" / "samples" / "contoh.jpg"
    images = {name: admit(data, path=path) for name, data in bundle.photos.items()}
    office = read_office(root / "assets" / "samples" / "office.toml")
    template = load_template(root / "templates" / bundle.release.kind.value)
    return typeset(compose(bundle.release, office, template, images=images), fonts)


@pytest.fixture(scope="module")
def document(root: Path, fonts: Fonts, bundle: Bundle) -> Document:
    return settled(root, fonts, bundle).document


def working_copy(root: Path, document: Document, bundle: Bundle) -> bytes:
    return write_docx(document, base=root / "templates" / "base.docx", carry=bundle)


def edited(data: bytes, change: Change) -> bytes:
    """The same file with another text in it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    before = archive_text(files)
    files["word/document.xml"] = change(before)
    assert files["word/document.xml"] != before
    return zipped(files)


def archive_text(files: dict[str, str | bytes]) -> str:
    text = files["word/document.xml"]
    return text.decode("utf-8") if isinstance(text, bytes) else text


def opened(folder: Path, data: bytes, name: str = "salinan.docx") -> Returned:
    (folder / name).write_bytes(data)
    found = open_draft(folder / name)
    assert isinstance(found, Returned)
    return found


@pytest.mark.parametrize("kind", list(Kind))
def test_an_untouched_copy_brings_the_release_back_exactly(
    kind: Kind, root: Path, fonts: Fonts, bundle: Bundle, tmp_path: Path
) -> None:
    whole = replace(bundle, release=replace(bundle.release, kind=kind))
    made = settled(root, fonts, whole)
    word = opened(tmp_path, working_copy(root, made.document, whole))
    pdf = opened(tmp_path, write_pdf(made.pages, fonts, carry=whole), "salinan.pdf")
    assert word.carried.bundle == pdf.carried.bundle == whole
    assert whole.photos
    assert word.differences == pdf.differences == ()


def test_a_copy_for_the_media_carries_nothing_hidden(
    root: Path, fonts: Fonts, bundle: Bundle, document: Document, tmp_path: Path
) -> None:
    word = write_docx(document, base=root / "templates" / "base.docx")
    pdf = write_pdf(settled(root, fonts, bundle).pages, fonts)
    with zipfile.ZipFile(BytesIO(word)) as archive:
        assert not [name for name in archive.namelist() if "custom" in name.lower()]
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for secret in (b"humas-desk/release", b"urn:humas-desk", b"release.json", b"UEsDB"):
        assert secret not in everything
    shown = pypdfium2.PdfDocument(pdf)
    assert shown.count_attachments() == 0
    shown.close()
    assert b"/EmbeddedFile" not in pdf
    assert b"/AF " not in pdf
    (tmp_path / "media.docx").write_bytes(word)
    assert isinstance(open_draft(tmp_path / "media.docx"), Manuscript)


@pytest.mark.parametrize("profile", list(Profile))
def test_both_kinds_of_pdf_can_carry_the_release(
    profile: Profile, root: Path, fonts: Fonts, bundle: Bundle, tmp_path: Path
) -> None:
    pdf = write_pdf(settled(root, fonts, bundle).pages, fonts, profile=profile, carry=bundle)
    assert opened(tmp_path, pdf, "salinan.pdf").carried.bundle == bundle


def test_an_archived_working_copy_still_conforms(root: Path, fonts: Fonts, bundle: Bundle) -> None:
    pdf = write_pdf(settled(root, fonts, bundle).pages, fonts, compress=False, carry=bundle)
    assert findings(pdf) == []


def test_a_copy_is_the_same_bytes_again(root: Path, document: Document, bundle: Bundle) -> None:
    assert working_copy(root, document, bundle) == working_copy(root, document, bundle)


def paragraph_with(word: str, text: str) -> str:
    """The XML of the paragraph that has this word."""
    paragraphs: list[str] = re.findall(r"<w:p>.*?</w:p>", text)
    return next(found for found in paragraphs if word in found)


def test_changed_added_and_removed_paragraphs_are_told_word_by_word(
    root: Path, document: Document, bundle: Bundle, tmp_path: Path
) -> None:
    def change(text: str) -> str:
        text = text.replace("Wilayah yang luas membuat", "Wilayah yang sangat luas membuat")
        text = text.replace(gone := paragraph_with("Mulai pekan depan", text), "")
        assert gone
        heading = paragraph_with("Temuan Awal di Lapangan", text)
        return text.replace(heading, f"<w:p><w:r><w:t>Alinea dari atasan.</w:t></w:r></w:p>{heading}")

    found = opened(tmp_path, edited(working_copy(root, document, bundle), change))
    assert [difference.kind for difference in found.differences] == [Fate.CHANGED, Fate.ADDED, Fate.REMOVED]
    changed, added, removed = found.differences
    assert [words.text for words in changed.words if words.kind is Fate.ADDED] == [" sangat"]
    assert [words.text for words in changed.words if words.kind is Fate.REMOVED] == []
    assert added.after == "Alinea dari atasan."
    assert removed.before.startswith("Mulai pekan depan")


def test_a_tracked_change_in_word_is_a_difference(
    root: Path, document: Document, bundle: Bundle, tmp_path: Path
) -> None:
    def change(text: str) -> str:
        heading = paragraph_with("Temuan Awal di Lapangan", text)
        inserted = "<w:ins w:id='1' w:author='x'><w:r><w:t> dan Kota</w:t></w:r></w:ins></w:p>"
        return text.replace(heading, heading.replace("</w:p>", inserted))

    (difference,) = opened(tmp_path, edited(working_copy(root, document, bundle), change)).differences
    assert difference.after == "Temuan Awal di Lapangan dan Kota"


def test_a_spoiled_release_inside_makes_the_copy_a_draft_like_any_other(
    root: Path, document: Document, bundle: Bundle, tmp_path: Path
) -> None:
    data = working_copy(root, document, bundle)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    item = files["customXml/item1.xml"]
    assert isinstance(item, bytes)
    files["customXml/item1.xml"] = item.replace(b"<chunk>UEsD", b"<chunk>UEsE")
    (tmp_path / "rusak.docx").write_bytes(zipped(files))
    assert isinstance(open_draft(tmp_path / "rusak.docx"), Manuscript)


def test_the_sample_has_what_these_tests_change(bundle: Bundle) -> None:
    kinds = {type(block) for block in bundle.release.blocks}
    assert {Paragraph, Quote} <= kinds


def test_a_comment_that_somebody_wrote_into_a_copy_comes_with_it(
    root: Path, document: Document, bundle: Bundle, tmp_path: Path
) -> None:
    word = python_docx.Document(BytesIO(working_copy(root, document, bundle)))
    word.add_comment(word.paragraphs[5].runs, text="Tolong dicek lagi", author="Kabag")
    made = BytesIO()
    word.save(made)
    found = opened(tmp_path, made.getvalue())
    assert found.differences == ()
    assert [(note.kind, note.author, note.text) for note in found.notes] == [
        (NoteKind.COMMENT, "Kabag", "Tolong dicek lagi")
    ]


def test_a_table_with_colons_is_compared_cell_by_cell(root: Path, fonts: Fonts, bundle: Bundle, tmp_path: Path) -> None:
    table = Table(id="t", rows=(("Posko", ":", "Aula"), ("Telepon", ":", "112")))
    whole = replace(bundle, release=replace(bundle.release, blocks=(*bundle.release.blocks, table)))
    made = settled(root, fonts, whole)
    assert opened(tmp_path, working_copy(root, made.document, whole)).differences == ()
