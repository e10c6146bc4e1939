import gc
import tkinter as tk
import weakref

import pytest
import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.sweeping import sweep_regularly
from tests.window.stand_ins import Pump


class Knot:
    """An object that only the collector can free."""

    def __init__(self, app: ttk.App) -> None:
        self.itself = self
        self.variable = tk.StringVar(app)


def test_garbage_is_collected_while_the_window_works_and_by_nobody_else(
    app: ttk.App, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "SWEEP_MS", 1)
    scheduler = Scheduler(app)
    sweep_regularly(scheduler)
    gone = weakref.ref(Knot(app))
    assert not gc.isenabled()
    rest = [[None] for _ in range(gc.get_threshold()[0] + 1)]
    assert gone() is not None
    pump(lambda: gone() is None)
    assert rest
    scheduler.close()
