"""The card of keys, asked of the worker and opened to be printed."""

from humas_desk.desk.requests import Exported, KeyCardRequest, KeySection
from humas_desk.desk.system import open_path
from humas_desk.errors import HumasError
from humas_desk.ui.actions import Actions
from humas_desk.ui.menu_bar import MENUS
from humas_desk.ui.shell import Shell
from humas_desk.wording import _


def make_key_card(shell: Shell, actions: Actions) -> None:
    """Have the card written beside the other exports; it opens in the PDF reader when it is there."""
    request = KeyCardRequest(
        title=_("Keys of Humas Desk"),
        sections=key_sections(actions),
        folder=shell.desk.export_defaults().folder,
        stem=_("Humas Desk - card of keys"),
    )

    def done(exported: Exported) -> None:
        result = exported.result
        error = exported.error or (result.error if result is not None else None)
        try:
            if error is not None:
                raise error
            if result is not None:
                open_path(result.paths[0])
                shell.toasts.show(_("The card is open in your PDF reader; print it there on A5."), icon="keyboard")
        except HumasError as refused:
            shell.tell_error(refused)

    shell.link.export(request, done)


def key_sections(actions: Actions) -> tuple[KeySection, ...]:
    """The table of actions by menu: what is done, and its key."""
    return tuple(
        KeySection(
            heading=_(heading).replace("&", ""),
            rows=tuple(
                (actions[name].label.rstrip("…"), actions[name].keys[0])
                for name in ids.split()
                if name != "|" and actions[name].keys
            ),
        )
        for heading, ids in MENUS
    )
