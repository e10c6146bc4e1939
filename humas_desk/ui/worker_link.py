"""The window's line to the render worker: asks, looks for answers while some are due, and hands them on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from humas_desk.ui import theme
from humas_desk.ui.scheduler import Scheduler

if TYPE_CHECKING:
    from humas_desk.desk.requests import (
        Copied,
        CopyRequest,
        Done,
        Errand,
        Exported,
        ExportRequest,
        KeyCardRequest,
        PackageRequest,
        PageFilesRequest,
        Preview,
        PreviewRequest,
        PrintDone,
        PrintersFound,
        PrintRequest,
        WorkerTrouble,
    )

Answer = TypeVar("Answer")
POLL = "worker-poll"


class RenderWorker(Protocol):
    """What the link needs of the desk's Previewer."""

    @property
    def busy(self) -> bool: ...

    def start(self) -> None: ...

    def request(self, request: "PreviewRequest") -> object: ...

    def ask(self, errand: "Errand") -> int: ...

    def cancel(self, serial: int) -> None: ...

    def poll(self) -> "tuple[Preview | Done | WorkerTrouble, ...]": ...


class WorkerLink:
    """Shares one worker between the pane, the settings' letterhead and exports."""

    def __init__(self, find_worker: Callable[[], RenderWorker], scheduler: Scheduler) -> None:
        """`find_worker` is first called when the worker is started or asked for something."""
        self._find_worker = find_worker
        self._scheduler = scheduler
        self._watchers: dict[str, Callable[[Preview], None]] = {}
        self._exports: dict[int, Callable[[Exported], None]] = {}
        self._copies: dict[int, Callable[[Copied], None]] = {}
        self._prints: dict[int, Callable[[PrintDone], None]] = {}
        self._printers: dict[int, Callable[[PrintersFound], None]] = {}
        self._on_trouble: list[Callable[[WorkerTrouble], None]] = []

    def start(self) -> None:
        """Start the worker; call it after the first paint."""
        self._find_worker().start()
        self._watch()

    def watch(self, channel: str, show: "Callable[[Preview], None]") -> Callable[[], None]:
        """Previews of this channel go to `show`; the function given back ends that."""
        self._watchers[channel] = show
        return lambda: self._forget(channel, show)

    def on_trouble(self, show: "Callable[[WorkerTrouble], None]") -> Callable[[], None]:
        """Troubles of the worker go to `show`; the function given back ends that."""
        self._on_trouble.append(show)
        return lambda: self._on_trouble.remove(show)

    def request(self, request: "PreviewRequest") -> None:
        """Ask for pages; a newer request of the same channel wins."""
        self._find_worker().request(request)
        self._watch()

    def export(
        self,
        request: "ExportRequest | PageFilesRequest | PackageRequest | KeyCardRequest",
        on_done: "Callable[[Exported], None]",
    ) -> Callable[[], None]:
        """Ask for files; `on_done` gets what became of them, unless the function given back calls it off before."""
        return self._ask(request, self._exports, on_done)

    def copy(self, request: "CopyRequest", on_done: "Callable[[Copied], None]") -> Callable[[], None]:
        """Ask for the release as text; `on_done` gets it, unless the function given back calls it off before."""
        return self._ask(request, self._copies, on_done)

    def print_out(self, request: "PrintRequest", on_done: "Callable[[PrintDone], None]") -> Callable[[], None]:
        """Ask for pages on paper; `on_done` gets what became of them, unless the function given back calls it off."""
        return self._ask(request, self._prints, on_done)

    def printers(self, on_done: "Callable[[PrintersFound], None]") -> None:
        """Ask which printers there are; `on_done` gets them."""
        from humas_desk.desk.requests import PrintersRequest

        self._printers[self._find_worker().ask(PrintersRequest())] = on_done
        self._watch()

    def _ask(
        self, request: "Errand", waiting: "dict[int, Callable[[Answer], None]]", on_done: "Callable[[Answer], None]"
    ) -> Callable[[], None]:
        worker = self._find_worker()
        serial = worker.ask(request)
        waiting[serial] = on_done
        self._watch()

        def call_off() -> None:
            if waiting.pop(serial, None) is not None:
                worker.cancel(serial)

        return call_off

    def _watch(self) -> None:
        self._scheduler.within(POLL, theme.POLL_BUSY_MS, self._look)

    def _look(self) -> None:
        answers = self._find_worker().poll()
        if self._find_worker().busy:
            self._watch()
        for answer in answers:  # last: one of them may open a dialog and come back when that is closed
            self._hand_on(answer)

    def _hand_on(self, answer: "Preview | Done | WorkerTrouble") -> None:
        from humas_desk.desk.requests import Copied, Exported, Preview, PrintDone, PrintersFound, WorkerTrouble

        match answer:
            case Preview():
                show = self._watchers.get(answer.channel)
                if show is not None:
                    show(answer)
            case Exported():
                self._exports.pop(answer.serial, _nobody)(answer)
            case Copied():
                self._copies.pop(answer.serial, _nobody)(answer)
            case PrintDone():
                self._prints.pop(answer.serial, _nobody)(answer)
            case PrintersFound():
                self._printers.pop(answer.serial, _nobody)(answer)
            case WorkerTrouble():
                for tell in tuple(self._on_trouble):
                    tell(answer)

    def _forget(self, channel: str, show: "Callable[[Preview], None]") -> None:
        if self._watchers.get(channel) is show:
            del self._watchers[channel]


def _nobody(_answer: "Done") -> None:
    """Whoever asked does not wait any more."""
