"""Paper: which printers there are, what is asked of them, and what is said about it. No printer is needed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
import subprocess

import pytest

from humas_desk.desk.folders import Folders
from humas_desk.desk.press import Press
from humas_desk.desk.printers import Printer, PrintOrder, PrintResult, PrintWarning, sheet_for, typed_pages
from humas_desk.desk.printing import PrintRoom, list_printers, print_release
from humas_desk.desk.requests import Job, PrintDone, PrintRequest
from humas_desk.desk.system import Printed, System
from humas_desk.desk.windows_calls import Call
from humas_desk.errors import NoProgram
from humas_desk.release.blocks import Paragraph
from tests.desk.makes import a_picture, a_release, an_office
from tests.desk.windows_printer import WindowsPrinter


@dataclass
class Room:
    """A computer that writes down what it is asked."""

    platform: str = "linux"
    has: frozenset[str] = frozenset({"lp", "lpstat"})
    refuses: frozenset[str] = frozenset()
    says: dict[str, str] = field(default_factory=dict)
    windows: WindowsPrinter = field(default_factory=WindowsPrinter)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    printed: list[bytes] = field(default_factory=list)
    drawn: list[tuple[int, int, tuple[int, int, int, int]]] = field(default_factory=list)

    def room(self) -> PrintRoom:
        system = System(
            platform=self.platform,
            start_file=lambda path, verb: self._ask(verb, path),
            run=self._run,
            output=self._output,
            start=lambda command: self._ask(*command),
            which=lambda name: name if name in self.has else None,
        )
        return PrintRoom(system=system, call_of=self._call_of, draw=self._draw)

    def _ask(self, *words: str) -> None:
        self.asked.append(words)
        if words[0] in self.refuses:
            raise OSError(2, "refused")
        if Path(words[-1]).suffix == ".pdf":
            self.printed.append(Path(words[-1]).read_bytes())

    def _run(self, command: Sequence[str]) -> bool:
        self._ask(*command)
        return True

    def _output(self, command: Sequence[str]) -> str:
        self._ask(*command)
        return self.says[command[1]]

    def _call_of(self, name: str) -> Call:
        return self.windows.call_of(name)

    def _draw(self, pdf: bytes, page: int, device: int, box: tuple[int, int, int, int]) -> None:
        assert pdf.startswith(b"%PDF")
        if "draw" in self.refuses:
            raise OSError("no FPDF_RenderPage")
        self.drawn.append((page, device, box))


@pytest.fixture
def press(folders: Folders) -> Press:
    return Press(folders)


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def a_request(order: PrintOrder | None = None, *, title: str = "Judul", template: str | None = None) -> PrintRequest:
    blocks = tuple(Paragraph(id=f"p{n}", text="Kata demi kata. " * 60) for n in range(9))
    release = replace(a_release(title), blocks=blocks)
    job = Job(release=release, photos={"foto.jpg": a_picture()}, office=an_office(), template=template)
    return PrintRequest(job=job, order=order or PrintOrder())


def how(done: PrintDone) -> Printed:
    assert done.result is not None
    return done.result.how


def test_printers_are_named_as_the_print_service_names_them() -> None:
    room = Room(says={"-d": "system default destination: Kantor\n", "-e": "Kantor\nLantai_2\n"})
    assert list_printers(room.room()) == (Printer(name="Kantor", is_default=True), Printer(name="Lantai_2"))


@pytest.mark.parametrize("says", ["no system default destination\n", ""])
def test_without_a_default_printer_none_is_marked(says: str) -> None:
    assert list_printers(Room(says={"-d": says, "-e": "Kantor\n"}).room()) == (Printer(name="Kantor"),)


def test_a_computer_without_a_print_service_has_no_printers() -> None:
    assert list_printers(Room(has=frozenset()).room()) == ()
    assert list_printers(Room(refuses=frozenset({"lpstat"})).room()) == ()


def test_a_print_service_that_does_not_answer_has_no_printers() -> None:
    def hangs(command: Sequence[str]) -> str:
        raise subprocess.TimeoutExpired(command, 5)

    room = PrintRoom(system=System(platform="linux", output=hangs, which=lambda name: name))
    assert list_printers(room) == ()


def test_windows_names_its_printers_and_the_default_one() -> None:
    room = Room(platform="win32", windows=WindowsPrinter(printers=("Kantor", "PDF"), default="PDF"))
    assert list_printers(room.room()) == (Printer(name="Kantor"), Printer(name="PDF", is_default=True))
    assert list_printers(Room(platform="win32", windows=WindowsPrinter(printers=())).room()) == ()
    refusing = WindowsPrinter(refuses=frozenset({"EnumPrintersW"}))
    assert list_printers(Room(platform="win32", windows=refusing).room()) == ()


def test_a_release_is_printed_as_ordered_at_true_size(press: Press, tmp_path: Path) -> None:
    room = Room()
    done = print_release(7, a_request(PrintOrder(printer="Kantor", copies=3, pages=(1, 2))), press, room.room())
    assert (done.serial, done.result) == (7, PrintResult(how=Printed.SENT))
    (command,) = room.asked
    assert command[:-1] == (
        "lp", "-d", "Kantor", "-o", "media=iso_a4_210x297mm", "-n", "3", "-o", "collate=true", "-P", "1,2",
        "-o", "print-scaling=none", "--",
    )  # fmt: skip
    assert Path(command[-1]).name == "2026-05-04 Judul.pdf"
    assert room.printed[0].startswith(b"%PDF")
    assert not list(tmp_path.glob("humas-desk-*"))


def test_without_a_print_service_the_reader_gets_the_file_and_it_stays_for_it(press: Press, tmp_path: Path) -> None:
    room = Room(has=frozenset())
    assert how(print_release(1, a_request(), press, room.room())) is Printed.OPENED
    assert room.asked[0][0] == "xdg-open"
    assert len(list(tmp_path.glob("humas-desk-*/*.pdf"))) == 1


def test_without_anything_that_opens_the_file_that_is_said(press: Press) -> None:
    with pytest.raises(NoProgram):
        print_release(1, a_request(), press, Room(has=frozenset(), refuses=frozenset({"xdg-open"})).room())


def test_a_release_with_errors_is_not_printed(press: Press) -> None:
    room = Room()
    done = print_release(1, a_request(title=""), press, room.room())
    assert (done.result, done.error, room.asked) == (None, None, [])
    assert done.problems


def f4_template(folders: Folders, size: str) -> str:
    path = folders.own_templates / "f4" / "template.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f'format = "humas-desk/template"\nversion = 1\nname = "F4"\nkinds = ["rilis-berita"]\n[page]\nsize = "{size}"\n',
        encoding="utf-8",
    )
    return "f4"


@pytest.mark.parametrize(
    ("size", "media", "warning"),
    [
        ("F4-215", "na_foolscap_8.5x13in", PrintWarning.FOLIO),
        ("F4-210", "om_folio_210x330mm", PrintWarning.FOLIO),
        ("Folio", "na_foolscap_8.5x13in", None),
        ("A4", "iso_a4_210x297mm", None),
    ],
)
def test_f4_is_asked_for_as_folio_and_that_is_said(
    press: Press, folders: Folders, size: str, media: str, warning: PrintWarning | None
) -> None:
    room = Room()
    done = print_release(1, a_request(template=f4_template(folders, size)), press, room.room())
    assert f"media={media}" in room.asked[0]
    assert done.result == PrintResult(how=Printed.SENT, warning=warning)


def test_windows_gets_the_pages_drawn_at_true_size(press: Press) -> None:
    room = Room(platform="win32")
    done = print_release(1, a_request(PrintOrder(printer="PDF", copies=2, pages=(2, 1, 99))), press, room.room())
    assert how(done) is Printed.SENT
    assert room.asked == []
    device = room.windows.device
    at_600_dpi = (-100, -120, 4961, 7016)
    assert room.drawn == [(page, device, at_600_dpi) for page in (2, 1, 2, 1)]
    assert room.windows.queue == ["2026-05-04 Judul"]


def test_where_windows_cannot_draw_the_reader_prints_a_plain_order(press: Press) -> None:
    room = Room(platform="win32", refuses=frozenset({"draw"}))
    assert how(print_release(1, a_request(), press, room.room())) is Printed.HANDED_OVER
    assert room.windows.queue == []
    assert room.asked[0][0] == "print"


def test_a_reader_that_knows_no_copies_only_opens_the_file(press: Press) -> None:
    room = Room(platform="win32", refuses=frozenset({"draw"}))
    assert how(print_release(1, a_request(PrintOrder(copies=2)), press, room.room())) is Printed.OPENED
    assert [words[0] for words in room.asked] == ["open"]


def test_paper_of_its_own_size_is_asked_for_by_its_measures() -> None:
    sheet = sheet_for(148, 210)
    assert (sheet.media, sheet.windows_code, sheet.is_folio) == ("Custom.148x210mm", 256, False)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", ()),
        ("1", (1,)),
        ("1-3", (1, 2, 3)),
        ("2–3, 1", (1, 2, 3)),
        (" 3 , 1 ", (1, 3)),
        ("1,,2", (1, 2)),
        ("4", None),
        ("0", None),
        ("3-2", None),
        ("1-2-3", None),
        ("-2", None),
        ("dua", None),
        ("²", None),
    ],
)
def test_pages_are_understood_as_they_are_typed(text: str, pages: tuple[int, ...] | None) -> None:
    assert typed_pages(text, 3) == pages
