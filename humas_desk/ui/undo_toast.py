"""A toast that says what was done and takes it back; it goes as soon as something else is done."""

from collections.abc import Callable

from humas_desk.desk.session import Change
from humas_desk.ui.shell import Shell
from humas_desk.wording import _


class UndoToast:
    """Instead of asking before: the way back stands there after."""

    def __init__(self, shell: Shell, undo: Callable[[], object]) -> None:
        self._shell = shell
        self._undo = undo
        self._end: Callable[[], None] | None = None

    def show(self, text: str) -> None:
        """Say it; the button takes back exactly this step."""
        self._forget()
        self._shell.toasts.show(text, icon="check2", action=(_("Undo"), self._take_back))
        self._end = self._shell.desk.session.subscribe(self._changed)

    def _take_back(self) -> None:
        self._forget()
        self._undo()

    def _changed(self, _change: Change) -> None:
        """The last step is another one now."""
        self._forget()
        self._shell.toasts.hide()

    def _forget(self) -> None:
        if self._end is not None:
            self._end()
            self._end = None
