"""The form alone on the root window, over a session of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
import datetime as dt
import io
import tkinter as tk

from PIL import Image as Pixels
import pytest
import ttkbootstrap as ttk

from humas_desk.desk.history import Focus, State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.session import Session
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, PhotoFile, Quote, Table
from humas_desk.release.office import Office
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Release
from humas_desk.ui.form import Choice, Choices, Doors, Form
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import forget_tags

Pump = Callable[..., None]
SIZE = "601x640+0+0"

SPEECH = "Pengawasan yang baik dimulai dari warga yang tahu haknya"
BLOCKS: tuple[Block, ...] = (
    Paragraph(id="p1", text="Rapat *koordinasi* dibuka pagi ini."),
    Quote(id="q1", text=SPEECH, speaker=Speaker(name="Sulastri Dewi", position="Ketua Bawaslu Contoh")),
    Paragraph(id="p2", text="Kegiatan diikuti peserta dari semua kecamatan."),
    Heading(id="h1", text="Tindak lanjut"),
    ItemList(id="l1", items=("Posko pengaduan", "Pelatihan kader")),
    Photo(id="f1", files=(PhotoFile(file="rapat.jpg"),), caption="Suasana rapat."),
    Table(id="t1", rows=(("Kecamatan", "Peserta"), ("Utara", "12")), header=True),
)


@dataclass(slots=True, kw_only=True)
class Bench:
    """A form with everything a test needs to work on it."""

    app: ttk.App
    form: Form
    session: Session
    scheduler: Scheduler
    pump: Pump
    asked: list[tuple[int, str | None]] = field(default_factory=list)
    """Where the form asked for photos."""

    @property
    def texts(self) -> list[str]:
        """The texts of the blocks that have one."""
        return [block.text for block in self.session.release.blocks if not isinstance(block, ItemList | Photo | Table)]

    @property
    def ids(self) -> list[str]:
        return [block.id for block in self.session.release.blocks]

    def go(self, place: str, start: int = 0, end: int | None = None) -> tk.Misc:
        """Put the cursor there, as a finding or an undo does; gives the widget with the focus."""
        self.app.focus_force()
        self.form.go_to(Focus(place=place, start=start, end=start if end is None else end))
        self.pump()
        widget = self.app.focus_get()
        assert widget is not None
        return widget

    def press(self, *keysyms: str) -> None:
        """Real key events for the widget that has the focus."""
        for keysym in keysyms:
            widget = self.app.focus_get()
            assert widget is not None
            keys, _between, name = keysym.rpartition("-")
            widget.event_generate(f"<{keys}-Key-{name}>" if keys else f"<Key-{name}>")
            self.app.update()
        self.pump()

    def type(self, text: str) -> None:
        """Type it, key by key."""
        names = {" ": "space", "*": "asterisk", "/": "slash", ".": "period", ",": "comma", "?": "question"}
        self.press(*(names.get(character, character) for character in text))

    def settle(self) -> None:
        """Until nothing of the form waits any more."""
        names = ("rows", "measure", "prefetch", "caret", "problems", "sentences", "title")
        self.pump(lambda: not any(self.scheduler.waits(f"form-{name}") for name in names))


def picture(name: str) -> Image:
    """A small photo."""
    out = io.BytesIO()
    Pixels.new("RGB", (60, 40), "steelblue").save(out, "JPEG")
    return Image(data=out.getvalue(), format="JPEG", width_px=60, height_px=40, sha256=name)


@pytest.fixture
def open_form(app: ttk.App, pump: Pump) -> Iterator[Callable[[Release], Bench]]:
    """Opens a form over a release."""
    opened: list[Bench] = []

    def build(release: Release) -> Bench:
        office = OfficeEntry(name="contoh", office=Office(region="Kabupaten Contoh", city="Contoh"))
        session = Session(State(release=release, photos={"rapat.jpg": picture("rapat")}), office=office)
        scheduler = Scheduler(app)
        asked: list[tuple[int, str | None]] = []
        doors = Doors(on_add_photo=lambda index, block_id: asked.append((index, block_id)))
        choices = Choices(offices=(Choice(name="contoh", label="Bawaslu Kabupaten Contoh"),))
        form = Form(app, session, scheduler=scheduler, choices=choices, doors=doors)
        form.pack(fill="both", expand=True)
        session.subscribe(form.refresh)
        app.minsize(1, 1)
        app.geometry(SIZE)
        app.deiconify()
        app.focus_force()
        bench = Bench(app=app, form=form, session=session, scheduler=scheduler, pump=pump, asked=asked)
        opened.append(bench)
        bench.settle()
        return bench

    yield build
    for bench in opened:
        bench.form.close()
        bench.scheduler.close()
        forget_tags(bench.app)


@pytest.fixture
def bench(open_form: Callable[[Release], Bench]) -> Bench:
    """A form over a release with a block of every kind."""
    dateline = Dateline(city="Contoh", date=dt.date(2023, 8, 28))
    return open_form(Release(title="Rapat koordinasi dibuka", blocks=BLOCKS, dateline=dateline))
