"""Words for the archive's values: kinds, statuses, and what versions were kept for."""

import datetime as dt

from humas_desk.archive.values import Status, Why
from humas_desk.desk.shown_dates import long_date
from humas_desk.release.release import Kind
from humas_desk.wording import _, mark

KINDS = {
    Kind.NEWS: mark("News release"),
    Kind.PRESS: mark("Press release"),
    Kind.INVITATION: mark("Media invitation"),
}
STATUSES = {
    Status.DRAFT: mark("Draft"),
    Status.WAITING: mark("Waiting for approval"),
    Status.APPROVED: mark("Approved"),
    Status.FINAL: mark("Final"),
    Status.VOID: mark("Cancelled"),
}
STATUS_ICONS = {
    Status.DRAFT: "pencil",
    Status.WAITING: "hourglass-split",
    Status.APPROVED: "check2-circle",
    Status.FINAL: "check-circle-fill",
    Status.VOID: "x-circle",
}
REASONS = {
    Why.TIME: mark("While writing"),
    Why.CLOSE: mark("When it was closed"),
    Why.EXPORT: mark("When it was exported or printed"),
    Why.APPROVAL: mark("When it was approved"),
    Why.FINAL: mark("When it was made final"),
    Why.RESTORE: mark("Before an older version was restored"),
    Why.IMPORT: mark("Before a file took its place"),
}


def shown_time(at: dt.datetime) -> str:
    """ "22 November 2026, 14.32", on this computer's clock."""
    here = at.astimezone()
    return f"{long_date(here.date())}, {here.hour:02}.{here.minute:02}"


def titled(title: str) -> str:
    """A title as a list shows it; one that is missing is called so."""
    return title.strip() or _("(no title)")
