"""Whether all of a draft is still there: every word in the release or among what was dropped."""

from collections import Counter
from collections.abc import Iterator
import re

from humas_desk.intake.parts import Intake
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.dates import full_date
from humas_desk.release.inline import plain
from humas_desk.release.quote import ResolvedMention, quote_sentence
from humas_desk.release.release import Release

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, for comparing."""
    return [word.casefold() for word in _WORD.findall(text)]


def lost_words(intake: Intake) -> Counter[str]:
    """Words of the draft that are neither in the release nor among what was dropped."""
    kept = Counter(word for text in texts_of(intake.release) for word in words(text))
    kept.update(word for one in intake.dropped for word in words(one.text))
    return Counter(words(intake.text)) - kept


def texts_of(release: Release) -> Iterator[str]:
    """Everything that a release says, as plain texts."""
    date, embargo = release.dateline.date, release.embargo
    yield from map(plain, (release.title, release.subtitle or "", release.about or ""))
    yield from map(plain, (release.recipient or "", release.subject or ""))
    yield from (release.number or "", release.notice or "", release.dateline.city)
    yield f"{full_date(date)} {date.day:02} {date.month} {date.month:02} {date.year % 100:02}" if date else ""
    yield embargo.until if embargo else ""
    yield from (text for contact in release.contacts for text in (contact.name, contact.phone, contact.email))
    yield from (link.url for link in release.links)
    if release.event is not None:
        day, event = release.event.date, release.event
        yield f"{full_date(day)} {day.day:02} {day.month} {day.month:02} {day.year % 100:02}" if day else ""
        yield from (event.start, event.end, event.zone, event.place, event.agenda, event.dress)
        yield from (str(int(clock[:2])) for clock in (event.start, event.end) if clock.startswith("0"))
    for one in release.signatories:
        yield from (one.heading, one.acting or "", one.position, one.name, one.id_number)
    yield from release.hashtags
    yield from filter(None, (release.credits.writer, release.credits.editor, release.credits.photographer))
    for block in release.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield plain(block.text)
        case Quote():
            yield from (quote_sentence(block, mention=mention, degrees=True) for mention in ResolvedMention)
        case ItemList():
            yield from map(plain, block.items)
        case Table():
            yield from (plain(cell) for row in block.rows for cell in row)
            yield plain(block.caption or "")
        case Photo():
            yield from (plain(block.caption or ""), plain(block.credit or ""))
            yield from (file.alt for file in block.files)


def covers(intake: Intake) -> bool:
    """Whether the parts stand side by side from the first character to the last."""
    ends = [0, *(part.end for part in intake.parts)]
    return [part.start for part in intake.parts] == ends[:-1] and ends[-1] == len(intake.text)
