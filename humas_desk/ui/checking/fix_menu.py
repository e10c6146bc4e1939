"""What can be done about a finding, where the pointer or the cursor is."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.ignoring import IN_OFFICE, Reach, is_spelling, needs_reason, reaches
from humas_desk.language.findings import Finding
from humas_desk.ui.checking.finding_words import fix_words, shorten
from humas_desk.values import dataclass
from humas_desk.wording import _, mark

REACHES = {
    Reach.HERE: mark("Leave it here"),
    Reach.WORD: mark("Leave “{text}” everywhere in this release"),
    Reach.RULE: mark("Leave this rule in this release"),
    Reach.OFFICE_WORD: mark("Leave “{text}” in all releases of the office"),
    Reach.OFFICE_RULE: mark("Leave this rule in all releases of the office"),
}
MOST_FIXES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FixDoors:
    """Who does it."""

    mend: Callable[[Finding, str], object]
    leave: Callable[[Finding, Reach], object]
    learn: Callable[[Finding], object]
    why: Callable[[Finding], object]


def reach_words(finding: Finding, reach: Reach) -> str:
    """What the menu says; … where a reason will be asked for."""
    words = _(REACHES[reach]).format(text=shorten(finding.text, 24))
    return f"{words}…" if needs_reason(finding) else words


def leave_entries(menu: tk.Menu, finding: Finding, leave: Callable[[Finding, Reach], object]) -> None:
    """One entry for each reach; those for the office below a line."""
    is_below = False
    for reach in reaches(finding):
        if reach in IN_OFFICE and not is_below:
            menu.add_separator()
            is_below = True
        menu.add_command(label=reach_words(finding, reach), command=partial(leave, finding, reach))


def fix_menu(parent: tk.Misc, finding: Finding, fixes: Sequence[str], doors: FixDoors) -> tk.Menu:
    """The menu, to be posted: replacements, ways to leave it, the dictionary, and why."""
    menu = ttk.Menu(parent)
    for fix in fixes[:MOST_FIXES]:
        menu.add_command(label=fix_words(finding, fix), command=partial(doors.mend, finding, fix))
    if not fixes:
        menu.add_command(label=shorten(finding.message, 60), state="disabled")
    menu.add_separator()
    leave_entries(menu, finding, doors.leave)
    if is_spelling(finding):
        words = _("Add “{text}” to the office's dictionary").format(text=shorten(finding.text, 24))
        menu.add_command(label=words, command=partial(doors.learn, finding))
    menu.add_separator()
    menu.add_command(label=_("Why?"), command=partial(doors.why, finding))
    return menu
