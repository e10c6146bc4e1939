"""People in running text: a position and a name, in either order, and where they end."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
import re

from humas_desk.intake.position_words import (
    BODIES,
    DIVISIONS,
    INSTITUTIONS,
    NAME_PARTICLES,
    POSITIONS,
    REGION_PREFIXES,
    REGION_TAILS,
    SMALL_WORDS,
    TAKES_REGION,
)
from humas_desk.intake.saying_verbs import PASSIVE
from humas_desk.intake.tokens import Token, between, tokens_of
from humas_desk.release.dates import month_number, weekday_number
from humas_desk.release.person import without_degrees

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/\-]{1,9}$")
_ROMAN = re.compile(r"(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3})$|\d{1,3}$")
_HONORIFIC = frozenset(["bapak", "ibu", "pak", "bu", "sdr", "sdri", "saudara", "saudari", "kak", "bung", "komisioner"])
_DOTTED_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.)+[A-Za-z]{0,5}\.?")
_MOST_NAME_WORDS = 8
_MOST_POSITION_WORDS = 26
_FEW_CAPITALS = 5
_MANY_CAPITALS = 3
_REACH = 280
"""Position and name end within so many characters."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a text."""

    start: int
    end: int
    name: str
    position: str = ""
    position_first: bool = False
    linked: tuple[tuple[int, int], ...] = ()
    """Words that only link name and position ("selaku"), or greet ("Bapak")."""


def person_at(text: str, start: int, end: int, places: Collection[str] = ()) -> Person | None:
    """The person that the text between `start` and `end` begins with, name or position first; None: nobody."""
    tokens = tokens_of(text, start, min(end, start + _REACH))
    if not tokens:
        return None
    first = tokens[0]
    linked: tuple[tuple[int, int], ...] = ()
    if first.core.lower().rstrip(".") in _HONORIFIC and len(tokens) > 1 and not is_position(first.core):
        linked = ((first.start, first.end),)
        tokens = tokens[1:]
    if is_position(tokens[0].core):
        return _position_first(text, tokens, places, linked, position_length(tokens, places))
    if count := _description_length(tokens, places):
        found = _position_first(text, tokens, places, linked, count)
        return found if found is not None and found.name else None
    return _name_first(text, tokens, places, linked)


@lru_cache(maxsize=1024)
def institution(word: str) -> str | None:
    """The word of an institution that this one is, a slip in a long word aside; None: none."""
    bare = word.casefold().rstrip(".")
    if bare in INSTITUTIONS:
        return bare
    if len(bare) < _LONG_WORD:
        return None
    return next(iter(get_close_matches(bare, _LONG_INSTITUTIONS, n=1, cutoff=_LIKENESS)), None)


_LONG_WORD = 8
_LIKENESS = 0.9
_LONG_INSTITUTIONS = tuple(sorted(word for word in INSTITUTIONS if len(word) >= _LONG_WORD))


def is_position(word: str) -> bool:
    """Whether a position begins with this word."""
    return word.casefold().rstrip(".") in POSITIONS


def _position_first(
    text: str, tokens: Sequence[Token], places: Collection[str], linked: tuple[tuple[int, int], ...], count: int
) -> Person | None:
    """A person whose position takes the first `count` words."""
    count += _told_more(tokens[count - 1 :])
    rest = tokens[count:]
    while rest and rest[0].core.lower().rstrip(".") in _HONORIFIC and len(rest) > 1 and _is_capital(rest[1].core):
        linked = (*linked, (rest[0].start, rest[0].end))
        rest = rest[1:]
    names = name_length(rest) if rest else 0
    while names and (inner := _inner_office(rest[:names])):
        count += inner - 1 + position_length(rest[inner - 1 :], places)
        rest = tokens[count:]
        names = name_length(rest) if rest else 0
    is_last = names > 0 and text[rest[names - 1].end - 1] == "." and not rest[names - 1].core.endswith(".")
    if names and not is_last and (more := _unknown_place(rest, names, places)):
        count += names
        rest, names = rest[names:], more
    if begin := _titled_name(rest[:names]):
        count, rest, names = count + begin, rest[begin:], names - begin
    if begin := _titled_name(rest[:names]):
        count, rest, names = count + begin, rest[begin:], names - begin
    position = between(text, tokens[0], tokens[count - 1])
    if not names or (tokens[count - 1].comma and _is_no_name(rest[:names], places)):
        return Person(tokens[0].start, tokens[count - 1].end, "", position, position_first=True, linked=linked)
    name = between(text, rest[0], rest[names - 1])
    return Person(tokens[0].start, rest[names - 1].end, name, position, position_first=True, linked=linked)


def _titled_name(words: Sequence[Token]) -> int:
    """How many of the words still belong to the office, since a title begins the name: "Pohgading |I Wayan Karta Nadi"."""
    begins = [at for at, token in enumerate(words) if token.core.casefold() in _SMALL_TITLES or token.core in _BALINESE]
    return begins[0] if begins and begins[0] + 1 < len(words) else 0


_BALINESE = frozenset({"I", "Ni"})


def _told_more(tokens: Sequence[Token]) -> int:
    """How many words behind a position's last one tell more of it: "Nelayan |asal Sapeken, Daeng Mattalli"; 0: none do."""
    following = [token.core for token in tokens[1:3]]
    if tokens[0].comma or not following or following[-1] in _BY_PROXY:
        return 0
    if following[0] not in _MORE and (not following[0].islower() or _TAIL_WORD.match(following[0])):
        return 0
    end = next((at for at, token in enumerate(tokens[:_MOST_TOLD]) if token.comma), 0)
    return end if end and end + 1 < len(tokens) and name_length(tokens[end + 1 :]) > 1 else 0


_MORE = frozenset({"asal", "dari", "yang"})
_BY_PROXY = frozenset({"diwakili", "diwakilkan", "melalui"})
"""Behind these words somebody else is named."""
_MOST_TOLD = 9


def _description_length(tokens: Sequence[Token], places: Collection[str]) -> int:
    """How many words in small letters say who somebody is before the name: "seorang peserta, |Dewi"; 0: none do."""
    count = 0
    while (
        count < len(tokens) and tokens[count].core[:1].islower() and tokens[count].core.casefold() not in _SMALL_TITLES
    ):
        count += 1
        if tokens[count - 1].comma:
            return count
    if not 0 < count < len(tokens) or _TAIL_WORD.match(tokens[0].core):
        return 0
    return count - 1 + position_length(tokens[count - 1 :], places)


def _inner_office(name: Sequence[Token]) -> int:
    """How many words of what looks like a name still belong to the position: "Dukungan Teknis Bawaslu |La Bayoni"."""
    last = (at for at in range(len(name), 0, -1) if name[at - 1].core.casefold().rstrip(".") in BODIES)
    return next(last, 0)


def _unknown_place(rest: Sequence[Token], names: int, places: Collection[str]) -> int:
    """How long the name is that follows a comma, when what stands before it is a place's name; 0: none follows."""
    behind = rest[names:]
    if names > _FEW_CAPITALS or not rest[names - 1].comma or not behind or is_position(behind[0].core):
        return 0
    more = name_length(behind)
    is_titled = behind[0].core.casefold() in _SMALL_TITLES
    is_name = more and not _is_no_name(behind[:more], places) and (is_titled or not _is_degree(behind[0].core))
    ends = more == len(behind) or behind[more - 1].comma or behind[more].core[:1].islower()
    return more if is_name and ends and not _is_list(behind, more) else 0


def _is_list(tokens: Sequence[Token], count: int) -> bool:
    """Whether names are counted up: "Sari, Rina, dan Tono"."""
    following = tokens[count : count + 1]
    return bool(following) and tokens[count - 1].comma and following[0].core in ("dan", "serta")


def _name_first(
    text: str, tokens: Sequence[Token], places: Collection[str], linked: tuple[tuple[int, int], ...]
) -> Person | None:
    names = name_length(tokens)
    if not names:
        return None
    name, end = between(text, tokens[0], tokens[names - 1]), tokens[names - 1].end
    rest = list(tokens[names:])
    link = None
    if rest and rest[0].core.lower() in ("selaku", "sebagai"):
        link = (rest[0].start, rest[0].end)
        rest = rest[1:]
    elif not tokens[names - 1].comma and not (rest and text[rest[0].start] == "("):
        rest = []
    if rest and (is_position(rest[0].core) or _is_described(rest)):
        is_titled = is_position(rest[0].core) and _is_capital(rest[0].core)
        count = position_length(rest, places, after_name=True) if is_titled else _clause_length(rest)
        position = between(text, rest[0], rest[count - 1])
        return Person(tokens[0].start, rest[count - 1].end, name, position, linked=(*linked, link) if link else linked)
    return Person(tokens[0].start, end, name, linked=linked)


_TAIL_WORD = re.compile(
    r"(?:dalam|saat|ketika|kala|usai|seusai|sesaat|setelah|sebelum|sembari|sambil|seraya|kepada|melalui|lewat|menutup|di|ke|pada|dengan"
    r"|yang|sapaan|panggilan|akrab|biasa|alias|untuk|tentang|terkait|lagi|kembali|lantas|lalu|kemudian|disela|dihadapan|sekaligus|juga|dan|serta|tadi|kemarin|hari|baru-baru|me[mnl]\w+|meng\w+|meny\w+|ber\w+|di\w{5,})$"
)


def _is_described(tokens: Sequence[Token]) -> bool:
    """Whether a position in small letters follows the name: "petugas penerima laporan"."""
    word = tokens[0].core
    return word[:1].islower() and not _TAIL_WORD.match(word) and word.isalpha()


def _clause_length(tokens: Sequence[Token]) -> int:
    """Words up to the next comma."""
    for count, token in enumerate(tokens, 1):
        if token.comma or (count < len(tokens) and tokens[count].core in _CLAUSE_ENDS):
            return count
    return len(tokens)


_CLAUSE_ENDS = frozenset({"saat", "usai", "ketika", "dalam", "sembari", "seraya", "sambil", "seusai"})


def position_length(tokens: Sequence[Token], places: Collection[str], *, after_name: bool = False) -> int:
    """How many of the words, which begin with a position, belong to it. `after_name`: the name has been said."""
    at, in_region, place_end = 1, False, 0
    while at < min(len(tokens), _MOST_POSITION_WORDS):
        if tokens[at - 1].comma and not _division_goes_on(tokens, at):
            break
        before = "" if at == place_end else tokens[at - 1].core.lower().rstrip(".")
        count, in_region = _position_words(tokens, at, places, before, in_region=in_region, after_name=after_name)
        if not count:
            break
        place_end = at + count if count == _place_length(tokens, at, places) else 0
        at += count
    while at > 1 and tokens[at - 1].core in SMALL_WORDS and not tokens[at - 1].comma:
        at -= 1
    return at


def _position_words(
    tokens: Sequence[Token], at: int, places: Collection[str], before: str, *, in_region: bool, after_name: bool
) -> tuple[int, bool]:
    """How many words from `at` on go on with a position, and whether a region's name ends there.

    `before`: the word before; empty behind a known place, which nothing of its own follows ("Lima Puluh Kota |Budi").
    """
    token = tokens[at]
    takes_region = before in TAKES_REGION
    known = _place_length(tokens, at, places)
    is_numbered = before.isdigit() or before in _NUMBERED or _ACRONYM.match(tokens[at - 1].core) is not None
    if known and (after_name or takes_region or before in INSTITUTIONS or is_numbered):
        return known, False
    if token.core == "I" and before in _NUMBERED:
        return 1, False
    if institution(token.core) or is_position(token.core):
        return 1, False
    if before in INSTITUTIONS and (count := _office_length(tokens, at)):
        return count, False
    many = takes_region and not places and _capitals(tokens, at) >= _MANY_CAPITALS
    if before in REGION_PREFIXES or many or (in_region and token.core.lower() in REGION_TAILS):
        return 1, True
    is_short_form = _ACRONYM.match(token.core) is not None and not _is_shouted(tokens, at) and token.core not in _NOBLE
    goes_on = is_short_form or _is_small(tokens, at) or _ROMAN.match(token.core) is not None
    return int(goes_on or (after_name and _is_capital(token.core))), in_region


_NUMBERED = frozenset({"komisi", "kelas", "tingkat", "wilayah", "asisten", "bagian"})
"""Bodies with a number behind them, "I" among them, which elsewhere begins a Balinese name."""
_NOBLE = frozenset({"KRT", "KRMT", "KRA", "KPH", "GKR", "KGPH", "GPH", "BPH", "BRM", "RM", "RA", "KH", "TGH"})
"""Titles before a name that look like short forms of offices."""


def _office_length(tokens: Sequence[Token], at: int) -> int:
    """How many unknown words stand before another word of an office: "Fakultas |Ilmu Sosial dan Politik| Universitas"."""
    for count, token in enumerate(tokens[at : at + _MOST_OFFICE_WORDS]):
        if is_position(token.core) or not (_is_capital(token.core) or token.core in ("dan", "&", "serta")):
            return 0
        if count and institution(token.core):
            return count
        if token.comma:
            return 0
    return 0


_MOST_OFFICE_WORDS = 8


def _division_goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of divisions goes on behind a comma: "Hukum, Pencegahan, dan Humas"."""
    word = tokens[at].core.lower()
    if word in ("dan", "serta", "&") and at + 1 < len(tokens):
        word = tokens[at + 1].core.lower()
    return word in DIVISIONS


def _is_small(tokens: Sequence[Token], at: int) -> bool:
    return (
        tokens[at].core.lower() in SMALL_WORDS
        and at + 1 < len(tokens)
        and (_is_capital(tokens[at + 1].core) or tokens[at + 1].core.lower() in INSTITUTIONS)
    )


def _is_shouted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a whole name stands in capitals here."""
    following = [token.core for token in tokens[at : at + 2]]
    return len(following) > 1 and all(
        len(word) > 3 and word.isalpha() and word.isupper() and not institution(word) for word in following
    )


def _capitals(tokens: Sequence[Token], at: int) -> int:
    count = 0
    for token in tokens[at:]:
        if not _is_capital(token.core):
            break
        count += 1
        if token.comma:
            break
    return count


def _place_length(tokens: Sequence[Token], at: int, places: Collection[str]) -> int:
    if not places or not _is_capital(tokens[at].core):
        return 0
    for count in (4, 3, 2, 1):
        words = tokens[at : at + count]
        named = " ".join(word.core for word in words).casefold() in places
        if named and len(words) == count and not any(word.comma for word in words[:-1]):
            return count
    return 0


def name_length(tokens: Sequence[Token]) -> int:
    """How many words the name has that stands first, degrees included; 0: none."""
    at = 0
    while at < min(len(tokens), _MOST_NAME_WORDS):
        core = tokens[at].core
        if at and tokens[at - 1].comma and (not _is_degree(core) or core.casefold() in _SMALL_TITLES):
            break
        is_title = core.casefold() in _SMALL_TITLES and at + 1 < len(tokens) and _is_capital(tokens[at + 1].core)
        if not (is_title or _is_capital(core) or (at and (core in NAME_PARTICLES or _is_degree(core)))):
            break
        if at == 0 and not _can_begin_name(core):
            return 0
        ends = weekday_number(core) is not None or (is_position(core) and not _is_surname(tokens, at))
        if at and ends and len(core) > 3:
            break
        at += 1
    return at


def _is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of a position ends a name here: "Lukman Hakim, …", not "Hakim Pengadilan"."""
    is_last = tokens[at].comma or at + 1 == len(tokens) or not _is_capital(tokens[at + 1].core)
    return tokens[at].core in _SURNAMES and is_last


_SURNAMES = frozenset({"Hakim"})
_SMALL_TITLES_LIST = """
    dr. drg. drh. drs. dra. prof. ir. h. hj. apt. dr ustaz kiai kh. kh k.h. tgh. tgk. pdt. pst. ust. romo capt.
"""
_SMALL_TITLES = frozenset(_SMALL_TITLES_LIST.split())
"""What stands before a name, also in small letters."""


def _can_begin_name(core: str) -> bool:
    low = core.lower().rstrip(".")
    return not (
        low in INSTITUTIONS
        or low in BODIES
        or low in REGION_PREFIXES
        or weekday_number(low) is not None
        or (len(low) > 3 and month_number(low) is not None)
        or low in _NO_NAME
    )


_NO_NAME_LIST = """
    dalam saat ketika usai kegiatan acara menurut selain itu ini ia dia beliau kami kita mereka hal ujar kata adapun
    bagi hal senada terpisah pada untuk dengan sementara sedangkan namun lebih lanjut oleh karena sebab agar bahwa rapat di ke dari tahapan
"""
_NO_NAME = frozenset(_NO_NAME_LIST.split())


def _is_no_name(tokens: Sequence[Token], places: Collection[str]) -> bool:
    text = " ".join(token.core for token in tokens)
    return text.casefold() in places


def _is_capital(core: str) -> bool:
    return core[:1].isupper() and any(c.isalpha() for c in core)


def _is_degree(core: str) -> bool:
    is_listed = without_degrees(f"Nama, {core}") == "Nama" and core.lower() not in ("ma", "ba")
    return is_listed or _DOTTED_DEGREE.fullmatch(core) is not None


_CAPITAL = re.compile(r"(?<![\w-])[A-Z]\w+(?![\w-])")
_KEYWORDS = frozenset({*(word.title() for word in POSITIONS if word.isalpha()), "PLT", "PLH"})
_BEFORE = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.]*\.?)(?:[ ](?:[A-Z][\w’'.]*|bin|binti|al|van|de))*(?:,[ ](?:[A-Z][A-Za-z]{0,5}\.)+[A-Za-z]*\.?)*),?[ ](?:(?:selaku|sebagai)[ ])?$"
)


def people_in(text: str, places: Collection[str] = ()) -> Iterator[Person]:
    """Everybody named with a position, in order."""
    at = 0
    for match in _CAPITAL.finditer(text):
        if match.start() < at or match[0] not in _KEYWORDS:
            continue
        tokens = tokens_of(text, match.start(), min(len(text), match.start() + _REACH))
        if (
            found := _position_first(text, tokens, places, (), position_length(tokens, places))
        ) is not None and found.name:
            yield found
            at = found.end
        elif found is not None and (name := _BEFORE.search(text, max(at, match.start() - 90), match.start())):
            words = tokens_of(text, name.start("name"), name.end("name"))
            words = words[1:] if words[0].core.casefold() in PASSIVE else words
            ends = words and name["name"].endswith(".") and not words[-1].core.endswith(".")
            if words and not ends and name_length(words) == len(words) and not is_position(words[0].core):
                count = position_length(tokens, places, after_name=True)
                position = between(text, tokens[0], tokens[count - 1])
                shown = text[words[0].start : name.end("name")].rstrip(",")
                yield Person(words[0].start, tokens[count - 1].end, shown, position)
                at = tokens[count - 1].end
