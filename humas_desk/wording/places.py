"""Names for places: `blocks[3].speaker.name` becomes "Kutipan ke-2, narasumber"."""

from collections.abc import Sequence
import re

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Release
from humas_desk.wording.text import mark
from humas_desk.wording.text import translate as _

_STEP = re.compile(r"([a-z_]+)((?:\[\d+\])*)(?:\.|$)")

_BLOCK_NAMES: dict[type[Block], str] = {
    Paragraph: mark("Paragraph"),
    Quote: mark("Quote"),
    Heading: mark("Heading"),
    ItemList: mark("List"),
    Photo: mark("Photo"),
    Table: mark("Table"),
}

_FIELDS = {
    "about": mark("About the office"),
    "agenda": mark("Agenda"),
    "alt": mark("Alternative text"),
    "attachments": mark("Attachment"),
    "caption": mark("Caption"),
    "city": mark("City"),
    "contacts": mark("Contact"),
    "copies": mark("Copy to"),
    "credit": mark("Photo credit"),
    "date": mark("Date"),
    "dateline_pattern": mark("Dateline form"),
    "dress": mark("Dress"),
    "editor": mark("Editor"),
    "email": mark("E-mail"),
    "embargo": mark("Embargo"),
    "end": mark("End"),
    "event": mark("Event"),
    "files": mark("Photo"),
    "hashtags": mark("Hashtags"),
    "heading": mark("Heading"),
    "id_number": mark("Employee number"),
    "issued_by": mark("Issued by"),
    "items": mark("Item"),
    "letterhead": mark("Letterhead"),
    "links": mark("Link"),
    "logo": mark("Logo"),
    "name": mark("Name"),
    "notice": mark("Notice"),
    "number": mark("Number"),
    "number_pattern": mark("Number form"),
    "office": mark("Office"),
    "phone": mark("Phone"),
    "photographer": mark("Photographer"),
    "place": mark("Venue"),
    "position": mark("Position"),
    "recipient": mark("Recipient"),
    "released": mark("Release date"),
    "reply_to": mark("Confirm attendance with"),
    "rest": mark("Second half of the quote"),
    "signatories": mark("Signatory"),
    "short": mark("Short name"),
    "start": mark("Start"),
    "subject": mark("Subject"),
    "subtitle": mark("Subtitle"),
    "tail": mark("Continuation"),
    "template": mark("Template"),
    "title": mark("Title"),
    "until": mark("Time"),
    "url": mark("Address"),
    "verb": mark("Attribution verb"),
    "pattern": mark("Sentence form"),
    "writer": mark("Writer"),
    "zone": mark("Time zone"),
}

_WHOLE_PLACES = {
    "blocks": mark("Body"),
    "credits": mark("Credits"),
    "dateline": mark("Dateline"),
    "dateline.city": mark("City"),
    "dateline.date": mark("Event date"),
}

_LONE_PARTS = frozenset({"credits", "dateline", "speaker", "text"})
"""Steps that add nothing for a reader when a narrower one follows, or that are the block itself."""


def place_name(place: str, release: Release | None = None) -> str:
    """The place in the reader's words; the place itself when it is not one of a release's.

    With the release, blocks are named by their kind and counted among their kind.
    """
    if place in _WHOLE_PLACES:
        return _(_WHOLE_PLACES[place])
    steps = _steps(place)
    if not steps:
        return place
    names: list[str] = []
    blocks: Sequence[Block] | None = release.blocks if release else None
    before = ""
    for field, numbers in steps:
        if field == "attachments" and numbers and release and numbers[0] < len(release.attachments):
            blocks = release.attachments[numbers[0]].blocks
        name = _step_name(field, numbers, before=before, blocks=blocks)
        if name is None:
            return place
        names += [name] if name else []
        before = field
    return ", ".join([*names[:1], *(_uncapitalised(name) for name in names[1:])]) or place


def _steps(place: str) -> list[tuple[str, tuple[int, ...]]]:
    """The place cut at its dots, numbers apart; empty when it is not written in the common grammar."""
    steps = []
    end = 0
    while end < len(place):
        match = _STEP.match(place, end)
        if match is None:
            return []
        steps.append((match[1], tuple(int(number) for number in re.findall(r"\d+", match[2]))))
        end = match.end()
    return steps


def _step_name(field: str, numbers: tuple[int, ...], *, before: str, blocks: Sequence[Block] | None) -> str | None:
    """One step in words; "" when it needs none, None when it is unknown."""
    if field == "blocks" and numbers:
        return _block_name(numbers[0], blocks)
    if field == "rows" and numbers:
        return _cell_name(numbers)
    if field == "name" and before == "speaker":
        return _("Speaker")
    if field in _LONE_PARTS:
        return ""
    if field not in _FIELDS:
        return None
    name = _(_FIELDS[field])
    return _numbered(name, numbers[0]) if numbers else name


def _block_name(index: int, blocks: Sequence[Block] | None) -> str:
    if blocks is None or index >= len(blocks):
        return _numbered(_("Part"), index)
    kind = type(blocks[index])
    alike = [at for at, block in enumerate(blocks) if isinstance(block, kind)]
    name = _(_BLOCK_NAMES[kind])
    return name if len(alike) == 1 else _numbered(name, alike.index(index))


def _cell_name(numbers: tuple[int, ...]) -> str:
    row, *columns = numbers
    name = _numbered(_("Row"), row)
    return ", ".join([name, *(_uncapitalised(_numbered(_("Column"), column)) for column in columns)])


def _numbered(name: str, index: int) -> str:
    return _("{name} no. {number}").format(name=name, number=index + 1)


def _uncapitalised(name: str) -> str:
    """The name as it stands inside a sentence; abbreviations keep their capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
