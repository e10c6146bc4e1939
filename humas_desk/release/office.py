"""The office that issues: facts for letterhead, dateline and number."""

from enum import StrEnum

from humas_desk.release.person import Contact, Unknown
from humas_desk.release.release import Kind, Zone
from humas_desk.values import dataclass


class Level(StrEnum):
    """Where the office stands in the supervisor's hierarchy."""

    RI = "ri"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"


class Body(StrEnum):
    """Which supervising body: Panwaslih in Aceh, Panwaslu below the regency."""

    BAWASLU = "bawaslu"
    PANWASLIH = "panwaslih"
    PANWASLU = "panwaslu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office.toml. Empty texts: not known or not used."""

    level: Level = Level.KABUPATEN
    body: Body = Body.BAWASLU
    region: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    social: tuple[str, ...] = ()
    logo: str = ""
    """Bare name of a picture beside office.toml; empty: a typographic letterhead."""
    city: str = ""
    zone: Zone = Zone.WIB
    unit_code: str = ""
    class_code: str = "HM"
    dateline_pattern: str = "{city} - ({day}/{month}) "
    number_pattern: str = "{seq:03}/{code}/{unit}/{month:02}/{year}"
    about: str = ""
    template: str = Kind.NEWS.value
    contacts: tuple[Contact, ...] = ()
    unknown: Unknown = ()


def office_short_name(office: Office) -> str:
    """The office as news copy names it: "Bawaslu Kabupaten Probolinggo", "Panwaslih Aceh", "Bawaslu RI"."""
    region = "RI" if office.level is Level.RI and not office.region.strip() else office.region.strip()
    return f"{office.body.value.capitalize()} {region}".strip()
