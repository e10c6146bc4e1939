"""Which addresses may become links in the Word copy: Word calls a file damaged over one malformed address."""

import re
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@\s]+@[a-z0-9][a-z0-9.-]*[a-z0-9]", re.IGNORECASE)
_LONGEST = 2000
"""Word refuses longer targets (2,083 characters)."""
_KEPT = "/:?#[]@!$&'()*+,;=%-._~"


def safe_target(link: str) -> str | None:
    """The address as a relationship's target; None when it is no http, https or mailto address that Word can open."""
    if _MAIL.fullmatch(link):
        return quote(link, safe="@:%+-._~") if link.isascii() and len(link) <= _LONGEST else None
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port
        target = quote(link, safe=_KEPT)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _HOST.fullmatch(host):
        return None
    return target if len(target) <= _LONGEST and not re.search(r"%(?![0-9A-Fa-f]{2})|[\[\]]|#.*#", target) else None
