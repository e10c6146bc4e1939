"""Release + office + template → Document: every part of the page, in the template's order. Pure; accepts anything.

What is missing is left out here and told by `release.check`; nothing a person can type makes composing fail.
"""

from collections.abc import Callable, Mapping
import datetime as dt
import re

from humas_desk.layout import closing, opening
from humas_desk.layout.attachments import attachments
from humas_desk.layout.document import Block, Document, Footer, Metadata, Role, Run, Text
from humas_desk.layout.letterhead import compose_letterhead, office_name
from humas_desk.layout.marking import draft_mark
from humas_desk.layout.paper import geometry
from humas_desk.layout.runs import readable
from humas_desk.layout.source import Source
from humas_desk.layout.spacing import role_styles, spaced
from humas_desk.layout.story import story
from humas_desk.layout.template import Template
from humas_desk.layout.words import KINDS
from humas_desk.photos.image import Image
from humas_desk.release import inline
from humas_desk.release.office import Office
from humas_desk.release.release import Release, Zone

_PARTS: Mapping[str, Callable[[Source], tuple[Block, ...]]] = {
    "label": opening.label,
    "number": opening.number,
    "notice": opening.notice,
    "recipient": opening.recipient,
    "subject": opening.subject,
    "title": opening.title,
    "subtitle": opening.subtitle,
    "body": story,
    "event": closing.event,
    "links": closing.links,
    "about": closing.about,
    "contact": closing.contact,
    "signatories": closing.signatories,
    "copies": closing.copies,
    "credits": closing.credit_lines,
    "hashtags": closing.hashtags,
}
_OFFSETS = {Zone.WIB: "+07:00", Zone.WITA: "+08:00", Zone.WIT: "+09:00"}
_NO_DAY = dt.date(2000, 1, 1)
_EARLIEST_DAY = dt.date(1980, 1, 1)
"""What file systems and archives can hold; a day before it was mistyped."""
WIDEST_PAGE_NUMBER = "99"


def compose(
    release: Release,
    office: Office,
    template: Template,
    *,
    images: Mapping[str, Image],
    logo: Image | None = None,
    blank: bool = False,
    draft: dt.datetime | None = None,
) -> Document:
    """The release as it will be read.

    `images`: the photos by the name their block uses; a missing one is skipped. `logo`: the office's, None for a
    typographic letterhead. `blank`: the letterhead's place is left empty for pre-printed paper. `draft`: every page says
    that it is a draft, of the version of that moment; None: nothing says so.
    """
    source = Source(release=release, office=office, template=template, images=images)
    parts = tuple(block for name in template.parts.order for block in _PARTS[name](source))
    body, variants = spaced((*closing.held(parts), *attachments(source)), template)
    head, head_styles = compose_letterhead(office, template, logo, blank=blank)
    styles = role_styles(template) | {role: style for (role, _), style in reversed(head_styles.items())}
    mark, mark_styles = (None, {}) if draft is None else draft_mark(draft, styles[Role.FOOTER])
    return Document(
        metadata=_metadata(release, office),
        geometry=geometry(template.page),
        styles=styles,
        variants=variants | head_styles | mark_styles,
        letterhead=head,
        body=body,
        footer=_footer(template),
        mark=mark,
    )


def _metadata(release: Release, office: Office) -> Metadata:
    """What the files say about themselves: title, office, kind, hashtags, the dateline's day at midnight."""
    day = release.dateline.date or _NO_DAY
    if day < _EARLIEST_DAY:
        day = _NO_DAY
    return Metadata(
        title=readable(inline.plain(release.title)),
        author=readable(office_name(office)),
        subject=KINDS[release.kind],
        keywords=tuple(word for tag in release.hashtags if (word := readable(tag.lstrip("# \t")))),
        created=f"{day.isoformat()}T00:00:00{_OFFSETS[office.zone]}",
    )


def _footer(template: Template) -> Footer | None:
    """The template's line with its page numbers as fields."""
    rules = template.footer
    if not rules.text.strip():
        return None
    pieces = re.split(r"\{(page|pages)\}", rules.text)
    runs = tuple(
        Run(text=WIDEST_PAGE_NUMBER, field=piece) if index % 2 else Run(text=piece)
        for index, piece in enumerate(pieces)
        if piece
    )
    return Footer(text=Text(role=Role.FOOTER, runs=runs), only_if_longer=rules.only_if_longer)
