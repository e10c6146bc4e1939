"""Kind "substitution": wrong forms that stand on a list, in running text and built into longer words."""

from collections.abc import Iterator

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.lists import Pair
from humas_desk.language.morphology import bare, learned_right, melted
from humas_desk.language.passage import Passage, Role, like
from humas_desk.language.series import opens_with_an_office

_SHORTEST_CORE = 5
_PREFIXES = (
    "memper",
    "meng",
    "meny",
    "mem",
    "men",
    "me",
    "di",
    "ber",
    "ter",
    "peng",
    "peny",
    "pem",
    "pen",
    "pe",
    "ke",
    "se",
)
_SUFFIXES = ("kan", "an", "i", "")
_REVIEWS = frozenset(("uji", "pengujian"))
"""Hak uji materiil keeps its form: Peraturan Mahkamah Agung Nomor 1 Tahun 2011."""
_COMPANIES = frozenset(("PT", "CV", "UD", "NV"))
_LONGEST_NAME = 6
_LONGEST_INITIALISM = 4
_ADDRESS_WORDS = frozenset(["jalan", "jl", "jln", "gang", "perumahan", "blok", "griya"])


def check_pairs(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """Wrong forms of the lists; the longest that fits counts."""
    pairs, lows, spelling = kit.lists.pairs, passage.lows, kit.spelling
    skip = -1
    for index, low in enumerate(lows):
        if index <= skip:
            continue
        candidates = pairs.get(low)
        if candidates is not None:
            pair = _fitting(passage, index, candidates)
            if pair is not None and not _is_spared(passage, index, pair, kit):
                hit = _hit(passage, index, pair, kit)
                if hit is not None:
                    yield hit
                skip = index + len(pair.wrong) - 1
            continue
        if len(low) > _SHORTEST_CORE and not spelling.lists(low) and low.isalpha() and len(low) < 40:
            hit = _built(passage, index, kit)
            if hit is not None:
                yield hit
        elif "-" in low and len(low) < 60:
            yield from _reduplicated(passage, index, kit)


def _fitting(passage: Passage, index: int, candidates: tuple[Pair, ...]) -> Pair | None:
    for pair in candidates:
        length = len(pair.wrong)
        if length == 1 or tuple(passage.lows[index : index + length]) == pair.wrong:
            gaps = passage.gaps[index + 1 : index + length]
            if all(gap.isspace() for gap in gaps):
                return pair
    return None


def _is_spared(passage: Passage, index: int, pair: Pair, kit: Kit) -> bool:
    if not passage.is_free(index) or pair.wrong[0] in kit.names or _reads_otherwise(passage, index, pair):
        return True
    if pair.rule == "K69" and is_a_person(passage, index, pair, kit):
        return True
    raw = passage.raws[index]
    has_capital = raw[0].isupper() and not passage.first[index] and passage.role != Role.TITLE
    if pair.in_addresses:
        before = {passage.low(index - 1), passage.low(index - 2)}
        return has_capital or bool(before & _ADDRESS_WORDS) or passage.raw(index + 1)[:1].isupper()
    if not has_capital:
        return pair.rule == "K27" and _is_other_reading(passage, index)
    is_one_name = not raw.isupper() and _stands_in_a_name(passage, index, len(pair.wrong), kit)
    return pair.may_be_name or pair.rule in {"K15", "K36"} or (is_one_name and pair.rule == "K69")


def _reads_otherwise(passage: Passage, index: int, pair: Pair) -> bool:
    """Whether the words are right as they stand here."""
    if pair.wrong[0] == "materiil":
        return passage.low(index - 1) in _REVIEWS
    if pair.rule == "K24" and pair.doubtful and len(pair.wrong) == 1:  # "jangan dibalik": no noun follows
        return passage.gap(index + 1) != " "
    if pair.rule == "K71":  # "dengan tegas ia mengatakan": no speech ends before it
        return passage.gaps[index] == " "
    raw = passage.raws[index]  # SPT is a form of the tax office, spt is short for seperti
    return raw.isupper() and 1 < len(raw) <= _LONGEST_INITIALISM and not passage.is_capitals


def _stands_in_a_name(passage: Passage, index: int, length: int, kit: Kit) -> bool:
    """Whether a word beside it is a person's name, or a company's begins before it."""
    before = index - 1
    while before >= 0 and index - before < _LONGEST_NAME and passage.raws[before][0].isupper():
        if passage.raws[before] in _COMPANIES:
            return True
        before -= 1
    beside = (index - 1, index + length)
    return any(passage.low(at) in kit.lists.names and not kit.spelling.lists(passage.low(at)) for at in beside) or any(
        _is_beside(passage, at, max(at, index)) and _is_unknown(passage, at, kit) for at in beside
    )


def is_a_person(passage: Passage, index: int, pair: Pair, kit: Kit) -> bool:
    """Whether a wrong form that is also a name ("Ramadhan") is a person's here: by what stands beside it."""
    raw = passage.raws[index]
    if not (pair.may_be_name or pair.wrong[0] in kit.lists.names) or not raw[0].isupper() or not raw[1:].islower():
        return False
    if len(pair.wrong) > 1 or passage.low(index - 1) in kit.lists.of("sebelum bulan puasa"):
        return False
    if passage.low(index + 1) in kit.verbs.active or passage.low(index - 1) in kit.verbs.after_quote:
        return passage.gap(index + 1).isspace()
    if index and passage.gaps[index] == ", " and opens_with_an_office(passage, index - 1, kit):
        return True
    return passage.role is not Role.TITLE and _is_beside_a_name(passage, index, pair, kit)


def _is_beside_a_name(passage: Passage, index: int, pair: Pair, kit: Kit) -> bool:
    """Whether the next word or the one before belongs to the same name."""
    beside = [at for at in (index - 1, index + 1) if _is_beside(passage, at, max(at, index))]
    if pair.wrong[0] in kit.lists.names:
        common = (
            kit.lists.of("badan") | kit.lists.of("kata wilayah") | kit.lists.of("hari") | kit.lists.of("kata tugas")
        )
        return any(not passage.first[at] and passage.lows[at] not in common for at in beside)
    return any(passage.lows[at] in kit.lists.names or _is_unknown(passage, at, kit) for at in beside)


def _is_beside(passage: Passage, at: int, gap: int) -> bool:
    """Whether a word with a capital stands there, and only a space between."""
    return at >= 0 and passage.gap(gap) == " " and passage.raw(at)[:1].isupper() and passage.raw(at)[1:].islower()


def _is_unknown(passage: Passage, at: int, kit: Kit) -> bool:
    """Whether no list knows the word, so that with its capital it can only be a name."""
    low = passage.lows[at]
    return not passage.first[at] and low not in kit.lists.pairs and not kit.spelling.lists(low)


def _is_other_reading(passage: Passage, index: int) -> bool:
    """Whether the two words belong to different parts ("tanya orang orang itu")."""
    return passage.low(index - 1) == passage.lows[index]


def _is_office_of(passage: Passage, last: int, index: int, kit: Kit) -> bool:
    """Whether a place or a person follows ("Walikota Bitung") and no word before makes the office a general one."""
    follows = passage.raw(last + 1)
    if passage.gap(last + 1) != " " or not follows[:1].isupper() or follows.isupper():
        return False
    return index == 0 or passage.low(index - 1) not in kit.lists.of("sebelum jabatan umum")


def _hit(passage: Passage, index: int, pair: Pair, kit: Kit) -> Hit | None:
    last = index + len(pair.wrong) - 1
    start, end = passage.starts[index], passage.ends[last]
    wrong = passage.text[start:end]
    first, second = passage.raws[index], passage.raws[last]
    both = last > index and second[:1].isupper() and first[:1].isupper() and not passage.first[index]
    both = both or (last == index and passage.role is Role.TITLE)
    fixes = tuple(_capitals(first, right, both=both, opens=passage.first[index]) for right in pair.right)
    if pair.right[0] in kit.lists.of("jabatan") and _is_office_of(passage, last, index, kit):
        fixes = tuple(right.title() for right in pair.right)
    if wrong in fixes or (passage.is_capitals and wrong == wrong.upper() and wrong.lower() == fixes[0].lower()):
        return None
    sure = False if pair.doubtful else None
    return Hit(pair.rule, start, end, fixes, sure)


def _capitals(sample: str, right: str, *, both: bool, opens: bool) -> str:
    if sample.isupper() and len(sample) > 1:
        return right.upper()
    if not sample[:1].isupper() or right[:1] == "*":
        return right
    if not both:
        return right[:1].upper() + right[1:]
    small = {"di", "ke", "dari"}
    parts = right.split(" ")
    made = " ".join(
        like(sample, part) if part not in small or (number == 0 and (opens or len(parts) == 1)) else part
        for number, part in enumerate(parts)
    )
    return "-".join(like(sample, part) for part in made.split("-")) if " " not in made else made


def _built(passage: Passage, index: int, kit: Kit) -> Hit | None:
    """A word on no list: the sound change that is missing, or a wrong form inside affixes."""
    if not passage.is_free(index) or passage.lows[index] in kit.names:
        return None
    raw, low = passage.raws[index], passage.lows[index]
    if passage.is_name_word(index) and passage.role is not Role.TITLE:
        stem, particle = bare(low)
        found = kit.lists.pairs.get(stem)
        if not particle or found is None:
            return None
    start, end = passage.starts[index], passage.ends[index]
    changed = melted(low)
    is_known = kit.spelling.lists(low) or kit.spelling.lists(bare(low)[0])
    if changed is not None and not is_known and kit.spelling.knows(changed):
        return Hit("K64", start, end, (like(raw, changed),))
    stem, particle = bare(low)
    for ending in (particle, ""):
        core = low[: len(low) - len(ending)] if ending else low
        made = _replaced(core, kit)
        if made is not None:
            pair, right = made
            is_sure = not pair.doubtful and (
                kit.spelling.knows(right.split(" ")[-1].lower()) or core in kit.lists.pairs
            )
            return Hit(pair.rule, start, end, (like(raw, right + ending),), None if is_sure else False)
    return None


def _replaced(core: str, kit: Kit) -> tuple[Pair, str] | None:
    """The listed wrong form inside this one, and the whole form with the right one."""
    direct = _single(core, kit) or _learned(core, kit)
    if direct is not None:
        return direct, direct.right[0]
    for prefix in ("", *_PREFIXES):
        if not core.startswith(prefix):
            continue
        for suffix in _SUFFIXES:
            inner = core[len(prefix) : len(core) - len(suffix)]
            if not core.endswith(suffix) or len(inner) < _SHORTEST_CORE or not (prefix or suffix):
                continue
            pair = _single(inner, kit) or _learned(inner, kit)
            if pair is not None and pair.rule == "K69" and " " not in pair.right[0] and pair.right[0].islower():
                made = prefix + pair.right[0] + suffix
                return pair, melted(made) or made
    return None


def _single(word: str, kit: Kit) -> Pair | None:
    for pair in kit.lists.pairs.get(word, ()):
        if len(pair.wrong) == 1 and pair.right[0]:
            return pair
    return None


def _learned(word: str, kit: Kit) -> Pair | None:
    """ "selektifitas": on no list, but only one ending is right."""
    right = learned_right(word)
    if right is None or not kit.spelling.knows(right):
        return None
    return Pair((word,), (melted(right) or right,), "K69")


def _reduplicated(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "resiko-resiko": every part that stands on the list."""
    if not passage.is_free(index) or (passage.is_name_word(index) and passage.role is not Role.TITLE):
        return
    parts = passage.lows[index].split("-")
    if not any(part in kit.lists.pairs for part in parts):
        return
    found = [(_single(part, kit), part) for part in parts]
    rules = [pair.rule for pair, _ in found if pair is not None and pair.rule == "K69" and not pair.doubtful]
    if rules and len(parts) == 2:
        made = "-".join(pair.right[0] if pair is not None and pair.rule == "K69" else part for pair, part in found)
        yield Hit("K69", passage.starts[index], passage.ends[index], (like(passage.raws[index], made),))
