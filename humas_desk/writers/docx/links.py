"""Which addresses may become links in the Word copy: Word calls a file damaged over one malformed address."""

import re
from urllib.parse import quote, urlsplit

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)
_MAIL = re.compile(rf"mailto:[^@\s:?]+@{_LABEL}(?:\.{_LABEL})+", re.IGNORECASE)
_MISUSED = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]]|#.*#")
"""Characters that no part of an address may have there."""
_LONGEST = 2000
"""Word refuses longer targets (2,083 characters)."""
_KEPT = "/:?#[]@!$&'()*+,;=%-._~"


def safe_target(link: str) -> str | None:
    """The address as a relationship's target; None when it is no http, https or mailto address that Word can open."""
    if _MAIL.fullmatch(link):
        return quote(link, safe="@:%+-._~") if link.isascii() and len(link) <= _LONGEST else None
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port  # a port that is none raises
        target = quote(link, safe=_KEPT)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not host or not _HOST.fullmatch(host):
        return None
    return target if len(target) <= _LONGEST and not _MISUSED.search(target) else None
