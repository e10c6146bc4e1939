"""The mark on a release that is not final: DRAF and the version, on every page."""

from dataclasses import replace
import datetime as dt

from humas_desk.layout import words
from humas_desk.layout.document import Align, Mark, Role, Run, Style, Text
from humas_desk.layout.spacing import Variants

DRAFT = "draft"
"""Variant of the footer that the note is set in."""
NOTE_SIZE_PT = 7.5
NOTE_LEADING_PT = 9.5
NOTE_COLOR = "#707070"


def draft_mark(version: dt.datetime, footer: Style) -> tuple[Mark, Variants]:
    """The mark for the version of that moment, and its style, made from the footer's."""
    text = f"{words.DRAFT} · {words.VERSION} {version_text(version)}"
    note = Text(role=Role.FOOTER, variant=DRAFT, runs=(Run(text=text),))
    style = replace(
        footer, size_pt=NOTE_SIZE_PT, leading_pt=NOTE_LEADING_PT, after_pt=0, align=Align.RIGHT, color=NOTE_COLOR
    )
    return Mark(word=words.DRAFT, note=note), {(Role.FOOTER, DRAFT): style}


def version_text(moment: dt.datetime) -> str:
    """Gives "12.05.2026 14.32"."""
    return f"{moment.day:02}.{moment.month:02}.{moment.year} {moment.hour:02}.{moment.minute:02}"
