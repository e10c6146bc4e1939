"""Short forms, degrees, initials (K47–K49, K51, K52)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role

_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,6}[A-Z]?\b\.?|(?<![\w.])(?:[A-Z]\.){2,6}(?!\w)")
_SMALL = {
    "dll": "dll.", "dsb": "dsb.", "dst": "dst.", "dkk": "dkk.", "hlm": "hlm.", "yth": "Yth.", "tgl": "tgl.",
}  # fmt: skip
_SLASHED = re.compile(r"(?<![\w/])([sSaAuUdD])/([dDnNpPaA])(?![\w/])\.?")
_SLASH_FORMS = {"s/d": "s.d.", "a/n": "a.n.", "u/p": "u.p.", "d/a": "d.a."}
_HALF = re.compile(r"(?<![\w.])(s\.d|a\.n|u\.p|d\.a|u\.b)(?![\w.])")
_TITLED = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj.", "pjs": "Pjs.", "sdr": "Sdr.", "bpk": "Bpk."}
_STREET = re.compile(r"\b(?P<x>[Jj][Ll][Nn]?|JL)(?P<dot>\.?)(?= [A-Z])")
_NUMBER = re.compile(r"\b(?P<word>[Nn][Oo])(?P<dot>\.?)(?P<gap> ?)(?=\d)")
_STREET_INITIALS = re.compile(r"\b(?:[Jj]l\.?|[Jj]alan) (?P<x>[A-Z]{2})(?= [A-Z][a-z])")
_KNOWN_INITIALISMS = frozenset(
    [
        "KPU",
        "TNI",
        "DPR",
        "DPRD",
        "DPD",
        "MPR",
        "ASN",
        "TPS",
        "DPT",
        "PPK",
        "PPS",
        "PNS",
        "DKPP",
        "KPK",
        "BPS",
        "BPK",
        "LSM",
        "NKRI",
        "KTP",
        "PSU",
        "KPPS",
        "RI",
        "WIB",
        "WITA",
        "WIT",
        "HAM",
        "UUD",
        "SARA",
    ]
)
_DEGREES = {
    "SH": "S.H.", "MH": "M.H.", "SE": "S.E.", "MM": "M.M.", "ST": "S.T.", "MT": "M.T.", "SIP": "S.I.P.", "MSi": "M.Si.",
    "MSI": "M.Si.", "SSos": "S.Sos.", "SSOS": "S.Sos.", "SPd": "S.Pd.", "SPD": "S.Pd.", "MPd": "M.Pd.", "MPD": "M.Pd.",
    "SAg": "S.Ag.", "MAg": "M.Ag.", "SKom": "S.Kom.", "MKom": "M.Kom.", "MAP": "M.A.P.", "SHI": "S.H.I.", "MHI": "M.H.I.",
    "SPdI": "S.Pd.I.", "MPdI": "M.Pd.I.", "SSi": "S.Si.", "MKn": "M.Kn.", "SIKom": "S.I.Kom.", "MIKom": "M.I.Kom.",
    "PhD": "Ph.D.", "MA": "M.A.", "SS": "S.S.", "SP": "S.P.", "SPt": "S.Pt.", "SSTP": "S.STP.", "MBA": "M.B.A.", "Lc": "Lc.",
    "STP": "S.TP.", "SKM": "S.K.M.", "LLM": "LL.M.", "SAP": "S.A.P.", "SPi": "S.Pi.", "SHum": "S.Hum.", "MHum": "M.Hum.",
    "SFil": "S.Fil.", "SEI": "S.E.I.", "SEi": "S.E.I.", "AMd": "A.Md.", "SPsi": "S.Psi.", "MSc": "M.Sc.",
}  # fmt: skip
_SURE_DEGREES = frozenset(
    [
        "SH",
        "MH",
        "SE",
        "ST",
        "MSi",
        "SPd",
        "MPd",
        "SAg",
        "MAg",
        "SKom",
        "MKom",
        "SIP",
        "SSos",
        "MAP",
        "MPdI",
        "SPdI",
        "SHI",
        "MHI",
    ]
)
_DEGREE = re.compile(
    r"(?P<sep>[,;] ?| )(?P<degree>(?:[A-Z][A-Za-z]{0,4}\.){1,4}(?:[A-Z][A-Za-z]{0,4})?|[A-Z][A-Za-z]{1,4})(?![\w])"
)
_BEFORE_NAME = re.compile(r"\b(?:(?P<x>Dr|Drs|Dra|Ir|Hj|Prof|KH|Drg)|(?P<large>DR|DRS|DRA|IR|PROF)\.?)(?= [A-Z][a-z]+)")
_HAJI = re.compile(r"(?<![\w.’'-])H(?= [A-Z][a-z]{2})")
_INITIALS_OF = frozenset(("inisial", "berinisial", "bernama", "nama", "saudara", "saudari"))
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DEGREE_WORDS = frozenset(
    (
        *_DEGREES,
        *_CAPITALS,
        "Dr",
        "Drs",
        "Dra",
        "Ir",
        "Hj",
        "Prof",
        "KH",
        "Drg",
        "Ph",
        "LL",
        "DR",
        "DRS",
        "DRA",
        "IR",
        "PROF",
    )
)
_SHORT = frozenset((*_SMALL, *_TITLED))
_HALVES = frozenset("sdnpub") | {"a"}
_STREETS = frozenset(("jl", "jln"))


def check_short_forms(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """All but the first mention of an acronym, which needs the whole release."""
    hits = (*_abbreviations(passage), *_initialisms(passage, kit), *_addresses(passage), *_degrees(passage))
    for hit in hits:
        if not passage.shield[hit.start]:
            yield hit


def _abbreviations(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for index, low in enumerate(passage.lows if not _SHORT.isdisjoint(passage.words) else ()):
        end = passage.ends[index]
        if low in _SMALL and not text.startswith(".", end) and passage.raws[index].islower():
            yield Hit("K48", passage.starts[index], end, (_SMALL[low],))
        elif low in _TITLED and passage.gap(index + 1) == " " and passage.raw(index + 1)[:1].isupper():
            if passage.raws[index].isupper() and not passage.is_capitals:
                continue  # BPK is a body
            yield Hit("K48", passage.starts[index], end, (_TITLED[low],))
    if "/" in text:
        for found in _SLASHED.finditer(text):
            right = _SLASH_FORMS.get(f"{found[1]}/{found[2]}".lower())
            if right:
                yield Hit("K48", found.start(), found.end(), (right,))
    for found in _HALF.finditer(text) if "." in text and not _HALVES.isdisjoint(passage.words) else ():
        yield Hit("K48", found.start(), found.end(), (found[1] + ".",))


def _initialisms(passage: Passage, kit: Kit) -> Iterator[Hit]:
    if _CAPITALS.isdisjoint(passage.raws):
        return
    for found in _DOTTED.finditer(passage.text):
        letters = found[0].replace(".", "")
        if letters not in _KNOWN_INITIALISMS and (len(letters) < 3 or letters not in kit.lists.short_forms):
            continue
        if _is_persons(passage, found.start(), kit):
            continue
        end = found.end()
        after = passage.text[end : end + 3].strip()
        ends_sentence = found[0].endswith(".") and passage.text[end - 1] == "." and (not after)
        end -= 1 if ends_sentence else 0
        yield Hit("K49", found.start(), end, (letters,))


def _is_persons(passage: Passage, start: int, kit: Kit) -> bool:
    """Whether initials stand for somebody who is not named: "korban B.R.I."."""
    before = passage.low(passage.word_at(start) - 1)
    return before in kit.lists.of("pelindung") or before in kit.lists.of("pihak perkara") or before in _INITIALS_OF


def _addresses(passage: Passage) -> Iterator[Hit]:
    """Jl. and No. (K52)."""
    text = passage.text
    if not _STREETS.isdisjoint(passage.words):
        for found in _STREET.finditer(text):
            if not found["dot"] or found["x"] not in {"Jl", "Jln"}:
                yield Hit("K52", found.start(), found.end(), ("Jl.",))
    for found in (
        _NUMBER.finditer(text)
        if any(low.startswith("no") and (low == "no" or low[2].isdigit()) for low in passage.words)
        else ()
    ):
        if found["word"] == "NO" or (found["word"] == "No" and found["dot"] and found["gap"]):
            continue
        yield Hit("K52", found.start(), found.end("dot"), ("No." if found["gap"] else "No. ",))
    if "Jl" in text or "Jalan" in text or "jalan" in text:
        for found in _STREET_INITIALS.finditer(text):
            yield Hit("K52", found.start("x"), found.end("x"), (".".join(found["x"]) + ".",), False)


def _degrees(passage: Passage) -> Iterator[Hit]:
    """Degrees before and after a name (K47)."""
    text = passage.text
    if _DEGREE_WORDS.isdisjoint(passage.raws):
        return
    for found in _HAJI.finditer(text):
        if not text[: found.start()].endswith(("ari ", "asal ", "lok ")):
            yield Hit("K47", found.start(), found.end(), ("H.",))
    for found in _BEFORE_NAME.finditer(text):
        said = found["x"] or found["large"].capitalize()
        right = "K.H." if said == "KH" else said.replace("Drg", "drg") + "."
        yield Hit("K47", found.start(), found.end(), (right,))
    end = 0
    for found in _DEGREE.finditer(text):
        right = _right_degree(found["degree"]) if found.start() >= end else None
        if right is None or not _is_after_name(passage, found.start(), found["degree"]):
            continue
        made, end = [right], found.end()
        while (more := _DEGREE.match(text, end)) is not None and (following := _right_degree(more["degree"])):
            made.append(following)
            end = more.end()
        yield from _degree_hit(passage, found.start(), end, made)


def _right_degree(degree: str) -> str | None:
    """The degree with its dots; None: no degree."""
    if degree == "S.IP.":
        return degree
    if degree in _DEGREES:
        return _DEGREES[degree]
    if "." not in degree:
        return None
    return _DEGREES.get(degree.replace(".", ""))


def _is_after_name(passage: Passage, start: int, degree: str) -> bool:
    """Whether a person's name stands before: two words with capitals, or one before a comma or a dotted degree."""
    index = passage.word_at(start) - 1
    name = passage.raw(index)
    if index < 0 or not name[:1].isupper() or not name[1:].islower() or passage.ends[index] != start:
        return False
    before = passage.raw(index - 1)
    last = passage.word_at(start) + degree.count(".")
    if passage.gap(last + 1) == " " and passage.raw(last + 1)[:1].isupper() and "." not in degree:
        return False  # "MT Sunrise": a name of its own
    if "." not in degree and passage.text[start] == " ":
        return degree in _SURE_DEGREES and before[:1].isupper() and before[1:].islower()
    if name.lower() in {"jalan", "bin"} or before.lower() in {"jalan", "jl"}:
        return False
    return before[:1].isupper() or passage.first[index] or passage.text[start] == ","


def _degree_hit(passage: Passage, start: int, end: int, made: list[str]) -> Iterator[Hit]:
    text = passage.text
    right = ", " + ", ".join(made)
    after = text[end : end + 1]
    stop = end
    if after == ".":
        stop, after = end + 1, text[end + 1 : end + 2]
        right_end = right
    else:
        right_end = right
    tail = text[stop : stop + 2]
    needs_comma = tail[:1] == " " and tail[1:2].isalpha() and not tail[1:2].isupper()
    follows = passage.low(passage.word_at(stop))
    if needs_comma and follows not in {"dan", "serta", "atau"}:
        right_end += ","
    found = text[start:stop]
    if found != right_end:
        index = passage.word_at(start) - 1
        name = passage.raws[index]
        yield Hit("K47", passage.starts[index], stop, (name + right_end,))


def check_first_mentions(passages: list[Passage], kit: Kit) -> Iterator[tuple[Passage, Hit]]:
    """Short forms that not everybody knows and that nobody explains (K51): where they first stand in the body, else in the title."""
    if not kit.switches.expand_short_forms:
        return
    known = kit.lists.short_forms.keys()
    mentions: dict[str, tuple[Passage, int]] = {}
    explained: set[str] = set()
    for passage in sorted(passages, key=lambda each: each.role is Role.TITLE):
        for index, raw in enumerate(passage.raws if not known.isdisjoint(passage.raws) else ()):
            short = kit.lists.short_forms.get(raw)
            if short is None or short.known or raw in mentions or passage.is_capitals or not passage.is_free(index):
                continue
            if passage.role in {Role.NAME, Role.CELL}:
                continue
            mentions[raw] = passage, index
            if passage.gaps[index].endswith("(") or passage.gap(index + 1).lstrip().startswith("("):
                explained.add(raw)
    for raw, (passage, index) in mentions.items():
        if raw in explained:
            continue
        long = kit.lists.short_forms[raw].long
        if any(long.lower() in other.text.lower() for other in passages):
            continue
        made = long if long[0].isupper() or not passage.first[index] else long.capitalize()
        yield passage, Hit("K51", passage.starts[index], passage.ends[index], (f"{made} ({raw})",))
