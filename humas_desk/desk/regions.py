"""Provinces, regencies and cities, and the places a release is dated from.

Source of the table: assets/words/make_wilayah.py; the short names that people use (wilayah_sebutan.tsv) are our own.
The first look-up reads both (about 25 KB); later ones only search.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
import re
from typing import Final
import unicodedata

from humas_desk.desk.saving import read_bytes
from humas_desk.errors import BadContent
from humas_desk.release.office import Level
from humas_desk.release.release import Zone
from humas_desk.values import dataclass

FILE_NAME: Final = "wilayah.tsv"
ALIASES_NAME: Final = "wilayah_sebutan.tsv"
COLUMNS: Final = 3
_SEARCH_ONLY: Final = "cari"
_CODE: Final = re.compile(r"\d\d(?:\.\d\d)?")
_PREFIX: Final = re.compile(r"(?:Kabupaten|Kota)(?: Administrasi)? ")
_SHORT_PREFIX: Final = re.compile(r"(kab|kabupaten|kota)\b\.? *(?:adm(?:inistrasi)?\b\.? *)?")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_FIRST_CITY: Final = 71
"""The second half of a code: 01–69 regencies, from 71 on cities."""
_CENTRAL: Final = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_EASTERN: Final = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A province, regency or city."""

    code: str
    """"35" for a province, "35.13" for a regency or city in it."""
    name: str
    """Official: "Kabupaten Probolinggo"; a province without the word."""
    level: Level
    """PROVINSI, KABUPATEN or KOTA."""
    province: str
    """Name of the province it lies in; its own for a province."""
    seat: str = ""
    """Where it is governed from ("Kraksaan"), a city itself for a city; empty: not known for sure."""
    zone: Zone = Zone.WIB

    @property
    def short_name(self) -> str:
        """Without "Kabupaten" or "Kota"."""
        return _PREFIX.sub("", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A short name that people use: "Kotim"."""

    name: str
    region: Region
    search_only: bool = False
    """Also a common word or a person's name ("Mitra"): found when searched for, in a text no place's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A name and the beginnings by which it is found."""

    name: str
    beginnings: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regions:
    """The table, ready to be searched."""

    all: tuple[Region, ...]
    """By code: every province before its regencies, those before its cities."""
    aliases: tuple[Alias, ...] = ()
    _cities: tuple[_Entry, ...] = field(repr=False)
    _names: tuple[tuple[Region, _Entry], ...] = field(repr=False)

    def complete_city(self, text: str, limit: int = 8) -> tuple[str, ...]:
        """Places for a dateline that have a word beginning like this, cities and seats as well as regencies' names.

        Names that begin so themselves come first. Letter case, accents and hyphens do not count. None for an empty text.
        """
        wanted = _folded(text)
        found = (entry for entry in self._cities if _matches(entry, wanted)) if wanted else ()
        return tuple(entry.name for entry in sorted(found, key=lambda entry: _rank(entry, wanted)))[:limit]

    def complete_region(self, level: Level, text: str = "", limit: int | None = None) -> tuple[Region, ...]:
        """Regions of this level that have a word beginning like this, with or without "Kab." or "Kota" before it.

        A short name ("Kotim") finds its region too, before all others when it is typed whole.
        All of them, by name, for an empty text; none for the levels without a table (RI, KECAMATAN).
        """
        wanted = _folded(_SHORT_PREFIX.sub("", text.strip().lower(), count=1))
        found = [
            (region, entry)
            for region, entry in self._names
            if region.level is level and (not wanted or _matches(entry, wanted))
        ]
        return tuple(region for region, entry in sorted(found, key=lambda pair: _rank(pair[1], wanted)))[:limit]

    def named(self, name: str) -> Region | None:
        """The region of this official name, letter case aside; None: not in the table."""
        wanted = _folded(name)
        return next((region for region in self.all if _folded(region.name) == wanted), None)


NO_REGIONS: Final = Regions(all=(), _cities=(), _names=())


def read_regions(folder: Path) -> Regions:
    """The table of this folder. Raises FileMissing, FileUnreadable, or BadContent with the line as `rows[line - 1]`."""
    regions = tuple(_read(folder / FILE_NAME))
    aliases = tuple(_read_aliases(folder / ALIASES_NAME, regions))
    known_as: dict[str, list[str]] = {}
    for alias in aliases:
        known_as.setdefault(alias.region.code, []).append(alias.name)
    names = tuple((region, _entry(region.short_name, known_as.get(region.code, ()))) for region in regions)
    return Regions(all=regions, aliases=aliases, _cities=tuple(_cities(regions)), _names=names)


def _lines(path: Path) -> list[str]:
    try:
        return read_bytes(path).decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BadContent(path, "rows[0]", "text", "bytes that are not UTF-8") from error


def _read(path: Path) -> Iterator[Region]:
    provinces: dict[str, str] = {}
    for number, line in enumerate(_lines(path)[1:], 1):
        columns = line.split("\t")
        if len(columns) != COLUMNS or not _CODE.fullmatch(columns[0]) or not columns[1]:
            raise BadContent(path, f"rows[{number}]", "text", line)
        code, name, seat = columns
        province, *own = code.split(".")
        if not own:
            provinces[code] = name
        if province not in provinces:
            raise BadContent(path, f"rows[{number}]", "text", line)
        yield _region(code, name, provinces[province], seat)


def _read_aliases(path: Path, regions: Iterable[Region]) -> Iterator[Alias]:
    """`alias TAB official name [TAB cari]`; lines that begin with # are remarks."""
    by_name = {region.name: region for region in regions}
    for number, line in enumerate(_lines(path)):
        if line.startswith("#"):
            continue
        name, *official = line.split("\t")
        marks = official[1:]
        if not name or not official or official[0] not in by_name or marks not in ([], [_SEARCH_ONLY]):
            raise BadContent(path, f"rows[{number}]", "text", line)
        yield Alias(name=name, region=by_name[official[0]], search_only=bool(marks))


def _region(code: str, name: str, province: str, seat: str) -> Region:
    area, _dot, own = code.partition(".")
    level = Level.PROVINSI if not own else Level.KOTA if int(own) >= _FIRST_CITY else Level.KABUPATEN
    zone = Zone.WITA if area in _CENTRAL else Zone.WIT if area in _EASTERN else Zone.WIB
    seat = seat or (_PREFIX.sub("", name) if level is Level.KOTA else "")
    return Region(code=code, name=name, level=level, province=province, seat=seat, zone=zone)


def _cities(regions: Iterable[Region]) -> Iterator[_Entry]:
    """Every place once: seats and cities, and the regencies, which people name too."""
    seen: set[str] = set()
    for region in regions:
        names = (region.seat, "" if region.level is Level.PROVINSI else region.short_name)
        for name in names:
            entry = _entry(name)
            if name and entry.beginnings[0] not in seen:
                seen.add(entry.beginnings[0])
                yield entry


def _entry(name: str, aliases: Sequence[str] = ()) -> _Entry:
    words = _folded(name).split(" ")
    beginnings = (" ".join(words[index:]) for index in range(len(words)))
    return _Entry(name=name, beginnings=tuple(beginnings), aliases=tuple(map(_folded, aliases)))


def _folded(text: str) -> str:
    """Small letters without accents; everything else is one space."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NO_LETTERS.sub(" ", letters.casefold()).strip()


def _matches(entry: _Entry, wanted: str) -> bool:
    return any(beginning.startswith(wanted) for beginning in (*entry.beginnings, *entry.aliases))


def _rank(entry: _Entry, wanted: str) -> tuple[bool, bool, str]:
    return wanted not in entry.aliases, not entry.beginnings[0].startswith(wanted), entry.beginnings[0]
