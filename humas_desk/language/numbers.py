"""Numbers, money, clocks and dates (K39–K46)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role
from humas_desk.release.dates import month_name

_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_DIGIT = re.compile(r"\d")
_BRACKETED = re.compile(r"\b(\d{1,4}) ?\(([a-z]+(?: [a-z]+){0,4})\)")
_WORD_THEN_DIGITS = re.compile(r"\b([a-z]+(?: (?:belas|puluh|ratus|ribu))?) \((\d{1,4})\)")
_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{3})(?![\d.,%]| (?:persen|%|ribu|juta|miliar|triliun)\b)")
"""A comma between thousands; before a power of ten it divides the decimals ("Rp175,443 triliun")."""
_YEAR = re.compile(r"(?<=ahun )(\d)\.(\d{3})(?!\d|\.\d)")
_DECIMAL = re.compile(
    r"(?<![\d.])(\d{1,3})\.(\d{1,2})(?= ?%| (?:persen|poin|derajat|juta|miliar|triliun|hektare|ton|liter|meter|kilometer|kg|km|cm)\b)"
)
_UNGROUPED = re.compile(r"(?<![\d.,/-])(\d{5,9})(?= ([a-z]+))")
_HOUR = re.compile(r"\b(?P<word>[Jj]am|[Pp]kl?\.?) (?=\d{1,2}(?:[.:]\d{2}(?!\d)| (?:pagi|siang|sore|malam)\b))")
_TIME = re.compile(
    r"(?<![\d.:/-])([01]?\d|2[0-4])(?P<mark>[.:])([0-5]\d)(?![\d.:%]\d?|/)(?: ?(?P<zone>[Ww][Ii][Bb]|[Ww][Ii][Tt][Aa]|[Ww][Ii][Tt])\b)?"
)
_RANGE = re.compile(
    r"(?<![\w/.:–-])(?P<first>\d{1,4}|\d{1,2}[.:]\d\d)(?: [-–—] ?|[-–—] )(?P<last>\d{1,2}[.:]\d\d|\d{1,4})(?![\w/-]|[.:]\d)"
)
_TIGHT_RANGE = re.compile(
    r"(?<![\w/.-])(\d{1,2})-(\d{1,2})(?= (?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des))|(?<![\w/.-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-])"
)
_SLASHED = re.compile(
    r"(?<![\d/.])(?P<from>\d{1,2}[–-])?(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\d/])"
)
_MONTHS, _LONGEST_MONTH = 12, 31
_NUMBER_WORD = re.compile(
    r"nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|(?:\w+ )?(?:belas|puluh|ratus|ribu)(?: \w+)?"
)


def check_numbers(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """All of them; nothing where there is no digit."""
    text = passage.text
    if not _DIGIT.search(text):
        return
    for hit in (
        *_notation(text, kit),
        *_clock(text, kit),
        *_ranges(text, kit),
        *_dates(text, kit),
        *_in_words(passage, kit),
    ):
        if not passage.shield[hit.start]:
            yield hit


def _notation(text: str, kit: Kit) -> Iterator[Hit]:
    """Thousands, decimals, years (K41), numbers said twice (K43)."""
    if "(" in text:
        yield from _said_twice(text)
    for found in _GROUPED.finditer(text):
        if found[1][0] != "0":
            yield Hit("K41", found.start(), found.end(), (f"{found[1]}.{found[2]}",))
    for pattern in (_YEAR, _DECIMAL):
        for found in pattern.finditer(text):
            joint = "" if pattern is _YEAR else ","
            yield Hit("K41", found.start(), found.end(), (f"{found[1]}{joint}{found[2]}",))
    for found in _UNGROUPED.finditer(text):
        if found[2] in kit.lists.of("satuan") and found[1][0] != "0":
            yield Hit("K41", found.start(1), found.end(1), (f"{int(found[1]):,}".replace(",", "."),))


def _said_twice(text: str) -> Iterator[Hit]:
    """ "3 (tiga)", "tiga (3)"."""
    for pattern, word in ((_BRACKETED, 2), (_WORD_THEN_DIGITS, 1)):
        for found in pattern.finditer(text):
            if _NUMBER_WORD.fullmatch(found[word]):
                yield Hit("K43", found.start(), found.end(), (found[word], found[3 - word]))


def _clock(text: str, kit: Kit) -> Iterator[Hit]:
    for found in _HOUR.finditer(text):
        end = found.end() - 1
        made = "Pukul" if found["word"][0].isupper() else "pukul"
        yield Hit("K44", found.start(), end, (made,), False)
    wanted = kit.switches.clock
    for found in _TIME.finditer(text):
        zone = found["zone"]
        if zone and not zone.isupper() and zone != "Wita":
            yield Hit("K44", found.start("zone"), found.end("zone"), (zone.upper(),), True)
        if wanted and found["mark"] != wanted and (zone or "ukul" in text[max(0, found.start() - 7) : found.start()]):
            at = found.start("mark")
            yield Hit("D04", at, at + 1, (wanted,), note="jam")


def _ranges(text: str, kit: Kit) -> Iterator[Hit]:
    """Spaces around the dash (K45), a hyphen in its place unless the office wants it (K73)."""
    dash = kit.switches.dash or "–"
    for found in _RANGE.finditer(text):
        if len(found["first"]) == 3 or len(found["last"]) == 3:
            continue
        yield Hit("K45", found.start(), found.end(), (f"{found['first']}{dash}{found['last']}",))
    for found in _TIGHT_RANGE.finditer(text) if dash == "–" else ():
        first, last = (found[1], found[2]) if found[1] else (found[3], found[4])
        yield Hit("K73", found.start(), found.end(), (f"{first}–{last}",))


def _dates(text: str, kit: Kit) -> Iterator[Hit]:
    """Dates with slashes (K46): in brackets they are house style, unless the office wants the month written out."""
    if "/" not in text:
        return
    for found in _SLASHED.finditer(text):
        name = month_name(int(found["month"])) if 0 < int(found["month"]) <= _MONTHS else ""
        is_bracketed = text.startswith("(", max(0, found.start() - 1)) and text.startswith(")", found.end())
        if not name or not 0 < int(found["day"]) <= _LONGEST_MONTH or not (found["year"] or is_bracketed):
            continue
        if is_bracketed and kit.switches.slash_dates:
            continue
        year = f" {found['year']}" if found["year"] else ""
        written = f"{found['from'] or ''}{int(found['day'])} {name}{year}"
        hyphens = f"{found['day']}-{found['month']}-{found['year']}"
        fixes = (hyphens, written) if kit.switches.slash_dates and not found["from"] else (written,)
        yield Hit("K46", found.start(), found.end(), fixes)


def _in_words(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """Numbers of one word (K39, a hint) and digits that open a sentence (K40)."""
    for index, low in enumerate(passage.lows):
        if not low.isdigit() or passage.gap(index + 1) != " " or passage.gaps[index] in {".", ","}:
            continue
        after = passage.raw(index + 1)
        start, end = passage.starts[index], passage.ends[index]
        opens = passage.first[index] and passage.role in {Role.BODY, Role.SPEECH}
        if opens and after[:1].islower() and len(after) > 2 and _goes_on(passage, index):
            number = passage.text[start:end]
            yield Hit("K40", start, end, (f"Sebanyak {number}",))
        elif (
            (
                kit.switches.numbers_in_words
                and len(low) < 3
                and 0 < int(low) < len(_WORDS)
                and after in kit.lists.of("kata hitung")
            )
            and passage.gaps[index] == " "
            and not passage.low(index - 1)[:1].isdigit()
        ):
            yield Hit("K39", start, end, (_WORDS[int(low)],))


def _goes_on(passage: Passage, index: int) -> bool:
    """Whether the sentence has three words or more."""
    first, end = passage.sentence(index)
    return end - first >= 3
