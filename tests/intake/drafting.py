"""Short drafts for tests, and what comes of them in few words."""

from collections.abc import Collection
import datetime as dt

from humas_desk.intake.parts import Intake, UnsureCode
from humas_desk.intake.reading import read_text
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.inline import plain
from humas_desk.release.release import Release

TODAY = dt.date(2025, 11, 20)
PLACES = frozenset({"Contoh", "Padang Pariaman", "Tanjung Pinang", "Lima Puluh Kota"})
TITLE = "Bawaslu Contoh Latih Pengawas Desa"
LEAD = (
    "Bawaslu Kabupaten Contoh melatih 120 pengawas desa di pendopo selama dua hari untuk menghadapi tahapan berikutnya."
)


def read(text: str, places: Collection[str] = PLACES) -> Intake:
    """What comes of a whole draft."""
    return read_text(text, today=TODAY, places=places)


def body(*paragraphs: str) -> Release:
    """The release of a draft with a title, a lead and these paragraphs."""
    return read("\n\n".join((TITLE, f"Contoh, 18 November 2025 - {LEAD}", *paragraphs))).release


def quotes(release: Release) -> list[Quote]:
    """Its quotes."""
    return [block for block in release.blocks if isinstance(block, Quote)]


def the_quote(*paragraphs: str) -> Quote:
    """The last quote of a draft with these paragraphs."""
    return quotes(body(*paragraphs))[-1]


def shown(release: Release) -> list[str]:
    """Paragraphs and quotes in a line each: joined ones begin with a plus."""
    blocks = [block for block in release.blocks if isinstance(block, Paragraph | Quote)]
    return [("+" if block.joined else "") + plain(block.text) for block in blocks]


def doubts(intake: Intake) -> set[UnsureCode]:
    """What is not sure."""
    return {one.code for one in intake.unsure}
