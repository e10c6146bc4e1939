"""What stands above the body: label, number, notice, recipient, subject, title, subtitle."""

from dataclasses import replace
import datetime as dt
import re

from humas_desk.layout import words
from humas_desk.layout.document import Role, Text
from humas_desk.layout.runs import (
    Runs,
    finished,
    from_markup,
    from_plain,
    is_blank,
    joined_with,
    lines_of,
    made,
    text_of,
    trimmed,
)
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.spacing import ROW
from humas_desk.release.dates import clock, full_date, long_date
from humas_desk.release.release import Embargo


def label(source: Source) -> tuple[Text, ...]:
    """Gives "SIARAN PERS", if the template has a label."""
    return paragraph(source, Role.LABEL, made(source.template.parts.label))


def number(source: Source) -> tuple[Text, ...]:
    """Gives "Nomor: 021/HM/K.JI-21/08/2023"; in a letter a row, with a row for place and date unless a signature shows them."""
    typed = from_plain(source.release.number or "", "number")
    if not source.template.parts.number_rows:
        return () if is_blank(typed) else paragraph(source, Role.NUMBER, (*made(f"{words.NUMBER}: "), *trimmed(typed)))
    return (*row(source, Role.NUMBER, words.NUMBER, typed), *_date_row(source))


def _date_row(source: Source) -> tuple[Text, ...]:
    if source.template.parts.dateline != "rows" or source.release.signatories:
        return ()
    return row(source, Role.NUMBER, words.DATE, place_and_day(source))


def place_and_day(source: Source) -> Runs:
    """Gives "Kraksaan, 4 Mei 2026"; without a date nothing, for a place alone says nothing."""
    if source.day is None:
        return ()
    city = source.city
    return made(f"{city}, {long_date(source.day)}" if city else long_date(source.day))


def row(source: Source, role: Role, name: str, value: Runs) -> tuple[Text, ...]:
    """Gives "Nomor : 021", the colon and the value at the role's tabs; nothing without a value."""
    lines = lines_of(value)
    if not lines:
        return ()
    rules = source.rules(role)
    runs = joined_with("\n", tuple(finished(line, caps=rules.caps) for line in lines))
    return (Text(role=role, runs=(*made(f"{name}\t:\t" if rules.tab_mm else f"{name}: "), *runs)),)


def notice(source: Source) -> tuple[Text, ...]:
    """The embargo, or that the release may go out at once."""
    release = source.release
    if release.embargo is not None:
        return paragraph(source, Role.NOTICE, made(embargo_text(release.embargo)))
    match (release.notice or "").strip():
        case "":
            return ()
        case "segera":
            return paragraph(source, Role.NOTICE, made(words.IMMEDIATE.upper()))
        case _:
            return paragraph(source, Role.NOTICE, from_markup(release.notice or "", "notice"))


def embargo_text(embargo: Embargo) -> str:
    """Gives "EMBARGO: tidak untuk disiarkan sebelum Senin, 4 Mei 2026, pukul 10.00 WIB"; an unreadable time as typed."""
    match = re.fullmatch(r"\s*(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?\s*", embargo.until, re.ASCII)
    try:
        day = match and dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        day = None
    if match is None or day is None:
        return f"{words.EMBARGO} {embargo.until.strip()} {embargo.zone.value}"
    time = f", {words.AT} {clock(match[4])} {embargo.zone.value}" if match[4] else ""
    return f"{words.EMBARGO} {full_date(day)}{time}"


def recipient(source: Source) -> tuple[Text, ...]:
    """To whom: in a letter "Yth. …" on lines of its own, else a row."""
    typed = from_markup(source.release.recipient or "", "recipient")
    if not source.template.parts.number_rows:
        return row(source, Role.RECIPIENT, words.RECIPIENT, typed)
    if is_blank(typed):
        return ()
    is_addressed = text_of(typed).strip().casefold().startswith(words.ADDRESSED)
    form = () if is_addressed else made(f"{words.HONOURED} ")
    return paragraph(source, Role.RECIPIENT, (*form, *trimmed(typed)), newline="\n")


def subject(source: Source) -> tuple[Text, ...]:
    """What it is about; in a letter the title, when there is no subject."""
    parts = source.template.parts
    typed = from_markup(source.release.subject or "", "subject")
    role = Role.NUMBER if parts.number_rows else Role.RECIPIENT
    if not is_blank(typed):
        return row(source, role, words.SUBJECT, _bold(typed) if parts.number_rows else typed)
    if not parts.title_as_subject:
        return ()
    title_row = row(source, role, words.SUBJECT, _bold(from_markup(_one_line(source.release.title), "title")))
    return tuple(replace(text, role=Role.TITLE, variant=ROW) for text in title_row)


def title(source: Source) -> tuple[Text, ...]:
    """The title, unless it is the subject's row already."""
    if source.template.parts.title_as_subject and is_blank(from_markup(source.release.subject or "", "subject")):
        return ()
    return paragraph(source, Role.TITLE, from_markup(source.release.title, "title"))


def subtitle(source: Source) -> tuple[Text, ...]:
    """The line under the title."""
    return paragraph(source, Role.SUBTITLE, from_markup(source.release.subtitle or "", "subtitle"))


def _one_line(text: str) -> str:
    """The text with every line break a space, character for character."""
    return re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]", " ", text)


def _bold(runs: Runs) -> Runs:
    return tuple(replace(run, bold=True) for run in runs)
