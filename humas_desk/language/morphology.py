"""How Indonesian words are built: sound changes of me- and pe-, prefixes, suffixes, clitics, reduplication.

For words that stand on no list. Source: EYD V KB01–KB03; Tata Bahasa Baku Bahasa Indonesia (k, t, s, p melt before a vowel,
clusters and a few roots stay).
"""

from collections.abc import Callable, Iterator

VOWELS = frozenset("aiueo")
CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "i")
_PARTICLES = ("nya", "lah", "kah", "tah", "ku", "mu")
_BOUND = (
    "antar", "pasca", "non", "pra", "sub", "anti", "multi", "semi", "purna", "swa", "tuna", "maha", "serba", "pro",
    "super", "inter", "intra", "ultra", "mikro", "makro", "infra", "adi", "dwi", "tri", "nir", "kontra", "re", "ko",
    "pan", "mono", "poli", "tele", "trans", "eko", "bio", "geo", "hiper", "hipo", "neo", "oto", "foto", "hidro", "agro",
    "etno", "sosio", "psiko", "elektro", "mega", "mini", "bi", "in", "de", "dis", "im",
)  # fmt: skip
_SHORT_BOUND = frozenset(("bi", "in", "de", "dis", "im", "oto", "neo"))
"""Of these only before a long word: in short ones they are its own beginning."""
_LONG = 5
_MEASURES = ("kilo", "mega", "giga", "tera", "mili", "senti", "desi", "hekto", "mikro", "nano")
_MEASURED = frozenset(
    ("bita", "bit", "meter", "gram", "liter", "watt", "hertz", "kalori", "joule", "ton", "volt", "ampere")
)
_SCIENCE = (
    "osis",
    "itis",
    "emia",
    "skopi",
    "grafi",
    "metri",
    "ektomi",
    "patologi",
    "terapi",
    "fobia",
    "plasti",
    "genik",
)
"""Endings that only terms of science have, in long words."""
_SHORTEST_TERM = 9
_MELTED = {"mem": "p", "men": "t", "meng": "k", "meny": "s", "pem": "p", "pen": "t", "peng": "k", "peny": "s"}
_NASAL = {
    "mem": "bfv", "men": "cdjzt", "meng": "aiueoghkx", "me": "lmnrwyv",
    "pem": "bfv", "pen": "cdjz", "peng": "aiueoghk", "pe": "lmnrwytskpb",
}  # fmt: skip
_SUFFIXES = {
    "di": ("", "kan", "i"), "me": ("", "kan", "i"), "pe": ("", "an"), "ber": ("", "an", "kan"), "ter": ("", "kan", "i"),
    "ke": ("an", ""), "per": ("an", ""), "se": ("", "an"), "memper": ("", "kan", "i"), "diper": ("", "kan", "i"),
    "keber": ("an",), "keter": ("an",), "kese": ("an",), "ketidak": ("an",), "pember": ("an",), "seper": ("an", ""),
    "pemer": ("an",), "dike": ("kan",), "menge": ("kan", ""), "penge": ("an",), "ku": ("", "kan", "i"), "": ("an", "kan", "i"),
}  # fmt: skip
_LEARNED = (
    ("ivitas", ("if",)), ("isitas", ("ik", "is")), ("bilitas", ("bel",)), ("itas", ("",)), ("isasi", ("", "is", "ik")),
    ("isme", ("", "is", "ik")), ("istis", ("", "is")), ("logis", ("logi",)), ("log", ("logi",)), ("ator", ("asi",)),
    ("atif", ("asi",)), ("itif", ("isi",)), ("sial", ("si",)), ("wan", ("",)), ("wati", ("", "wan")),
)  # fmt: skip
"""Endings of learned words, and what stands in their place in the word they come from: produktivitas, produktif."""
_NEVER_LEARNED = ("ifitas", "tifisasi")
"""Endings that only slips have: produktifitas."""
SHORTEST_ROOT = 4
SHORTEST_HOST = 3
"""Of a particle or possessive: "timnya"."""
LONGEST_WORD = 45
STAYS = ("mempelajar", "mempekerja", "memper", "mempunya", "mengkaji")
"""Beginnings in which p or k stays: a root of its own begins after mem- or meng- (EYD V; KBBI)."""
Knows = Callable[[str], bool]


def bare(word: str) -> tuple[str, str]:
    """The word without its particle or possessive, and that ("jajarannya" → "jajaran", "nya")."""
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) - len(particle) >= SHORTEST_ROOT:
            return word[: -len(particle)], particle
    return word, ""


def is_learned(word: str, is_root: Knows) -> bool:
    """Whether the word is made of a known one with an ending of learned words ("kohesivitas", "antariksawan")."""
    if word.endswith(_NEVER_LEARNED):
        return False
    if word.endswith(_SCIENCE) and len(word) >= _SHORTEST_TERM:
        return True
    if word.startswith(_MEASURES) and any(word == size + unit for size in _MEASURES for unit in _MEASURED):
        return True
    for ending, origins in _LEARNED:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            stem = word[: -len(ending)]
            return any(is_root(stem + origin) for origin in origins)
    return False


def is_built(word: str, is_root: Knows) -> bool:
    """Whether the word is a root with affixes that Indonesian has; small letters."""
    if not SHORTEST_ROOT < len(word) <= LONGEST_WORD:
        return False
    if "-" in word:
        return _is_reduplication(word, is_root)

    def is_stem(stem: str) -> bool:
        return is_root(stem) or is_learned(stem, is_root)

    stem, particle = bare(word)
    if particle and (is_stem(stem) or _has_affixes(stem, is_stem)):
        return True
    if word.endswith("nya") and len(word) == SHORTEST_HOST + len("nya") and is_root(word[:SHORTEST_HOST]):
        return True
    return is_learned(word, is_root) or _has_affixes(word, is_stem)


def _has_affixes(word: str, is_root: Knows) -> bool:
    for bound in _BOUND:
        if word.startswith(bound) and len(word) - len(bound) >= (_LONG if bound in _SHORT_BOUND else SHORTEST_ROOT):
            rest = word[len(bound) :]
            if is_root(rest) or any(is_root(root) for root in roots(rest)):
                return True
    return any(is_root(root) for root in roots(word))


def roots(word: str) -> Iterator[str]:
    """Roots this form may be built on."""
    for prefix, suffixes in _SUFFIXES.items():
        for suffix in suffixes:
            if prefix in {"me", "pe"}:
                yield from _nasal_roots(prefix, word, suffix)
            elif word.startswith(prefix) and word.endswith(suffix):
                root = word[len(prefix) : len(word) - len(suffix)]
                if len(root) >= SHORTEST_ROOT:
                    yield root
    yield from _roots_with_r(word)


def _roots_with_r(word: str) -> Iterator[str]:
    """ "diperebutkan", "teredam": a prefix in -r before a root that begins with r has one r (Tata Bahasa Baku)."""
    for prefix in ("dipe", "mempe", "terpe", "te", "be", "kete", "kebe"):
        if word.startswith(prefix + "r"):
            for suffix in ("kan", "i", "an", ""):
                if word.endswith(suffix) and len(word) - len(prefix) - len(suffix) >= SHORTEST_ROOT:
                    yield word[len(prefix) : len(word) - len(suffix)]


def _nasal_roots(kind: str, word: str, suffix: str) -> Iterator[str]:
    if not word.startswith(kind) or not word.endswith(suffix):
        return
    body = word[: len(word) - len(suffix)] if suffix else word
    for prefix in (kind, kind + "m", kind + "n", kind + "ng", kind + "ny"):
        rest = body[len(prefix) :]
        if not body.startswith(prefix) or len(rest) < SHORTEST_ROOT - 1:
            continue
        if len(rest) >= SHORTEST_ROOT and rest[0] in _NASAL.get(prefix, ""):
            yield rest
        if rest[0] in VOWELS and prefix in _MELTED:
            yield _MELTED[prefix] + rest


def learned_right(word: str) -> str | None:
    """A learned word with the ending that Indonesian gives it ("selektifitas" → "selektivitas"); None: it has no wrong one.

    Dutch -iseren is no ending of ours: "mobilisir" → "mobilisasi".
    """
    for wrong, right in (("ifitas", "ivitas"), ("isir", "isasi"), ("lidir", "lidasi"), ("tifir", "tifikasi")):
        if word.endswith(wrong) and len(word) > len(wrong) + 2:
            return word[: -len(wrong)] + right
    return None


def _is_reduplication(word: str, is_root: Knows) -> bool:
    parts = word.split("-")
    if len(parts) == 2 and len(parts[1]) > 2 and parts[0].startswith("me") and parts[0].endswith(parts[1]):
        return is_root(parts[0]) or is_built(parts[0], is_root)  # "memilah-milah"
    return all(
        len(part) < 3 or is_root(part) or (len(part) > SHORTEST_ROOT and is_built(part, is_root)) for part in parts
    )


def melted(word: str) -> str | None:
    """The form with the sound change that this one lacks ("mensosialisasikan" → "menyosialisasikan"); None: nothing to change.

    k, t, s, p before a vowel melt; clusters (kr, pr, sy, kh, tr, st) and the beginnings in STAYS do not.
    """
    if word.startswith(STAYS):
        return None
    for prefix, letter, changed in (
        ("mengk", "k", "meng"), ("ment", "t", "men"), ("mens", "s", "meny"), ("memp", "p", "mem"),
        ("pengk", "k", "peng"), ("pens", "s", "peny"), ("pemp", "p", "pem"),
    ):  # fmt: skip
        if word.startswith(prefix) and word[len(prefix) : len(prefix) + 1] in VOWELS and len(word) > len(prefix) + 4:
            return changed + word[len(prefix) :] if letter else None
    return None
