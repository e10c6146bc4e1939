"""What is seen only by reading the whole release (D01–D16)."""

from collections.abc import Iterator, Sequence
import datetime as dt
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role

Found = tuple[Passage, Hit]
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_DAY_NAMES = "Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Jum’at|Sabtu|Minggu|Ahad"
_FULL_DATE = re.compile(
    rf"\b(?P<weekday>{_DAY_NAMES})(?:,? ?\(?|,? (?:tanggal|tgl\.?) \(?)(?P<day>\d{{1,2}})"
    rf"(?:[/.-](?P<m>\d{{1,2}})(?:[/.-](?P<y>\d{{4}}|\d{{2}}))?|(?: (?P<month>[A-Z][a-z]+))(?: (?P<year>\d{{4}}))?)\)?",
    re.IGNORECASE,
)
_WORDS_TOO = frozenset(("puncak", "batu", "buru", "malang"))
"""Regencies and cities whose names are common words."""
_LONGEST_LEAD = 35
_LONGEST_TITLE = 12
_FEWEST_WORDS = 60
_WHEN = re.compile(
    r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|\d{1,2}/\d{1,2}|\d{4}|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b"
)


def date_of(found: re.Match[str], year: int | None) -> dt.date | None:
    """The day that a full date names; `year` stands in where none is written. None: no such day."""
    month = found["m"] or str(_MONTHS.index(found["month"].lower()) + 1 if found["month"].lower() in _MONTHS else 0)
    written = found["y"] or found["year"]
    if written is None and year is None:
        return None
    number = int(written) if written else year or 0
    number += 2000 if number < 100 else 0
    try:
        return dt.date(number, int(month), int(found["day"]))
    except ValueError:
        return None


def check_dates(passages: Sequence[Passage], today: dt.date | None) -> Iterator[Found]:
    """Weekday against date (D01)."""
    for passage in passages:
        for found in _FULL_DATE.finditer(passage.text):
            day = date_of(found, today.year if today else None)
            said = found["weekday"].lower().replace("’", "'").replace("jum'at", "jumat").replace("ahad", "minggu")
            if day is None or _DAYS[day.weekday()] == said:
                continue
            right = _DAYS[day.weekday()].capitalize()
            start = found.start("weekday")
            yield (
                passage,
                Hit("D01", start, found.end(), (right + passage.text[found.end("weekday") : found.end()],), note=right),
            )


def check_names(passages: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """One person's name in two spellings (D03): the later one, when the words differ by a letter or two."""
    first_spellings: dict[str, str] = {}
    for passage in passages:
        if passage.is_capitals:
            continue
        for first, last in name_runs(passage, kit):
            name = passage.text[passage.starts[first] : passage.ends[last]]
            if name in first_spellings:
                continue
            same = next((known for known in first_spellings if _are_one(known, name)), None)
            if same is not None:
                yield passage, Hit("D03", passage.starts[first], passage.ends[last], (same,))
            else:
                first_spellings[name] = name


def name_runs(passage: Passage, kit: Kit) -> Iterator[tuple[int, int]]:
    """Runs of two words or more with capitals of which one is no common word: names of persons, by their look."""
    index = 0
    raws = passage.raws
    while index < len(raws):
        if not raws[index][0].isupper():
            index += 1
            continue
        last = index
        while (
            _is_name_like(passage, last, kit)
            and passage.gap(last + 1) == " "
            and last + 1 < len(passage.raws)
            and _is_name_like(passage, last + 1, kit)
        ):
            last += 1
        if last > index and last - index < 5:
            yield index, last
        index = last + 1


def _is_name_like(passage: Passage, index: int, kit: Kit) -> bool:
    raw, low = passage.raws[index], passage.lows[index]
    if len(raw) < 3 or not raw[0].isupper() or not raw[1:].islower() or not raw.isalpha() or not passage.is_free(index):
        return False
    if low in kit.lists.of("badan") or low in kit.lists.of("jabatan tunggal") or low in kit.lists.of("kata wilayah"):
        return False
    return low in kit.lists.names or low in kit.names or not kit.spelling.lists(low)


def _are_one(first: str, second: str) -> bool:
    """Whether two names of as many words differ in one word only, and there by little."""
    a, b = first.split(), second.split()
    if len(a) != len(b):
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(different) == 1 and _is_near(*different[0])


def _is_near(first: str, second: str) -> bool:
    """Whether one or two letters differ and both words are long enough for that to be a slip."""
    if min(len(first), len(second)) < 4 or abs(len(first) - len(second)) > 1:
        return False
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < min(len(first), len(second)) - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return max(len(first), len(second)) - head - tail <= 2 and head + tail >= 3


def check_consistency(passages: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """One spelling of what the office may choose: Pemilu, clocks with dot or colon (D04)."""
    yield from _pemilu(passages, kit)
    yield from _clocks(passages, kit)


def _pemilu(passages: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """Pemilu and pemilu, Humas and humas outside the names of events, titles and sentence starts."""
    for word in ("pemilu", "humas"):
        yield from _one_capital(passages, kit, word)


def _one_capital(passages: Sequence[Passage], kit: Kit, word: str) -> Iterator[Found]:
    """One of both spellings: the office's, else the one that stands more often."""
    spans = [
        (passage, index)
        for passage in passages
        if word in passage.words and passage.role is not Role.TITLE and not passage.is_capitals
        for index, low in enumerate(passage.lows)
        if low == word and _is_choice(passage, index)
    ]
    large = [each for each in spans if each[0].raws[each[1]][0].isupper()]
    small = [each for each in spans if each not in large]
    wants_capital = kit.switches.pemilu_capital if word == "pemilu" else None
    if wants_capital is None and not (large and small):
        return
    others = small if (len(large) > len(small) if wants_capital is None else wants_capital) else large
    for passage, index in others:
        fix = word if passage.raws[index][0].isupper() else word.capitalize()
        yield passage, Hit("D04", passage.starts[index], passage.ends[index], (fix,), note=word.capitalize())


def _is_choice(passage: Passage, index: int) -> bool:
    """Whether neither a sentence's start nor a name ("Pemilu 2024", "Pengawas Pemilu") decides about the capital."""
    raw, after, before = passage.raws[index], passage.raw(index + 1), passage.raw(index - 1)
    if passage.first[index] or raw.isupper() or passage.gaps[index] == "-" or not passage.is_free(index):
        return False
    if after[:1].isdigit() or (after[:1].isupper() and passage.gap(index + 1) == " "):
        return False
    return not (raw[0].isupper() and before[:1].isupper() and not passage.first[index - 1])


_CLOCK = re.compile(r"(?<=ukul )\d{1,2}(?P<mark>[.:])\d{2}")


def _clocks(passages: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    if kit.switches.clock is not None:
        return
    found = [(passage, match) for passage in passages for match in _CLOCK.finditer(passage.text)]
    marks = [match["mark"] for _passage, match in found]
    if len(set(marks)) < 2:
        return
    most = "." if marks.count(".") >= marks.count(":") else ":"
    for passage, match in found:
        if match["mark"] != most:
            yield passage, Hit("D04", match.start("mark"), match.end("mark"), (most,), note="jam")


def check_shape(passages: Sequence[Passage], kit: Kit, *, city: str) -> Iterator[Found]:
    """Lead, title, city, relative time, ceremony, repeated verbs (D05–D12): hints."""
    titles = [passage for passage in passages if passage.role is Role.TITLE and passage.place in {"title", ""}]
    body = [passage for passage in passages if passage.role in {Role.BODY, Role.SPEECH} and passage.lows]
    for title in titles[:1]:
        if len(title.lows) > _LONGEST_TITLE:
            yield title, Hit("D09", 0, len(title.text), (), note=str(len(title.lows)))
    words = sum(len(passage.lows) for passage in body)
    if body and words >= _FEWEST_WORDS:
        yield from _lead(body, kit)
    if city and body and words >= _FEWEST_WORDS and not any(city.lower() in passage.text.lower() for passage in body):
        lead = body[0]
        yield lead, Hit("D06", 0, lead.ends[0], (), note=city)
    yield from _title_places(titles, body, kit)
    yield from _unnamed(body, kit)
    for name, rule in (("waktu nisbi", "D07"), ("seremoni", "D10")):
        phrases = kit.lists.of(name)
        openers = {phrase.split(" ")[0] for phrase in phrases}
        for passage in body:
            if not passage.words.isdisjoint(openers):
                yield from _phrases(passage, phrases, rule)
    yield from _repeated_verbs(body, kit)


def _lead(body: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    lead = body[0]
    _start, end = lead.sentence(0)
    if end > _LONGEST_LEAD:
        yield lead, Hit("D08", 0, lead.ends[end - 1], (), note=str(end))
    opening = " ".join(passage.text for passage in body[:2])
    missing = [] if any(_names_somebody(passage, kit) for passage in body[:2]) else ["siapa"]
    if not _WHEN.search(opening):
        missing.append("kapan")
    if missing:
        yield lead, Hit("D05", 0, lead.ends[0], (), note=" dan ".join(missing))


def _names_somebody(passage: Passage, kit: Kit) -> bool:
    """Whether a body, an office or a name stands there: a capital that neither a sentence nor a date explains."""
    dates = kit.lists.of("hari") | kit.lists.of("bulan") | kit.lists.of("bulan ragu") | {"minggu"}
    bodies = kit.lists.of("badan") | kit.lists.of("jabatan tunggal")
    return any(
        raw[0].isupper() and (low in bodies or (not passage.first[index] and low not in dates))
        for index, (raw, low) in enumerate(zip(passage.raws, passage.lows, strict=True))
    )


def _phrases(passage: Passage, phrases: frozenset[str], rule: str) -> Iterator[Found]:
    low = passage.text.lower()
    for phrase in phrases:
        at = low.find(phrase)
        while at >= 0:
            index = passage.word_at(at)
            end = at + len(phrase)
            if (
                index < len(passage.starts)
                and passage.starts[index] == at
                and (end == len(low) or not low[end].isalnum())
            ):
                yield passage, Hit(rule, at, end, ())
            at = low.find(phrase, end)


def _repeated_verbs(body: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """The same verb of attribution twice running (D11)."""
    last = ""
    for passage in body:
        for index, low in enumerate(passage.lows):
            if low not in kit.verbs.after_quote or "”" not in passage.gaps[index]:
                continue
            root = low.removesuffix("nya")
            if root == last:
                yield passage, Hit("D11", passage.starts[index], passage.ends[index], ())
            last = root


def _title_places(titles: Sequence[Passage], body: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """A place that the title names and the body never does (D06)."""
    if sum(len(passage.lows) for passage in body) < _FEWEST_WORDS:
        return
    for title in titles[:1]:
        for index, low in enumerate(title.lows):
            is_place = low in kit.lists.regions and len(low) > 3 and low not in _WORDS_TOO
            if is_place and not any(low in passage.lows for passage in body):
                yield title, Hit("D06", title.starts[index], title.ends[index], (), note=title.raws[index])


def _unnamed(body: Sequence[Passage], kit: Kit) -> Iterator[Found]:
    """A quote paragraph with only -nya after another one: who speaks is told too far above (D14)."""
    before = False
    for passage in body:
        verbs = [index for index, low in enumerate(passage.lows) if low in kit.verbs.nya and "”" in passage.gaps[index]]
        opens = passage.text.lstrip()[:1] in {"“", "”", '"'}
        if verbs and opens and before:
            yield passage, Hit("D14", passage.starts[verbs[-1]], passage.ends[verbs[-1]], ())
        before = bool(verbs)


_SHORT_DATE = re.compile(r"\((\d{1,2})/(\d{1,2})\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check_year(passages: Sequence[Passage]) -> Iterator[Found]:
    """A date like (28/8) in a text that tells no other date with its year (D15)."""
    dated = [(passage, found) for passage in passages for found in _SHORT_DATE.finditer(passage.text)]
    has_full = any(
        _YEAR.search(passage.text[found.start() : found.end()])
        for passage in passages
        for found in _FULL_DATE.finditer(passage.text)
    )
    if dated and not has_full:
        passage, found = dated[0]
        yield passage, Hit("D15", found.start(), found.end(), ())
