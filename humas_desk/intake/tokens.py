"""The words of a text with the marks around them: what names and positions are read from."""

from dataclasses import dataclass, replace
from functools import lru_cache
import re

_TOKEN = re.compile(r"[^\s,]+(?:,(?=\d)[^\s,]+)*,*|\S")
"""A word with the marks behind it; a comma parts words even where the blank is missing."""
_AROUND = "“”\"'‘’()[]"
_ENDS = ",.;:!?"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its marks."""

    start: int
    end: int
    core: str
    """Without marks around; dots of an abbreviation stay."""
    comma: bool
    """Whether something ends behind it."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words between `start` and `end`; a mark that stands alone belongs to the word before it."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        if tokens and not match[0].strip(_ENDS):
            tokens[-1] = replace(tokens[-1], comma=True)
        else:
            tokens.append(_token(match))
    return tokens


def _token(match: re.Match[str]) -> Token:
    core, ends = _read_word(match[0])
    return Token(match.start(), match.end(), core, ends)


@lru_cache(maxsize=8192)
def _read_word(word: str) -> tuple[str, bool]:
    """The word without marks around, and whether something ends behind it."""
    bare = word.strip(_AROUND)
    core = bare.rstrip(_ENDS).rstrip(_AROUND)
    if bare.rstrip(",;:!?").endswith(".") and (len(core) <= 1 or "." in core or is_short_form(core)):
        core += "."
    tail = word[len(word.rstrip(_ENDS + _AROUND)) :]
    stop = any(mark in tail for mark in ",;:!?") or (word.endswith(".") and not core.endswith("."))
    return core, stop


def between(text: str, first: Token, last: Token) -> str:
    """The words as written, without marks around."""
    words = text[first.start : last.end].strip().rstrip(",;:!?")
    if words.endswith(".") and not last.core.endswith("."):
        words = words[:-1]
    words = words.strip('“”"')
    if words.startswith("(") != words.endswith(")"):
        words = (
            words.lstrip("(")
            if words.startswith("(")
            else words.rstrip(")")
            if words.count("(") < words.count(")")
            else words
        )
    return " ".join(words.split())


def is_short_form(word: str) -> bool:
    """Whether a stop behind the word ends no sentence: a title, an initial, or what has no vowel ("Msy.", "Kms.")."""
    return len(word) == 1 or word.casefold() in _SHORT_FORMS or _NO_VOWEL.fullmatch(word) is not None


_NO_VOWEL = re.compile(r"[A-Z][b-df-hj-np-tv-z]{1,3}")
_SHORT_FORM_LIST = """
    prof dr drs dra ir drg drh hj hi kh dg moh muh mohd muhd moch abd ust rd tn ny plt plh pj pjs tgk st apt sdr
    sdri kab kec br tgh pdt pst gus rr sr fr rm nyi muhammad no jl yth bpk capt
"""
_SHORT_FORMS = frozenset(_SHORT_FORM_LIST.split())
