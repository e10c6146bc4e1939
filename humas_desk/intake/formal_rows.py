"""What an invitation and a letter say in rows: day, time, place and agenda of an event; who signs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
import datetime as dt
import re

from humas_desk.intake.names import is_position, name_length
from humas_desk.intake.tokens import tokens_of
from humas_desk.intake.written_dates import WrittenDate, dates_in
from humas_desk.release.dates import weekday
from humas_desk.release.release import Event, Signatory, Zone

_ROW = re.compile(
    r"(?:[\W_]*|\W*(?:\d{1,2}|[a-h])[.)]\s*)(?:(?P<date>hari(?:\s*(?:[/|,&-]|dan)?\s*(?:tanggal|tgl\.?))?|tanggal|tgl\.?|date)"
    r"|(?P<time>waktu|pukul|jam|pkl\.?|time)|(?P<place>(?:ber)?tempat(?:\s*[/&]\s*(?:lokasi|alamat)|\s+di)?|lokasi(?:\s*[/&]\s*tempat)?|venue)"
    r"|(?P<agenda>(?:nama\s+)?(?:agenda|acara|kegiatan)|tema)|(?P<dress>pakaian|busana|dress\s?code))"
    r"(?:\s+(?:acara|kegiatan|pelaksanaan|peliputan|konferensi\s+pers))?(?:\s*[:=]+\s*|\s+(?=(?:hari\s+|pukul\s+|pkl\.?\s+|jam\s+)?(?:\d|(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b))|(?<=tempat)\s+(?=(?-i:[A-Z])))(?P<value>\S.*)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d.:])")
_ZONE = re.compile(r"\b(?:WIB|WITA|WIT)\b", re.IGNORECASE)
_LONGEST_ROW = 240
_LEAST_ROWS = 2
_LONG_AGO = dt.timedelta(days=180)
"""A day without a year that lies further back is meant next year: an invitation looks ahead."""
_SIGNED = re.compile(r"[\W_]*(?:ttd\.?|tertanda|td\.?|dto\.?|dtt\.?)[\W_]*", re.IGNORECASE)
_NUMBER = re.compile(r"nip\b[\s.:]*(?P<value>[\d ]{8,30})", re.IGNORECASE)
_ACTING = re.compile(r"(?P<value>plt|plh|a\.?n)\.?\s+", re.IGNORECASE)
_LINES = 6
_POSITION_WORDS = 12
_NAME_WORDS = 7


@dataclass(frozen=True, slots=True)
class EventFound:
    """An event, and the words of its rows that it holds."""

    event: Event
    shown: str


def event_rows(texts: Sequence[str]) -> int:
    """How many of the lines from the first on tell of one event; 0: they do not."""
    found: list[str] = []
    for text in texts:
        match = _ROW.fullmatch(text) if len(text) <= _LONGEST_ROW else None
        if match is None and not (len(found) >= _LEAST_ROWS and _is_other_row(text, found[-1])):
            break
        found.append(_OTHER if match is None else _named(match))
    is_event = len(set(found)) >= _LEAST_ROWS and not {"date", "time", "place"}.isdisjoint(found)
    return len(found) if is_event else 0


_OTHER = "other"
_OTHER_ROW = re.compile(
    r"(?:narasumber|pembicara|pemateri|moderator|peserta|undangan|peliputan|materi|pimpinan)\b[\w /]{0,20}:\s*\S.*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:\d{1,2}|[a-h])[.)]\s+\S.*")


def _is_other_row(text: str, before: str) -> bool:
    """Whether an event's rows go on with who speaks or comes: "Narasumber : 1. …", "2. …"."""
    return len(text) <= _LONGEST_ROW and bool(
        _OTHER_ROW.fullmatch(text) or (before == _OTHER and _GOES_ON.fullmatch(text))
    )


def _named(match: re.Match[str]) -> str:
    return next(name for name in ("date", "time", "place", "agenda", "dress") if match[name])


def read_event(text: str, known: Event | None, today: dt.date, years: Mapping[tuple[int, int], int]) -> EventFound:
    """The event of these lines, added to what is known of it; a line without a label goes to the agenda."""
    event, shown = known or Event(), ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        match = _ROW.fullmatch(line)
        name, value = (_named(match), match["value"].strip()) if match else ("agenda", line)
        match name:
            case "date":
                event, said = _dated(event, value, today, years)
            case "time":
                event, said = _timed(event, value)
            case "place":
                event, said = replace(event, place=_added(event.place, value)), value
            case "dress":
                event, said = replace(event, dress=_added(event.dress, value)), value
            case _:
                event, said = replace(event, agenda=_added(event.agenda, value)), value
        shown = f"{shown} {said}"
    return EventFound(event, shown)


def event_in(text: str, today: dt.date, years: Mapping[tuple[int, int], int]) -> Event | None:
    """The event that a sentence tells without rows: "pada Selasa, 27 Januari 2026 pukul 09.30 WITA di Aula …"."""
    for match in _RUN_IN.finditer(text):
        event, _said = _dated(Event(), match["date"], today, years)
        event, _said = _timed(event, match["time"])
        if event.date is not None and event.start:
            return replace(event, place=(match["place"] or "").rstrip(" ,"))
    return None


_RUN_IN = re.compile(
    r"(?<!lambat )\b(?:pada|hari)\s+(?P<date>[^.;:]{5,60}?),?\s+(?:mulai\s+)?(?:pukul|jam|pkl\.?)\s+"
    r"(?P<time>\d{1,2}[.:]\d{2}(?:\s*WI(?:B|TA|T)\b)?(?:\s*(?:[-–]|s\.?/?d\.?|sampai|hingga)\s*(?:selesai|\d{1,2}[.:]\d{2}(?:\s*WI(?:B|TA|T)\b)?))?)"
    r"(?:,?\s+(?:bertempat\s+)?di\s+(?P<place>[A-Z](?:[^.;]|\b(?:Jl|Jln|No|Kec|Kab)\.){2,120}?)(?<!\bJl)(?<!\bJln)(?<!\bNo)(?=[.;]|$|,?\s+(?:dalam|untuk|guna|dengan|yang)\b))?"
)


def _added(before: str, value: str) -> str:
    return f"{before}; {value}" if before else value


def _dated(event: Event, value: str, today: dt.date, years: Mapping[tuple[int, int], int]) -> tuple[Event, str]:
    found = next(dates_in(value), None)
    day = _day(found, today, years) if found else None
    if found is None or day is None or event.date is not None:
        return event, ""
    said = value[found.start : found.end]
    is_right = found.weekday is None or found.weekday == day.weekday()
    shown = said if is_right else re.sub(r"^\W*[^\W\d]+", "", said)
    return replace(event, date=day), shown if is_right else f"{shown} {weekday(day)}"


def _day(found: WrittenDate, today: dt.date, years: Mapping[tuple[int, int], int]) -> dt.date | None:
    day = found.on(today, years)
    is_past = day is not None and found.year is None and (found.day, found.month) not in years
    if day is None or not is_past or today - day < _LONG_AGO:
        return day
    return replace(found, year=day.year + 1).on(today)


def _timed(event: Event, value: str) -> tuple[Event, str]:
    times = list(_CLOCK.finditer(value))[:2]
    zone = _ZONE.search(value)
    if not times or event.start:
        return event, ""
    clocks = [f"{int(time['hour']):02}:{time['minute']}" for time in times]
    said = " ".join([*(time[0] for time in times), zone[0] if zone else ""])
    zoned = Zone(zone[0].upper()) if zone else event.zone
    return replace(event, start=clocks[0], end=clocks[1] if len(clocks) > 1 else "", zone=zoned), said


def signing_lines(texts: Sequence[str], places: Collection[str] = ()) -> int:
    """How many of the lines from the first on name who signs: a position, then a name; 0: nobody."""
    signatory, count = Signatory(), 0
    for number, text in enumerate(texts[:_LINES], 1):
        read = _signing_line(text, signatory, places)
        if read is None:
            break
        signatory = read
        count = number if signatory.position and signatory.name else count
    return count


def read_signatory(text: str, places: Collection[str] = ()) -> tuple[Signatory, str]:
    """Who signs by these lines, and the words that this holds; lines that are none of it go to the heading."""
    signatory = Signatory()
    for line in filter(None, map(str.strip, text.split("\n"))):
        read = _signing_line(line, signatory, places)
        heading = f"{signatory.heading} {line}".strip()
        signatory = replace(signatory, heading=heading) if read is None else read
    fields = (signatory.heading, signatory.acting or "", signatory.position, signatory.name, signatory.id_number)
    return signatory, " ".join(fields)


def _signing_line(text: str, known: Signatory, places: Collection[str]) -> Signatory | None:
    """What a line adds; None: it is none of them."""
    bare = text.strip(" *_,()")
    words = bare.split()
    if not words or _SIGNED.fullmatch(text):
        return known
    acting = _ACTING.match(bare)
    position = bare[acting.end() :] if acting else bare
    if is_position(position.split()[0]) and len(words) <= _POSITION_WORDS and not known.position:
        named = f"{acting['value'].rstrip('.').capitalize()}." if acting else None
        named = "a.n." if acting and acting["value"].lower().startswith("a") else named
        return replace(known, acting=named, position=position)
    if known.name and (number := _NUMBER.fullmatch(bare)):
        return replace(known, id_number=" ".join(number["value"].split()))
    tokens = tokens_of(bare, 0, len(bare))
    is_name = len(words) <= _NAME_WORDS and bare.casefold() not in places and name_length(tokens) == len(tokens)
    return replace(known, name=bare) if is_name and known.position and not known.name else None
