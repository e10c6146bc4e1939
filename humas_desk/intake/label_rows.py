"""Rows of labels in letters and forms: "Hari, Tanggal | : | Sabtu, 23 November 2024". They are lines, not a table."""

from collections.abc import Sequence
from typing import Final

from humas_desk.intake.manuscript import Item, ManuscriptParagraph, Style
from humas_desk.release.inline import escape, plain

_LONGEST_LABEL: Final = 60
_ONE_LINE: Final = 200
"""Characters of a value that are one line, however its cell breaks them."""
_TITLES: Final = {"judul", "judul berita", "judul rilis"}
_TEXTS: Final = {"isi", "isi berita", "isi rilis", "berita", "naskah", "teks", "uraian"}
_DATES: Final = {"tanggal", "hari/tanggal", "hari, tanggal", "hari / tanggal"}
_FORM_ROWS: Final = 3

Rows = Sequence[tuple[str, ...]]


def as_lines(rows: Rows) -> list[Item]:
    """The rows as lines; none when the table is no list of labels and values. Cells are inline markup."""
    form = _form(rows)
    pairs = form or _with_colons(rows)
    found: list[Item] = []
    for label, value in pairs:
        words = value if len(value) > _ONE_LINE else " ".join(value.split())
        last = found[-1] if found else None
        name = label.casefold()
        if not label and isinstance(last, ManuscriptParagraph) and len(words) <= _ONE_LINE:
            found[-1] = ManuscriptParagraph(text=f"{last.text} {words}", style=last.style)
        elif name in _TITLES:
            found.append(ManuscriptParagraph(text=words, style=Style.TITLE))
        elif form and name in _DATES:
            found.append(ManuscriptParagraph(text=words))  # the day of the text, not of an event
        elif not label or name in _TEXTS:
            found += [ManuscriptParagraph(text=line) for line in value.split("\n") if line]
        else:
            found.append(ManuscriptParagraph(text=f"{escape(label)}: {words}"))
    return found


def _with_colons(rows: Rows) -> list[tuple[str, str]]:
    """Labels and values where a column of colons parts them, or where the labels or values bring their own."""
    columns = [{row[column].strip() for row in rows} - {""} for column in range(len(rows[0]))]
    parting = next((number for number, cells in enumerate(columns) if cells == {":"}), 0)
    if parting:
        pairs = [(" ".join(filter(None, row[:parting])), " ".join(filter(None, row[parting + 1 :]))) for row in rows]
    elif len(columns) == 2 and all(_brings_colon(*row) for row in rows if row[0]):
        pairs = [(left, right.lstrip(": ")) for left, right in rows]
    else:
        return []
    named = [(plain(label).rstrip(": ").strip(), value) for label, value in pairs]
    return named if all(len(label) <= _LONGEST_LABEL and "\n" not in label for label, _value in named) else []


def _brings_colon(left: str, right: str) -> bool:
    return plain(left).rstrip().endswith(":") or right.startswith(":")


def _form(rows: Rows) -> list[tuple[str, str]]:
    """Labels and values of a form that has a field for the title and one for the text."""
    if len(rows[0]) != 2 or len(rows) < _FORM_ROWS:
        return []
    pairs = [(plain(left).rstrip(": ").strip(), right) for left, right in rows]
    labels = {label.casefold() for label, _value in pairs}
    return pairs if labels & _TITLES and labels & _TEXTS else []
