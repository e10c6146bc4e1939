"""The release as characters: the same words as the page, and marks only where they were meant."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
import re

from hypothesis import example, given
from hypothesis import strategies as st
import pytest

from humas_desk.layout.document import Document, Role, Run, Style, Text
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.text.html import clean_html
from humas_desk.writers.text.passages import CELL_SEPARATOR
from humas_desk.writers.text.plain import plain_text
from humas_desk.writers.text.whatsapp import WHATSAPP_LIMIT, whatsapp_length, whatsapp_text
from tests.writers import docx_samples as samples
from tests.writers.sample_release import sample_document
from tests.writers.test_docx_twin import joined, pdf_words, plain

_MARKED = re.compile(r"(?<![^\W_])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![^\W_])")
_LOOK_ALIKES = str.maketrans("\u2217\uff3f\u223c\u2035\u203a", "*_~`>")


def shown(message: str) -> str:
    """What a reader sees of a message, as WhatsApp's help page tells the rules."""
    before = None
    while message != before:
        before, message = message, "\n".join(_MARKED.sub(r"\2", line) for line in message.split("\n"))
    return message


def document(*texts: Text) -> Document:
    return samples.document(tuple(texts), footer=False)


def body(*runs: Run) -> Document:
    return document(Text(role=Role.BODY, runs=runs))


class Elements(HTMLParser):
    """Words, the order of elements, and whether each is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _value in attrs]
        if tag != "br":
            self._open.append(tag)
        if tag not in {"a", "strong", "em"}:
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="session")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


def words_of(text: str) -> list[str]:
    """Words; a row's colon belongs to the word before it."""
    return re.sub(r"\s+:", ":", text).split()


def assert_says_what_the_page_says(made: Document, fonts: Fonts) -> None:
    page = plain(made)
    said = words_of(plain_text(page).replace(CELL_SEPARATOR, " "))
    drawn = words_of(" ".join(pdf_words(write_pdf(typeset(page, fonts).pages, fonts))))
    assert len(said) > 20
    assert joined(drawn, said) == said
    assert shown(whatsapp_text(page)) == plain_text(page)
    unmarked = [word for word in said if not re.fullmatch(r"•|\d+\.", word)]
    assert [
        word for word in words_of(Elements(clean_html(page)).words) if not re.fullmatch(r"•|\d+\.", word)
    ] == unmarked


@pytest.mark.parametrize("kind", Kind)
def test_the_sample_says_the_same_as_text_and_on_paper(root: Path, fonts: Fonts, kind: Kind) -> None:
    assert_says_what_the_page_says(sample_document(root, kind), fonts)


@pytest.mark.parametrize("seed", range(6))
def test_generated_documents_say_the_same_as_text_and_on_paper(fonts: Fonts, seed: int) -> None:
    assert_says_what_the_page_says(samples.generated(seed), fonts)


def test_bold_and_italics_become_marks_that_hug_their_words() -> None:
    made = body(Run(text="Kata "), Run(text="tebal ", bold=True), Run(text=" miring", italic=True), Run(text=", lalu."))
    assert whatsapp_text(made) == "Kata *tebal*  _miring_, lalu."


def test_bold_with_italics_in_it_is_nested() -> None:
    made = body(Run(text="satu ", bold=True), Run(text="dua", bold=True, italic=True), Run(text=" tiga", bold=True))
    assert whatsapp_text(made) == "*satu _dua_ tiga*"


def test_no_mark_stands_inside_a_word() -> None:
    assert whatsapp_text(body(Run(text="anti", bold=True), Run(text="korupsi"))) == "antikorupsi"


def test_no_mark_runs_over_a_line_break() -> None:
    made = document(Text(role=Role.LIST, runs=(Run(text="satu\ndua", italic=True),)))
    assert whatsapp_text(made) == "_satu_\n_dua_"


def test_a_link_carries_no_mark_and_keeps_every_character() -> None:
    url = "https://contoh.example/_a_/*b*~c~"
    made = body(Run(text="Lihat ", bold=True), Run(text=url, link=url, bold=True), Run(text=" sekarang", bold=True))
    assert whatsapp_text(made) == f"*Lihat* {url} *sekarang*"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Rp5 *kotor*", "Rp5 \u2217kotor\u2217"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("nama_berkas_akhir", "nama_berkas_akhir"),
        ("~coret~ dan `kode`", "\u223ccoret\u223c dan \u2035kode\u2035"),
        ("* bukan daftar", "\u2217 bukan daftar"),
        ("> bukan kutipan", "\u203a bukan kutipan"),
    ],
)
def test_characters_of_the_text_are_never_taken_for_marks(typed: str, sent: str) -> None:
    assert whatsapp_text(body(Run(text=typed))) == sent


_RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(st.sampled_from("ab1 .,(*_~`>“”-"), min_size=1, max_size=6),
        bold=st.booleans(),
        italic=st.booleans(),
    ),
    max_size=6,
)


@given(_RUNS)
@example([Run(text=" "), Run(text="* 1", bold=True, italic=True)])
@example([Run(text="1", italic=True), Run(text="*1>"), Run(text="1", bold=True)])
def test_a_reader_of_the_message_sees_the_words_as_they_were_written(runs: list[Run]) -> None:
    made = body(*runs)
    assert shown(whatsapp_text(made)).translate(_LOOK_ALIKES) == plain_text(made)


@given(st.lists(st.builds(Run, text=st.text(max_size=8), bold=st.booleans(), italic=st.booleans()), max_size=5))
def test_any_characters_make_whole_html_and_a_message(runs: list[Run]) -> None:
    made = body(*(run for run in runs if run.text.isprintable()))
    assert Elements(clean_html(made)).words.split() == plain_text(made).split()
    assert whatsapp_length(whatsapp_text(made)) >= 0


def test_the_title_is_bold_and_rows_stand_together() -> None:
    made = document(
        *samples.opening()[2:],
        Text(role=Role.FIELD, runs=(Run(text="Waktu\t:\t10.00\u00a0WIB"),)),
        Text(role=Role.FIELD, runs=(Run(text="Tempat\t:\tKantor"),)),
    )
    assert whatsapp_text(made).split("\n\n")[-1] == "Waktu: 10.00 WIB\nTempat: Kantor"
    assert whatsapp_text(made).startswith("*Pengawas Desa")


def test_an_emoji_counts_as_whatsapp_counts_it() -> None:
    assert whatsapp_length("a😀") == 3
    assert WHATSAPP_LIMIT == 65_536


def test_html_names_the_parts_and_says_nothing_about_looks(root: Path) -> None:
    html = clean_html(sample_document(root, Kind.PRESS))
    page = Elements(html)
    wanted = {
        "h1",
        "h2",
        "p",
        "em",
        "strong",
        "ol",
        "li",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "th",
        "td",
    }
    assert wanted <= set(page.tags)
    assert set(page.attributes) == {"href"}
    assert page.tags.count("h1") == page.tags.count("ol") == page.tags.count("table") == 1
    assert "<img" not in html


def test_html_is_escaped_everywhere() -> None:
    made = body(Run(text='<b>&"', link='https://x.example/?a="<&b'))
    assert clean_html(made) == '<p><a href="https://x.example/?a=&quot;&lt;&amp;b">&lt;b&gt;&amp;"</a></p>'


@pytest.mark.parametrize("write", [plain_text, clean_html])
def test_quotes_are_straight_where_the_office_wants_them(write: object) -> None:
    assert callable(write)
    made = body(Run(text="“Ini ‘kami’,” kata Ma’ruf – lalu …"))
    assert "\"Ini 'kami',\" kata Ma'ruf – lalu …" in write(made, straight_quotes=True)
    assert "“Ini ‘kami’,”" in write(made)


def paragraphs() -> Iterator[Text]:
    yield Text(role=Role.SIGNATURE, runs=(Run(text="Ketua"),), keep_next=True)
    yield Text(role=Role.SIGNATURE_SPACE, runs=(Run(text="Bawaslu"),), keep_next=True)
    yield Text(role=Role.SIGNATURE, runs=(Run(text="Sulastri"),))
    yield Text(role=Role.SIGNATURE, runs=(Run(text="Sekretaris"),))


def test_each_signature_stands_for_itself() -> None:
    made = document(*paragraphs())
    assert plain_text(made) == "Ketua\nBawaslu\nSulastri\n\nSekretaris"
    assert clean_html(made) == "<p>Ketua<br>Bawaslu<br>Sulastri</p>\n<p>Sekretaris</p>"


def test_a_style_that_is_italic_is_marked() -> None:
    made = document(Text(role=Role.BODY, runs=(Run(text="Catatan"),), style=Style(italic=True)))
    assert whatsapp_text(made) == "_Catatan_"
