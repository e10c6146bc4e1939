"""What the commands and dialogs of one window share."""

import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.errors import HumasError
from humas_desk.ui.checking.reading import ProofReading
from humas_desk.ui.choosing import Chooser
from humas_desk.ui.dialogs import tell
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.toast import Toasts
from humas_desk.ui.worker_link import WorkerLink
from humas_desk.values import dataclass
from humas_desk.wording import error_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """One window's root, desk and helpers."""

    root: ttk.App
    desk: Desk
    scheduler: Scheduler
    link: WorkerLink
    toasts: Toasts
    chooser: Chooser
    reading: ProofReading
    """What the checker says about the open release."""

    def text_is_safe(self) -> bool:
        """Whether everything on the screen is confirmed to be on the disk."""
        return self.desk.autosave.poll().is_safe

    def tell_error(self, error: HumasError) -> None:
        """Say what happened, whether the text is safe, and what to do."""
        message = error_message(error, text_is_safe=self.text_is_safe())
        tell(self.root, message, icon="exclamation-triangle")
