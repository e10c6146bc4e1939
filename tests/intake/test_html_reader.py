"""Pages and clipboards in HTML."""

import base64
from pathlib import Path

import pytest

from humas_desk.desk.clipboard_html import cf_html
from humas_desk.errors import DraftRefused, FileTooLarge
from humas_desk.intake.html_reader import read_html
from humas_desk.intake.manuscript import (
    Manuscript,
    ManuscriptImage,
    ManuscriptParagraph,
    ManuscriptTable,
    NoteKind,
    Style,
)
from tests.writers.docx_samples import picture

PATH = Path("halaman.html")


def read(text: str, encoding: str = "utf-8") -> Manuscript:
    return read_html(text.encode(encoding), PATH)


def paragraphs(manuscript: Manuscript) -> list[tuple[str, Style]]:
    return [(item.text, item.style) for item in manuscript.items if isinstance(item, ManuscriptParagraph)]


def noted(manuscript: Manuscript, kind: NoteKind) -> list[str]:
    return [note.text for note in manuscript.notes if note.kind is kind]


def test_headings_paragraphs_and_lists_are_what_they_are() -> None:
    found = paragraphs(read("<h1>Judul <b>besar</b></h1><p>Satu\n  dua.</p><ul><li>a<li>b</ul><ol><li>c</ol>Lepas"))
    assert found == [
        ("Judul besar", Style.HEADING),
        ("Satu dua.", Style.BODY),
        ("a", Style.BULLET),
        ("b", Style.BULLET),
        ("c", Style.NUMBER),
        ("Lepas", Style.BODY),
    ]


def test_looks_stay_as_marks_also_when_they_are_styles() -> None:
    page = "<p>a <i>b</i> <span style='font-weight:700'>c</span> <b style='font-weight:normal'>d</b> 2*3</p>"
    assert paragraphs(read(page)) == [("a *b* **c** d 2\\*3", Style.BODY)]


def test_two_line_breaks_end_a_paragraph_and_one_does_not() -> None:
    assert [text for text, _ in paragraphs(read("<p>a<br>b<br><br>c</p>"))] == ["a\nb", "c"]


def test_lists_of_words_clipboard_lose_their_typed_marks() -> None:
    item = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}</span>butir</p>"
    assert paragraphs(read(item.format("·&nbsp;") + item.format("1."))) == [
        ("butir", Style.BULLET),
        ("butir", Style.NUMBER),
    ]


def test_a_table_is_a_table() -> None:
    table = read("<table><tr><th>A<th>B<tr><td>1<td>2</table>").items
    assert table == (ManuscriptTable(rows=(("A", "B"), ("1", "2")), header=True),)


def test_windows_clipboard_is_read_between_its_marks() -> None:
    assert paragraphs(read_html(cf_html("<p>Kutipan “é”</p>") + b"\0", PATH)) == [("Kutipan “é”", Style.BODY)]


def test_offsets_that_lie_are_not_followed() -> None:
    data = cf_html("<p>Teks</p>").replace(b"EndFragment:0", b"EndFragment:9")
    assert paragraphs(read_html(data, PATH)) == [("Teks", Style.BODY)]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_the_named_encoding_is_believed(encoding: str) -> None:
    page = f"<html><head><meta charset='{encoding}'></head><body><p>kafé</p></body></html>"
    assert paragraphs(read(page, encoding)) == [("kafé", Style.BODY)]


def test_what_stands_around_an_article_and_programs_are_left_out_and_told_about() -> None:
    manuscript = read(
        "<html><head><title>Situs</title></head><body><nav>Beranda</nav><script>jahat()</script><p>Isi</p>"
        "<footer>Hak cipta</footer><p style='display: none'>sembunyi</p><p><del>coret</del></p>"
        "<iframe src='https://luar.example/'></iframe></body></html>"
    )
    assert paragraphs(manuscript) == [("Isi", Style.BODY)]
    assert noted(manuscript, NoteKind.HEADER) == ["Situs", "Beranda", "Hak cipta"]
    assert noted(manuscript, NoteKind.MACRO) == ["script"]
    assert noted(manuscript, NoteKind.HIDDEN) == ["sembunyi"]
    assert noted(manuscript, NoteKind.DELETED) == ["coret"]
    assert noted(manuscript, NoteKind.EXTERNAL) == ["https://luar.example/"]


def test_a_picture_in_the_page_comes_in_and_one_outside_is_only_named(tmp_path: Path) -> None:
    inside = base64.b64encode(picture(60, 40).data).decode("ascii")
    (tmp_path / "rahasia.jpg").write_bytes(picture(60, 40).data)
    manuscript = read_html(
        f"<img alt='Peserta' src='data:image/jpeg;base64,{inside}'><img src='http://luar.example/a.jpg'>"
        f"<img src='rahasia.jpg'><img src='file://{tmp_path}/rahasia.jpg'>".encode(),
        tmp_path / "halaman.html",
    )
    (image,) = manuscript.items
    assert isinstance(image, ManuscriptImage)
    assert image.alt == "Peserta"
    assert noted(manuscript, NoteKind.EXTERNAL) == ["http://luar.example/a.jpg"]
    assert len(noted(manuscript, NoteKind.PICTURE)) == 2


def test_links_whose_address_is_not_in_the_text_are_named() -> None:
    manuscript = read("<p><a href='https://a.example/x'>baca</a> <a href='http://b.example/'>b.example</a></p>")
    assert noted(manuscript, NoteKind.EXTERNAL) == ["https://a.example/x"]


def test_endless_depth_and_endless_tags_are_refused() -> None:
    with pytest.raises(DraftRefused):
        read("<div>" * 5000 + "x")
    with pytest.raises(FileTooLarge):
        read("<b>" * 300_000)


ARTICLE = "Bawaslu memetakan tempat pemungutan suara yang rawan di semua kecamatan bersama pengawas desa. " * 5
TITLE = "Bawaslu Contoh Petakan TPS Rawan"
SITE = f"""<html><head><title>{TITLE} - Bawaslu Contoh</title></head><body>
<div class="topbar"><a>Masuk</a></div><p class="site-title">Bawaslu Contoh</p><div class="breadcrumbs">Beranda » Berita</div>
<article class="post tag-pilkada"><h1>{TITLE}</h1><div class="sharedaddy">Bagikan <a>Facebook</a></div>
<div class="wp-caption"><p class="wp-caption-text">Rapat di aula</p></div><p>{ARTICLE}</p>
<div class="jp-relatedposts"><p>Berita lain</p></div></article><div id="comments"><p>Mantap</p></div></body></html>"""


def test_a_saved_page_begins_with_its_headline_and_leaves_the_site_out() -> None:
    manuscript = read(SITE)
    assert paragraphs(manuscript) == [
        (TITLE, Style.TITLE),
        ("Rapat di aula", Style.CAPTION),
        (ARTICLE.strip(), Style.BODY),
    ]
    told = "\n".join(noted(manuscript, NoteKind.HEADER))
    for words in ("Masuk", "Bawaslu Contoh", "Beranda » Berita", "Bagikan Facebook", "Berita lain", "Mantap"):
        assert words in told


def test_an_article_stays_whatever_its_class_is_called() -> None:
    page = f"<html><body><div class='sidebar menu'><h1>Judul</h1><p>{ARTICLE}</p></div></body></html>"
    assert [text for text, _ in paragraphs(read(page))] == ["Judul", ARTICLE.strip()]


def test_a_headline_on_the_first_line_of_a_cell_is_the_headline() -> None:
    page = (
        f"<title>{TITLE}</title><table><tr><td>Menu<br>Profil<td><b>{TITLE}</b><br>14 November 2024<br><br>{ARTICLE * 2}"
        "</table>"
    )
    manuscript = read(page)
    assert paragraphs(manuscript)[0] == (f"**{TITLE}**", Style.TITLE)
    assert paragraphs(manuscript)[1][0] == "14 November 2024"
    assert "Menu\nProfil" in noted(manuscript, NoteKind.HEADER)


@pytest.mark.parametrize(
    ("mark", "note", "kind"),
    [
        ("<sup><a href='#ftnt1'>[1]</a></sup>", "<p><a href='#ftnt_ref1'>[1]</a> Catatan</p>", NoteKind.FOOTNOTE),
        ("<a href='#cmnt1'>[a]</a>", "<div><p><a href='#cmnt_ref1'>[a]</a>Catatan</p></div>", NoteKind.COMMENT),
        ("<a href='#_ftn2'>[2]</a>", "<div><p><a href='#_ftnref2'>[2]</a> Catatan</p></div>", NoteKind.FOOTNOTE),
        ("<a href='#_msocom_1'>[B1]</a>", "<p><a href='#_msoanchor_1'>[B1]</a>Catatan</p>", NoteKind.COMMENT),
    ],
)
def test_footnotes_and_comments_of_a_page_are_told_about(mark: str, note: str, kind: NoteKind) -> None:
    manuscript = read(f"<p>Isi alinea.{mark}</p>{note}")
    assert paragraphs(manuscript) == [("Isi alinea.", Style.BODY)]
    assert noted(manuscript, kind) == ["Catatan"]


def test_the_looks_that_google_docs_names_are_kept() -> None:
    page = "<style>.c1{font-weight:700}.c2{font-style:italic}</style><p>a <span class='c2'>b</span> <span class='c1'>c</span></p>"
    assert paragraphs(read(page)) == [("a *b* **c**", Style.BODY)]


def test_pictures_saved_beside_a_page_come_in_and_nothing_else_on_the_computer(tmp_path: Path) -> None:
    home = tmp_path / "simpanan"
    (home / "berita_files").mkdir(parents=True)
    (home / "berita_files" / "foto 1.png").write_bytes(picture(400, 300, kind="PNG").data)
    (home / "berita_files" / "ikon.png").write_bytes(picture(30, 30, kind="PNG", shade=3).data)
    (tmp_path / "rahasia.png").write_bytes(picture(400, 300, kind="PNG", shade=9).data)
    page = "".join(
        f"<p><img src='{name}'></p>"
        for name in (
            "berita_files/foto%201.png?w=300",
            "berita_files/ikon.png",
            "../rahasia.png",
            f"{tmp_path}/rahasia.png",
        )
    )
    manuscript = read_html(page.encode(), PATH, folder=home)
    assert sum(isinstance(item, ManuscriptImage) for item in manuscript.items) == 1
    assert len(noted(manuscript, NoteKind.PICTURE)) == 3
    assert not any(isinstance(item, ManuscriptImage) for item in read_html(page.encode(), PATH).items)
