"""The words around a speech: who said it, how, and what else stands there ("…,” ujar Sulastri, Ketua Panwaslu, Senin (28/8).)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
import re

from humas_desk.intake.names import Person, institution, is_position, person_at
from humas_desk.intake.quote_reading import sentence_ends
from humas_desk.intake.saying_verbs import ACTIVE, INVERTED, PASSIVE, verb_after
from humas_desk.intake.speech_marks import Span

_LONGEST = 700
"""An attribution with its tail ends within so many characters."""
_LONGEST_WORD = 24
"""A stop is judged by the word before it."""
PRONOUN = re.compile(r"\s*(?:dia|ia|beliau|Dia|Ia|Beliau|mereka)\b(?!\s+(?:ini|itu)\b)")
_EPITHET = re.compile(
    r"\s*(?P<who>[^,.“”\"]{3,100}?\b(?:itu|tersebut|ini))(?=\s*(?:[,.]|$|\s(?:saat|usai|dalam|ketika|di|pada|sembari|seraya|sambil)\b))"
)
THEME = re.compile(
    r"(?:\b(?:ber)?tema(?:nya)?|\bbertajuk|\btajuk|\bberjudul|\bjudul|\bslogan|\btagline|\bjargon|\bmotto|\bmoto|\bprogram|\bbernama"
    r"|\bistilah|\bdisebut|\bsebutan|\byel-yel|\bbertuliskan|\bkegiatan|\bgerakan|\baplikasi|\bkata|\blagu|\bbuku|\bfilm|\bsubtema|\bdengan nama|\bmakna|\bpepatah|\bmateri|\bsemboyan)"
    r"(?:\s+(?:yaitu|yakni|adalah|besar|utama|sebagai|kegiatan|acara))?\s*[:,]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Behind:
    """An attribution behind its speech."""

    end: int
    """Behind its last mark."""
    root: str
    has_nya: bool = False
    pronoun: bool = False
    person: Person | None = None
    epithet: str = ""
    """Somebody described and not named; the pattern has it as position."""
    tail: tuple[int, int] = (0, 0)
    goes_on: bool = False
    """Whether the sentence goes on in a second half of the speech."""

    @property
    def is_short(self) -> bool:
        """Whether only "-nya" or a pronoun says who spoke."""
        return (self.has_nya or self.pronoun) and self.tail[0] >= self.tail[1]


@dataclass(frozen=True, slots=True)
class Before:
    """A lead-in that ends at the opening mark."""

    start: int
    """Where the words begin that the pattern makes; what stands before stays text. `end`: it makes none."""
    root: str
    person: Person | None = None
    pronoun: bool = False
    is_colon: bool = False
    tail: tuple[int, int] = (0, 0)
    makes: bool = False
    """Whether a pattern can make these words: name, verb and perhaps a tail."""


def behind(text: str, at: int, spans: Sequence[Span], places: Collection[str] = ()) -> Behind | None:
    """The attribution that begins where a speech is closed; None: none does. `spans`: the later ones of the text."""
    found = verb_after(text, at)
    if found is None:
        return None
    root, has_nya, verb_end = found
    end, goes_on = _end(text, verb_end, spans)
    stop = _without_stop(text, verb_end, end)
    if has_nya:
        return Behind(end, root, has_nya=True, tail=(verb_end, stop), goes_on=goes_on)
    if pronoun := PRONOUN.match(text, verb_end, stop):
        return Behind(end, root, pronoun=True, tail=(pronoun.end(), stop), goes_on=goes_on)
    begin = verb_end + len(text[verb_end:stop]) - len(text[verb_end:stop].lstrip())
    named = _who(text, begin, stop, root, places)
    return None if named is None else replace(named, end=end, goes_on=goes_on)


def _who(text: str, begin: int, stop: int, root: str, places: Collection[str]) -> Behind | None:
    """Whoever is named or described between the verb and the attribution's end; None: the verb says nobody's speech."""
    if begin >= stop:
        return None
    epithet = _EPITHET.match(text, begin, stop)
    if epithet is not None and not _is_person(epithet["who"], places):
        return Behind(stop, root, epithet=epithet["who"], tail=(epithet.end(), stop))
    person = person_at(text, begin, stop, places)
    if person is not None:
        return Behind(stop, root, person=person, tail=(min(person.end, stop), stop))
    if text[begin].islower() and root in _NOUNS:
        return None
    clause = _CLAUSE.search(text, begin, stop)
    cut = clause.start() if clause else stop
    return Behind(stop, root, epithet=text[begin:cut], tail=(cut, stop))


_NOUNS = frozenset(
    {
        "tambah",
        "harap",
        "tutup",
        "lanjut",
        "kutip",
        "ajak",
        "pesan",
        "saran",
        "aku",
        "nilai",
        "usul",
        "janji",
        "puji",
        "tawar",
    }
)
"""Verbs that are other words too when a word in small letters follows: "tutup buku"."""
_CLAUSE = re.compile(r",|\s(?=(?:saat|usai|dalam|ketika|di|pada|sembari|seraya|sambil)\b)")


def _is_person(words: str, places: Collection[str]) -> bool:
    """Whether the words are a position with a name rather than a description."""
    person = person_at(words, 0, len(words), places)
    return person is not None and bool(person.name) and bool(person.position) and person.end == len(words)


def _end(text: str, at: int, spans: Sequence[Span]) -> tuple[int, bool]:
    """Where the attribution ends, its stop included, and whether a second half of the speech follows in its sentence."""
    sentence = _sentence_end(text, at)
    for span in spans:
        if span.open < at:
            continue
        if span.open >= sentence:
            break
        if THEME.search(text, max(0, span.open - 60), span.open) or is_phrase(text, span):
            sentence = max(sentence, _sentence_end(text, span.close))
            continue
        return span.open, True
    return at + len(text[at:sentence].rstrip()), False


def _sentence_end(text: str, at: int) -> int:
    """Where the next sentence begins behind `at`; as far as an attribution reaches when none does."""
    start, limit = max(0, at - _LONGEST_WORD), min(len(text), at + _LONGEST)
    ends = (start + end for end in sentence_ends(text[start:limit]))
    return next((end for end in ends if end > at), limit)


def is_phrase(text: str, span: Span) -> bool:
    """Whether the words between marks are a title or a term: few, and no comma or stop announces speech."""
    words = text[span.start : span.end].split()
    return len(words) <= 6 and not text[span.start : span.end].rstrip().endswith((",", ".", "!", "?"))


def _without_stop(text: str, start: int, end: int) -> int:
    """The end without stops and commas; the stop of a degree stays."""
    bare = text[start:end].rstrip(" ,;:")
    word = bare.split()[-1] if bare.split() else ""
    if bare.endswith(".") and word.rstrip(".").count(".") == 0:
        bare = bare.rstrip(".")
    return start + len(bare)


_VERB_WORD = re.compile(r"[^\W\d_]+")
_SIMPLE_TAIL = re.compile(
    r"\s*(?:(?:dalam|saat|ketika|di|pada|kepada|usai|poin|pesan|lagi|kembali|harapannya|hal itu)\b[^“”\"]*)?[,:]?\s*$"
)
_LINK = re.compile(r"\b(?:bahwa|yakni|yaitu|adalah|jika|kalau)\s*[,:]?\s*$")


_LONGEST_LEAD = 800
"""A lead-in has its verb within so many characters."""


def before(text: str, start: int, end: int, places: Collection[str] = ()) -> Before | None:
    """The lead-in in `text` between `start` and the opening mark at `end`; None: no verb of saying is near."""
    start = max(start, end - _LONGEST_LEAD)
    lead = text[start:end]
    ends = sentence_ends(lead)
    begins = start + (ends[-1] if ends else 0)
    sentence = text[begins:end]
    verbs = [
        (m, ACTIVE.get(m[0].lower()) or PASSIVE.get(m[0].lower()) or _fronted(m[0]))
        for m in _VERB_WORD.finditer(sentence)
    ]
    said = [(match, root) for match, root in verbs if root]
    if not said:
        return _inverted(text, begins, end, places)
    match, root = said[-1]
    rest = sentence[match.end() :]
    is_colon = rest.rstrip().endswith(":")
    if match[0].lower() in PASSIVE or _fronted(match[0]):
        person = None if _fronted(match[0]) else _person_behind(text, begins + match.end(), end, places)
        return Before(end, root or "", person, pronoun=person is None, is_colon=is_colon)
    near = is_colon or rest.rstrip().endswith(",") or len(rest.split()) <= 12
    if not near:
        return None
    verb_at = begins + match.start()
    simple = bool(_SIMPLE_TAIL.match(rest)) and not _LINK.search(rest) and match[0].lower() in ACTIVE
    who_start, person, pronoun = _subject(text, begins, verb_at, places)
    tail = (begins + match.end(), begins + match.end() + len(rest.rstrip(" ,:")))
    makes = simple and who_start is not None
    return Before(
        end if who_start is None or not makes else who_start, root or "", person, pronoun, is_colon, tail, makes
    )


_INVERTED_LEAD = re.compile(r"\s*(?P<verb>[A-Z][a-z]+)\s+")


def _inverted(text: str, start: int, end: int, places: Collection[str]) -> Before | None:
    """A lead-in with the verb first ("Kata dia, “…”", "Menurut Sari: “…”"); no pattern makes it, so it stays text."""
    match = _INVERTED_LEAD.match(text, start, end)
    word = match["verb"].lower() if match else ""
    root = "kata" if word == "menurut" else INVERTED.get(word)
    stop = start + len(text[start:end].rstrip())
    if match is None or root is None or text[stop - 1] not in ",:":
        return None
    pronoun = PRONOUN.match(text, match.end(), end)
    person = None if pronoun else person_at(text, match.end(), stop, places)
    last = pronoun.end() if pronoun else person.end if person else -1
    if text[last:stop].strip(" ,:") or last < 0:
        return None
    return Before(end, root, person, pronoun=pronoun is not None, is_colon=text[stop - 1] == ":")


def _person_behind(text: str, at: int, end: int, places: Collection[str]) -> Person | None:
    """Who stands behind a passive verb: "Dikatakan (oleh) Tesa Adriani"."""
    match = re.compile(r"\s*(?:langsung\s+)?(?:oleh\s+)?").match(text, at, end)
    person = person_at(text, match.end() if match else at, end, places)
    return person if person is not None and person.name else None


def _fronted(word: str) -> str | None:
    low = word.lower()
    return PASSIVE.get(low.removesuffix("nya")) if low.endswith("nya") else None


def _subject(text: str, start: int, verb_at: int, places: Collection[str]) -> tuple[int | None, Person | None, bool]:
    """Where the name begins that stands right before the verb; None where something stands between."""
    lead = text[start:verb_at].rstrip()
    if lead.endswith(","):
        return None, None, False
    if pronoun := re.search(r"(?:^|[\s,])(?P<who>Ia|Dia|Beliau|ia|dia|beliau)$", lead):
        return start + pronoun.start("who"), None, True
    person: Person | None = None
    for at in _word_starts(lead):
        found = person_at(text, start + at, start + len(lead), places)
        if found is not None and found.name and found.end == start + len(lead):
            person = found
            break
    if person is None or institution(person.name.split()[0]) or is_position(person.name.split()[0]):
        return None, person, False
    if person.position and not person.position_first:
        return None, person, False
    at = (
        text.rfind(person.name.split()[0], person.start, verb_at)
        if not person.position
        else text.find(person.name, person.start)
    )
    return (at if at >= 0 else None), person, False


def _word_starts(lead: str) -> Iterator[int]:
    """Where words with a capital begin, the first first."""
    return (
        (match.start() for match in re.finditer(r"(?:^|(?<=\s))[A-Z]", lead[-400:]))
        if len(lead) <= 400
        else (match.start() + len(lead) - 400 for match in re.finditer(r"(?:^|(?<=\s))[A-Z]", lead[-400:]))
    )
