"""Errors in the window's own code: logged without a word of the release, told calmly, and never fatal."""

from collections.abc import Callable
import logging
import tkinter as tk
from types import TracebackType

from humas_desk.desk.logs import describe, where
from humas_desk.errors import HumasError
from humas_desk.wording import Message, error_message, fault_message

LOGGER = logging.getLogger("humas_desk.ui")


class Faults:
    """Takes every error of a Tk callback: one dialog at a time, the first of a kind in full in the log."""

    def __init__(self, *, is_saved: Callable[[], bool], tell: Callable[[Message], None]) -> None:
        self._is_saved = is_saved
        self._tell = tell
        self._telling = False

    def install(self, root: tk.Tk) -> None:
        """From now on errors in the root's callbacks come here."""
        root.report_callback_exception = self.report

    def report(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error and tell it; an error while telling is only logged."""
        LOGGER.error("error in a callback: %s\n%s", describe(error), where(trace))
        if self._telling or not isinstance(error, Exception):
            return
        self._telling = True
        try:
            self._tell(message_for(error, text_is_safe=self._is_saved()))
        except tk.TclError:
            LOGGER.warning("the error could not be told: the window is going away")
        finally:
            self._telling = False


def message_for(error: Exception, *, text_is_safe: bool) -> Message:
    """The sentences for an error: its own when it was foreseen."""
    if isinstance(error, HumasError):
        return error_message(error, text_is_safe=text_is_safe)
    return fault_message(text_is_safe=text_is_safe)
