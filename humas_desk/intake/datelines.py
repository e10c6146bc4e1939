"""The dateline at the head of the lead: place, day, office and separator in all the forms that offices use."""

from collections.abc import Collection
from dataclasses import dataclass
import re

from humas_desk.intake.written_dates import DATE, WrittenDate, read_match

_SHORT_CITY = 3
"""Words of a city that a full stop alone sets off; letters of one that stays in capitals ("DKI")."""
_LONGEST = 160
"""A dateline with its office and date ends within so many characters."""
_DOMAIN = re.compile(r"(?:www\.)?(?P<name>[a-z][a-z\-]{2,30})\.(?:bawaslu|kpu|panwaslih)\.go\.id\b", re.IGNORECASE)
_CITY = re.compile(
    r"(?:(?:Kabupaten|Kab\.|Kota|Kecamatan|Kec\.|Provinsi|Desa|KABUPATEN|KOTA|KECAMATAN)\s+)?"
    r"[A-ZÀ-Ý][\w’']*(?:-\w+)*(?:[ ][A-ZÀ-Ý][\w’']*(?:-\w+)*){0,3}"
)
_SMALL_CITY = re.compile(r"[a-z][a-z’']{2,}(?:[ ][a-z’']+){0,2}(?=\s*[-–—|,])")
_ORGANISATION = (
    r"(?:Bawaslu|BAWASLU|Panwaslu|Panwaslih|PANWASLIH|Panwascam|Panwaslucam|PANWASLU|KPU|DKPP|Badan Pengawas|BADAN PENGAWAS|Panitia Pengawas|Humas"
    r"|HUMAS|Kominfo|KOMINFO|Diskominfo|Kehumasan|Media Center|Siaran Pers|SIARAN PERS|Press Release|Rilis|Berita)"
)
_OFFICE = re.compile(
    rf"[(\[]?\s*(?:{_ORGANISATION}|[\w.\-]+\.go\.id|bawaslu-\w+)(?:[ /]+(?:[A-Z(][\w.’'/\-)]*|dan))*?\s*[)\]]?"
    r"(?=\s*(?:[-–—|;:]|\.\s|,?\s*(?:[(\[]?\d|(?:Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu))|\n))"
)
_DATE = re.compile(rf"[(\[]?\s*(?:{DATE})\s*[)\]]?", re.IGNORECASE)
_TIME = re.compile(r",?\s*(?:pukul|jam)\s+\d{1,2}[.:]\d{2}(?:\s*WI(?:B|TA|T))?", re.IGNORECASE)
_DASH = re.compile(r"[\s.,]*(?:[-–—―−|=~]+|//+|[;:>»•])\s*")
_REGION = re.compile(
    r"[A-Z][\w.’']*(?:[ ][A-Z][\w.’']*){0,4}(?=\s*(?:[-–—|]|\(\s*(?:\d|Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu)))"
)
_AGENCY = re.compile(r"\s*\([A-Z][A-Za-z .]{1,24}\)(?=\s*[-–—])")
_STOP = re.compile(r"\s*\.(?:\s+|$)")
_COMMA = re.compile(r"\s*,\s*")
_NO_CITY_LIST = """
    bawaslu panwaslu panwaslih panwascam kpu dkpp badan panitia komisi humas ketua anggota kordiv koordinator kepala
    dalam pada untuk dengan sebagai guna setelah usai menjelang kegiatan acara rapat hari senin selasa rabu kamis jumat
    jum’at jum'at sabtu minggu ahad alhamdulillah assalamualaikum selamat salam halo hai pemilu pilkada pemilihan tahapan
    para sejumlah sebanyak selain juga foto gambar siaran rilis berita press release undangan nomor perihal lampiran judul
    penulis editor kepada yth narahubung kontak demikian terima tentang sumber ia dia beliau kami kita ini itu the tema
    januari februari maret april mei juni juli agustus september oktober november desember deputi bupati wali gubernur
    sekretaris komisioner kapolres dandim camat lurah diskusi sosialisasi bimbingan bimtek pengawas pengawasan keterangan
    embargo kata menurut admin administrator operator redaksi om swastyastu swastiastu astungkara namo buddhaya shalom
    syalom salve rahayu sampurasun horas mejuah-juah tabea tabik
"""
_NO_CITY = frozenset(_NO_CITY_LIST.split())
_GREETED = ("assalamu", "wassalamu")
_REGION_WORD = re.compile(r"(?:Kabupaten|Kab\.|Kota|Provinsi|Kecamatan|KABUPATEN|KOTA|PROVINSI|RI)\s+")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline at the beginning of a text."""

    end: int
    """Where the lead begins."""
    city: str
    date: WrittenDate | None = None
    is_known: bool = False
    """Whether the city is a known place, or the office's own address."""


def find_dateline(text: str, places: Collection[str] = ()) -> FoundDateline | None:
    """The dateline that the text begins with; None: it begins with the lead itself.

    `places`: names known for sure, which a comma or a full stop is enough to set off.
    """
    head = text[:_LONGEST]
    start = len(head) - len(head.lstrip(" \t(["))
    if domain := _DOMAIN.match(head, start):
        return _after_city(text, domain.end(), _of_domain(domain["name"], places), domain=True, known=True)
    if office := re.match(
        rf"{_ORGANISATION}\s+(?P<region>[\w ’']{{3,40}}?)(?=\s*(?:-{{1,3}}|–|—|\|+)\s)", head[start:]
    ):
        region = _REGION_WORD.sub("", office["region"]).strip()
        is_place = _NO_CITY.isdisjoint(region.lower().split())
        if len(region.split()) <= 3 and region[:1].isupper() and is_place:
            return _after_city(text, start + office.end(), region, known=True)
    date, start = _date_first(head, start)
    match = _CITY.match(head, start) or _SMALL_CITY.match(head, start)
    if match is None:
        return None
    for end, city in _shorter(match, places):
        known = _folded(city) in places
        if not known and any(word in _NO_CITY or word.startswith(_GREETED) for word in city.lower().split()):
            continue
        if found := _after_city(text, end, city, known=known, date=date):
            return found
    return None


def _date_first(head: str, start: int) -> tuple[WrittenDate | None, int]:
    """A date that stands before the city ("Rabu, 12 November 2025, Kraksaan – "), and where the city begins."""
    match = _DATE.match(head) or _DATE.match(head, start)
    behind = _FROM_DATE.match(head, match.end()) if match else None
    date = read_match(match) if match and behind else None
    return (date, behind.end()) if date is not None and behind is not None else (None, start)


_FROM_DATE = re.compile(r"[\s)\],.|:\-–—]+(?=\w)")


def _of_domain(name: str, places: Collection[str]) -> str:
    """The city of a site's name: "probolinggokab", "kota-probolinggo" → Probolinggo."""
    city = name.replace("-", " ").casefold()
    if city in places:
        return city
    return re.sub(r"^(?:kab|kota)\s?(?=[a-z]{4})|(?<=[a-z]{4})\s?(?:kab|kota)$", "", city, count=1)


def _shorter(match: re.Match[str], places: Collection[str]) -> list[tuple[int, str]]:
    """The city as matched, without its last words, and what stands before a hyphen without spaces ("Kraksaan-Bawaslu")."""
    city = match[0]
    ends = [len(city), *(blank.start() for blank in reversed(list(re.finditer(" ", city))))]
    hyphen = city.find("-")
    behind = city[hyphen + 1 :]
    if hyphen > 0 and (_folded(city[:hyphen]) in places or re.match(_ORGANISATION, behind)):
        ends.insert(0, hyphen)
    return [(match.start() + end, city[:end].rstrip("-")) for end in ends]


@dataclass(slots=True)
class _Behind:
    """What has been read behind the city."""

    head: str
    at: int
    may_colon: bool
    """Whether a colon is enough to set the city off."""
    date: WrittenDate | None = None
    has_office: bool = False
    has_dash: bool = False
    has_stop: bool = False
    has_comma: bool = False
    may_comma: bool = False
    """Whether the office has been read, behind which another comma may stand."""

    def read(self) -> None:
        """Date, office and separators, in any order."""
        while any(step() for step in (self._date, self._time, self._office, self._dash, self._stop, self._blank)):
            pass

    def _date(self) -> bool:
        match = _DATE.match(self.head, self.at)
        if match is None or self.date is not None or not self._is_part(match):
            return False
        self.date, self.at, self.has_comma = read_match(match), match.end(), False
        return self.date is not None

    def _is_part(self, match: re.Match[str]) -> bool:
        """A bare date needs a comma or dash before it; one behind the dash may begin the lead ("Senin (28/8), …")."""
        if self.has_dash and _COMMA.match(self.head, match.end()):
            return False
        is_marked = match[0].lstrip()[:1] in "([" or match["open"] or match["weekday"]
        return bool(is_marked) or self.has_comma or self.has_dash

    def _time(self) -> bool:
        return self._take(_TIME.match(self.head, self.at))

    def _office(self) -> bool:
        is_apart = self.has_comma or self.has_dash or self.head[self.at : self.at + 1] in ("(", "[")
        match = _OFFICE.match(self.head, self.at) if is_apart else None
        match = match or (_REGION.match(self.head, self.at) if self.has_comma else None)
        found = not self.has_office and self._take(match or _AGENCY.match(self.head, self.at))
        self.has_office, self.may_comma = self.has_office or found, self.may_comma or found
        return found

    def _dash(self) -> bool:
        match = _DASH.match(self.head, self.at)
        if match is None or (match[0].strip() == ":" and not (self.may_colon or self.date)):
            return False
        self.has_dash, self.has_stop, self.has_comma = True, False, False
        return self._take(match)

    def _stop(self) -> bool:
        stop, comma = _STOP.match(self.head, self.at), _COMMA.match(self.head, self.at)
        if stop is not None and not self.has_stop:
            self.has_stop = True
            return self._take(stop)
        if comma is not None and (self.may_comma or not self.has_comma):
            self.has_comma, self.may_comma = True, False
            return self._take(comma)
        return False

    def _blank(self) -> bool:
        letter = self.head[self.at : self.at + 1]
        closes = letter in (")", "]") and letter != ""
        self.has_dash = self.has_dash or (closes and self.head.lstrip()[:1] in ("(", "["))
        self.at += letter.isspace() or closes
        return letter.isspace() or closes

    def _take(self, match: re.Match[str] | None) -> bool:
        if match is None or match.end() == self.at:
            return False
        self.at = match.end()
        return True


def _after_city(
    text: str, at: int, city: str, *, known: bool, domain: bool = False, date: WrittenDate | None = None
) -> FoundDateline | None:
    """The dateline that the city begins; None: it begins a sentence. `date`: it stood before the city."""
    behind = _Behind(text[:_LONGEST], at, may_colon=known or city.isupper(), date=date)
    behind.read()
    lead = text[behind.at : behind.at + 1]
    is_set_off = behind.has_dash or domain
    if lead and not (lead.isupper() or lead.isdigit() or lead in "“\"”„'‘(*" or is_set_off):
        return None
    is_set_off = is_set_off or (behind.date is not None and date is None)
    if not lead and not (is_set_off or behind.has_comma or (known and behind.has_stop)):
        return None
    is_set_off = is_set_off or (behind.has_office and behind.has_stop)
    by_stop = behind.has_stop and len(city.split()) <= _SHORT_CITY and (known or bool(lead))
    by_comma = behind.has_comma and (known or not lead)
    if not (is_set_off or by_stop or by_comma):
        return None
    return FoundDateline(behind.at, _titled(city), behind.date, is_known=known)


def _titled(city: str) -> str:
    """ "PADANG PARIAMAN" and "slawi" as names; mixed letters stay."""
    if (city.isupper() and len(city) > _SHORT_CITY) or city.islower():
        return " ".join(word[:1].upper() + word[1:].lower() for word in city.split())
    return city.strip()


def _folded(city: str) -> str:
    return re.sub(r"^(?:kabupaten|kab\.|kota|provinsi)\s+", "", city.casefold())
