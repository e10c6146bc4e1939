"""The shipped fonts: complete, unchanged, measured like their makers say, and cut down without harm."""

import hashlib
from io import BytesIO
from pathlib import Path
import struct
import zlib

from fontTools.ttLib import TTFont
import pytest

from humas_desk.errors import FileMissing, FileUnreadable
from humas_desk.layout.document import Family
from humas_desk.typeset.pages import Face
from humas_desk.writers.pdf.embedding import to_unicode_map
from humas_desk.writers.pdf.font_file import read_font, subset
from humas_desk.writers.pdf.fonts import FILES, Fonts

FOLDER = Path(__file__).resolve().parent.parent.parent / "assets" / "fonts"
REGULAR = Face(family=Family.SANS)
MAKERS = {
    "Carlito-Bold.ttf": "0f62ab34ad5d079a",
    "Carlito-BoldItalic.ttf": "380764b6898d7b73",
    "Carlito-Italic.ttf": "718a0663864d37a4",
    "Carlito-Regular.ttf": "b4ff23ba370cc95a",
    "DejaVuSans-Bold.ttf": "0d977336a6d5fba3",
    "DejaVuSans.ttf": "abdc775b21b1bc47",
    "HumasBookman-Bold.ttf": "c11d248438bd56dd",
    "HumasBookman-BoldItalic.ttf": "ea7f397e0a58c0b6",
    "HumasBookman-Italic.ttf": "304fb2702c44130d",
    "HumasBookman-Regular.ttf": "55511ef0db4fcd41",
    "LiberationSans-Bold.ttf": "ba0e0dc3f7aca5b0",
    "LiberationSans-BoldItalic.ttf": "15c1068175252e4a",
    "LiberationSans-Italic.ttf": "01f559e5c501d3d5",
    "LiberationSans-Regular.ttf": "8d91388f1d3604b3",
    "LiberationSerif-Bold.ttf": "446a4421f2976984",
    "LiberationSerif-BoldItalic.ttf": "36dd6965be8915f6",
    "LiberationSerif-Italic.ttf": "c1830c433ab41379",
    "LiberationSerif-Regular.ttf": "29d12439831b7f59",
}
FACES = [Face(family=family, bold=bold, italic=italic) for family, bold, italic in FILES]


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(FOLDER)


def test_every_shipped_font_is_used_and_has_its_licence() -> None:
    assert {path.name for path in FOLDER.glob("*.ttf")} == set(FILES.values())
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "LICENSE-Liberation.txt").read_text(encoding="utf-8")
    assert 'Reserved Font Name "Carlito"' in (FOLDER / "LICENSE-Carlito.txt").read_text(encoding="utf-8")
    assert "GUST Font License" in (FOLDER / "LICENSE-HumasBookman.txt").read_text(encoding="utf-8")
    assert "Bitstream Vera" in (FOLDER / "LICENSE-DejaVu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("face", FACES, ids=str)
def test_figures_are_equally_wide_in_every_face_so_that_columns_line_up(fonts: Fonts, face: Face) -> None:
    assert len(set(fonts.advances("0123456789", face))) == 1


@pytest.mark.parametrize("name", sorted(set(FILES.values())))
def test_figures_stand_on_the_line_and_are_about_equally_tall(name: str) -> None:
    font = TTFont(FOLDER / name)
    outlines = [font["glyf"][font.getBestCmap()[ord(figure)]] for figure in "0123456789"]
    em, tallest = font["head"].unitsPerEm, max(outline.yMax for outline in outlines)
    assert all(abs(outline.yMin) <= 0.02 * em for outline in outlines)
    assert all(outline.yMax >= 0.92 * tallest for outline in outlines)


@pytest.mark.parametrize("name", sorted(set(FILES.values())))
def test_a_font_is_read_like_fonttools_reads_it(name: str) -> None:
    ours, theirs = read_font(FOLDER / name), TTFont(FOLDER / name)
    order = theirs.getReverseGlyphMap()
    assert ours.glyphs == {code: order[glyph] for code, glyph in theirs.getBestCmap().items() if order[glyph]}
    assert ours.units_per_em == theirs["head"].unitsPerEm
    assert ours.weight == theirs["OS/2"].usWeightClass
    assert list(ours.offsets) == list(theirs["loca"].locations)
    assert list(ours.advances) == [theirs["hmtx"][glyph][0] for glyph in theirs.getGlyphOrder()]


def test_liberation_is_release_2_1_5() -> None:
    names = TTFont(FOLDER / "LiberationSans-Regular.ttf")["name"]
    assert names.getDebugName(5) == "Version 2.1.5"


def test_widths_are_helveticas(fonts: Fonts) -> None:
    """Adobe Helvetica (AFM): A 667, space 278, em dash 1000, i 222."""
    assert fonts.width_pt("A —i", REGULAR, 1000) == pytest.approx(667 + 278 + 1000 + 222, abs=1)


def test_widths_are_times(fonts: Fonts) -> None:
    """Adobe Times-Bold (AFM): A 722, n 556, space 250."""
    assert fonts.width_pt("A n", Face(family=Family.SERIF, bold=True), 1000) == pytest.approx(1528, abs=1)


@pytest.mark.parametrize("face", FACES)
def test_indonesian_press_text_needs_no_fallback(face: Face, fonts: Fonts) -> None:
    assert all(fonts.covers(character, face) for character in "AZaz09éÉèïñ“”‘’«»…–—•·-\u2011\u00a0°%€§©½²→'\"&@#")


def test_what_cannot_be_drawn_has_its_box_in_the_last_resort(fonts: Fonts) -> None:
    assert fonts.covers("□", Face(family=Family.FALLBACK))


def test_widths_are_bookmans(fonts: Fonts) -> None:
    """TeX Gyre Bonum's own metrics (qbkr.afm), those of ITC Bookman Light: A 680, n 660, space 320."""
    assert fonts.width_pt("A n", Face(family=Family.BOOKMAN), 1000) == pytest.approx(1660, abs=1)


def test_a_firm_hyphen_looks_like_a_hyphen(fonts: Fonts) -> None:
    cut = fonts.cut(REGULAR)
    assert cut.codes["\u2011"] == cut.codes["-"]
    assert fonts.width_pt("\u2011", REGULAR, 10) == fonts.width_pt("-", REGULAR, 10)


def test_an_uncovered_character_is_as_wide_as_the_empty_glyph(fonts: Fonts) -> None:
    assert not fonts.covers("佛", REGULAR)
    assert [*fonts.advances("佛\ud800", REGULAR)] == [*fonts.advances("\ufffe", REGULAR)] * 2


def test_a_subset_has_the_same_outlines_under_the_same_numbers() -> None:
    font = read_font(FOLDER / "LiberationSerif-Italic.ttf")
    wanted = {font.glyphs[ord(character)] for character in "aÄéﬁ½Ṣ"}
    small, whole = TTFont(BytesIO(subset(font, wanted))), TTFont(FOLDER / "LiberationSerif-Italic.ttf")
    assert small["maxp"].numGlyphs == whole["maxp"].numGlyphs
    order = whole.getGlyphOrder()
    small.setGlyphOrder(order)
    for number in wanted:
        name = order[number]
        assert small["glyf"][name].compile(small["glyf"]) == whole["glyf"][name].compile(whole["glyf"])
        assert small["hmtx"][name] == whole["hmtx"][name]


def test_a_subsets_checksums_are_right() -> None:
    program = subset(read_font(FOLDER / "LiberationSans-Bold.ttf"), range(30, 90))
    words = struct.unpack(f">{len(program) // 4}L", program)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_subset_is_small_and_the_same_every_time(fonts: Fonts) -> None:
    cut = fonts.cut(REGULAR)
    glyphs = frozenset(cut.font.glyphs[code] for code in range(32, 127))
    assert subset(cut.font, glyphs) == subset(cut.font, sorted(glyphs, reverse=True))
    packed = cut.program(glyphs, compress=True)
    assert len(packed.data) < 25_000
    assert zlib.decompress(packed.data) == cut.program(glyphs, compress=False).data
    assert packed is cut.program(frozenset(sorted(glyphs)), compress=True)


def test_the_map_to_unicode_has_blocks_of_a_hundred_and_knows_astral_characters() -> None:
    cmap = to_unicode_map({number: chr(0x1F600 + number) for number in range(1, 251)})
    assert [line.split()[0] for line in cmap.splitlines() if line.endswith("beginbfchar")] == ["100", "100", "50"]
    assert "<0001> <d83dde01>" in cmap


def test_a_missing_or_damaged_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Fonts(tmp_path).width_pt("a", REGULAR, 12)
    (tmp_path / "LiberationSans-Regular.ttf").write_bytes(b"no font at all")
    with pytest.raises(FileUnreadable) as caught:
        Fonts(tmp_path).width_pt("a", REGULAR, 12)
    assert caught.value.path.name == "LiberationSans-Regular.ttf"


def test_fonts_are_the_makers_files() -> None:
    """SHA-256 of the files in Debian's fonts-liberation2 2.1.5-1, fonts-dejavu-core 2.37-6, fonts-crosextra-carlito
    20220224-1; and of what make_bookman.py makes of fonts-texgyre 20180621-6.
    """
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in FOLDER.glob("*.ttf")}
    assert digests == MAKERS
