"""People as a release names them."""

from dataclasses import dataclass

Unknown = tuple[tuple[str, object], ...]
"""Keys of a file that this version does not know, kept to be written back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is quoted. All texts may be empty while writing."""

    name: str = ""
    """Full name, degrees included: "Dr. Siti Aminah, S.H., M.H."."""
    short: str | None = None
    """Name in the news after the first mention; None: by the rule of `short_name`."""
    position: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody the media may call."""

    name: str = ""
    phone: str = ""
    email: str = ""
    unknown: Unknown = ()
