"""The help as it is read: topics of short paragraphs, points and pictures, from assets/help.

The file is text: `# ` begins a topic, `- ` a point, `![caption](file)` a picture, every other line is a paragraph.
`{id}` stands for the key of an action, so that the help names the keys that are true.
"""

from enum import StrEnum
from pathlib import Path
import re
from typing import Final

from humas_desk.desk.saving import read_bytes
from humas_desk.errors import BadContent
from humas_desk.values import dataclass

FILE_NAME: Final = "bantuan.txt"
_PICTURE: Final = re.compile(r"!\[([^\]]+)\]\(([a-z0-9-]+\.png)\)")
_KEY: Final = re.compile(r"\{([a-z-]+)\}")


class PartKind(StrEnum):
    """What a part of a topic is."""

    PARAGRAPH = "paragraph"
    POINT = "point"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPiece:
    """Words, or the action whose key stands here."""

    text: str
    action: bool = False
    """True: `text` is the id of an action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPart:
    """A paragraph, a point of a list, or a picture with its caption."""

    kind: PartKind
    pieces: tuple[HelpPiece, ...]
    picture: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTopic:
    """One page of the help."""

    title: str
    parts: tuple[HelpPart, ...]

    @property
    def words(self) -> str:
        """Everything that is said in it, to search in."""
        return " ".join((self.title, *(piece.text for part in self.parts for piece in part.pieces)))

    @property
    def actions(self) -> frozenset[str]:
        """The ids of the actions it names."""
        return frozenset(piece.text for part in self.parts for piece in part.pieces if piece.action)


def read_topics(folder: Path) -> tuple[HelpTopic, ...]:
    """The topics in their order. Raises FileMissing, FileUnreadable, or BadContent for text before the first title."""
    path = folder / FILE_NAME
    topics: list[tuple[str, list[HelpPart]]] = []
    for number, line in enumerate(read_bytes(path).decode("utf-8").splitlines()):
        if line.startswith("# "):
            topics.append((line[2:], []))
        elif line.strip():
            if not topics:
                raise BadContent(path, f"lines[{number}]", "# ", line)
            topics[-1][1].append(_part(line, folder))
    return tuple(HelpTopic(title=title, parts=tuple(parts)) for title, parts in topics)


def _part(line: str, folder: Path) -> HelpPart:
    picture = _PICTURE.fullmatch(line)
    if picture is not None:
        return HelpPart(kind=PartKind.PICTURE, pieces=_pieces(picture[1]), picture=folder / picture[2])
    if line.startswith("- "):
        return HelpPart(kind=PartKind.POINT, pieces=_pieces(line[2:]))
    return HelpPart(kind=PartKind.PARAGRAPH, pieces=_pieces(line))


def _pieces(text: str) -> tuple[HelpPiece, ...]:
    parts = _KEY.split(text)
    return tuple(HelpPiece(text=part, action=number % 2 == 1) for number, part in enumerate(parts) if part)
