"""Information that must not leave the office (G01–G06)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role

_DIGIT = re.compile(r"\d")
_LONG_NUMBER = re.compile(
    r"(?<!\d)\d{16}(?!\d)|(?<!\d)\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}(?!\d)|(?<!\d)\d{6}[ .-]\d{6}[ .-]\d{4}(?!\d)"
)
_PHONE = re.compile(r"(?<![\d/.])(?:\+62|62|0)[ -]?8\d{1,3}(?:[ -]?\d{2,4}){2,4}(?!\d)")
_PLATE = re.compile(
    r"\b(?P<x>(?:A|AA|AB|AD|AE|AG|B|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|D|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|E|EA|EB|ED|F|G|H|K|KB|KH|KT|KU|L|M|N|P|PA|PB|PG|PS|PT|PY|R|S|T|W|Z) ?\d{1,4} ?[A-Z]{1,3})\b"
)
_STREET = re.compile(
    r"\b(?:Jalan|Jl\.?|Jln\.?|Gang|Gg\.?|Dusun|Perumahan|Perum|Kampung)(?: (?!No\b|Nomor\b|Blok\b)[A-Z][\w.]*){1,5}(?:,? (?:[Nn]omor|[Nn]o\.?|[Bb]lok) ?[\w-]{1,6})?(?:,? ?R\.?T\.?\.? ?\d{1,3}(?:[ /]{1,3}R\.?W\.?\.? ?\d{1,3}|/\d{1,3})?)?"
)
_LIVES = frozenset(
    [
        "tinggal",
        "beralamat",
        "beralamatkan",
        "berdomisili",
        "bertempat",
        "domisili",
        "kediaman",
        "kediamannya",
        "rumah",
        "rumahnya",
        "alamat",
        "alamatnya",
        "warga",
    ]
)
_VEHICLE = frozenset(
    [
        "nopol",
        "polisi",
        "pelat",
        "plat",
        "nomor",
        "mobil",
        "motor",
        "truk",
        "sepeda",
        "kendaraan",
        "bernopol",
        "bus",
        "pikap",
        "minibus",
        "bernomor",
    ]
)
_PERSON_WORDS = frozenset(("bernama", "atas", "berinisial", "inisial"))
_BEFORE_CHILDREN = frozenset(
    ("ketua", "lembaga", "rumah", "hari", "perlindungan", "pelindungan", "wakil", "forum", "layak", "ramah", "duta")
)
"""Words after which "Anak" belongs to the name of a body or an event."""
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,4}")
CONTACT_PLACES = ("contacts", "event.reply_to")


def check_guard(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """Numbers of persons, private phones, addresses, plates, and roles that protect a name."""
    if passage.place.startswith(CONTACT_PLACES):
        return
    if _DIGIT.search(passage.text):
        yield from _numbers(passage)
    yield from _addresses(passage)
    protected, parties = kit.lists.of("pelindung"), kit.lists.of("pihak perkara")
    if passage.words.isdisjoint(protected | parties):
        return
    for index, low in enumerate(passage.lows):
        if low in protected or low in parties:
            yield from _named(passage, index, "G02" if low in protected else "G06", kit)


def _numbers(passage: Passage) -> Iterator[Hit]:
    """Numbers of persons, private phones, plates."""
    text = passage.text
    taken: set[int] = set()
    for found in _LONG_NUMBER.finditer(text):
        taken.update(range(found.start(), found.end()))
        yield Hit("G01", found.start(), found.end(), ())
    for found in _PHONE.finditer(text):
        digits = sum(char.isdigit() for char in found[0])
        if found.start() not in taken and 9 < digits < 15 and not _is_office_phone(passage, found.start()):
            yield Hit("G03", found.start(), found.end(), ())
    for found in _PLATE.finditer(text):
        if _is_plate(passage, found):
            yield Hit("G05", found.start(), found.end(), ())


def _is_office_phone(passage: Passage, at: int) -> bool:
    """A number offered to everybody: the office's own hotline, the person to call."""
    before = passage.text[max(0, at - 90) : at].lower()
    return any(
        word in before
        for word in (
            "narahubung",
            "hotline",
            "posko",
            "pengaduan",
            "layanan",
            "kantor",
            "humas",
            "kontak media",
            "call center",
        )
    )


def _is_plate(passage: Passage, found: re.Match[str]) -> bool:
    index = passage.word_at(found.start())
    near = set(passage.lows[max(0, index - 5) : index])
    letters = found[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").lstrip(" 0123456789")
    digits = "".join(char for char in found[0] if char.isdigit())
    return (bool(near & _VEHICLE) and bool(letters)) or (
        len(digits) == 4 and len(letters) >= 2 and bool(near & _VEHICLE)
    )


def _addresses(passage: Passage) -> Iterator[Hit]:
    """A street with "tinggal di", "rumah", "beralamat" and a person before it, never an office's."""
    if not any(sign in passage.text for sign in ("Jalan", "Jl", "Gang", "Gg", "Dusun", "Perum", "Kampung")):
        return
    for found in _STREET.finditer(passage.text):
        index = passage.word_at(found.start())
        start, _end = passage.sentence(max(0, index - 1))
        before = passage.lows[max(start, index - 9) : index]
        if not set(before) & _LIVES or set(before) & {
            "kantor",
            "sekretariat",
            "posko",
            "gedung",
            "bawaslu",
            "kpu",
            "rumah sakit",
            "sakit",
            "balai",
        }:
            continue
        if set(before) & _LIVES == {"warga"} and not ("warga" in before[-2:] and re.search(r"\d", found[0])):
            continue
        if set(before) & {"rumah"} and not re.search(r"\d", found[0]):
            continue
        yield Hit("G04", found.start(), found.end(), ())


def _named(passage: Passage, index: int, rule: str, kit: Kit) -> Iterator[Hit]:
    """A person's name right after the role; the fix puts initials there."""
    if passage.raws[index].isupper() and not passage.is_capitals:
        return
    first = index + 1
    if passage.low(first) in _PERSON_WORDS:
        first += 2 if passage.low(first) == "atas" and passage.low(first + 1) == "nama" else 1
    if passage.low(index) == "anak" and _is_in_a_name(passage, index):
        return
    gap = passage.gap(first)
    if gap not in {" ", ", ", " (", ": "} or not _is_person(passage, first, kit):
        return
    last = first
    while passage.gap(last + 1) == " " and _is_name_word(passage, last + 1, kit) and last - first < 4:
        last += 1
    words = passage.raws[first : last + 1]
    if all(_INITIALS.fullmatch(word) and len(word) < 4 for word in words):
        return
    start, end = passage.starts[index], passage.ends[last]
    initials = "".join(f"{word[0]}." for word in words)
    yield Hit(rule, start, end, (passage.text[start : passage.starts[first]] + initials,))


def _is_in_a_name(passage: Passage, index: int) -> bool:
    """ "Forum Anak Surabaya", "Anak Agung Raka": a capital that no sentence opens, or a word beside it that says so."""
    if passage.low(index - 1) in _BEFORE_CHILDREN or passage.low(index + 1) == "agung":
        return True
    return passage.role is not Role.TITLE and passage.raws[index][0].isupper() and not passage.first[index]


def _is_person(passage: Passage, index: int, kit: Kit) -> bool:
    if not _is_name_word(passage, index, kit):
        return False
    low = passage.low(index)
    is_two = passage.gap(index + 1) == " " and _is_name_word(passage, index + 1, kit)
    if f"{low} {passage.low(index + 1)}" in kit.lists.regions:
        return False  # of one word it may be a person's: Bima
    is_known = low in kit.lists.names or low in kit.names or not kit.spelling.lists(low)
    return is_known or (is_two and passage.low(index + 1) not in kit.lists.of("bukan orang"))


def _is_name_word(passage: Passage, index: int, kit: Kit) -> bool:
    raw, low = passage.raw(index), passage.low(index)
    if not raw[:1].isupper() or not raw.replace("-", "").replace("'", "").isalpha() or (raw.isupper() and len(raw) > 2):
        return False
    blocked = (
        kit.lists.of("bukan orang")
        | kit.lists.of("badan")
        | kit.lists.of("jabatan tunggal")
        | kit.lists.of("hari")
        | kit.lists.of("bulan")
    )
    return low not in blocked
