"""The open release goes to disk by itself: soon after the first unsaved edit, on a thread of its own."""

from collections.abc import Callable
import datetime as dt
from enum import StrEnum
import logging
from pathlib import Path
import threading
import time

from humas_desk.desk.history import State
from humas_desk.desk.keeper import RELEASE_NAME, Keeper
from humas_desk.desk.logs import describe, where
from humas_desk.errors import HumasError, WriteFailed
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

WRITE_AFTER_S = 0.7
"""After the first unsaved edit; with the slowest disk's write it stays under the promised 1.5 s."""
RETRY_AFTER_S = 3.0
FLUSH_LIMIT_S = 15.0
"""How long closing waits for a disk that does not answer."""


class SaveState(StrEnum):
    """How the text on the screen and the text on the disk stand to each other."""

    UNTOUCHED = "untouched"
    """Nothing was changed since the start."""
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStatus:
    """What the status bar says."""

    state: SaveState
    at: dt.datetime | None = None
    """When the disk last confirmed, local time; None: never yet."""
    error: HumasError | None = None
    """Why it failed; None in every other state."""

    @property
    def is_safe(self) -> bool:
        """Everything on the screen is confirmed to be on the disk."""
        return self.state in (SaveState.UNTOUCHED, SaveState.SAVED)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class Autosave:
    """Writes the newest state. A throttle: also while typing goes on, no edit waits longer than `WRITE_AFTER_S`.

    `changed` and `poll` take microseconds and are for the window's thread; the disk is only touched by the writer.
    """

    def __init__(
        self,
        keeper: Keeper,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], dt.datetime] = _now,
        threaded: bool = True,
    ) -> None:
        """`threaded` False: nothing is written but by `step` and `flush`."""
        self._keeper = keeper
        self._clock = clock
        self._now = now
        self._lock = threading.Condition()
        self._pending: State | None = None
        self._due = 0.0
        self._writing = False
        self._closed = False
        self._hurry = False
        self._status = SaveStatus(state=SaveState.UNTOUCHED)
        self._thread: threading.Thread | None = None
        if threaded:
            self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
            self._thread.start()

    def changed(self, state: State) -> None:
        """This is the newest state."""
        with self._lock:
            if self._pending is None:
                self._due = self._clock() + WRITE_AFTER_S
            self._pending = state
            if self._status.state is not SaveState.FAILED:
                self._status = SaveStatus(state=SaveState.SAVING, at=self._status.at)
            self._lock.notify_all()

    def poll(self) -> SaveStatus:
        """How it stands now."""
        with self._lock:
            return self._status

    def step(self) -> float | None:
        """Write what is due; gives the seconds until the next look, None: nothing to wait for."""
        with self._lock:
            if self._pending is None:
                return None
            wait = self._due - self._clock()
            if wait > 0 and not self._hurry:
                return wait
            state, self._pending, self._writing, self._hurry = self._pending, None, True, False
        error = self._written(state)
        with self._lock:
            self._writing = False
            if error is None:
                done = SaveState.SAVING if self._is_waiting() else SaveState.SAVED
                self._status = SaveStatus(state=done, at=self._now())
            else:
                if not self._is_waiting():
                    self._pending = state
                self._due = self._clock() + RETRY_AFTER_S
                self._status = SaveStatus(state=SaveState.FAILED, at=self._status.at, error=error)
            self._lock.notify_all()
            return max(0.0, self._due - self._clock()) if self._is_waiting() else None

    def hurry(self) -> None:
        """Write now instead of in a moment; returns at once, `poll` tells when it is done."""
        with self._lock:
            self._hurry = self._pending is not None
            self._lock.notify_all()

    def flush(self) -> SaveStatus:
        """Have everything on the disk now, or know why not. Waits for the writer, for closing and switching releases."""
        self.hurry()
        if self._thread is None:
            self.step()
            return self.poll()
        with self._lock:
            self._lock.wait_for(lambda: not self._hurry and not self._writing, timeout=FLUSH_LIMIT_S)
            return self._status

    def close(self) -> SaveStatus:
        """Flush, and end the writer."""
        status = self.flush()
        with self._lock:
            self._closed = True
            self._lock.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=FLUSH_LIMIT_S)
        return status

    def _is_waiting(self) -> bool:
        return self._pending is not None

    def _run(self) -> None:
        while True:
            wait = self.step()
            with self._lock:
                if self._closed:
                    return
                if wait is None:
                    self._lock.wait_for(lambda: self._pending is not None or self._closed)
                else:
                    self._lock.wait_for(lambda: self._hurry or self._closed, timeout=wait)

    def _written(self, state: State) -> HumasError | None:
        try:
            self._keeper.keep(state.release, state.photos)
        except HumasError as error:
            log.warning("autosave failed: %s", describe(error))
            return error
        except Exception as error:  # noqa: BLE001 - whatever it is, the next edit must be saved again
            log.error("autosave met a fault of the program: %s\n%s", describe(error), where(error.__traceback__))  # noqa: TRY400
            return WriteFailed(Path(RELEASE_NAME), type(error).__name__)
        return None
