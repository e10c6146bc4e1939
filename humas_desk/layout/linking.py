"""URLs and e-mail addresses in a text, and what they point to. Only http, https and mailto ever become links."""

import re

from humas_desk.values import dataclass

_CANDIDATE = re.compile(
    r"(?<![\w@])(?:https?://|www\.)[^\s<>“”„\"‘’|\\^`{}]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_AFTER = ".,;:!?…*_'-–—»"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Characters `start` to `end` of a text are a link."""

    start: int
    end: int
    target: str


def links_in(text: str) -> tuple[Found, ...]:
    """The links of a text in order; sentence marks after an address do not belong to it."""
    found: list[Found] = []
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return ()
    for match in _CANDIDATE.finditer(text):
        shown = _without_marks(match[0])
        target = target_of(shown)
        if target:
            found.append(Found(start=match.start(), end=match.start() + len(shown), target=target))
    return tuple(found)


def target_of(shown: str) -> str | None:
    """What an address points to; None when it is no address that may be a link.

    `www.` and a bare domain get https://, an e-mail address mailto:.
    """
    shown = shown.strip()
    lower = shown.lower()
    if any(character.isspace() or not character.isprintable() for character in shown):
        return None
    if lower.startswith(("http://", "https://")):
        return shown if len(shown) > len("https://") else None
    if lower.startswith("mailto:"):
        return shown if "@" in shown else None
    if "@" in shown:
        return f"mailto:{shown}" if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", shown) else None
    if lower.startswith("www.") or _DOMAIN.fullmatch(shown):
        return f"https://{shown}" if len(shown) > len("www.") else None
    return None


def _without_marks(address: str) -> str:
    """The address without what belongs to the sentence around it."""
    while address:
        last = address[-1]
        unpaired = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _AFTER and not unpaired:
            break
        address = address[:-1]
    return address
