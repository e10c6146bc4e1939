"""What every part of the page is composed from."""

from collections.abc import Mapping
import datetime as dt

from humas_desk.layout.document import Role, Text
from humas_desk.layout.runs import Runs, finished
from humas_desk.layout.template import RoleRules, Template
from humas_desk.photos.image import Image
from humas_desk.release.office import Office
from humas_desk.release.release import Release
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A release, who sends it, how it looks, and its pictures by file name."""

    release: Release
    office: Office
    template: Template
    images: Mapping[str, Image]

    def rules(self, role: Role) -> RoleRules:
        """How the template sets a role."""
        return self.template.roles[role]

    @property
    def day(self) -> dt.date | None:
        """Day of release: the one on number and signature; None while it is not known."""
        return self.release.released or self.release.dateline.date

    @property
    def city(self) -> str:
        """Where it is signed: the dateline's city, else the office's."""
        return self.release.dateline.city.strip() or self.office.city.strip()


def paragraph(
    source: Source,
    role: Role,
    runs: Runs,
    *,
    newline: str = " ",
    block_id: str = "",
    keep_next: bool = False,
    quoted: bool = False,
) -> tuple[Text, ...]:
    """One paragraph, its runs finished; none when there is nothing to see."""
    ready = finished(runs, newline=newline, caps=source.rules(role).caps)
    if not ready:
        return ()
    return (Text(role=role, runs=ready, block_id=block_id, keep_next=keep_next, quoted=quoted),)
