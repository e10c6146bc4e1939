"""Joined or apart: di- and ke-, bound forms, se-, pun, nya, repetition (K24–K28, K32–K38)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.morphology import is_built
from humas_desk.language.passage import Passage, Role, like

_NUMBER_WORDS = frozenset(
    ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
)
_PUN_ROOTS = frozenset(
    [
        "himpun",
        "rumpun",
        "ampun",
        "lampun",
        "tampun",
        "kumpun",
        "campun",
        "maupun",
        "adapun",
        "serumpun",
        "sehimpun",
        "dihimpun",
    ]
)
_PUN_JOINED = frozenset(
    [
        "adapun",
        "andaipun",
        "ataupun",
        "bagaimanapun",
        "biarpun",
        "jikapun",
        "kalaupun",
        "kendatipun",
        "maupun",
        "meskipun",
        "sekalipun",
        "sementangpun",
        "sungguhpun",
        "walaupun",
    ]
)
_DIGIT_TWO = re.compile(r"([^\W\d_]{3,})(?:2|²)(nya|an)?")
_KE_DIGITS = re.compile(r"ke(\d{1,4})")
_CLITICS = frozenset(("nya", "lah", "kah"))
_APART = frozenset(("di", "ke", "se"))
_ENDINGS = frozenset(("pun", "nya"))
_POINTING = frozenset(("itu", "ini", "tersebut"))
"""After "ke" and digits: an ordinal; what one goes to has a noun with it."""
_ORDINAL_UNITS = frozenset(("kali", "kalinya"))


def check_affixes(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """All of them, in one walk over the words."""
    bound, raws, shield = kit.lists.of("terikat"), passage.raws, passage.shield
    before = ""
    for index, low in enumerate(passage.lows):
        gap = passage.gaps[index]
        if shield[passage.starts[index]]:
            before = low
            continue
        if low in _CLITICS:
            yield from _clitic(passage, index, kit)
        elif low == "pro":
            yield from _for_somebody(passage, index)
        elif low in _APART or low in bound:
            if passage.gap(index + 1).isspace() or (low == "se" and passage.gap(index + 1) in {"- ", " -"}):
                yield from _apart(passage, index, kit)
        elif raws[index] != low or low[:2] in _APART or low[-3:] in _ENDINGS or not low.isalpha():
            yield from _one_word(passage, index, kit)
        if gap == " " and before[:2] in {"se", "be"}:
            yield from _apart_after_prefix(passage, index, before)
        if low == before or "–" in gap or "-" in gap:
            yield from _twice(passage, index, kit)
        before = low


def _apart(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """What stands alone and belongs to the next word, or looks so."""
    match passage.lows[index]:
        case "di":
            yield from _prefix_apart(passage, index, kit)
        case "ke":
            yield from _ordinal_apart(passage, index, kit)
        case "se":
            yield from _se(passage, index)
        case _:
            yield from _bound(passage, index, kit)


def _span(passage: Passage, first: int, last: int) -> tuple[int, int]:
    return passage.starts[first], passage.ends[last]


def _prefix_apart(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "di laksanakan" → "dilaksanakan": verbs only."""
    stem = passage.raw(index + 1)
    if not stem.isalpha() or not stem.islower():
        return
    if f"{stem} {passage.low(index + 2)}" in kit.lists.of("majemuk setelah di"):
        return
    has_actor = passage.low(index + 2) == "oleh" and stem not in kit.lists.of("tempat")
    if not is_verb_stem(stem, kit) and not (has_actor and kit.spelling.lists("di" + stem)):
        return
    start, end = _span(passage, index, index + 1)
    yield Hit("K25", start, end, (like(passage.raws[index], "di" + stem),))


def is_verb_stem(stem: str, kit: Kit) -> bool:
    """Whether this makes a verb with di-, and nothing else."""
    if stem in kit.lists.of("kata benda setelah di"):
        return False
    if stem in kit.lists.of("kata kerja polos"):
        return True
    joined = "di" + stem
    if len(stem) < 5:
        return False
    if stem.endswith("kan"):
        is_built_only = not kit.spelling.lists(stem) and kit.spelling.knows(joined)
        # "di perpustakan": a noun that lacks a letter
        return kit.spelling.lists(joined) or (is_built_only and not kit.spelling.is_slip(stem))
    if stem.endswith("i"):
        is_noun = stem.endswith(("asi", "isi", "usi", "ogi", "omi", "si"))
        return not is_noun and kit.spelling.lists(stem[:-1]) and kit.spelling.lists(joined)
    return stem.startswith("per") and kit.spelling.lists(joined) and not stem.endswith("an")


def _ordinal_apart(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "hari ke 3", "yang ke dua": an ordinal; "ke 17 kecamatan" is a preposition."""
    number = passage.low(index + 1)
    is_digits = number.isdigit() and len(number) < 4
    if not is_digits and number not in _NUMBER_WORDS:
        return
    before, after = passage.low(index - 1), passage.low(index + 2)
    is_ordinal = before in kit.lists.of("urutan") and passage.gaps[index].isspace()
    is_pointed_at = is_digits and after in _POINTING and passage.gap(index + 2) == " "
    if not is_ordinal and not is_pointed_at and after not in _ORDINAL_UNITS:
        return
    if is_ordinal and before in {"yang", "untuk", "orang", "pihak", "anak", "calon", "tempat", "bagian"} and is_digits:
        return
    if after in kit.lists.of("kata hitung") and before not in {"untuk", "hari", "rapat", "sidang", "pertemuan", "jadi"}:
        return
    start, end = _span(passage, index, index + 1)
    joined = f"ke-{number}" if is_digits else f"ke{'se' if number == 'satu' else ''}{number}"
    joined = "kesatu" if number == "satu" else joined
    yield Hit("K26", start, end, (like(passage.raws[index], joined),), True if is_digits else None)


def _clitic(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "jajaran nya", "apa kah"; pun stays apart but for the joined ones, which stand on the list."""
    low = passage.lows[index]
    if low == "pun" or index == 0 or passage.gaps[index] not in {" ", "  ", "\u00a0"} or passage.role is Role.NAME:
        return
    host = passage.raws[index - 1]
    if not host[-1].isalpha() or not passage.is_free(index - 1):
        return
    start, end = _span(passage, index - 1, index)
    is_short_form = host.isupper() and len(host) > 1
    raw = passage.raws[index]
    if low == "nya":
        joined = f"{host}-{raw}" if is_short_form or raw[0].isupper() else host + "nya"
        yield Hit("K38", start, end, (joined,))
    elif kit.spelling.lists(host.lower()):
        yield Hit("K37", start, end, (host + low,))


def _bound(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "antar daerah" → "antardaerah", "pasca Pemilu" → "pasca-Pemilu"."""
    bound, follows = passage.lows[index], passage.raw(index + 1)
    if not follows[:1].isalpha() or follows.lower() in kit.lists.of("tidak setelah terikat"):
        return
    if bound == "antar" and passage.low(index - 1) in {
        "di",
        "jemput",
        "dan",
        "pesan",
        "jasa",
        "layanan",
        "kami",
        "saya",
    }:
        return
    raw = passage.raws[index]
    is_title = raw[0].isupper() and (not passage.first[index] or passage.role is Role.TITLE)
    if raw.isupper() and len(raw) > 1:
        return
    start, end = _span(passage, index, index + 1)
    is_proper = follows[0].isupper() and not (is_title and kit.spelling.lists(bound + follows.lower()))
    common = (
        is_title and follows[0].isupper() and bound in {"sub", "antar", "pasca", "non", "pra"} and follows[1:].islower()
    )
    if common and kit.spelling.lists(follows.lower()) and follows.lower() not in _always_named(kit):
        yield Hit("K32", start, end, (raw + follows.lower(),))
    elif is_title and is_proper and follows.lower() not in _always_named(kit) and passage.role is not Role.TITLE:
        return  # a name of its own: PT Multi Prima
    elif not passage.is_free(index + 1) or is_proper:
        yield Hit("K33", start, end, (f"{raw}-{follows}",))
    elif follows.islower() and "-" not in follows and len(follows) > 2:
        yield Hit("K32", start, end, (raw + follows,))


def _for_somebody(passage: Passage, index: int) -> Iterator[Hit]:
    """ "pro Indonesia" → "pro-Indonesia"; before small letters it has other uses ("pro dan kontra", "pro bono")."""
    follows = passage.raw(index + 1)
    if passage.raws[index] == "pro" and passage.gap(index + 1) == " " and follows[:1].isupper() and len(follows) > 1:
        yield Hit("K33", *_span(passage, index, index + 1), (f"pro-{follows}",))


def _always_named(kit: Kit) -> frozenset[str]:
    general = {"bagian", "divisi", "kantor", "komisi", "badan", "dinas", "sekretariat", "pemerintah"}
    return kit.lists.of("badan") - general | {"pemilu", "pilkada", "pancasila", "covid"}


def _se(passage: Passage, index: int) -> Iterator[Hit]:
    """ "se Jawa Timur" → "se-Jawa Timur", "se kabupaten" → "sekabupaten"."""
    follows = passage.raw(index + 1)
    if not follows[:1].isalpha() or len(follows) < 3:
        return
    start, end = _span(passage, index, index + 1)
    joined = f"{passage.raws[index]}-{follows}" if follows[0].isupper() else passage.raws[index] + follows
    yield Hit("K34", start, end, (joined,))


def _one_word(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    raw, low = passage.raws[index], passage.lows[index]
    start, end = passage.starts[index], passage.ends[index]
    if len(low) < 3:
        return
    if "-" in low:
        yield from _hyphened(passage, index, kit)
        return
    if (
        low[-1] in "2²"
        and (two := _DIGIT_TWO.fullmatch(raw))
        and raw[1:].islower()
        and kit.spelling.lists(two[1].lower())
    ):
        yield Hit("K28", start, end, (f"{two[1]}-{two[1].lower()}{two[2] or ''}",))
    elif low.startswith("ke") and low[2].isdigit() and (ordinal := _KE_DIGITS.fullmatch(low)):
        yield Hit("K26", start, end, (f"{raw[:2]}-{ordinal[1]}",), True)
    elif low.startswith(("di", "ke")) and len(low) > 5 and raw.isalpha():
        yield from _joined_preposition(passage, index, kit)
    elif low.endswith("pun"):
        yield from _joined_pun(passage, index, kit)
    elif low.endswith("nya") and len(raw) > 4 and raw[:-3].isupper() and raw.endswith("nya"):
        yield Hit("K38", start, end, (f"{raw[:-3]}-nya",))
    elif low.endswith("nya") and raw.endswith("Nya") and raw[:-3].islower():
        yield Hit("K38", start, end, (f"{raw[:-3]}-Nya",))
    elif raw[0].islower() and not raw.islower() and raw.isalpha():
        yield from _capital_inside(passage, index, kit)


def _joined_preposition(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "dipapan": no verb, but a noun of places after di or ke."""
    low, raw = passage.lows[index], passage.raws[index]
    is_title = passage.role is Role.TITLE
    if low[2:].removesuffix("nya") not in kit.lists.of("tempat") or (passage.is_name_word(index) and not is_title):
        return
    if low not in kit.lists.pairs and low not in kit.names and not kit.spelling.lists(low):
        made = f"{raw[:2]} {raw[2:]}"
        if is_title and raw[0].isupper():
            made = f"{raw[:2] if passage.first[index] else low[:2]} {raw[2:].capitalize()}"
        yield Hit("K24", passage.starts[index], passage.ends[index], (made,))


def _capital_inside(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "pascaPemilu", "seJawa", "diJakarta"."""
    raw = passage.raws[index]
    cut = next(at for at, char in enumerate(raw) if char.isupper())
    prefix, name = raw[:cut], raw[cut:]
    start, end = passage.starts[index], passage.ends[index]
    if len(name) < 3:
        return
    if prefix == "se":
        yield Hit("K34", start, end, (f"se-{name}",))
    elif prefix in kit.lists.of("terikat"):
        yield Hit("K33", start, end, (f"{prefix}-{name}",))
    elif prefix in {"di", "ke", "dari"}:
        yield Hit("K24", start, end, (f"{prefix} {name}",))
    elif prefix == "per":
        yield Hit("K36", start, end, (f"per {name}",))


def _joined_pun(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    low, raw = passage.lows[index], passage.raws[index]
    if low in _PUN_JOINED or low in _PUN_ROOTS or low in kit.lists.pairs or kit.spelling.lists(low):
        return
    host = low[:-3]
    is_name = passage.is_name_word(index) and not host.endswith("nya")
    if len(host) > 2 and not is_name and kit.spelling.knows(host):
        yield Hit("K35", passage.starts[index], passage.ends[index], (f"{raw[:-3]} pun",))


def _hyphened(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "non-tahapan", "se-kabupaten", "per-1", "jajaran-nya", "ke-tiga"."""
    raw = passage.raws[index]
    prefix, _hyphen, rest = raw.partition("-")
    low = prefix.lower()
    start, end = passage.starts[index], passage.ends[index]
    if not rest or passage.is_capitals:
        return
    if low == "se" and rest.islower() and rest.isalpha():
        yield Hit("K34", start, end, (prefix + rest,))
    elif low in kit.lists.of("terikat") and rest.isalpha() and rest.islower() and passage.is_free(index):
        yield Hit("K32", start, end, (prefix + rest,))
    elif low == "per" and rest[0].isdigit() and not prefix.isupper():  # "PER-11/PB/2008" is a number
        yield Hit("K36", start, end, (f"{prefix} {rest}",))
    elif low == "ke" and rest.lower() in _NUMBER_WORDS:
        yield Hit("K26", start, end, (prefix + rest.lower(),), True)
    elif low in {"di", "ke"} and rest.isalpha() and rest.islower() and len(rest) > 3:
        yield from _hyphened_prefix(passage, index, kit)
    elif rest == "nya" and prefix[1:].islower() and low not in _NUMBER_WORDS and is_word(low, kit):
        yield Hit("K38", start, end, (prefix + "nya",))
    elif rest == "pun" and is_word(low, kit):
        yield Hit("K35", start, end, (f"{prefix} pun",))


def _hyphened_prefix(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    raw = passage.raws[index]
    prefix, _hyphen, rest = raw.partition("-")
    if prefix.lower() == "di" and is_verb_stem(rest, kit):
        yield Hit("K25", passage.starts[index], passage.ends[index], (prefix + rest,))


def is_word(word: str, kit: Kit) -> bool:
    """Whether the dictionary, our lists, or the rules of word building know it; small letters."""
    return kit.spelling.lists(word) or is_built(word, kit.spelling.lists)


def _twice(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """The same word twice: "kerja – kerja" is a repetition, "yang yang" a slip."""
    if index == 0:
        return
    low, before, gap = passage.lows[index], passage.lows[index - 1], passage.gaps[index]
    if not low.isalpha() or not passage.is_free(index - 1):
        return
    start, end = _span(passage, index - 1, index)
    first, second = passage.raws[index - 1], passage.raws[index]
    has_dash = gap.strip() in {"-", "–", "—", "‑"} and gap != "‑"
    if has_dash and (low == before or _extends(before, low)) and len(low) > 2 and len(gap) <= 4 and second.islower():
        yield Hit("K27", start, end, (f"{first}-{second}",))
    elif low == before and gap.isspace() and first != second.upper():
        if low in kit.lists.of("tertulis dua kali") and second.islower():
            yield Hit("K72", start, end, (first,))
        elif low in kit.lists.pairs or passage.low(index + 1) == low:
            return
        elif second.islower() and len(low) > 3 and low not in kit.names and kit.spelling.lists(low):
            both = (f"{first}-{second}", first)
            is_verb = len(low) > len("menteri") and low.startswith(("mem", "men", "ber"))
            yield Hit("K27", start, end, both[::-1] if is_verb else both, False)


def _apart_after_prefix(passage: Passage, index: int, before: str) -> Iterator[Hit]:
    """ "sehari hari", "berulang ulang", "sebaik baiknya"."""
    low = passage.lows[index]
    if not passage.raws[index].islower():
        return
    stem = low.removesuffix("nya") if before.startswith("se") else low
    if len(stem) > 3 and before in {f"se{stem}", f"ber{stem}"} and (low != stem or before in {f"ber{stem}", "sehari"}):
        start, end = _span(passage, index - 1, index)
        yield Hit("K27", start, end, (f"{passage.raws[index - 1]}-{low}",))


def _extends(before: str, low: str) -> bool:
    """ "langkah – langkahnya", "sebaik – baiknya"."""
    return len(before) > 3 and (
        (low.startswith(before) and low[len(before) :] in {"nya", "an"})
        or (before.endswith(low) and before[: -len(low)] in {"ber", "se", "me"})
    )
