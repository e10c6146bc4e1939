"""What stands below the body: event, links, about, contact, signatories, copies, credits, hashtags."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
import re

from humas_desk.layout import words
from humas_desk.layout.document import Block, Role, Text
from humas_desk.layout.letterhead import office_name
from humas_desk.layout.linking import target_of
from humas_desk.layout.opening import place_and_day, row
from humas_desk.layout.runs import (
    Runs,
    finished,
    from_markup,
    from_plain,
    is_blank,
    joined_with,
    lines_of,
    made,
    sliced,
    text_of,
    trimmed,
)
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.spacing import FLUSH
from humas_desk.release.dates import clock, full_date
from humas_desk.release.person import Contact
from humas_desk.release.release import Event, Link, Signatory

DOT = "  ·  "


def event(source: Source) -> tuple[Text, ...]:
    """What the media are invited to, row by row on one page; a row without a value is left out."""
    facts = source.release.event
    if facts is None:
        return ()
    values = (
        (words.EVENT_DATE, made(full_date(facts.date)) if facts.date else ()),
        (words.EVENT_TIME, made(time_text(facts))),
        (words.EVENT_PLACE, from_markup(facts.place, "event.place")),
        (words.EVENT_AGENDA, from_markup(facts.agenda, "event.agenda")),
        (words.EVENT_DRESS, from_markup(facts.dress, "event.dress")),
        (words.EVENT_REPLY, from_markup(facts.reply_to, "event.reply_to")),
    )
    rows = [text for name, value in values for text in row(source, Role.FIELD, name, value)]
    return (*(replace(text, keep_next=True) for text in rows[:-1]), *rows[-1:])


def time_text(event: Event) -> str:
    """Gives "10.00 s.d. 12.00 WIB"; without an end "10.00 WIB s.d. selesai"; without a start nothing."""
    start, end = clock(event.start.strip()), clock(event.end.strip())
    if not start:
        return ""
    if not end:
        return f"{start} {event.zone.value} {words.UNTIL} {words.FINISHED}"
    return f"{start} {words.UNTIL} {end} {event.zone.value}"


def links(source: Source) -> tuple[Text, ...]:
    """Gives "Unduh foto: https://…"; the address is printed, for paper cannot be clicked."""
    return tuple(
        text
        for index, link in enumerate(source.release.links)
        for text in paragraph(source, Role.LINK, _link(link, f"links[{index}]"))
    )


def _link(link: Link, place: str) -> Runs:
    name = trimmed(from_markup(link.text, f"{place}.text"))
    address = trimmed(from_plain(link.url, f"{place}.url"))
    target = target_of(text_of(address))
    shown = tuple(replace(run, link=target) for run in address)
    if is_blank(name) or text_of(name) == text_of(shown):
        return shown
    if is_blank(shown):
        return name
    return (*name, *made("" if text_of(name).endswith(":") else ":"), *made(" "), *shown)


def about(source: Source) -> tuple[Text, ...]:
    """Gives "Tentang Bawaslu …" and the release's text, or the office's standing one."""
    is_own = source.release.about is not None
    standing = source.office.about if source.template.parts.office_about else ""
    raw = source.release.about if is_own else standing
    place = "about" if is_own else "office.about"
    texts = tuple(
        text for line in lines_of(from_markup(raw or "", place)) for text in paragraph(source, Role.ABOUT, line)
    )
    return (*_small_heading(source, f"{words.ABOUT} {office_name(source.office)}"), *texts) if texts else ()


def contact(source: Source) -> tuple[Text, ...]:
    """Whom the media may call: the release's people, else the office's."""
    is_own = bool(source.release.contacts)
    people = source.release.contacts if is_own else source.office.contacts
    place = "contacts" if is_own else "office.contacts"
    texts = tuple(
        text
        for index, person in enumerate(people)
        for text in paragraph(source, Role.CONTACT, _person(person, f"{place}[{index}]"))
    )
    return (*_small_heading(source, words.CONTACT), *texts) if texts else ()


def _person(person: Contact, place: str) -> Runs:
    values = (
        trimmed(from_plain(person.name, f"{place}.name")),
        trimmed(from_plain(person.phone, f"{place}.phone")),
        trimmed(from_plain(person.email, f"{place}.email")),
    )
    return joined_with(DOT, tuple(value for value in values if not is_blank(value)))


def _small_heading(source: Source, text: str) -> tuple[Text, ...]:
    return paragraph(source, Role.ABOUT_HEADING, made(text))


def signatories(source: Source) -> tuple[Text, ...]:
    """Who signs, one below the other; place and date stand above the first."""
    texts: list[Text] = []
    day = place_and_day(source)
    for index, person in enumerate(source.release.signatories):
        block = _signature(source, person, f"signatories[{index}]", day)
        texts += block
        day = () if block else day
    return tuple(texts)


def _signature(source: Source, person: Signatory, place: str, day: Runs) -> tuple[Text, ...]:
    """Place and date, heading, position, room, name, number: held together on one page. Nothing without a word."""
    acting = trimmed(from_plain(person.acting or "", f"{place}.acting"))
    position = trimmed(from_markup(person.position, f"{place}.position"))
    above = (day, from_markup(person.heading, f"{place}.heading"), joined_with(" ", (acting, position)))
    name = tuple(replace(run, bold=True) for run in from_plain(person.name, f"{place}.name"))
    below = (name, from_plain(person.id_number, f"{place}.id_number"))
    if all(is_blank(runs) for runs in (*above[1:], *below)):
        return ()
    over = [text for runs in above for text in paragraph(source, Role.SIGNATURE, runs)]
    under = [text for runs in below for text in paragraph(source, Role.SIGNATURE, runs)]
    if over and under:
        over[-1] = replace(over[-1], role=Role.SIGNATURE_SPACE)
    lines = (*over, *under)
    return (*(replace(text, keep_next=True) for text in lines[:-1]), lines[-1])


def copies(source: Source) -> tuple[Text, ...]:
    """Gives "Tembusan:" and who gets one, numbered when they are several."""
    people: list[Text] = []
    for index, copy in enumerate(source.release.copies):
        people += paragraph(source, Role.COPIES, from_markup(copy, f"copies[{index}]"))
    if not people:
        return ()
    heading = Text(role=Role.COPIES, runs=made(f"{words.COPIES}:"), variant=FLUSH, keep_next=True)
    if len(people) == 1:
        return heading, replace(people[0], variant=FLUSH)
    return heading, *(replace(text, marker=f"{place}.", numbered=True) for place, text in enumerate(people, 1))


def credit_lines(source: Source) -> tuple[Text, ...]:
    """Gives "Dikeluarkan oleh: Ketua …", and in the next line "Penulis: …  ·  Penyunting: …  ·  Fotografer: …"."""
    position = trimmed(from_plain(source.release.issued_by or "", "issued_by"))
    issued = () if is_blank(position) else paragraph(source, Role.CREDIT, (*made(f"{words.ISSUED_BY}: "), *position))
    facts = source.release.credits
    named = (
        (words.WRITER, facts.writer, "credits.writer"),
        (words.EDITOR, facts.editor, "credits.editor"),
        (words.PHOTOGRAPHER, facts.photographer, "credits.photographer"),
    )
    parts = tuple(
        (*made(f"{word}: "), *trimmed(runs))
        for word, name, place in named
        if not is_blank(runs := from_plain(name or "", place))
    )
    return (*issued, *paragraph(source, Role.CREDIT, joined_with(DOT, parts)))


def hashtags(source: Source) -> tuple[Text, ...]:
    """Gives "#AwasiPemilu #Bawaslu"; each has exactly one mark and no space, which would end it."""
    tags: list[Runs] = []
    for index, tag in enumerate(source.release.hashtags):
        bare = tag.lstrip("# \t")
        typed = finished(from_plain(bare, f"hashtags[{index}]"))
        words = re.finditer(r"\S+", text_of(typed))
        runs = tuple(run for word in words for run in sliced(typed, word.start(), word.end()))
        offset = len(tag) - len(bare)
        if runs:
            moved = (
                replace(run, origin=run.origin and replace(run.origin, offset=run.origin.offset + offset))
                for run in runs
            )
            tags.append((*made("#"), *moved))
    return paragraph(source, Role.HASHTAG, joined_with(" ", tuple(tags)))


def held(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Credits and hashtags never begin a page by themselves: the small line before them goes along."""
    return tuple(
        replace(block, keep_next=True) if isinstance(block, Text) and _is_held(block, following) else block
        for block, following in zip_longest(blocks, blocks[1:])
    )


def _is_held(text: Text, following: Block | None) -> bool:
    is_last_line = isinstance(following, Text) and following.role in (Role.CREDIT, Role.HASHTAG)
    return is_last_line and text.role in (Role.CONTACT, Role.CREDIT, Role.COPIES, Role.LINK)
