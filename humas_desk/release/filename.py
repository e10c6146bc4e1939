"""Names of files that are the same harmless thing on every system."""

import re

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE | re.DOTALL)
MAX_LENGTH = 120
"""Characters of a name; with four bytes each still writable everywhere in practice."""


def is_bare_name(name: str) -> bool:
    """Whether it names a file beside another one and nothing else: no path part, drive, host, stream or device."""
    return (
        0 < len(name) <= MAX_LENGTH
        and name.strip(" .") == name
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(name)
        and name.isprintable()
    )


def safe_name(text: str) -> str:
    """The text with everything that a file name may not hold replaced by spaces; may come out empty."""
    spaced = "".join(char if char.isprintable() else " " for char in _FORBIDDEN.sub(" ", text))
    name = " ".join(spaced.split()).strip(" .")
    return f"_{name}" if _RESERVED.fullmatch(name) else name
