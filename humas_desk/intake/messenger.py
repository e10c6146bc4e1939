"""What a messenger puts into a copied text: marks for bold and italics, emoji, and who wrote when."""

import re

from humas_desk.release.inline import escape

_MARKS = re.compile(
    r"(?<![\w*])\*\*(?=\S)(?P<strong>[^*\n]+?)(?<=\S)\*\*(?![\w*])"
    r"|(?<![\w*])\*(?=\S)(?P<bold>[^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_/=])_(?=\S)(?P<italic>[^_\n]+?)(?<=\S)_(?![\w_])"
    r"|(?<![\w~])~(?=\S)(?P<struck>[^~\n]+?)(?<=\S)~(?![\w~])"
    r"|```(?P<mono>[^`\n]+?)```"
)
SYMBOLS = re.compile(
    "(?:[\U0001f000-\U0001fbff\u2600-\u27bf\u2b00-\u2bff\u25a0-\u25ff\ue000-\uf8ff][\ufe0e\ufe0f\u200d\u20e3]*)+"
)
"""Emoji and their like: signs that no page has."""
_DAY = r"\d{1,4}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?"
"""Copied messages of this year have none: "[19/1 14.20]"."""
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_WHO = r"[^:\n]{1,60}?:(?:\s|$)"
_PREFIX = re.compile(
    rf"\s*(?:\[(?:{_DAY}[,\s]+{_TIME}|{_TIME}[,\s]+{_DAY})\]\s*{_WHO}|{_DAY}[,\s]+{_TIME}\s+[-–]\s+{_WHO}\s*)\s*"
)
_MOST = 120
"""Characters a prefix may take."""


def marked(line: str) -> str:
    """The line as inline markup: *bold* and _italic_ become looks, other asterisks stay characters."""
    if not any(mark in line for mark in "*_~`\\"):
        return line
    made: list[str] = []
    at = 0
    for match in _MARKS.finditer(line):
        made += [escape(line[at : match.start()]), _look(match)]
        at = match.end()
    return "".join((*made, escape(line[at:])))


def prefix_end(line: str) -> int:
    """How many characters say who wrote when ("[28/8/23 09.15] Humas: "); 0: none do."""
    if not line[:1].isdigit() and not line.lstrip().startswith("["):
        return 0
    match = _PREFIX.match(line[:_MOST])
    return match.end() if match else 0


def _look(match: re.Match[str]) -> str:
    """Marks inside marks (*_both_*) are read too."""
    inner = match[match.lastgroup or 0]
    content = marked(inner)
    match match.lastgroup:
        case "bold" | "strong" if "*" not in content:
            return f"**{content}**"
        case "italic" if "*" not in content:
            return f"*{content}*"
        case "bold" | "strong" if content.startswith("*") and content.endswith("*"):
            return f"**{content}**"
        case _:
            return content
