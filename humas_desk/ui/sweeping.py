"""Garbage is collected on the window's own thread, between events.

A Tk variable or picture that dies on another thread (the autosave's) calls Tk from there and waits for the window; a window
that waits for that thread at the same moment would stand still for ever. Nor does a long collection fall between two keys.
"""

import gc

from humas_desk.ui import theme
from humas_desk.ui.scheduler import Scheduler

SWEEP = "sweep"


def sweep_regularly(scheduler: Scheduler) -> None:
    """Take Python's own collector out of service and do its work from the window, until the scheduler is closed.

    What exists now stays: it is the window itself.
    """
    gc.disable()
    gc.freeze()
    scheduler.every(SWEEP, theme.SWEEP_MS, _sweep)


def _sweep() -> None:
    """Collect what the collector itself would have collected by now: the oldest generation whose count is full."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [
        generation for generation, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit > 0
    ]
    if due:
        gc.collect(max(due))
