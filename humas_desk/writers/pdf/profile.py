"""What kind of PDF is wanted."""

from enum import StrEnum


class Profile(StrEnum):
    """How much a PDF says besides what it shows; all kinds show the same pages."""

    ARCHIVE = "archive"
    """PDF/A-3a and PDF/UA-1: can be read aloud, and looks the same in fifty years."""
    PLAIN = "plain"
    """The smallest file, and the soonest."""
