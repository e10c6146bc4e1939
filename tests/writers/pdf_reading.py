"""Reads the PDF that the writer made unpacked: its objects, its structure, and what a reader aloud is told."""

from collections.abc import Iterator
from dataclasses import dataclass
import re
from typing import Any, NamedTuple

_TOKEN = re.compile(
    rb"(?:\s|%[^\n]*\n)*(?:(?P<ref>\d+) 0 R\b|(?P<number>[+-]?\d*\.?\d+)|/(?P<name>[^\s/<>\[\]()]*)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f]*)>|\((?P<text>(?:\\.|[^\\()])*)\)|(?P<word>[a-z*']+|[A-Z][A-Za-z]*))",
    re.DOTALL,
)
_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"\nstream\n(.*)\nendstream\s*\Z", re.DOTALL)


class Ref(NamedTuple):
    """A reference to an object."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element of the structure with its words in reading order."""

    kind: str
    entries: dict[str, Any]
    kids: "tuple[Node | str, ...]"

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, kind: str) -> "list[Node]":
        """The elements of a kind, itself included, in reading order."""
        inner = [node for kid in self.kids if isinstance(kid, Node) for node in kid.all(kind)]
        return [self, *inner] if self.kind == kind else inner

    def outline(self) -> str:
        """The kinds as one line: "Document(H1 P(Link))"."""
        inner = " ".join(kid.outline() for kid in self.kids if isinstance(kid, Node))
        return f"{self.kind}({inner})" if inner else self.kind


def values(data: bytes) -> Iterator[Any]:
    """The values of a piece of PDF, one after the other; operators as `bytes`."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        if match["close"] is not None:
            return
        value, at = _value(data, match)
        yield value


def _value(data: bytes, match: re.Match[bytes]) -> tuple[Any, int]:
    at = match.end()
    if match["open"] is not None:
        inner: list[Any] = []
        while (following := _TOKEN.match(data, at)) is not None and following["close"] is None:
            value, at = _value(data, following)
            inner.append(value)
        assert following is not None
        pairs = zip(inner[::2], inner[1::2], strict=True) if match["open"] == b"<<" else None
        return (inner if pairs is None else {str(key): value for key, value in pairs}), following.end()
    if match["ref"] is not None:
        return Ref(int(match["ref"])), at
    if match["number"] is not None:
        return float(match["number"]), at
    if match["name"] is not None:
        return match["name"].decode("ascii"), at
    if match["hex"] is not None:
        return bytes.fromhex(match["hex"].decode("ascii")), at
    if match["text"] is not None:
        return re.sub(rb"\\(.)", rb"\1", match["text"]), at
    return match["word"], at


def string(value: bytes) -> str:
    """A PDF string's characters."""
    return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("ascii")


class Read:
    """A file, taken apart."""

    def __init__(self, pdf: bytes) -> None:
        self.objects: dict[int, Any] = {}
        self.streams: dict[int, bytes] = {}
        for match in _OBJECT.finditer(pdf):
            number, body = int(match[1]), match[2]
            if (stream := _STREAM.search(body)) is not None:
                self.streams[number] = stream[1]
                body = body[: stream.start()]
            self.objects[number] = next(values(body))
        trailer = next(values(pdf[pdf.rindex(b"trailer") + len(b"trailer") :]))
        self.catalog = self.get(trailer["Root"])
        self.info = self.get(trailer["Info"])
        self.page_refs: list[Ref] = self.get(self.catalog["Pages"])["Kids"]
        self.pages = [self.get(page) for page in self.page_refs]
        self._letters = self._read_letters()

    def get(self, value: object) -> Any:  # noqa: ANN401 - an object of a PDF is anything
        """The object behind a reference; anything else as it is."""
        return self.objects[value.number] if isinstance(value, Ref) else value

    def content(self, page: int) -> bytes:
        return self.streams[self.pages[page]["Contents"].number]

    def _read_letters(self) -> dict[str, dict[int, str]]:
        """For each font's name on the page, the characters of its codes."""
        fonts = self.get(self.pages[0]["Resources"])["Font"]
        letters = {}
        for name, font in fonts.items():
            map_ = self.streams[self.get(font)["ToUnicode"].number]
            pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>\n", map_)
            letters[name] = {
                int(code, 16): bytes.fromhex(text.decode("ascii")).decode("utf-16-be") for code, text in pairs
            }
        return letters

    def marked(self, page: int) -> Iterator[tuple[str, int | None, str]]:
        """The page's marked pieces in order: kind, identifier, words. A kind of "" stands outside of any."""
        kind, number, words, font = "", None, "", ""
        operands: list[Any] = []
        for value in values(self.content(page)):
            if not isinstance(value, bytes) or value not in _OPERATORS:
                operands.append(value)
                continue
            if value in {b"BDC", b"EMC"}:
                if words or kind:
                    yield kind, number, words
                kind, number, words = "", None, ""
            if value == b"BDC":
                kind = operands[-2]
                number = int(operands[-1]["MCID"]) if "MCID" in operands[-1] else None
            elif value == b"Tf":
                font = operands[-2]
            elif value == b"TJ":
                words += "".join(self._shown(font, piece) for piece in operands[-1] if isinstance(piece, bytes))
            elif value in {b"re", b"Do"}:
                words += _DRAWN
            operands = []
        if words:
            yield kind, number, words

    def _shown(self, font: str, codes: bytes) -> str:
        return "".join(self._letters[font][int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))

    def tree(self) -> Node:
        """The structure with the words of the pages."""
        words = [
            {number: text.replace(_DRAWN, "") for _, number, text in self.marked(page)}
            for page in range(len(self.pages))
        ]
        root = self.get(self.catalog["StructTreeRoot"])
        (document,) = root["K"]
        return self._node(document, words)

    def _node(self, reference: Ref, words: list[dict[int | None, str]]) -> Node:
        element = self.get(reference)
        kids: list[Node | str] = []
        for kid in element["K"]:
            if isinstance(kid, Ref):
                kids.append(self._node(kid, words))
            elif isinstance(kid, float):
                kids.append(words[self.page_refs.index(element["Pg"])][int(kid)])
            elif kid["Type"] == "MCR":
                kids.append(words[self.page_refs.index(kid["Pg"])][int(kid["MCID"])])
        return Node(kind=element["S"], entries=element, kids=tuple(kids))


_DRAWN = "\0"
_OPERATORS = frozenset(
    {b"BDC", b"EMC", b"Tf", b"TJ", b"Tm", b"BT", b"ET", b"Tc", b"rg", b"re", b"f", b"cm", b"q", b"Q", b"Do"}
)
