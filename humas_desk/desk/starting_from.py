"""A release begun from an earlier one: a copy of its own, with the places that may still tell of the old event marked.

A marked place (`unconfirmed`) is one that holds a name, a day, a number or a place and still says what the source says.
The mark goes when the place is changed, or when the writer says that it is right.
"""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import re

from humas_desk.desk.editing import new_release_id
from humas_desk.desk.finding import TextPlace, text_places
from humas_desk.release.release import Release

_TELLS_OF_AN_EVENT = re.compile(r"\d|(?<=[\w,;:)”\"’] )[“\"(‘]?[A-Z]")
"""A digit, or a capital inside a sentence: a day, a number, a name, a place."""
_ALWAYS = re.compile(
    r"dateline\.city|(blocks\[\d+\]|attachments\[\d+\]\.blocks\[\d+\])\.speaker\.\w+|signatories\[\d+\]\.(name|position|id_number)"
    r"|event\.(place|reply_to)|recipient|subject"
)
_NEVER = re.compile(r"number|about|contacts\[.*|hashtags\[.*|credits\..*|issued_by|event\.dress")
"""The office's own, or left out of the copy."""


def started_from(source: Release, today: dt.date) -> Release:
    """A new release with the text of an old one, dated today; what may be left of the old event is `unconfirmed`."""
    return _marked(
        replace(
            source,
            id=new_release_id(),
            number=None,
            embargo=None,
            released=None,
            dateline=replace(source.dateline, date=today),
            ignored=(),
            unconfirmed=(),
        )
    )


def duplicate_of(source: Release) -> Release:
    """The same release once more, under an id of its own; it has no number yet."""
    return replace(source, id=new_release_id(), number=None)


def correction_of(source: Release, today: dt.date, *, label: str) -> Release:
    """A Ralat of the release, dated today: `label` ("Ralat: ") before the title, no number yet.

    It is there to be mended: what was left as it is in the release is told again.
    """
    title = source.title if source.title.startswith(label) else f"{label}{source.title}"
    dateline = replace(source.dateline, date=today)
    return replace(
        source,
        id=new_release_id(),
        number=None,
        title=title,
        released=None,
        embargo=None,
        dateline=dateline,
        ignored=(),
    )


def confirmed(*places: str) -> Callable[[Release], Release]:
    """A change (`session.edit(confirmed("dateline.city"))`) that takes the marks of these places; none given: of all."""

    def change(release: Release) -> Release:
        left = tuple(place for place in release.unconfirmed if places and place not in places)
        return release if left == release.unconfirmed else replace(release, unconfirmed=left)

    return change


def _marked(release: Release) -> Release:
    places = [found.place for found in text_places(release) if _may_be_old(found)]
    if release.event is not None:
        places += [f"event.{name}" for name in ("date", "start", "end") if getattr(release.event, name)]
    return replace(release, unconfirmed=tuple(places))


def _may_be_old(found: TextPlace) -> bool:
    if _NEVER.fullmatch(found.place) or not found.seen.strip():
        return False
    return bool(_ALWAYS.fullmatch(found.place) or _TELLS_OF_AN_EVENT.search(found.seen))
