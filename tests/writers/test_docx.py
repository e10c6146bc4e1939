"""The Word copy: real styles, real lists, real tables, a letterhead in the header."""

from dataclasses import replace
import os
from pathlib import Path
import re
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
import pytest

from humas_desk.errors import FileMissing, NotOurFile
from humas_desk.layout.document import Document, Family, Geometry, Letterhead, Line, Role, Run, Style, Text, twips
from humas_desk.release.release import Kind
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.docx.links import safe_target
from tests.writers import docx_samples as samples
from tests.writers.docx_reading import WP, Node, R, W, WordFile, markers, paragraph_text, paragraphs, read
from tests.writers.sample_release import sample_document


@pytest.fixture(scope="session")
def base(root: Path) -> Path:
    return root / "templates" / "base.docx"


@pytest.fixture(scope="session")
def full(base: Path) -> WordFile:
    return read(write_docx(samples.everything(), base=base))


def written(
    base: Path,
    *body: Text,
    head: Letterhead | None = None,
    geometry: Geometry | None = None,
    footer: bool = True,
) -> WordFile:
    return read(write_docx(samples.document(body, head=head, geometry=geometry, footer=footer), base=base))


@pytest.mark.parametrize("logo", ["top", "left", "none"])
def test_the_validator_has_nothing_to_say(base: Path, tmp_path: Path, logo: str) -> None:
    target = tmp_path / "rilis.docx"
    target.write_bytes(write_docx(replace(samples.everything(), letterhead=samples.letterhead(logo=logo)), base=base))
    result = OpenXmlValidator().validate(target)
    assert [str(error) for error in result.errors] == []


def test_paragraphs_name_a_style_and_a_list_and_nothing_else(full: WordFile) -> None:
    for story in full.stories().values():
        said = {child.tag for properties in story.iter(f"{W}pPr") for child in properties}
        assert said <= {f"{W}pStyle", f"{W}numPr"}


def test_runs_name_a_character_style_and_nothing_else(full: WordFile) -> None:
    for story in full.stories().values():
        assert {child.tag for properties in story.iter(f"{W}rPr") for child in properties} <= {f"{W}rStyle"}


def test_every_style_that_is_named_exists(full: WordFile) -> None:
    styles = list(full.tree("word/styles.xml").iter(f"{W}style"))
    known = {style.get(f"{W}styleId") for style in styles}
    names = [style.find(f"{W}name").get(f"{W}val").lower() for style in styles]
    assert len(known) == len(styles)
    assert len(set(names)) == len(names)
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    roots = [*full.stories().values(), full.tree("word/styles.xml")]
    named = {node.get(f"{W}val") for root in roots for tag in tags for node in root.iter(f"{W}{tag}")}
    assert named <= known


def test_sizes_stand_in_the_style_definitions(full: WordFile) -> None:
    title = style(full, "Title")
    assert title.find(f"{W}rPr/{W}sz").get(f"{W}val") == "30"
    spacing = title.find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule"), spacing.get(f"{W}after")) == ("380", "exact", "200")
    assert spacing.get(f"{W}before") == "0"


def style(file: WordFile, style_id: str) -> Node:
    return next(node for node in file.tree("word/styles.xml").iter(f"{W}style") if node.get(f"{W}styleId") == style_id)


def test_no_paragraph_is_empty_but_the_one_word_wants_behind_a_last_table(full: WordFile) -> None:
    body = full.tree("word/document.xml")
    empty = [node for node in body.iter(f"{W}p") if not node.findall(f".//{W}t") and not node.findall(f".//{WP}inline")]
    assert [node.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for node in empty] == ["SetelahTabel"]


def test_the_letterhead_stands_in_the_first_pages_header_only(full: WordFile) -> None:
    section = full.tree("word/document.xml").find(f".//{W}sectPr")
    assert section.has(f"{W}titlePg")
    assert [node.get(f"{W}type") for node in section.iter(f"{W}headerReference")] == ["first"]
    assert sorted(node.get(f"{W}type") for node in section.iter(f"{W}footerReference")) == ["default", "first"]
    header = paragraphs(full.tree("word/header1.xml"))
    assert "KABUPATEN CONTOH" in header


def test_a_letterhead_for_all_pages_needs_no_page_of_its_own(base: Path) -> None:
    file = written(base, *samples.opening(), head=samples.letterhead(pages="all"))
    section = file.tree("word/document.xml").find(f".//{W}sectPr")
    assert not section.has(f"{W}titlePg")
    assert [node.get(f"{W}type") for node in section.iter(f"{W}headerReference")] == ["default"]


def test_without_a_letterhead_there_is_no_header(base: Path) -> None:
    file = written(base, *samples.opening(), head=Letterhead(), footer=False)
    assert set(file.stories()) == {"word/document.xml"}


def test_a_blank_letterhead_says_nothing_and_keeps_its_height(base: Path) -> None:
    file = written(base, *samples.opening(), head=samples.letterhead(blank=True))
    header = file.tree("word/header1.xml")
    assert "".join(paragraphs(header)) == ""
    assert not header.has(f".//{WP}inline")
    line = style(file, "KopKosong").find(f"{W}pPr/{W}spacing").get(f"{W}line")
    logo_pt, gap_pt = 22 * 72 / 25.4, 6 * 72 / 25.4
    assert int(line) == pytest.approx(20 * (logo_pt + gap_pt + 2 * 17 + 2 * 11.5 + 4 + 4.5 + 14), abs=1)


def test_a_logo_at_the_left_is_anchored_and_a_logo_above_stands_in_a_line(base: Path) -> None:
    left = written(base, *samples.opening(), head=samples.letterhead(logo="left")).tree("word/header1.xml")
    above = written(base, *samples.opening(), head=samples.letterhead(logo="top")).tree("word/header1.xml")
    assert left.has(f".//{WP}anchor/{WP}wrapNone")
    assert not left.has(f".//{WP}inline")
    assert above.has(f".//{WP}inline")
    assert not above.has(f".//{WP}anchor")


def test_pictures_have_numbers_of_their_own_and_say_what_they_show(full: WordFile) -> None:
    drawings = [node for story in full.stories().values() for node in story.iter(f"{WP}docPr")]
    assert len(drawings) == 4
    assert len({node.get("id") for node in drawings}) == 4
    assert all(0 < int(node.get("id")) < 2**31 for node in drawings)
    assert all(node.get("descr") for node in drawings)


def test_the_same_picture_twice_is_one_part_and_two_numbers(base: Path) -> None:
    file = read(write_docx(samples.document((samples.photo(), samples.photo())), base=base))
    drawings = list(file.tree("word/document.xml").iter(f"{WP}docPr"))
    assert len({node.get("id") for node in drawings}) == 2
    assert len([name for name in file.parts if name.endswith(".jpeg")]) == 1


def test_a_picture_that_says_nothing_is_marked_as_decoration(base: Path) -> None:
    file = read(write_docx(samples.document((samples.photo(alt=""),)), base=base))
    assert b"decorative" in file.parts["word/document.xml"]


def test_every_list_counts_from_its_own_beginning(full: WordFile) -> None:
    assert [marker for marker in markers(full) if marker] == ["•", "•", "•", "1.", "2.", "3.", "1.", "2."]


def test_two_numbered_lists_with_a_paragraph_between_do_not_run_on(base: Path) -> None:
    first = samples.items(2, numbered=True, block_id="a")
    file = written(base, *first, samples.text(Role.BODY, "Sela."), *first)
    assert markers(file) == ["1.", "2.", "", "1.", "2."]


@pytest.mark.parametrize("count", [["a.", "b."], ["1)", "2)"], ["(4)", "(5)"], ["A.", "B."]])
def test_a_list_shows_the_markers_of_the_document(base: Path, count: list[str]) -> None:
    items = (samples.text(Role.LIST, "Butir.", marker=marker, numbered=True, block_id="x") for marker in count)
    assert markers(written(base, *items)) == count


def test_tables_are_real_tables_with_a_header_row_and_whole_rows(full: WordFile) -> None:
    table = full.tree("word/document.xml").find(f".//{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.has(f"{W}trPr/{W}tblHeader") for row in rows] == [True, False, False, False, False]
    assert all(row.has(f"{W}trPr/{W}cantSplit") for row in rows)
    assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
    assert [int(node.get(f"{W}w")) for node in table.iter(f"{W}gridCol")] == [twips(45), twips(25), twips(85)]


def test_addresses_are_links(full: WordFile) -> None:
    body = full.tree("word/document.xml")
    relations = {node.get("Id"): node for node in full.tree("word/_rels/document.xml.rels")}
    targets = [relations[node.get(f"{R}id")] for node in body.iter(f"{W}hyperlink")]
    assert [(node.get("Target"), node.get("TargetMode")) for node in targets] == [
        ("https://contoh.example/a?b=1&c=2", "External"),
        ("mailto:humas@contoh.example", "External"),
    ]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "http://", "https://a b", "mailto:x", "http://a..b", "http://a:x"],
)
def test_an_address_that_word_cannot_open_stays_text(base: Path, link: str) -> None:
    file = written(base, Text(role=Role.BODY, runs=(Run(text="tautan", link=link),)))
    assert not file.tree("word/document.xml").has(f".//{W}hyperlink")
    assert paragraphs(file.tree("word/document.xml")) == ["tautan"]


def test_bold_in_a_bold_paragraph_is_not_switched_off(base: Path) -> None:
    file = written(base, Text(role=Role.TITLE, runs=(Run(text="Judul ", bold=True), Run(text="biasa"))))
    assert not file.tree("word/document.xml").has(f".//{W}rStyle")


def test_line_breaks_tabs_and_hyphens_that_hold_are_words_own(base: Path) -> None:
    file = written(base, samples.text(Role.BODY, "satu\ndua\ttiga\u2011empat\u00a0lima"))
    body = file.tree("word/document.xml")
    assert [len(list(body.iter(f"{W}{tag}"))) for tag in ("br", "tab", "noBreakHyphen")] == [1, 1, 1]
    assert paragraphs(body) == ["satu\ndua\ttiga\u2011empat\u00a0lima"]


def test_a_new_page_is_a_style(full: WordFile) -> None:
    body = full.tree("word/document.xml")
    label = next(node for node in body.iter(f"{W}p") if paragraph_text(node) == "Lampiran")
    named = style(full, label.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
    assert named.has(f"{W}pPr/{W}pageBreakBefore")
    assert named.find(f"{W}basedOn").get(f"{W}val") == "LabelLampiran"


def test_a_variant_of_the_layout_becomes_a_named_style_on_its_role(base: Path) -> None:
    document = samples.document((samples.text(Role.BODY, "Rapat.", variant="before-heading"),))
    wider = replace(document.styles[Role.BODY], after_pt=14)
    file = read(write_docx(replace(document, variants={(Role.BODY, "before-heading"): wider}), base=base))
    named = file.tree("word/document.xml").find(f".//{W}pStyle").get(f"{W}val")
    made = style(file, named)
    assert made.find(f"{W}basedOn").get(f"{W}val") == "BodyText"
    assert made.find(f"{W}pPr/{W}spacing").get(f"{W}after") == "280"


def test_page_numbers_are_fields(full: WordFile) -> None:
    fields = [node.get(f"{W}instr").strip() for node in full.tree("word/footer1.xml").iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("size", [(210, 297), (215, 330), (210, 330), (215.9, 330.2)])
def test_paper_and_text_area_are_the_documents(base: Path, size: tuple[float, float]) -> None:
    geometry = Geometry(width_mm=size[0], height_mm=size[1])
    section = written(base, *samples.opening(), geometry=geometry).tree("word/document.xml").find(f".//{W}sectPr")
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = int(paper.get(f"{W}w")), int(paper.get(f"{W}h"))
    assert (width, height) == pytest.approx((twips(size[0]), twips(size[1])), abs=2)
    found = {name: int(margins.get(f"{W}{name}")) for name in ("top", "left", "right", "bottom", "header", "footer")}
    assert (found["top"], found["left"], found["header"]) == (twips(20), twips(30), twips(15))
    assert width - found["right"] == twips(size[0]) - twips(25)
    assert height - found["bottom"] == twips(size[1]) - twips(20)
    assert height - found["footer"] == twips(size[1]) - twips(10)


def test_the_file_says_title_office_day_and_language(full: WordFile) -> None:
    said = {str(node.tag).split("}")[1]: node.text for node in full.tree("docProps/core.xml")}
    assert said["title"] == "Contoh siaran"
    assert said["creator"] == said["lastModifiedBy"] == "Bawaslu Kabupaten Contoh"
    assert said["created"] == said["modified"] == "2026-05-03T17:00:00Z"
    assert said["language"] == "id-ID"


def test_the_file_says_nothing_of_the_machine_or_the_library(full: WordFile) -> None:
    everything = b"".join(data for name, data in full.parts.items() if not name.startswith("word/media"))
    for trace in (b"python", b"Macintosh", b"Microsoft Office", b"thumbnail", b"Theme=", b"en-US", b"/home/", b"/tmp/"):
        assert trace.lower() not in everything.lower()


def test_the_language_is_indonesian_and_the_mode_is_todays(full: WordFile) -> None:
    assert full.tree("word/styles.xml").find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "id-ID"
    settings_part = full.tree("word/settings.xml")
    assert settings_part.find(f"{W}themeFontLang").get(f"{W}val") == "id-ID"
    mode = {node.get(f"{W}name"): node.get(f"{W}val") for node in settings_part.iter(f"{W}compatSetting")}
    assert mode["compatibilityMode"] == "15"


def test_headers_and_footers_have_a_paragraph(full: WordFile) -> None:
    for name, story in full.stories().items():
        assert story.has(f".//{W}p"), name


def test_a_missing_or_foreign_base_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        write_docx(samples.everything(), base=tmp_path / "nirada.docx")
    (tmp_path / "lain.docx").write_bytes(b"bukan ZIP")
    with pytest.raises(NotOurFile):
        write_docx(samples.everything(), base=tmp_path / "lain.docx")


def test_a_base_that_changes_is_read_again(base: Path, tmp_path: Path) -> None:
    own = tmp_path / "dasar.docx"
    own.write_bytes(base.read_bytes())
    before = write_docx(samples.everything(), base=own)
    parts = read(base.read_bytes()).parts
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="Tagar"', b'w:val="Tagar Kantor"')
    with ZipFile(own, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    os.utime(own, ns=(1, 1))
    after = read(write_docx(samples.everything(), base=own))
    assert b"Tagar Kantor" not in read(before).parts["word/styles.xml"]
    assert b"Tagar Kantor" in after.parts["word/styles.xml"]


def test_a_style_name_has_no_comma_as_word_would_part_it_there(root: Path, base: Path) -> None:
    for kind in Kind:
        styles = read(write_docx(sample_document(root, kind), base=base)).tree("word/styles.xml")
        names = [node.find(f"{W}name").get(f"{W}val") for node in styles.iter(f"{W}style")]
        assert not [name for name in names if "," in name or len(name) > 253]
        assert len({name.lower() for name in names}) == len(names)


def test_a_rule_that_clears_a_tall_logo_takes_its_text_along(base: Path) -> None:
    line = samples.text(
        Role.ADDRESS, "Jalan Contoh 1", style=Style(after_pt=14, below=Line(kind="single", space_pt=47.5))
    )
    head = replace(samples.letterhead(logo="left"), lines=(line,))
    file = written(base, *samples.opening(), head=head)
    named = file.tree("word/header1.xml").find(f".//{W}pStyle").get(f"{W}val")
    properties = style(file, named).find(f"{W}pPr")
    assert properties.find(f"{W}pBdr/{W}bottom").get(f"{W}space") == "31"
    assert properties.find(f"{W}spacing").get(f"{W}before") == str(round((47.5 - 31) * 20))


def test_a_logo_at_the_left_without_lines_still_stands_in_the_header(base: Path, tmp_path: Path) -> None:
    head = replace(samples.letterhead(logo="left"), lines=())
    data = write_docx(samples.document(samples.opening(), head=head), base=base)
    assert read(data).tree("word/header1.xml").has(f"{W}p/{W}r/{W}drawing/{WP}anchor")
    (tmp_path / "logo.docx").write_bytes(data)
    assert not OpenXmlValidator().validate(tmp_path / "logo.docx").errors


def test_a_tables_header_and_its_last_row_but_one_stay_with_the_row_behind_them(full: WordFile) -> None:
    rows = full.tree("word/document.xml").find(f".//{W}tbl").findall(f"{W}tr")
    kept = [style(full, row.find(f".//{W}pStyle").get(f"{W}val")).has(f"{W}pPr/{W}keepNext") for row in rows]
    assert kept == [True, False, False, True, False]


def style_after_a_table(base: Path, *, new_page: bool) -> Node:
    after = samples.text(Role.BODY, "Sesudahnya.", new_page=new_page)
    file = read(write_docx(samples.document((samples.grid(1), after)), base=base))
    body = file.tree("word/document.xml").find(f"{W}body")
    return style(file, body.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val"))


def test_space_after_a_table_is_carried_by_the_paragraph_behind_it(base: Path) -> None:
    made = style_after_a_table(base, new_page=False)
    assert made.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "160"


def test_space_after_a_table_does_not_go_on_to_the_next_page(base: Path) -> None:
    made = style_after_a_table(base, new_page=True)
    assert made.has(f"{W}pPr/{W}pageBreakBefore")
    assert not made.has(f"{W}pPr/{W}spacing")


def test_two_tables_in_a_row_stay_two(base: Path) -> None:
    body = read(write_docx(samples.document((samples.grid(1), samples.grid(1))), base=base)).tree("word/document.xml")
    tags = [node.tag.removeprefix(W) for node in body.find(f"{W}body")]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_paragraph_without_a_style_has_the_documents_face(base: Path) -> None:
    file = read(write_docx(samples.document(samples.opening(), family=Family.SERIF), base=base))
    fonts = file.tree("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == "Times New Roman"


@given(link=st.one_of(st.text(max_size=80), st.text(max_size=60).map("https://contoh.example/{}".format)))
def test_any_address_is_a_clean_target_or_none(link: str) -> None:
    target = safe_target(link)
    assert target is None or (target.isascii() and not re.search(r"[\s<>\"{}|\\^`]", target) and len(target) <= 2000)


ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=60)


@settings(max_examples=60, deadline=None)
@given(words=ANYTHING, title=ANYTHING, alt=ANYTHING)
def test_any_text_at_all_makes_a_file_that_says_it(root: Path, words: str, title: str, alt: str) -> None:
    made = samples.document((samples.text(Role.BODY, words), samples.photo(alt=alt)))
    data = write_docx(
        replace(made, metadata=replace(made.metadata, title=title)), base=root / "templates" / "base.docx"
    )
    said = paragraphs(read(data).tree("word/document.xml"))[0]
    forbidden = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
    expected = re.sub(
        "[\ud800-\udfff]", "□", forbidden.sub("", re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", words))
    )
    assert said == expected


def test_a_document_with_one_style_alone_is_written(base: Path) -> None:
    bare = Document(metadata=samples.document(()).metadata, geometry=Geometry(), styles={Role.BODY: Style()})
    file = read(write_docx(replace(bare, body=(samples.text(Role.BODY, "Rapat."),)), base=base))
    assert paragraphs(file.tree("word/document.xml")) == ["Rapat."]
