"""Word copies as LibreOffice lays them out, and the lines of a PDF with their baselines."""

import ctypes
from dataclasses import dataclass
from difflib import SequenceMatcher
import os
from pathlib import Path
import subprocess

import pypdfium2
import pypdfium2.raw as pdfium

SAME_LINE_PT = 1.0
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Arial</family><accept><family>Liberation Sans</family></accept></alias>
  <alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias>
  <alias binding="same"><family>Calibri</family><accept><family>Carlito</family></accept></alias>
  <alias binding="same"><family>Bookman Old Style</family><accept><family>Humas Bookman</family></accept></alias>
</fontconfig>
"""
_DRAWN_ALIKE = str.maketrans({"\u2011": "-", "\x02": "-", "\u00ad": "-"})


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a page: its characters without spaces, and its baseline from the paper's lower edge in pt."""

    page: int
    text: str
    baseline_pt: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two copies side by side."""

    share: float
    """Lines with the same text on the same page."""
    pages: tuple[int, int]
    farthest_pt: float
    """Greatest distance of two baselines of the same line."""
    differing: tuple[str, ...]
    """What to show when a test fails."""


def lay_out(copies: dict[str, bytes], folder: Path, fonts: Path) -> dict[str, bytes]:
    """PDFs that LibreOffice makes of the copies, by name: one run, a profile of its own, our fonts alone."""
    configuration = folder / "fonts.conf"
    configuration.write_text(_FONTS.format(fonts=fonts.resolve(), cache=folder / "cache"), encoding="utf-8")
    files = []
    for name, data in copies.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=110, env=environment)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in copies}


def lines(pdf: bytes) -> tuple[SetLine, ...]:
    """Every line from top to bottom, read by baselines."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(line for number in range(len(document)) for line in _page_lines(document[number], number + 1))
    finally:
        document.close()


def _page_lines(page: pypdfium2.PdfPage, number: int) -> list[SetLine]:
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for x, y, character in sorted(_characters(page), key=lambda found: -found[1]):
        if not rows or rows[-1][0] - y > SAME_LINE_PT:
            rows.append((y, []))
        rows[-1][1].append((x, character))
    return [SetLine(number, "".join(character for _, character in sorted(row)), y) for y, row in rows]


def _characters(page: pypdfium2.PdfPage) -> list[tuple[float, float, str]]:
    """Origin of every character that is not a space."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index)).translate(_DRAWN_ALIKE)
        if character.strip() and pdfium.FPDFText_GetCharOrigin(text, index, x, y):
            found.append((x.value, y.value, character))
    text.close()
    return found


def compare(theirs: tuple[SetLine, ...], ours: tuple[SetLine, ...]) -> Comparison:
    """How alike two copies break their lines and pages."""
    matcher = SequenceMatcher(None, [line.text for line in theirs], [line.text for line in ours], autojunk=False)
    matched = [
        (theirs[block.a + step], ours[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    together = [(one, other) for one, other in matched if one.page == other.page]
    return Comparison(
        share=len(together) / max(len(theirs), len(ours), 1),
        pages=(theirs[-1].page, ours[-1].page),
        farthest_pt=max((abs(one.baseline_pt - other.baseline_pt) for one, other in together), default=0),
        differing=tuple(
            f"{[line.text for line in theirs[a:b]]} / {[line.text for line in ours[c:d]]}"
            for kind, a, b, c, d in matcher.get_opcodes()
            if kind != "equal"
        ),
    )
