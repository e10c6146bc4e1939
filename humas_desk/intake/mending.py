"""Text from outside made readable: line ends, invisible characters, and letters that a wrong encoding broke."""

from html import unescape
import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][ds]quo|[nm]dash|hellip|#\d{2,5});")
_JOINERS = "\u200c\u200d"
"""Invisible, but they shape letters and emoji."""
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_BROKEN = re.compile("â€|â‚¬|Ã[\u0080-\u00bf©¨¡³º±]|Â[\u0080-\u00bf]|ï»¿|ðŸ")
_HALF_BROKEN = re.compile("â€(?=[\\s.,;:!?)]|$)")
"""A closing mark whose last byte was lost on the way."""


def mended(text: str) -> str:
    """The draft with line feeds as line ends, composed letters, plain spaces, nothing invisible and no broken encoding."""
    lines = _LINE_ENDS.sub("\n", _ENTITY.sub(lambda match: unescape(match[0]), text)).split("\n")
    return _visible(unicodedata.normalize("NFC", "\n".join(_decoded(line) for line in lines)))


def is_broken(text: str) -> bool:
    """Whether a wrong encoding has been at work."""
    return _BROKEN.search(text) is not None


def _decoded(line: str) -> str:
    if not is_broken(line):
        return line
    from ftfy import fix_encoding  # its tables: with the first line that needs them

    return fix_encoding(_HALF_BROKEN.sub("â€\u009d", line))


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    seen = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    odd = {
        c for c in set(seen) if unicodedata.category(c) in ("Cf", "Co", "Cs", "Cn", "Cc") and c not in _JOINERS + "\n\t"
    }
    return seen.translate(dict.fromkeys(map(ord, odd))) if odd else seen
