"""What was changed since the release was approved, in a window over the work."""

from humas_desk.desk.comparing import Comparison
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.records.compared_text import ComparedText
from humas_desk.ui.shell import Shell
from humas_desk.wording import _


def show_since(shell: Shell, title: str, since: Comparison) -> None:
    """Stays until it is closed."""
    dialog = Dialog(shell.root, title, resizable=True)
    dialog.body.configure(padding=0)
    text = ComparedText(dialog.body)
    text.pack(fill="both", expand=True)
    text.show(since, shell.desk.session.release)
    close = dialog.add_button(_("Close"), dialog.close, primary=True)
    dialog.show(focus=close, size=theme.COPY_SIZE)
