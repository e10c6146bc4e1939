"""From what was typed to runs that may be set: cleaned, bound by no-break spaces, with links, and still traceable.

Every step keeps `Origin` true: a character is replaced by exactly one other, and where one is dropped the run is cut.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
import unicodedata

from humas_desk.layout.binding import bound_text
from humas_desk.layout.document import Origin, Run
from humas_desk.layout.linking import links_in
from humas_desk.release import inline

Runs = tuple[Run, ...]

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
REPLACEMENT = "\ufffd"
_NONCHARACTERS = "\ufffe\uffff"
"""Not allowed in a DOCX's XML."""


def from_markup(text: str, place: str) -> Runs:
    """Runs of a text with inline markup."""
    return tuple(
        Run(text=piece.text, bold=piece.bold, italic=piece.italic, origin=Origin(place=place, offset=piece.offset))
        for piece in inline.parse(text)
    )


def from_plain(text: str, place: str) -> Runs:
    """Runs of a text without markup (a name, a number); none when it is empty."""
    return (Run(text=text, origin=Origin(place=place)),) if text else ()


def made(text: str, *, bold: bool = False) -> Runs:
    """Runs of the program's own characters."""
    return (Run(text=text, bold=bold),) if text else ()


def text_of(runs: Runs) -> str:
    """The characters alone."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def is_blank(runs: Runs) -> bool:
    """Whether there is nothing to see."""
    if any(run.text.isprintable() and run.text.strip() for run in runs):
        return False
    return not text_of(cleaned(runs, newline=" ")).strip()


def finished(runs: Runs, *, newline: str = " ", caps: bool = False) -> Runs:
    """Runs ready to be set: no control characters, no blank edges, no-break spaces where a line may not end, links.

    `newline` is what a line break in the text becomes: a space, or a newline to keep it.
    """
    result = with_links(bound(trimmed(cleaned(runs, newline=newline))))
    return tuple(replace(run, text=capitals(run.text)) for run in result) if caps else result


def readable(text: str) -> str:
    """A text for a file's data (alternative text, title, author): on one line, cleaned, with plain spaces."""
    return text_of(trimmed(cleaned(from_plain(text, ""), newline=" ")))


def cleaned(runs: Runs, *, newline: str) -> Runs:
    """Without control characters; line breaks become `newline`, tabs spaces, lone surrogates U+FFFD."""
    if all(run.text and run.text.isprintable() for run in runs):
        return runs
    return tuple(part for run in runs for part in _cleaned_run(run, newline))


def _cleaned_run(run: Run, newline: str) -> Iterator[Run]:
    if run.text.isprintable():
        if run.text:
            yield run
        return
    start, kept = 0, ""
    for index, character in enumerate(run.text):
        new = _clean(character, newline)
        if character == "\r" and run.text[index + 1 : index + 2] == "\n":
            new = ""
        if new:
            kept += new
            continue
        if kept:
            yield _cut(run, start, kept)
        start, kept = index + 1, ""
    if kept:
        yield _cut(run, start, kept)


def _clean(character: str, newline: str) -> str:
    """The character that stands for this one; empty: none."""
    if character in LINE_BREAKS:
        return newline
    if character in _NONCHARACTERS:
        return ""
    match unicodedata.category(character):
        case "Cc":
            return " " if character == "\t" else ""
        case "Cf":
            return ""
        case "Cs":
            return REPLACEMENT
        case _:
            return character


def _cut(run: Run, start: int, text: str) -> Run:
    """A part of a run that begins `start` characters after it."""
    if text == run.text:
        return run
    origin = run.origin and replace(run.origin, offset=run.origin.offset + start)
    return replace(run, text=text, origin=origin)


def trimmed(runs: Runs) -> Runs:
    """Without spaces and line breaks at both ends; a no-break space goes too."""
    text = text_of(runs)
    if text == text.strip():
        return runs
    start = len(text) - len(text.lstrip())
    return sliced(runs, start, max(start, len(text.rstrip())))


def sliced(runs: Runs, start: int, end: int) -> Runs:
    """The characters from `start` to `end`, counted over all runs."""
    result: list[Run] = []
    position = 0
    for run in runs:
        first, last = max(start - position, 0), min(end - position, len(run.text))
        if first < last:
            result.append(_cut(run, first, run.text[first:last]))
        position += len(run.text)
    return tuple(result)


def bound(runs: Runs) -> Runs:
    """With no-break spaces where the language wants none broken."""
    return _each(runs, bound_text)


def capitals(text: str) -> str:
    """In capitals, character by character, so that its length stays ("ß" stays as it is)."""
    return "".join(upper if len(upper := character.upper()) == 1 else character for character in text)


def with_links(runs: Runs) -> Runs:
    """URLs and e-mail addresses in the text are links."""
    result: list[Run] = []
    end = 0
    found = links_in(text_of(runs))
    if not found:
        return runs
    for link in found:
        result += sliced(runs, end, link.start)
        result += (replace(run, link=run.link or link.target) for run in sliced(runs, link.start, link.end))
        end = link.end
    return (*result, *sliced(runs, end, len(text_of(runs))))


def lines_of(runs: Runs) -> tuple[Runs, ...]:
    """The runs cut at line breaks; blank lines are left out."""
    runs = cleaned(runs, newline="\n")
    text = text_of(runs)
    if "\n" not in text:
        return (runs,) if text.strip() else ()
    lines: list[Runs] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(sliced(runs, start, start + len(line)))
        start += len(line) + 1
    return tuple(lines)


def joined_with(separator: str, parts: tuple[Runs, ...]) -> Runs:
    """Runs with the program's separator between those that are not empty."""
    result: Runs = ()
    for part in parts:
        if part:
            result = (*result, *made(separator), *part) if result else part
    return result


def _each(runs: Runs, change: Callable[[str], str]) -> Runs:
    """The runs with their whole text changed 1:1."""
    before = text_of(runs)
    text = change(before)
    if text == before:
        return runs
    result: list[Run] = []
    position = 0
    for run in runs:
        part = text[position : position + len(run.text)]
        result.append(run if part == run.text else replace(run, text=part))
        position += len(run.text)
    return tuple(result)
