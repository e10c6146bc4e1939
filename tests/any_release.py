"""Releases and offices with any text in every field, and the texts of them that a template prints."""

from collections.abc import Iterator
import datetime as dt
import re

from hypothesis import strategies as st

from humas_desk.layout.template import Template
from humas_desk.release import inline
from humas_desk.release.blocks import (
    Block,
    Heading,
    ItemList,
    Mention,
    Paragraph,
    Pattern,
    Photo,
    PhotoFile,
    Quote,
    Table,
)
from humas_desk.release.office import Body, Level, Office
from humas_desk.release.person import Contact, Speaker, without_degrees
from humas_desk.release.quote import NAMING, WITH_POSITION
from humas_desk.release.release import (
    Attachment,
    Credits,
    Dateline,
    Embargo,
    Event,
    Kind,
    Link,
    Release,
    Signatory,
    Zone,
)
from humas_desk.release.speech import paragraphs
from humas_desk.release.verbs import VERBS

PHOTO = "foto.jpg"
REMARKABLE = [
    *"aZ9 *\\#<>&{}[]()“”‘’\"'.,;:!?…-–—/·•@%_|~^`□ß\n\t\r",
    *"éÅﬁ½²№αβЖשبﷺلاहिก漢ꦲꦏ😀👩\u0301\u0327\u200d\ufe0f\u00a0\u00ad\u200b\u2003\u2011\u202e\u2028\u212b\u0009",
    *"\x00\x07\x85\ue000\ufffd\ufffe\uffff\ud800\U0001f1ee\U000e0041\U0010ffff",
]
ANY_TEXT = st.text(st.one_of(st.sampled_from(REMARKABLE), st.characters()), max_size=10)
MAYBE = st.none() | ANY_TEXT
_TEXTS = st.lists(ANY_TEXT, max_size=2).map(tuple)
_DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def _some(strategy: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_SPEAKERS = st.builds(Speaker, name=ANY_TEXT, short=MAYBE, position=ANY_TEXT)
_BLOCKS = st.one_of(
    st.builds(Paragraph, id=st.just(""), text=ANY_TEXT, joined=st.booleans()),
    st.builds(
        Quote,
        id=st.just(""),
        text=ANY_TEXT,
        rest=MAYBE,
        speaker=_SPEAKERS,
        verb=st.sampled_from(sorted(VERBS)) | ANY_TEXT,
        pattern=st.sampled_from(Pattern),
        mention=st.just(Mention.FULL),
        tail=MAYBE,
        joined=st.booleans(),
    ),
    st.builds(Heading, id=st.just(""), text=ANY_TEXT),
    st.builds(ItemList, id=st.just(""), items=_TEXTS, numbered=st.booleans()),
    st.builds(
        Photo,
        id=st.just(""),
        files=_some(st.builds(PhotoFile, file=st.sampled_from([PHOTO, "tidak-ada.jpg"]), alt=ANY_TEXT), 3),
        caption=MAYBE,
        credit=MAYBE,
    ),
    st.builds(Table, id=st.just(""), rows=_some(_TEXTS), header=st.booleans(), caption=MAYBE),
)
_CONTACTS = _some(st.builds(Contact, name=ANY_TEXT, phone=ANY_TEXT, email=ANY_TEXT))
RELEASES: st.SearchStrategy[Release] = st.builds(
    Release,
    kind=st.sampled_from(Kind),
    number=MAYBE,
    notice=st.sampled_from([None, "segera"]),
    embargo=st.none() | st.builds(Embargo, until=ANY_TEXT, zone=st.sampled_from(Zone)),
    recipient=MAYBE,
    subject=MAYBE,
    title=ANY_TEXT,
    subtitle=MAYBE,
    dateline=st.builds(Dateline, city=ANY_TEXT, date=_DAYS),
    released=st.none() | _DAYS,
    blocks=_some(_BLOCKS, 4),
    event=st.none()
    | st.builds(
        Event,
        date=st.none() | _DAYS,
        start=ANY_TEXT,
        end=ANY_TEXT,
        place=ANY_TEXT,
        agenda=ANY_TEXT,
        dress=ANY_TEXT,
        reply_to=ANY_TEXT,
    ),
    about=MAYBE,
    contacts=_CONTACTS,
    signatories=_some(
        st.builds(
            Signatory,
            heading=ANY_TEXT,
            position=ANY_TEXT,
            acting=st.sampled_from([None, "Plt.", "a.n."]),
            name=ANY_TEXT,
            id_number=ANY_TEXT,
        )
    ),
    attachments=_some(st.builds(Attachment, title=ANY_TEXT, blocks=_some(_BLOCKS))),
    copies=_TEXTS,
    links=_some(st.builds(Link, text=ANY_TEXT, url=ANY_TEXT)),
    hashtags=_TEXTS,
    credits=st.builds(Credits, writer=MAYBE, editor=MAYBE, photographer=MAYBE),
)
OFFICES: st.SearchStrategy[Office] = st.builds(
    Office,
    level=st.sampled_from(Level),
    body=st.sampled_from(Body),
    region=ANY_TEXT,
    address=_TEXTS,
    phone=ANY_TEXT,
    email=ANY_TEXT,
    website=ANY_TEXT,
    social=_TEXTS,
    city=ANY_TEXT,
    zone=st.sampled_from(Zone),
    about=ANY_TEXT,
    contacts=_CONTACTS,
)


def printed(release: Release, office: Office, template: Template) -> Iterator[str]:
    """Every typed text that stands on the pages, as it reads there but for spaces and the marks at the ends of quotes."""
    for part in template.parts.order:
        yield from _part(part, release, office, template)
    for attachment in release.attachments:
        yield from _read(attachment.title)
        yield from _blocks(attachment.blocks, template)
    tokens = {token for line in template.letterhead.lines for token in re.findall(r"\{(\w+)\}", line.text)}
    if "address" in tokens:
        yield from (line.strip(" ,") for line in office.address)
    yield from (getattr(office, name) for name in ("region", "phone", "email", "website") if name in tokens)


def _part(part: str, release: Release, office: Office, template: Template) -> Iterator[str]:
    match part:
        case "number":
            yield release.number or ""
        case "recipient" | "subject" | "title" | "subtitle":
            yield from _read(getattr(release, part))
        case "body":
            yield release.dateline.city if template.parts.dateline == "lead" else ""
            yield from _blocks(release.blocks, template)
        case "about":
            standing = office.about if template.parts.office_about else ""
            yield from _read(standing if release.about is None else release.about)
        case "contact":
            people = release.contacts or office.contacts
            yield from (text for who in people for text in (who.name, who.phone, who.email))
        case _:
            yield from _facts(part, release)


def _facts(part: str, release: Release) -> Iterator[str]:
    """The parts that depend on nothing but the release."""
    match part:
        case "notice" if release.embargo is not None:
            yield release.embargo.until
        case "event" if release.event is not None:
            yield from _event(release.event)
        case "signatories":
            for person in release.signatories:
                yield from (*_read(person.heading, person.position), person.name, person.id_number)
        case "links":
            yield from (text for link in release.links for text in _link(link))
        case "copies":
            yield from _read(*release.copies)
        case "credits":
            made_by = release.credits
            yield from (name or "" for name in (made_by.writer, made_by.editor, made_by.photographer))
        case "hashtags":
            yield from (tag.lstrip("# \t") for tag in release.hashtags)
        case _:
            pass


def _read(*texts: str | None) -> Iterator[str]:
    return (inline.plain(text or "") for text in texts)


def _event(event: Event) -> Iterator[str]:
    if event.start.strip():
        yield from (event.start, event.end)
    yield from _read(event.place, event.agenda, event.dress, event.reply_to)


def _link(link: Link) -> Iterator[str]:
    """A name that is nothing but the address is printed once."""
    name = inline.plain(link.text)
    yield link.url
    if name.strip() != link.url.strip():
        yield name


def _blocks(blocks: tuple[Block, ...], template: Template) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from _read(block.text)
            case Quote():
                yield from _quote(block, template)
            case ItemList():
                yield from _read(*block.items)
            case Photo():
                yield from _read(block.caption, block.credit)
            case Table():
                seen = "".join(text for row in block.rows for text in _read(*row))
                has_words = any(one.isprintable() and not one.isspace() for one in seen)
                yield from _read(*(cell for row in block.rows for cell in row), block.caption if has_words else "")


def _quote(quote: Quote, template: Template) -> Iterator[str]:
    """What a quote prints; its marks may change, so they are left out."""
    is_split = quote.pattern in (Pattern.SPLIT, Pattern.SPLIT_SENTENCES)
    said = [quote.text, (quote.rest or "") if is_split else ""]
    if not any(paragraphs(text) for text in said):
        return
    yield from (re.sub("[\"“”„‟«»'‘’‚.,;:…?!]", "", text) for text in _read(*said))
    if quote.pattern is not Pattern.PLAIN:
        yield from (text.replace(",", "") for text in _read(quote.tail))
    if quote.pattern in NAMING:
        name = quote.speaker.name if template.parts.degrees else without_degrees(quote.speaker.name)
        yield name
        if quote.pattern in WITH_POSITION or not name.strip():
            yield quote.speaker.position
