"""People as a release names them."""

from humas_desk.values import dataclass

Unknown = tuple[tuple[str, object], ...]
"""Keys of a file that this version does not know, kept to be written back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is quoted. All texts may be empty while writing."""

    name: str = ""
    """Full name, degrees included: "Dr. Siti Aminah, S.H., M.H."."""
    short: str | None = None
    """Name in the news after the first mention; None: by the rule of `short_name`."""
    position: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody the media may call."""

    name: str = ""
    phone: str = ""
    email: str = ""
    unknown: Unknown = ()


_DEGREES_BEFORE = frozenset(("prof", "dr", "drs", "dra", "ir", "drg", "drh", "apt", "ns", "h", "hj"))
"""Before a name. H. and Hj. (haji, hajah) are no study degrees, but leave and stay with them."""

_DEGREES_AFTER_LIST = """
    sh mh se mm st mt sip ssos msi map mpd spd spdi sag shi mhi ssi skom mkom sap spsi phd ma ba ss sfil mfil sikom mikom
    llm llb msc bsc mba sstp amd amdkeb skm mkm skep ners sp mp spt spi sfarm apt ssn msn mkn cn spn mhum shum mpsi mak ak
    ca mec mse mip stp sstr sesy msy sth mth lc sud sked spog sppd dess dea mag mpdi mse meng beng edd
"""
_DEGREES_AFTER = frozenset(_DEGREES_AFTER_LIST.split())

_NEVER_ALONE_LIST = """
    moh moch mohammad mohamad mochammad mochamad mohd muh muhammad muhamad muchammad
    siti sitti abdul i ni andi teuku teungku tengku tgk cut raden kh
"""
_NEVER_ALONE = frozenset(_NEVER_ALONE_LIST.split())
"""First names that name nobody by themselves (contracts: Moh., Muhammad, Siti, I/Ni, Andi, Teuku, Tgk).

Added by the same reason: the spellings of Muhammad; Abdul ("servant of", always followed by the rest); the titles Teungku,
Tengku, Cut, Raden and K.H. Not added: Nur, Ahmad, Sri, Dewi, which newspapers use alone.
"""

_NEVER_ALONE_PAIRS = frozenset({("ida", "bagus"), ("ida", "ayu"), ("anak", "agung")})


def short_name(speaker: Speaker) -> str:
    """The name in the news after the first mention, without degrees; empty when there is no name.

    The first name, or the whole name where the first one is no name by itself (H., Moh., Siti, I Wayan …) or an initial.
    """
    if speaker.short and speaker.short.strip():
        return speaker.short.strip()
    name = without_degrees(speaker.name)
    words = name.split()
    if not words or _has_haji(speaker.name):
        return name
    first, second = _letters(words[0]), _letters(words[1]) if len(words) > 1 else ""
    whole = first in _NEVER_ALONE or words[0].endswith(".") or len(first) == 1 or (first, second) in _NEVER_ALONE_PAIRS
    return name if whole else words[0]


def without_degrees(name: str) -> str:
    """The name without degrees before and after; a contiguous part of the given text. Only degrees: the text itself."""
    words = name.split(",")
    while len(words) > 1 and _is_degree_list(words[-1]):
        words.pop()
    kept = ",".join(words).strip()
    kept = _without_trailing(_without_leading(kept))
    return kept or name.strip()


def _without_leading(name: str) -> str:
    while " " in name:
        first, rest = name.split(maxsplit=1)
        if not all(_letters(part) in _DEGREES_BEFORE for part in first.split(".") if part):
            break
        name = rest.strip()
    return name


def _without_trailing(name: str) -> str:
    """Degrees that follow without a comma ("Riswan S.H."): only dotted ones, so that no surname is lost."""
    while " " in name:
        rest, last = name.rsplit(maxsplit=1)
        if "." not in last or _letters(last) not in _DEGREES_AFTER:
            break
        name = rest.rstrip(" ,")
    return name


def _is_degree_list(text: str) -> bool:
    """Whether the text after a comma is degrees only ("S.H.", "S.T.; S.H", "M.Si", empty)."""
    parts = text.replace(";", " ").split()
    return all(_letters(part) in _DEGREES_AFTER or part.count(".") >= 2 for part in parts)


def _has_haji(name: str) -> bool:
    """Whether H. or Hj. stands before the name."""
    for word in name.split():
        if _letters(word) in {"h", "hj"}:
            return True
        if _letters(word) not in _DEGREES_BEFORE:
            return False
    return False


def _letters(word: str) -> str:
    return "".join(char for char in word if char.isalpha()).casefold()
