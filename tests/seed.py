"""The article that the product was founded on, as a release. Its sentences are read from the shared material, never kept here."""

import datetime as dt
from pathlib import Path
import re

from humas_desk.release.blocks import Block, Paragraph, Pattern, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Kind, Release

SEED_FILE = "seed/000_350e65693da8bed4.txt"
_SPEECH = re.compile("[“”](?P<speech>[^“”]*),” (?P<verb>[a-z]+)nya\\.")


def seed_text(shared: Path) -> str:
    """The article as it was found."""
    return (shared / SEED_FILE).read_text(encoding="utf-8")


def seed_release(shared: Path, kind: Kind = Kind.NEWS) -> Release:
    """The article as a writer would enter it: dateline, lead-in with its joined quote, a second quote."""
    title, _artefact, lead, opening, speech, *rest = seed_text(shared).strip().split("\n")
    city, text = lead.split(" - (28/8) ")
    first, second = _SPEECH.search(opening), _SPEECH.fullmatch(speech)
    if first is None or second is None:
        raise AssertionError("the seed is not the article that this reads")
    speaker = Speaker(name="Ferdinand Eskol Tiar Sirait", position="Deputi Administrasi Bawaslu RI")
    blocks: tuple[Block, ...] = (
        Paragraph(id="lead", text=text),
        Paragraph(id="lead-in", text=opening[: first.start()].strip()),
        Quote(
            id="first",
            text=first["speech"],
            verb=first["verb"],
            pattern=Pattern.QUOTE_VERB_NYA,
            speaker=speaker,
            joined=True,
        ),
        Quote(id="second", text=second["speech"], verb=second["verb"], pattern=Pattern.QUOTE_VERB_NYA, speaker=speaker),
        *(Paragraph(id=f"after-{number}", text=text) for number, text in enumerate(rest)),
    )
    dateline = Dateline(city=city, date=dt.date(2023, 8, 28))
    return Release(id="seed", kind=kind, office="probolinggo", title=title, dateline=dateline, blocks=blocks)
