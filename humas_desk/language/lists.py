"""The word lists as data: named sets, pairs of wrong and right, short forms; each a text file that the office can read."""

from collections.abc import Iterator, Mapping
from pathlib import Path
import re

from humas_desk.errors import BadContent
from humas_desk.language.rules import read_lines
from humas_desk.values import dataclass

SETS_FILE = "himpunan.txt"
PAIR_FILES = ("baku.tsv", "gabungan.tsv", "mubazir.tsv", "asing.tsv")
SHORT_FORMS_FILE = "singkatan.tsv"
ALLOWED_FILES = ("kata.txt", "nama.txt")
REGIONS_FILE = "wilayah.tsv"
_CAPITAL_SETS = ("hari", "bulan", "bulan ragu", "kata wilayah", "jabatan tunggal", "jabatan")
_CAPITAL_WORDS = frozenset(("minggu", "ahad", "bawaslu", "kpu", "dprd", "tni", "asn", "kpk", "dkpp", "kpps"))
_CODE = re.compile(r"[KDGS]\d\d")
_MARKS = frozenset(("ragu", "nama", "alamat", ""))


@dataclass(frozen=True, slots=True)
class Pair:
    """A wrong form and the right ones."""

    wrong: tuple[str, ...]
    """Word by word, small letters."""
    right: tuple[str, ...]
    """Best first; an empty text: leave the word out."""
    rule: str
    doubtful: bool = False
    """A warning: sources differ, or the wrong form has a right reading."""
    may_be_name: bool = False
    """Left alone where it stands with a capital inside a sentence."""
    in_addresses: bool = False
    """Left alone in addresses and before a capital."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form and what it stands for."""

    short: str
    long: str
    known: bool
    """Everybody knows it: it needs no expansion."""


@dataclass(frozen=True, slots=True)
class Lists:
    """All word lists."""

    sets: Mapping[str, frozenset[str]]
    pairs: Mapping[str, tuple[Pair, ...]]
    """By first word, longest first."""
    short_forms: Mapping[str, ShortForm]
    allowed: frozenset[str]
    """Words that are right though the dictionary does not know them, small letters."""
    names: frozenset[str]
    """Words of names of persons and places, small letters."""
    regions: frozenset[str]
    """Names of regencies and cities without their kind word, small letters."""

    connector_starts: frozenset[str]
    """First words of the connectors that a comma follows."""
    small_triggers: frozenset[str]
    """Words that may want a capital when they have none."""

    def of(self, name: str) -> frozenset[str]:
        """A named set; empty when the files have none of this name."""
        return self.sets.get(name, frozenset())


def load_lists(folder: Path) -> Lists:
    """Read all lists. A mistake is a BadContent with the file and `line N` as its place."""
    pairs: dict[str, list[Pair]] = {}
    for name in PAIR_FILES:
        for pair in _pairs(folder / name):
            pairs.setdefault(pair.wrong[0], []).append(pair)
    regions = frozenset(_regions(folder / REGIONS_FILE))
    allowed, names = (frozenset(_words(folder / name)) for name in ALLOWED_FILES)
    places = frozenset(word for region in regions for word in region.split())
    sets = {name: frozenset(words) for name, words in _sets(folder / SETS_FILE).items()}
    connectors = (*sets.get("kata sambung kalimat", ()), *sets.get("koma ragu", ()))
    return Lists(
        sets=sets,
        connector_starts=frozenset(phrase.split(" ")[0] for phrase in connectors),
        small_triggers=frozenset(word for name in _CAPITAL_SETS for word in sets.get(name, ())) | _CAPITAL_WORDS,
        pairs={first: tuple(sorted(found, key=lambda pair: -len(pair.wrong))) for first, found in pairs.items()},
        short_forms={short.short: short for short in _short_forms(folder / SHORT_FORMS_FILE)},
        allowed=allowed,
        names=names | places,
        regions=regions,
    )


def _rows(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(read_lines(path), 1):
        if line and line[0] != "#":
            yield number, line


def _pairs(path: Path) -> Iterator[Pair]:
    for number, line in _rows(path):
        cells = line.split("\t")
        if len(cells) not in (3, 4) or not cells[0] or not _CODE.fullmatch(cells[2]):
            raise BadContent(path, f"line {number}", "salah TAB baku TAB aturan [TAB catatan]", line)
        marks = cells[3].split(",") if len(cells) == 4 else []
        if not _MARKS.issuperset(marks):
            raise BadContent(path, f"line {number}", "ragu | nama | alamat", cells[3])
        yield Pair(
            wrong=tuple(cells[0].lower().split(" ")),
            right=tuple(cells[1].split(" | ")),
            rule=cells[2],
            doubtful="ragu" in marks,
            may_be_name="nama" in marks,
            in_addresses="alamat" in marks,
        )


def _sets(path: Path) -> dict[str, set[str]]:
    sets: dict[str, set[str]] = {}
    current: set[str] | None = None
    for number, line in _rows(path):
        if line.startswith("["):
            current = sets.setdefault(line.strip("[]"), set())
        elif current is None:
            raise BadContent(path, f"line {number}", "[nama himpunan]", line)
        elif "," in line:
            current.update(word.strip() for word in line.split(",") if word.strip())
        else:
            current.update(line.split())
    return sets


def _short_forms(path: Path) -> Iterator[ShortForm]:
    for number, line in _rows(path):
        cells = line.split("\t")
        if len(cells) not in (2, 3) or (len(cells) == 3 and cells[2] != "umum"):
            raise BadContent(path, f"line {number}", "singkatan TAB kepanjangan [TAB umum]", line)
        yield ShortForm(cells[0], cells[1], len(cells) == 3)


def _words(path: Path) -> Iterator[str]:
    for _number, line in _rows(path):
        yield from line.lower().split()


def _regions(path: Path) -> Iterator[str]:
    for number, line in list(_rows(path))[1:]:
        cells = line.split("\t")
        if len(cells) != 3:
            raise BadContent(path, f"line {number}", "kode TAB nama TAB ibu kota", line)
        name = cells[1].removeprefix("Kabupaten ").removeprefix("Kota ").removeprefix("Administrasi ")
        yield name.lower()
        if cells[2]:
            yield cells[2].lower()
