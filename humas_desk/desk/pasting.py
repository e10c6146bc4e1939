"""Text from the clipboard made clean: what other programs put between the letters stays outside."""

from collections.abc import Iterator
import re
import unicodedata

from humas_desk.desk.block_edits import columns, even_rows
from humas_desk.release.blocks import Table
from humas_desk.release.inline import escape

NO_BREAK = "\u00a0"
_BLANK = f" {NO_BREAK}"
_LINE_ENDS = "\r\n|[\r\n\v\f\u0085\u2028\u2029]"
_JOINERS = "\u200c\u200d"
"""Invisible, but they shape letters (Jawa, Arab) and emoji."""
_THIN = "[\u1680\u2000-\u200a\u205f\u3000\t]"
_SPACES = f"[ {NO_BREAK}]{{2,}}"
_BEFORE_MARK = " (?=[.,;:!?)”’])"
"""These are compiled when something is pasted, not while the window opens."""


def pasted_lines(clipboard: str) -> tuple[str, ...]:
    """Clipboard text as clean lines, empty ones left out; at least one, which may be empty.

    Letters are composed; tabs and odd spaces become plain ones, several one; a no-break space stays where it stands
    alone (so does a narrow one, as a plain no-break space); what cannot be seen goes. Word's line break begins a line.
    Lines are stripped, but a space before the first word and behind the last stays: for text that is put between words.
    """
    lines = [_clean(line) for line in re.split(_LINE_ENDS, unicodedata.normalize("NFC", clipboard))]
    if len(lines) == 1:
        return tuple(lines)
    first, *middle, last = lines
    stripped = (first.rstrip(_BLANK), *(line.strip(_BLANK) for line in middle), last.lstrip(_BLANK))
    return tuple(line for line in stripped if line.strip(_BLANK)) or ("",)


def pasted_texts(clipboard: str) -> tuple[str, ...]:
    """Running text from outside as inline markup, one for each paragraph; at least one, which may be empty.

    Clean as `pasted_lines` are. Lines that were broken to a width go on in one paragraph, a messenger's *bold* and
    _italic_ become looks, "[12/11 09.14] Humas:" goes, and so do emoji, which no page has.
    """
    lines = pasted_lines(clipboard)
    if len(lines) == 1:
        return (_marked(lines[0]),)
    texts = list(_paragraphs(clipboard)) or [""]
    texts[0] = " " * lines[0].startswith(" ") + texts[0]
    texts[-1] += " " * lines[-1].endswith(" ")
    return tuple(texts)


def _paragraphs(clipboard: str) -> Iterator[str]:
    from humas_desk.intake.draft import draft_of_text
    from humas_desk.intake.wrapping import paragraphs_of

    draft = draft_of_text(clipboard)
    before = ""
    for para in paragraphs_of(draft):
        text = draft.markup(para.start, para.end)
        if para.reason is None and text:
            yield before + text
            before = ""
        elif not text.startswith(
            "["
        ):  # "12/11 09.00 - Pembukaan: " may be a line of a programme: nobody reviews a paste
            before = f"{text} " if text else before
    if before:
        yield before.rstrip()


def _marked(line: str) -> str:
    from humas_desk.intake.messenger import SYMBOLS, marked

    if SYMBOLS.search(line) is None:
        return marked(line)
    words = re.sub(_BEFORE_MARK, "", re.sub(_SPACES, " ", SYMBOLS.sub(" ", line))).strip(_BLANK)
    return f"{' ' * line.startswith(' ')}{marked(words)}{' ' * line.endswith(' ')}"


def pasted_rows(clipboard: str) -> tuple[tuple[str, ...], ...]:
    """Cells copied from a sheet (tabs between cells, quotes around cells with line breaks), cleaned; as plain text."""
    rows: list[list[str]] = [[]]
    for match in re.finditer(_CELL, clipboard.rstrip("\r\n")):
        quoted, bare, end = match.groups()
        text = quoted.replace('""', '"') if quoted is not None else bare
        rows[-1].append(re.sub(_SPACES, " ", _clean(" ".join(re.split(_LINE_ENDS, text)))).strip())
        if end not in ("\t", ""):
            rows.append([])
        if not end:
            break
    return tuple(tuple(row) for row in rows)


_CELL = r'(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)'


def is_sheet(clipboard: str) -> bool:
    """Whether the clipboard holds cells rather than running text."""
    return "\t" in clipboard.strip("\r\n")


def paste_cells(table: Table, row: int, column: int, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The table's rows with the pasted cells laid over them from (row, column) on; it grows where they reach out."""
    width = max(columns(table), column + max((len(cells) for cells in rows), default=0))
    height = max(len(table.rows), row + len(rows))
    grid = [[*cells, *[""] * (width - len(cells))] for cells in even_rows(table)]
    grid += [[""] * width for _ in range(height - len(grid))]
    for down, cells in enumerate(rows):
        for right, cell in enumerate(cells):
            grid[row + down][column + right] = escape(cell)
    return tuple(tuple(cells) for cells in grid)


def _clean(line: str) -> str:
    line = re.sub(_THIN, " ", line).replace("\u2007", NO_BREAK).replace("\u202f", NO_BREAK)
    seen = "".join(c for c in line if c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
    return re.sub(_SPACES, " ", seen)
