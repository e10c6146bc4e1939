"""Lists of the Word copy: one definition per look of marker, one instance per list so that each counts anew."""

from dataclasses import field
import re

from humas_desk.layout.document import Style, Text, twips
from humas_desk.values import dataclass
from humas_desk.writers.docx.xml import attribute

_COUNTED = re.compile(r"(?P<before>[^0-9A-Za-z]*)(?P<count>[0-9]+|[A-Za-z])(?P<behind>[^0-9A-Za-z]*)")
_FORMATS = ((str.isdigit, "decimal"), (str.islower, "lowerLetter"), (str.isupper, "upperLetter"))


@dataclass(frozen=True, slots=True)
class Level:
    """How a list looks: number format, text around the number, indents in twips."""

    format: str
    text: str
    left: int
    hanging: int


@dataclass(slots=True)
class Lists:
    """Remembers the lists of one copy; gives every item its list's number."""

    _levels: dict[Level, int] = field(default_factory=dict)
    _instances: list[tuple[int, int | None]] = field(default_factory=list)
    _open: tuple[str, Level] | None = None
    _next: int = 0

    def close(self) -> None:
        """Whatever stands here ends the list before it."""
        self._open = None

    def number(self, text: Text, style: Style) -> int:
        """Number of the instance (`w:numId`) that a paragraph with a marker belongs to."""
        level, count = _level(text, style)
        goes_on = self._open == (text.block_id, level) and (count is None or count == self._next)
        if not goes_on:
            number = self._levels.setdefault(level, len(self._levels))
            self._instances.append((number, count))
        self._open = text.block_id, level
        self._next = (count or 0) + 1
        return len(self._instances)

    def xml(self) -> str:
        """Children of `<w:numbering>`."""
        definitions = "".join(_definition(number, level) for level, number in self._levels.items())
        return definitions + "".join(_instance(i, *pair) for i, pair in enumerate(self._instances, start=1))


def _level(text: Text, style: Style) -> tuple[Level, int | None]:
    """The look of a paragraph's marker, and its count when it counts."""
    left, hanging = twips(style.left_mm), twips(style.hang_mm)
    marker = text.marker.strip()
    found = _COUNTED.fullmatch(marker) if text.numbered else None
    if found is None:
        return Level("bullet", marker, left, hanging), None
    count = found["count"]
    kind = next(name for fits, name in _FORMATS if fits(count))
    value = int(count) if kind == "decimal" else ord(count.lower()) - ord("a") + 1
    return Level(kind, f"{found['before']}%1{found['behind']}", left, hanging), value


def _definition(number: int, level: Level) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x48D00000 + number:08X}"/>'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:tmpl w:val="{0x48D10000 + number:08X}"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{level.format}"/><w:lvlText w:val={attribute(level.text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _instance(number: int, definition: int, start: int | None) -> str:
    override = ""
    if start is not None:
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'
