"""A release inside of a working copy: what a DOCX or PDF carries so that it can be opened here again, whole.

It is a `.humas` file with one more member: what every paragraph of the copy said and where its characters come from. By
that a copy that was edited elsewhere is compared with what it was.
"""

from collections.abc import Iterator
import json
from pathlib import Path
from typing import Final

from humas_desk.errors import BadContent
from humas_desk.release.container import Bundle, bundle_bytes, unpacked_with
from humas_desk.values import dataclass

CARRIED_NAME: Final = "rilis.humas"
"""What the enclosed file is called where it has a name."""
PASSAGES_NAME: Final = "passages.json"
MAX_PASSAGES_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters of a passage that stand in the release: one there for one here."""

    start: int
    length: int
    place: str
    """In the common grammar."""
    offset: int
    """Of the first one in that place's raw text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph or cell as the copy said it when it was written."""

    text: str
    spans: tuple[Span, ...] = ()
    """In order; what lies between them was made by the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a working copy carries."""

    bundle: Bundle
    passages: tuple[Passage, ...] = ()


def carried_bytes(carried: Carried) -> bytes:
    """The enclosed file; the same bytes for the same value."""
    listed = [
        {"text": passage.text, "spans": [[span.start, span.length, span.place, span.offset] for span in passage.spans]}
        for passage in carried.passages
    ]
    said = json.dumps(listed, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return bundle_bytes(carried.bundle, {PASSAGES_NAME: said} if listed else None)


def read_carried(data: bytes, path: Path) -> Carried:
    """The value in an enclosed file; `path` names it in errors only. Raises what `read_bundle` raises."""
    bundle, said = unpacked_with(data, path, PASSAGES_NAME, MAX_PASSAGES_BYTES)
    try:
        return Carried(bundle=bundle, passages=tuple(_passages(json.loads(said or b"[]"))))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadContent(path, PASSAGES_NAME, "list") from error


def _passages(listed: object) -> Iterator[Passage]:
    if not isinstance(listed, list):
        raise TypeError
    for found in listed:
        spans = tuple(
            Span(start=int(start), length=int(length), place=str(place), offset=int(offset))
            for start, length, place, offset in found["spans"]
        )
        yield Passage(text=str(found["text"]), spans=spans)
