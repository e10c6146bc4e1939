import gc
import tkinter as tk
import weakref

import ttkbootstrap as ttk

from humas_desk.ui.tag_keys import bind_tag, forget_tags

TAG = "HumasBell"


class Part:
    """A part of the window that answers a bell."""

    def __init__(self, app: ttk.App, heard: list[str], name: str) -> None:
        self._heard, self._name = heard, name
        bind_tag(app, TAG, "<<Bell>>", self._rung, add=True)

    def _rung(self, _event: object) -> None:
        self._heard.append(self._name)


def test_a_part_that_was_taken_down_answers_no_more_and_is_not_kept(app: ttk.App) -> None:
    heard: list[str] = []
    bell = tk.Frame(app)
    bell.bindtags((TAG,))
    bell.pack()
    app.deiconify()
    app.update()
    gone = weakref.ref(Part(app, heard, "old"))
    bell.event_generate("<<Bell>>")
    forget_tags(app)
    gc.collect()
    assert gone() is None
    Part(app, heard, "new")
    bell.event_generate("<<Bell>>")
    assert heard == ["old", "new"]
    forget_tags(app)
