"""The one place for `after`: work for later has a name, replaces its namesake, and can be called off."""

from collections.abc import Callable
import tkinter as tk
from typing import Protocol


class Clockwork(Protocol):
    """What the scheduler needs of a Tk root."""

    def after(self, ms: int, func: Callable[[], object]) -> str: ...

    def after_idle(self, func: Callable[[], object]) -> str: ...

    def after_cancel(self, id: str) -> None: ...


class Scheduler:
    """Named work for later, on the window's own thread.

    An error in the work goes where every Tk callback error goes (`report_callback_exception`, see ui/faults.py).
    """

    def __init__(self, root: Clockwork) -> None:
        self._root = root
        self._waiting: dict[str, str] = {}
        self._repeating: set[str] = set()

    def after(self, name: str, delay_ms: int, work: Callable[[], object]) -> None:
        """Do `work` once after the delay; work that waits under this name is called off (a debounce)."""
        self.cancel(name)
        self._waiting[name] = self._root.after(delay_ms, lambda: self._run(name, work))

    def within(self, name: str, delay_ms: int, work: Callable[[], object]) -> None:
        """Do `work` once after the delay, unless work waits under this name already (a throttle)."""
        if name not in self._waiting:
            self.after(name, delay_ms, work)

    def soon(self, name: str, work: Callable[[], object]) -> None:
        """Do `work` once when the window has nothing else to do, unless it waits under this name already."""
        if name not in self._waiting:
            self._waiting[name] = self._root.after_idle(lambda: self._run(name, work))

    def every(self, name: str, delay_ms: int, work: Callable[[], object]) -> None:
        """Do `work` again and again, the delay between end and start, until `cancel(name)` or an error in it."""

        def turn() -> None:
            self._repeating.add(name)
            work()
            if name in self._repeating and name not in self._waiting:
                self.after(name, delay_ms, turn)

        self.after(name, delay_ms, turn)

    def waits(self, name: str) -> bool:
        """Whether work of this name is still to come."""
        return name in self._waiting

    def cancel(self, name: str) -> None:
        """Call off the work of this name; nothing happens when there is none."""
        self._repeating.discard(name)
        handle = self._waiting.pop(name, None)
        if handle is not None:
            self._root.after_cancel(handle)

    def close(self) -> None:
        """Call off everything; the window is going away."""
        for name in tuple(self._waiting):
            try:
                self.cancel(name)
            except tk.TclError:
                continue

    def _run(self, name: str, work: Callable[[], object]) -> None:
        self._waiting.pop(name, None)
        work()
