"""What is structurally wrong with a release, as values. Language is checked elsewhere; this never raises."""

from collections.abc import Callable, Collection, Iterable, Iterator
import datetime as dt
import re

from humas_desk.release import inline
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Pattern, Photo, Quote, Table
from humas_desk.release.dateline import shows_date
from humas_desk.release.number import check_number
from humas_desk.release.office import Office
from humas_desk.release.pattern import check_pattern
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.release.quote import NAMING, WITH_POSITION, ResolvedMention, resolve_mentions
from humas_desk.release.release import Event, Kind, Release
from humas_desk.release.speech import paragraphs
from humas_desk.release.verbs import VERBS, patterns_of

MAX_PHOTOS = 6
"""In one block."""
MAX_CHARACTERS = 5_000_000
"""Of a whole body: what the codec will surely read again."""
_UNTIL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.][0-5]\d")


def check_release(
    release: Release, *, photo_names: Collection[str], office: Office | None = None
) -> tuple[Problem, ...]:
    """Everything to mend, in the order of the form. Errors: no title, no body; the rest are warnings.

    `photo_names`: the pictures that are there. `office`: when its dateline shows no date, none is asked for.
    """
    return (
        *_title(release),
        *_dateline(release, office),
        *(check_number(release.number) if release.number and release.number.strip() else ()),
        *_embargo(release),
        *_body(release),
        *_blocks("blocks", release.blocks, photo_names),
        *_event(release),
        *(
            problem
            for index, attachment in enumerate(release.attachments)
            for problem in _blocks(f"attachments[{index}].blocks", attachment.blocks, photo_names)
        ),
    )


def check_office(office: Office) -> tuple[Problem, ...]:
    """Patterns of the office that cannot be read; the default ones stand in for them."""
    return (
        *check_pattern(office.dateline_pattern, "dateline_pattern"),
        *check_pattern(office.number_pattern, "number_pattern"),
    )


def is_blocking(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops the file from being written."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _warning(place: str, code: ProblemCode, **values: str) -> Problem:
    return Problem(place=place, code=code, severity=Severity.WARNING, values=tuple(values.items()))


def _is_blank(text: str | None) -> bool:
    """Whether nothing of it would be seen: spaces, and what has no width, as other programs leave it when copied from."""
    return not any(character.isprintable() and not character.isspace() for character in inline.plain(text or ""))


def _title(release: Release) -> Iterator[Problem]:
    if _is_blank(release.title):
        yield Problem(place="title", code=ProblemCode.TITLE_MISSING)


def _dateline(release: Release, office: Office | None) -> Iterator[Problem]:
    if not release.dateline.city.strip():
        yield _warning("dateline.city", ProblemCode.CITY_MISSING)
    if release.dateline.date is None and (office is None or shows_date(office.dateline_pattern)):
        yield _warning("dateline.date", ProblemCode.DATE_MISSING)


def _embargo(release: Release) -> Iterator[Problem]:
    if release.embargo is None:
        return
    until = release.embargo.until
    try:
        is_time = bool(_UNTIL.fullmatch(until)) and bool(dt.datetime.fromisoformat(until))
    except ValueError:
        is_time = False
    if not is_time:
        yield _warning("embargo.until", ProblemCode.EMBARGO_INVALID, found=until[:40])


def _body(release: Release) -> Iterator[Problem]:
    """An invitation may say all in its event."""
    has_event = release.kind is Kind.INVITATION and release.event is not None and release.event != Event()
    if not has_event and all(_is_empty(block) for block in release.blocks):
        yield Problem(place="blocks", code=ProblemCode.BODY_MISSING)
    if sum(map(_size, release.blocks)) > MAX_CHARACTERS:
        yield _warning("blocks", ProblemCode.TOO_LARGE)


def _size(block: Block) -> int:
    """Characters of the texts that may grow without limit."""
    match block:
        case Paragraph() | Heading():
            return len(block.text)
        case Quote():
            return len(block.text) + len(block.rest or "") + len(block.tail or "")
        case ItemList():
            return sum(map(len, block.items))
        case Photo():
            return len(block.caption or "")
        case Table():
            return sum(len(cell) for row in block.rows for cell in row)


def _is_empty(block: Block) -> bool:
    """Whether nothing of the block would be seen on the page."""
    match block:
        case Paragraph() | Heading():
            return _is_blank(block.text)
        case Quote():
            return not paragraphs(block.text) and not paragraphs(block.rest or "")
        case ItemList():
            return all(_is_blank(item) for item in block.items)
        case Photo():
            return not block.files
        case Table():
            return all(_is_blank(cell) for row in block.rows for cell in row)


def _blocks(place: str, blocks: tuple[Block, ...], photo_names: Collection[str]) -> Iterator[Problem]:
    mentions = resolve_mentions(blocks)
    for index, block in enumerate(blocks):
        here = f"{place}[{index}]"
        match block:
            case Quote():
                yield from _quote(here, block, mentions[block.id])
            case Photo():
                yield from _photo(here, block, photo_names)
            case _ if _is_empty(block):
                yield _warning(here, ProblemCode.BLOCK_EMPTY)
            case _:
                pass


def _quote(place: str, quote: Quote, mention: ResolvedMention) -> Iterator[Problem]:
    if not paragraphs(quote.text):
        yield _warning(f"{place}.text", ProblemCode.QUOTE_EMPTY)
    yield from _rest(place, quote)
    yield from _verb(place, quote)
    if quote.pattern not in NAMING:
        return
    has_position = bool(quote.speaker.position.strip())
    if not quote.speaker.name.strip():
        if not has_position:
            yield _warning(f"{place}.speaker.name", ProblemCode.SPEAKER_MISSING)
    elif quote.pattern in WITH_POSITION and mention is ResolvedMention.FULL and not has_position:
        yield _warning(f"{place}.speaker.position", ProblemCode.POSITION_MISSING)


def _rest(place: str, quote: Quote) -> Iterator[Problem]:
    is_split = quote.pattern in {Pattern.SPLIT, Pattern.SPLIT_SENTENCES}
    has_rest = bool(paragraphs(quote.rest or ""))
    if is_split and not has_rest:
        yield _warning(f"{place}.rest", ProblemCode.REST_MISSING)
    if has_rest and not is_split:
        yield _warning(f"{place}.rest", ProblemCode.REST_UNUSED)


def _verb(place: str, quote: Quote) -> Iterator[Problem]:
    if quote.pattern is Pattern.PLAIN:
        return
    if quote.verb not in VERBS:
        yield _warning(f"{place}.verb", ProblemCode.VERB_UNKNOWN, verb=quote.verb[:40])
    elif quote.pattern not in patterns_of(quote.verb):
        values = {"verb": quote.verb, "pattern": quote.pattern.value}
        yield _warning(f"{place}.pattern", ProblemCode.PATTERN_UNAVAILABLE, **values)


def _photo(place: str, photo: Photo, photo_names: Collection[str]) -> Iterator[Problem]:
    if not 1 <= len(photo.files) <= MAX_PHOTOS:
        count = str(len(photo.files))
        yield _warning(f"{place}.files", ProblemCode.PHOTO_COUNT, count=count, most=str(MAX_PHOTOS))
    for index, file in enumerate(photo.files):
        here = f"{place}.files[{index}]"
        if file.file not in photo_names:
            yield _warning(f"{here}.file", ProblemCode.PHOTO_MISSING, file=file.file)
        if not file.alt.strip():
            yield _warning(f"{here}.alt", ProblemCode.ALT_MISSING, file=file.file)


def _event(release: Release) -> Iterator[Problem]:
    """What the media need to come: an invitation asks for it, elsewhere only times are checked."""
    event = release.event or Event()
    is_needed: tuple[tuple[str, Callable[[Event], object]], ...] = (
        ("date", lambda event: event.date),
        ("start", lambda event: event.start.strip()),
        ("place", lambda event: event.place.strip()),
    )
    if release.kind is Kind.INVITATION:
        for name, value in is_needed:
            if not value(event):
                yield _warning(f"event.{name}", ProblemCode.EVENT_INCOMPLETE, field=name)
    for name, time in (("start", event.start.strip()), ("end", event.end.strip())):
        if time and not _CLOCK.fullmatch(time):
            yield _warning(f"event.{name}", ProblemCode.EVENT_INCOMPLETE, field=name, found=time[:40])
