"""How the parts of a draft are named, which key takes a part for what, and what colour stands behind it."""

from humas_desk.intake.manuscript import NoteKind
from humas_desk.intake.parts import DropReason, Role
from humas_desk.ui import theme
from humas_desk.wording import mark

ROLES: dict[Role, str] = {
    Role.TITLE: mark("Title"),
    Role.SUBTITLE: mark("Subtitle"),
    Role.NUMBER: mark("Number"),
    Role.RECIPIENT: mark("Recipient"),
    Role.SUBJECT: mark("Subject"),
    Role.NOTICE: mark("Notice"),
    Role.EMBARGO: mark("Embargo"),
    Role.DATELINE: mark("Dateline"),
    Role.PARAGRAPH: mark("Paragraph"),
    Role.HEADING: mark("Heading"),
    Role.QUOTE: mark("Quote"),
    Role.LIST: mark("List"),
    Role.TABLE: mark("Table"),
    Role.PHOTO: mark("Photo"),
    Role.CAPTION: mark("Caption"),
    Role.CREDIT: mark("Credit"),
    Role.CONTACT: mark("Contact"),
    Role.ABOUT: mark("About the office"),
    Role.EVENT: mark("Event"),
    Role.SIGNATORY: mark("Signatory"),
    Role.HASHTAGS: mark("Hashtags"),
    Role.DROPPED: mark("Dropped"),
}
KEYS: dict[Role, str] = {
    Role.TITLE: "J",
    Role.SUBTITLE: "A",
    Role.DATELINE: "M",
    Role.PARAGRAPH: "P",
    Role.QUOTE: "K",
    Role.HEADING: "S",
    Role.LIST: "D",
    Role.CAPTION: "F",
    Role.CREDIT: "R",
    Role.CONTACT: "H",
    Role.ABOUT: "T",
    Role.EVENT: "W",
    Role.SIGNATORY: "I",
    Role.NUMBER: "N",
    Role.RECIPIENT: "Y",
    Role.SUBJECT: "L",
    Role.NOTICE: "C",
    Role.EMBARGO: "E",
    Role.HASHTAGS: "G",
    Role.DROPPED: "B",
}
"""Letters of the Indonesian names, or of what stands there: a *waktu*, a *Yth.*"""

REASONS: dict[DropReason, str] = {
    DropReason.ARTEFACT: mark("left behind by a site or a messenger"),
    DropReason.GREETING: mark("a greeting"),
    DropReason.LABEL: mark("only says what follows"),
    DropReason.LETTERHEAD: mark("the letterhead comes from the office"),
    DropReason.BYLINE: mark("a site's line of date and author"),
    DropReason.DATELINE: mark("the dateline is made from city and date"),
    DropReason.REPLACED: mark("said with the speaker's name"),
    DropReason.SYMBOL: mark("a sign that no page has"),
    DropReason.CHOSEN: mark("dropped by you"),
}
NOTES: dict[NoteKind, str] = {
    NoteKind.COMMENT: mark("Comment"),
    NoteKind.FOOTNOTE: mark("Footnote"),
    NoteKind.HEADER: mark("Head or foot of the page"),
    NoteKind.DELETED: mark("Struck out with tracked changes"),
    NoteKind.HIDDEN: mark("Hidden text"),
    NoteKind.PICTURE: mark("Picture that could not be taken"),
    NoteKind.MACRO: mark("The file carries a program (macro); it was not run"),
    NoteKind.EXTERNAL: mark("Points to something outside that was not fetched"),
    NoteKind.OTHER: mark("No text"),
}

_HEAD = (
    Role.TITLE,
    Role.SUBTITLE,
    Role.NUMBER,
    Role.RECIPIENT,
    Role.SUBJECT,
    Role.NOTICE,
    Role.EMBARGO,
    Role.DATELINE,
)
_PICTURES = (Role.PHOTO, Role.CAPTION, Role.CREDIT)
_END = (Role.CONTACT, Role.ABOUT, Role.EVENT, Role.SIGNATORY, Role.HASHTAGS)
_TINT = 0.13
"""Share of a family's colour in the ground behind its parts; the letters on it stay readable in every look."""


def ground(role: Role) -> str:
    """The colour behind a part, in the look that is worn now."""
    if role in _HEAD:
        return _mixed(theme.PAPER, theme.NAVY, _TINT)
    if role is Role.QUOTE:
        return _mixed(theme.PAPER, theme.AMBER, _TINT)
    if role in _PICTURES:
        return _mixed(theme.PAPER, theme.GREEN, _TINT)
    if role in _END:
        return _mixed(theme.PAPER, _mixed(theme.NAVY, theme.RED, 0.5), _TINT)
    return theme.DESK if role is Role.DROPPED else theme.PAPER


def _mixed(ground: str, colour: str, share: float) -> str:
    """So much of a colour on a ground, both as "#rrggbb"."""
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(colour[1:]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)
