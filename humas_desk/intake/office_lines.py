"""Lines that only name offices, or only say what kind of text follows."""

from collections.abc import Collection
import re

from humas_desk.intake.chat_words import is_chat
from humas_desk.intake.position_words import REGION_PREFIXES, REGION_TAILS

_WORD = re.compile(r"[^\W\d_][\w’'.]*")
_OFFICES_LIST = """
    bawaslu panwaslu panwaslih panwascam dkpp kpu badan komisi ombudsman panitia sekretariat polres polresta polda
    kejaksaan kejari kodim pemerintah pemkab pemkot dprd kominfo diskominfo
"""
_OFFICES = frozenset(_OFFICES_LIST.split())
_OF_OFFICES_LIST = """
    pengawas pengawasan pemilihan pemilu umum republik indonesia ri negeri daerah kantor bagian divisi humas
    hubungan masyarakat kehumasan tim jenderal dinas komunikasi informatika independen adhoc istimewa informasi
    penyiaran
"""
_OF_OFFICES = _OFFICES | frozenset(_OF_OFFICES_LIST.split())
_KNOWN = _OF_OFFICES | REGION_PREFIXES | {"dan", "dengan", "bersama", "serta", "se"}
_LONGEST = 120
_MOST_NEW = 3
"""Words of a region's name in capitals that no list has."""
_LABELS_LIST = """
    siaran rilis release press pernyataan keterangan undangan berita naskah draf draft konferensi artikel
    pengumuman
"""
_LABELS = frozenset(_LABELS_LIST.split())
_OF_LABELS_LIST = """
    pers media liputan peliputan resmi bersama foto kegiatan humas tertulis singkat untuk terbatas final revisi
    pemberitaan publikasi news sikap lembaga
"""
_OF_LABELS = _LABELS | frozenset(_OF_LABELS_LIST.split())
_LABEL_WORDS = 6
_BARE_LABELS = frozenset({"pengumuman", "konferensi", "pernyataan", "keterangan"})
"""Labels that a title may be too when nothing stands beside them."""


def is_office_line(text: str, places: Collection[str] = ()) -> bool:
    """Whether a line only names offices: "BAWASLU PROVINSI JAWA TIMUR DAN KPU PROVINSI JAWA TIMUR"."""
    first = _WORD.search(text) if len(text) <= _LONGEST else None
    if first is None or first[0].casefold() not in _KNOWN or any(c.isdigit() for c in text):
        return False
    words = [match[0].rstrip(".") for match in _WORD.finditer(text)]
    return len(words) > 1 and _are_offices(words, places)


def is_label(text: str, places: Collection[str] = ()) -> bool:
    """Whether a line only says what follows: "PERNYATAAN PERS", "RILIS FOTO", "[Siaran Pers] Bawaslu Kota Contoh"."""
    first = _WORD.search(text) if len(text) <= _LONGEST else None
    if first is None or first[0].casefold() not in _OF_LABELS or any(c.isdigit() for c in text):
        return False
    words = [match[0].casefold().rstrip(".") for match in _WORD.finditer(text)]
    if len(words) == 1 and words[0] in _BARE_LABELS:
        return False
    count = label_words(text)
    if not 0 < count <= _LABEL_WORDS or _LABELS.isdisjoint(words[:count]):
        return False
    rest = [match[0].rstrip(".") for match in _WORD.finditer(text)][count:]
    if count > 1 and is_chat(" ".join(rest).casefold()):
        return True
    return not rest or (rest[0].casefold() in _OFFICES and _are_offices(rest, places))


def label_words(text: str) -> int:
    """How many words that say what follows a line begins with."""
    words = [match[0].casefold().rstrip(".") for match in _WORD.finditer(text[:_LONGEST])]
    return next((at for at, word in enumerate(words) if word not in _OF_LABELS), len(words))


def _are_offices(words: list[str], places: Collection[str]) -> bool:
    """Whether all words belong to names of offices, one of them telling."""
    at = 0
    new = 0
    while at < len(words):
        word = words[at].casefold()
        count = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]).casefold() in places), 0)
        takes_name = at > 0 and words[at - 1].casefold() in REGION_PREFIXES | _OFFICES
        is_new = takes_name and words[at][0].isupper()
        goes_on = word in REGION_TAILS or (words[at].isupper() and 0 < new < _MOST_NEW)
        if not (count or word in _KNOWN or is_new or (new and goes_on)):
            return False
        new = 0 if count or word in _KNOWN else new + 1
        at += count or 1
    return not _OFFICES.isdisjoint(word.casefold() for word in words)
