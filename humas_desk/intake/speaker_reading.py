"""Who speaks, read from the words behind a verb: "Sulastri, S.H., Ketua Panwaslu, dalam sambutannya"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
import re

from humas_desk.release.blocks import Pattern
from humas_desk.release.person import Speaker, short_name, without_degrees
from humas_desk.values import dataclass

_POSITION_LIST = """
    ketua anggota wakil koordinator kordiv kordinator kepala sekretaris komisioner bendahara staf divisi plt. plh. pj.
    pjs. bupati wali walikota gubernur camat lurah kapolres kapolsek kapolda dandim danramil kajari direktur menteri
    presiden rektor dekan dosen pengamat pengawas panwascam panitia juru humas penjabat penanggung
"""
_POSITIONS = frozenset(_POSITION_LIST.split())
"""Words that a position begins with."""

_INSTITUTION_LIST = """
    ketua anggota wakil bawaslu panwaslu panwaslih panwascam kpu dkpp polres polsek polda kodim kejaksaan dprd dpr
    provinsi kabupaten kota kecamatan distrik desa kelurahan republik indonesia ri divisi bidang badan dinas komisi
    pengawas pemilihan pemilu umum hukum penanganan pelanggaran penyelesaian sengketa pencegahan partisipasi masyarakat
    hubungan sdm organisasi diklat data informasi dan sekretariat daerah universitas wali
"""
_INSTITUTIONS = frozenset(_INSTITUTION_LIST.split())
"""Words that go on in a position."""

_REGIONS = frozenset(["provinsi", "kabupaten", "kota", "kecamatan", "distrik", "desa", "kelurahan", "universitas"])
_REGION_HEADS = frozenset(
    [
        "jawa",
        "sumatera",
        "sumatra",
        "kalimantan",
        "sulawesi",
        "nusa",
        "papua",
        "maluku",
        "kepulauan",
        "bangka",
        "dki",
        "daerah",
        "aceh",
        "tapanuli",
    ]
)
_ANYBODY = "Nama"
_PARTICLES = frozenset(["bin", "binti", "van", "de", "da", "al", "el", "ibnu"])
_TAIL_WORDS = (
    "dalam|saat|ketika|kala|usai|seusai|sesaat|setelah|sebelum|sembari|sambil|seraya|kepada|melalui|lewat|menutup"
    "|mengakhiri|membuka|menanggapi|di sela|di hadapan|di depan|pada"
)
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad"
_TAIL = re.compile(rf",? (?=(?:{_TAIL_WORDS})\b)|, (?=(?:{_DAYS})\b|[a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One reading: a speaker, the pattern that names them so behind a verb, and where the tail begins."""

    speaker: Speaker
    pattern: Pattern
    end: int
    """Characters of the words that name the speaker; what follows is the tail."""


def who_readings(words: str, known: Sequence[Speaker]) -> Iterator[Who]:
    """All readings, the most telling first; the last one takes everything for a name."""
    ends = sorted({*(match.start() for match in _TAIL.finditer(words)), _name_end(words)} - {0})
    for end in (*ends, len(words)):
        for speaker, pattern in _named(words[:end].rstrip(" ,"), known):
            yield Who(speaker=speaker, pattern=pattern, end=end)
    yield Who(speaker=Speaker(name=words), pattern=Pattern.QUOTE_VERB_SPEAKER, end=len(words))


def _name_end(words: str) -> int:
    """Where the first word in small letters stands that is no part of a name: "Sulastri |di Batam"."""
    for match in re.finditer(r" (?=[a-z])", words):
        following = words[match.end() :].split(maxsplit=1)[0]
        if following not in _PARTICLES and "," not in words[: match.start()]:
            return match.start()
    return 0


def _named(words: str, known: Sequence[Speaker]) -> Iterator[tuple[Speaker, Pattern]]:
    """Speakers that these words may name, without a tail."""
    name, position = _name_and_rest(words)
    if position:
        yield Speaker(name=name, position=position), Pattern.QUOTE_VERB_SPEAKER_POSITION
        return
    for speaker in known:
        if name in (short_name(speaker), without_degrees(speaker.name), speaker.name):
            yield speaker, Pattern.QUOTE_VERB_SPEAKER_POSITION if speaker.position else Pattern.QUOTE_VERB_SPEAKER
    parts = name.split()
    if parts and parts[0].lower() in _POSITIONS:
        at = _name_begins(parts, known)
        if at == len(parts):
            yield Speaker(position=name), Pattern.QUOTE_VERB_SPEAKER_POSITION
        elif at:
            speaker = Speaker(name=" ".join(parts[at:]), position=" ".join(parts[:at]))
            yield speaker, Pattern.QUOTE_VERB_POSITION_SPEAKER
    yield Speaker(name=name), Pattern.QUOTE_VERB_SPEAKER


def _name_and_rest(words: str) -> tuple[str, str]:
    """The name with its degrees, and the position behind the comma."""
    parts = words.split(", ")
    degrees = (without_degrees(f"{_ANYBODY}, {part}") == _ANYBODY for part in parts[1:])
    count = 1 + sum(1 for _ in takewhile(bool, degrees))
    return ", ".join(parts[:count]).rstrip(","), ", ".join(parts[count:])


def _name_begins(parts: Sequence[str], known: Sequence[Speaker]) -> int:
    """Which word begins the name in "Ketua Bawaslu Kabupaten Contoh Sulastri"; their number: there is no name."""
    text = " ".join(parts)
    for speaker in known:
        for name in (speaker.name, without_degrees(speaker.name), short_name(speaker)):
            if name and text.endswith(f" {name}"):
                return len(parts) - len(name.split())
    at = 1
    while at < len(parts):
        word, before = parts[at].lower().strip(",."), parts[at - 1].lower()
        is_region = before in _REGIONS or before in _REGION_HEADS
        if not (word in _INSTITUTIONS or is_region or parts[at][:1].islower()):
            return at
        at += 1
    return at
