"""Releases, offices and pictures for the desk's tests."""

from collections.abc import Callable
import datetime as dt
from io import BytesIO
from pathlib import Path

from PIL import Image as Pixels

from humas_desk.desk.history import State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.session import Session
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Paragraph, Photo, PhotoFile, Quote, Table
from humas_desk.release.office import Office
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Release


def picture_bytes(color: str = "navy", size: tuple[int, int] = (1200, 800), form: str = "JPEG") -> bytes:
    out = BytesIO()
    Pixels.new("RGB", size, color).save(out, form)
    return out.getvalue()


def a_picture(color: str = "navy", size: tuple[int, int] = (1200, 800)) -> Image:
    return admit(picture_bytes(color, size), path=Path("foto.jpg"))


def a_release(title: str = "Bawaslu Mengajak Warga Mengawasi") -> Release:
    """Paragraph, quote, photo, table."""
    return Release(
        id="r1",
        title=title,
        dateline=Dateline(city="Kota Contoh", date=dt.date(2026, 5, 4)),
        blocks=(
            Paragraph(id="p1", text="Warga *diajak* mengawasi."),
            Quote(id="q1", text="Kami siap", speaker=Speaker(name="Sulastri", position="Ketua")),
            Photo(id="f1", files=(PhotoFile(file="foto.jpg", alt="Warga"),), caption="Warga."),
            Table(id="t1", rows=(("A", "B"), ("C", "D"))),
        ),
    )


def an_office(name: str = "") -> OfficeEntry:
    return OfficeEntry(name=name, office=Office(region="Kabupaten Contoh", city="Kota Contoh", address=("Jalan 1",)))


def a_session(release: Release | None = None, clock: Callable[[], float] = lambda: 0.0) -> Session:
    state = State(release=release or a_release(), photos={"foto.jpg": a_picture()})
    return Session(state, office=an_office(), clock=clock)
