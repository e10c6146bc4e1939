"""Commas of series and appositions (K56, K57)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage

_VERBAL = re.compile(
    r"(?:me|ber|di)[a-z]{3,}|selaku|sebagai|juga|turut|hadir|saat|usai|ketika|yang|akan|telah|sudah|kemudian|lalu|ikut|memimpin|dalam|pada|saat|di"
)


_VERB = re.compile(
    r"(?:me[mn]|di|ber|ter)[a-z]{3,}|me[lrwy][a-z]{3,}|hadir|datang|ikut|turut|akan|telah|sudah|bisa|dapat|harus|siap"
)
_NO_VERBS = frozenset(
    [
        "menteri", "mental", "mentor", "menu", "memori", "memo", "menara", "menit", "merek", "meriam", "direktur",
        "dinas", "divisi", "distrik", "diskusi", "digital", "disiplin", "dialog", "dinding", "dinamika", "diare",
        "berita", "berkas", "beras", "beranda", "bersama", "berikut", "terminal", "teras", "terapi", "terhadap",
        "teropong", "termasuk", "berbagai", "beberapa", "dirinya", "diri", "dini",
    ]
)  # fmt: skip
"""Nouns and others that begin like verbs."""
_NOUNS = frozenset(("kata", "pe-an", "ke-an", "LEMBAGA"))
_SUBJECTS = frozenset(
    ("orang", "warga", "masyarakat", "mereka", "kami", "kita", "saya", "aku", "dia", "ia", "beliau", "semua", "siapa")
)
"""With a verb behind it such a word opens a clause: "kota ini pintu gerbang, orang datang dan pergi"."""
_FRONT_ENDS = frozenset(
    ("itu", "ini", "lalu", "kemudian", "tersebut", "lain", "pagi", "siang", "sore", "malam", "depan", "sana")
)
_OPENERS = frozenset(("termasuk", "seperti", "misalnya", "yakni", "yaitu", "khususnya", "terutama", "meliputi", "baik"))
"""What follows such a word explains what stands before the comma."""
_NAMED_WITH_AND = frozenset(
    [
        "kementerian",
        "dinas",
        "badan",
        "divisi",
        "bidang",
        "bagian",
        "komisi",
        "direktorat",
        "lembaga",
        "fakultas",
        "deputi",
        "koordinator",
        "kepala",
    ]
)
"""Their names hold "dan" themselves: Kementerian Komunikasi dan Informatika."""


def check_series(passage: Passage, start: int, end: int, kit: Kit) -> Iterator[Hit]:
    """A comma before dan, serta, atau in a series of three or more (K57)."""
    for index in range(start + 3, end - 1):
        if (
            passage.lows[index] not in {"dan", "serta", "atau"}
            or passage.gaps[index] != " "
            or passage.gap(index + 1) != " "
        ):
            continue
        item = _item_before(passage, index - 1, start)
        if item is None:
            continue
        earlier = _item_before(passage, item - 1, start)
        if _is_series(passage, start, item, index, kit, earlier=earlier):
            before, word = passage.raws[index - 1], passage.raws[index]
            yield Hit("K57", passage.starts[index - 1], passage.ends[index], (f"{before}, {word}",))


def _item_before(passage: Passage, last: int, start: int) -> int | None:
    """The first word of the item that ends here, when a comma stands before it and it has four words at most."""
    for index in range(last, max(start, last - 4), -1):
        gap = passage.gaps[index]
        if gap == ", ":
            return index
        if gap != " " or passage.lows[index] in {"dan", "atau", "serta", "yang", "dengan", "untuk"}:
            return None
    return None


def _is_series(passage: Passage, start: int, second: int, conjunction: int, kit: Kit, *, earlier: int | None) -> bool:
    """Whether the words around two commas are items of one kind, and no clause begins after the comma."""
    first, third = passage.raws[second - 1], passage.raws[conjunction + 1]
    middle = passage.raws[second]
    shapes = {_shape(word, kit) for word in (first, middle, third)}
    opens_otherwise = passage.lows[start] in kit.lists.of("serial pengecualian") or second - start < 2
    opens_otherwise = opens_otherwise or _is_front(passage.lows[start], first.lower())
    opens_otherwise = opens_otherwise or _begins_a_clause(passage, start, second, conjunction)
    if middle.lower() in _NAMED_WITH_AND | _OPENERS or (earlier is None and (opens_otherwise or first[0].isdigit())):
        return False
    if earlier is not None:
        shapes.add(_shape(passage.raws[earlier], kit))
        return len(shapes) == 1 or shapes <= _NOUNS
    if shapes == {"LEMBAGA"} or all(word.lower() in kit.lists.of("jabatan tunggal") for word in (first, middle, third)):
        return True
    if _is_interrupted(passage, second, conjunction, kit):
        return False
    is_title = any(word.lower() in kit.lists.of("jabatan tunggal") for word in (middle, third))
    if "Nama" in shapes:
        is_place = first.lower() in kit.lists.regions or _follows_a_preposition(passage, second - 1)
        is_nested = not kit.lists.of("kata wilayah").isdisjoint((middle.lower(), third.lower()))
        return len(shapes) == 1 and not is_title and is_place and not is_nested
    is_short = shapes <= _NOUNS and conjunction - second <= 2
    return not (is_title and first[0].isupper()) and (len(shapes) == 1 or is_short)


def _is_front(opening: str, last: str) -> bool:
    """Whether what ends at the comma tells when or how ("Pagi itu", "Setibanya di sana"), by its first and last word."""
    return last in _FRONT_ENDS or (opening.startswith("se") and opening.endswith("nya"))


def _begins_a_clause(passage: Passage, start: int, second: int, conjunction: int) -> bool:
    """ "Menutup kegiatan, ketua dan sekretaris menyerahkan piagam": no verb but the first word before, one right behind."""
    if any(_is_verb(low) for low in passage.lows[start + 1 : second]):
        return False
    for index in range(conjunction + 2, min(conjunction + 5, len(passage.lows))):
        if passage.gaps[index] != " ":
            return False
        if _is_verb(passage.lows[index]):
            return True
    return False


def _is_verb(low: str) -> bool:
    return _VERB.fullmatch(low) is not None and low not in _NO_VERBS


def _follows_a_preposition(passage: Passage, index: int) -> bool:
    """ "di Cidaun, …": whether the name that ends here is a place's, by the word before it."""
    while index > 0 and passage.raws[index][0].isupper() and passage.gaps[index] == " ":
        index -= 1
    return passage.lows[index] in {"di", "ke", "dari"}


def _is_interrupted(passage: Passage, second: int, conjunction: int, kit: Kit) -> bool:
    """Whether a mark or a function word says that something else begins there."""
    if passage.lows[second - 1] in kit.lists.of("serial pengecualian"):
        return True
    if conjunction - second > 1 and passage.lows[second] in _SUBJECTS:
        return True
    if any("”" in gap or "“" in gap for gap in passage.gaps[second - 1 : conjunction + 2]):
        return True
    return bool({passage.lows[second], passage.low(conjunction + 1)} & kit.lists.of("kata tugas"))


def _shape(word: str, kit: Kit) -> str:
    """What kind of word: a body, a name, a verb, a noun with affixes, a plain word."""
    low = word.lower()
    if (word.isupper() and len(word) > 1) or low in kit.lists.of("badan"):
        return "LEMBAGA" if word[0].isupper() else "kata"
    if word[0].isupper():
        return "Nama"
    affixed = len(low) > 6
    for shape, prefix, suffix in (
        ("me", "me", ""),
        ("di", "di", ""),
        ("ber", "ber", ""),
        ("pe-an", "pe", "an"),
        ("ke-an", "ke", "an"),
    ):
        if low.startswith(prefix) and low.endswith(suffix) and (affixed or suffix):
            return shape
    return "kata"


_MOST_SMALL = 2
"""Words without a capital that an office may have: "Ketua panitia pelaksana"."""
_NO_PERSON = frozenset(
    (
        "bawaslu",
        "kpu",
        "dan",
        "kabupaten",
        "kota",
        "provinsi",
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
    )
)


def check_appositions(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """ "Ketua Bawaslu Kendal, Solikin sebagai …": a comma on both sides (K56)."""
    if ", " not in passage.text or not any(raw[0].isupper() for raw in passage.raws):
        return
    offices = kit.lists.of("jabatan tunggal")
    for index, gap in enumerate(passage.gaps):
        if gap != ", " or not passage.raws[index][0].isupper() or not index or not passage.is_free(index):
            continue
        last = _name_end(passage, index, offices)
        if last is None or passage.gap(last + 1) != " " or not _VERBAL.fullmatch(passage.low(last + 1)):
            continue
        if not passage.raw(last + 1).islower() or not opens_with_an_office(passage, index - 1, kit):
            continue
        said = passage.text[passage.starts[last] : passage.ends[last]]
        yield Hit("K56", passage.starts[last], passage.ends[last + 1], (f"{said}, {passage.raws[last + 1]}",))


def _name_end(passage: Passage, index: int, offices: frozenset[str]) -> int | None:
    """The last word of the name that begins here; None when it is an office, a body or a short form."""
    last = index
    while passage.gap(last + 1) in {" ", ". "} and passage.raw(last + 1)[:1].isupper() and last - index < 5:
        if passage.gap(last + 1) == ". " and len(passage.raws[last]) > 3:
            break
        last += 1
    words = passage.lows[index : last + 1]
    if any(word in offices or word in _NO_PERSON for word in words):
        return None
    return None if any(raw.isupper() and len(raw) > 2 for raw in passage.raws[index : last + 1]) else last


def opens_with_an_office(passage: Passage, index: int, kit: Kit) -> bool:
    """Whether the phrase that ends here opens with an office: "Ketua Bawaslu Kabupaten Kendal", "Ketua panitia"."""
    offices, small = kit.lists.of("jabatan tunggal"), 0
    for at in range(index, max(-1, index - 12), -1):
        low = passage.lows[at]
        if low in offices and passage.raws[at][0].isupper():
            return not any(passage.gaps[later].strip() for later in range(at + 1, index + 1))
        if passage.raws[at][0].isupper() or low in {"dan", "dan/atau"}:
            continue
        small += 1
        if small > _MOST_SMALL or _is_verb(low) or low in kit.lists.of("kata tugas") or not low.isalpha():
            return False
    return False
