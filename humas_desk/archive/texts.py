"""What of a release is searched, and the sentence in which it was found."""

from collections.abc import Iterator, Sequence
import hashlib
import re
from typing import assert_never

from humas_desk.archive.values import Snippet, Status
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.folding import APOSTROPHES, folded, folded_places
from humas_desk.release.inline import plain
from humas_desk.release.person import without_degrees
from humas_desk.release.release import Kind, Release
from humas_desk.values import dataclass

MARK = "ǃ"
"""Begins the words that stand for status, kind and speaker; nobody types it, and it counts as a letter."""
SNIPPET_CHARACTERS = 160
_WORD = re.compile(r"[^\W_]+")
_WITH_APOSTROPHES = re.compile(rf"[^\W_]+(?:[{''.join(sorted(APOSTROPHES))}][^\W_]+)*")
"""Every word, those inside too: looking only for words with one takes minutes in a text without spaces."""
_SENTENCE_END = re.compile(r"[.!?…”]\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """A release's words, by column."""

    title: str
    body: str
    speakers: str
    number: str
    facets: str


def search_text(release: Release, status: Status) -> SearchText:
    """Everything a person may remember of a release."""
    speakers = tuple(dict.fromkeys(_speakers(release)))
    titles = (release.title, release.subtitle or "", release.subject or "")
    body = [plain(text) for block in _blocks(release) for text in _texts(block) if text]
    body += [attachment.title for attachment in release.attachments]
    if release.event is not None:
        body += [release.event.agenda, release.event.place]
    title = "\n".join(plain(text) for text in titles if text)
    said = "\n".join(text for text in body if text)
    named = "\n".join(f"{name} {position}".strip() for name, position in speakers)
    facets = [
        *(speaker_facet(name) for name, _position in speakers if name),
        status_facet(status),
        kind_facet(release.kind),
    ]
    return SearchText(
        title=title,
        body=said,
        speakers=named,
        number=release.number or "",
        facets=" ".join([*facets, *_without_apostrophes(title, said, named)]),
    )


def status_facet(status: Status) -> str:
    """The word that stands for a status."""
    return f"{MARK}s{status}"


def kind_facet(kind: Kind) -> str:
    """The word that stands for a kind."""
    return f"{MARK}k{kind.value.replace('-', '')}"


def speaker_facet(name: str) -> str:
    """The word that stands for a speaker, whatever degrees the name has."""
    bare = " ".join(folded(without_degrees(name)).split())
    return f"{MARK}p{hashlib.sha1(bare.encode(), usedforsecurity=False).hexdigest()[:16]}"


def searched_words(typed: str) -> tuple[str, ...]:
    """The words of what was typed, for comparing; none where there are fewer than two letters.

    A last word of one letter, as far as it is typed, stands for no word yet: "rapat k" on the way to "rapat koordinasi".
    """
    text = folded_places(typed)[0]
    words = tuple(dict.fromkeys(_WORD.findall(text)))
    if len(words) > 1 and text.endswith(words[-1]) and len(words[-1]) == 1 and words[-1].isalpha():
        words = words[:-1]
    return words if sum(map(len, words)) >= 2 else ()


def snippet(body: str, words: Sequence[str]) -> Snippet | None:
    """The first sentence with the most of the words, cut to a readable length; None when none stands in the text."""
    best: tuple[int, str, list[tuple[int, int]]] | None = None
    for sentence in _sentences(body):
        hits = _hits(sentence, words)
        count = len({word for word, _start, _end in hits})
        if count and (best is None or count > best[0]):
            best = (count, sentence, [(start, end) for _word, start, end in hits])
            if count == len(words):
                break
    return None if best is None else _cut(best[1], best[2])


def _without_apostrophes(*texts: str) -> tuple[str, ...]:
    """Words with an apostrophe as many people type them: "maruf" for Ma’ruf, "jumat" for Jum'at."""
    words = (word for text in texts for word in _WITH_APOSTROPHES.findall(text))
    return tuple(sorted({folded(word) for word in words if not APOSTROPHES.isdisjoint(word)}))


def _sentences(body: str) -> Iterator[str]:
    """One after the other, only as far as they are wanted."""
    start = 0
    for end in _SENTENCE_END.finditer(body):
        yield body[start : end.end()].rstrip()
        start = end.end()
    yield body[start:]


def _hits(sentence: str, words: Sequence[str]) -> list[tuple[str, int, int]]:
    """Where words of the sentence begin with a searched one: the word, start and end."""
    text, places = folded_places(sentence)
    if not any(word in text for word in words):
        return []
    found = []
    for match in _WORD.finditer(text):
        for word in words:
            if match[0].startswith(word):
                found.append((word, places[match.start()], places[match.start() + len(word) - 1] + 1))
                break
    return found


def _cut(sentence: str, hits: list[tuple[int, int]]) -> Snippet:
    """The sentence, or as much of it around the first hit as is read at a glance."""
    if len(sentence) <= SNIPPET_CHARACTERS:
        return Snippet(text=sentence, hits=tuple(hits))
    start = max(0, min(hits[0][0] - SNIPPET_CHARACTERS // 3, len(sentence) - SNIPPET_CHARACTERS))
    start = 0 if start == 0 else sentence.find(" ", start, hits[0][0]) + 1 or start
    end = min(len(sentence), start + SNIPPET_CHARACTERS)
    end = end if end == len(sentence) else max(sentence.rfind(" ", start, end), hits[0][1])
    before, after = "… " if start else "", " …" if end < len(sentence) else ""
    kept = tuple((a - start + len(before), b - start + len(before)) for a, b in hits if start <= a and b <= end)
    return Snippet(text=f"{before}{sentence[start:end]}{after}", hits=kept)


def _blocks(release: Release) -> Iterator[Block]:
    yield from release.blocks
    for attachment in release.attachments:
        yield from attachment.blocks


def _speakers(release: Release) -> Iterator[tuple[str, str]]:
    for block in _blocks(release):
        if isinstance(block, Quote) and (block.speaker.name.strip() or block.speaker.position.strip()):
            yield block.speaker.name.strip(), block.speaker.position.strip()


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph() | Heading():
            return (block.text,)
        case Quote():
            return (block.text, block.rest or "", block.tail or "")
        case ItemList():
            return block.items
        case Table():
            return tuple(cell for row in block.rows for cell in row)
        case Photo():
            return (block.caption or "",)
        case _:
            assert_never(block)
