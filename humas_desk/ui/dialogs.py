"""Windows over the window: their common frame, and the calm message with verbs on its buttons."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.values import dataclass
from humas_desk.wording import Message, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of a message: what it answers, and the verb on it."""

    answer: str
    label: str
    primary: bool = False
    """The filled one; Enter takes it."""


class Dialog(ttk.Toplevel):
    """A window over its owner: `body` for the content, `foot` for the buttons; Escape closes it.

    Fill both frames, then `show()`; it is placed over the middle of its owner and keeps the keyboard until closed.
    """

    def __init__(self, owner: tk.Misc, title: str, *, resizable: bool = False) -> None:
        super().__init__(title, master=owner, resizable=(resizable, resizable))
        self._is_gone = False
        self.withdraw()
        self._owner_window = owner.winfo_toplevel()
        self.transient(self._owner_window)
        self.configure(background=theme.PAPER)
        self.foot = ttk.Frame(self, bootstyle=theme.SURFACE_CHROME, padding=theme.pair(self, theme.WIDE, theme.INSET))
        self.foot.pack(side="bottom", fill="x")
        ttk.Frame(self, bootstyle=theme.SURFACE_EDGE, height=theme.px(self, theme.HAIR)).pack(side="bottom", fill="x")
        self.body = ttk.Frame(self, padding=theme.pair(self, theme.ROOMY, theme.WIDE))
        self.body.pack(side="top", fill="both", expand=True)
        self.bind("<Escape>", self._escaped)
        self.protocol("WM_DELETE_WINDOW", self.close)

    def add_button(self, label: str, run: Callable[[], object], *, primary: bool = False) -> ttk.Button:
        """A button in the foot; the filled one answers Enter."""
        style = "primary" if primary else f"{theme.SURFACE_CHROME} outline"
        button = ttk.Button(self.foot, text=label, command=run, bootstyle=style)
        button.pack(side="right", padx=theme.pair(self, theme.GAP, 0))
        if primary:
            for key in ("<Return>", "<KP_Enter>"):
                self.bind(key, lambda event: self._entered(event, button))
        return button

    def show(self, *, focus: tk.Misc | None = None, size: tuple[int, int] | None = None) -> None:
        """Place and open it; `size` in logical pixels, None: as its content needs.

        Events are handled until it is seen: one of them may close it, and then it stays closed.
        """
        self.update_idletasks()
        if self._is_gone:
            return
        width, height = theme.pair(self, *size) if size else (self.winfo_reqwidth(), self.winfo_reqheight())
        width, height = theme.within_screen(self, width, height)
        self.geometry(f"{width}x{height}+{'+'.join(str(edge) for edge in self._place(width, height))}")
        self.deiconify()
        if self._comes_up():
            self.grab_set()
            (focus or self).focus_set()

    def fit(self) -> None:
        """Its content changed: as large as it needs, where it stands."""
        self.update_idletasks()
        self.geometry(f"{self.winfo_reqwidth()}x{self.winfo_reqheight()}")

    def wait(self) -> None:
        """Come back when it is closed."""
        if not self._is_gone:
            self.wait_window(self)

    def close(self) -> None:
        """Close it; the keyboard is again where it was in the owner."""
        if self.winfo_exists():
            self.grab_release()
            self.destroy()
            (self._owner_window.focus_lastfor() or self._owner_window).focus_set()

    def destroy(self) -> None:
        """Take it away with all that is in it, also together with its owner."""
        self._is_gone = True
        super().destroy()

    def _comes_up(self) -> bool:
        """Wait until it is seen; False when it was closed before."""
        try:
            self.wait_visibility()
        except tk.TclError:
            if not self._is_gone:
                raise
        return not self._is_gone

    def _place(self, width: int, height: int) -> tuple[int, int]:
        owner = self._owner_window
        left = owner.winfo_rootx() + (owner.winfo_width() - width) // 2
        top = owner.winfo_rooty() + (owner.winfo_height() - height) // 3
        room = (self.winfo_screenwidth() - width, self.winfo_screenheight() - height)
        return max(0, min(left, room[0])), max(0, min(top, room[1]))

    def _escaped(self, _event: object) -> str:
        self.close()
        return "break"

    def _entered(self, event: "tk.Event[tk.Misc]", button: ttk.Button) -> None:
        """Enter takes the filled button; not from another button, which it takes itself, nor from a text."""
        if event.widget.winfo_class() not in {"TButton", "Text"} and button.instate(["!disabled"]):
            button.invoke()


def ask(owner: tk.Misc, message: Message, choices: Sequence[Choice], *, icon: str = "info-circle") -> str | None:
    """What the person chose; None when the window was closed with Escape or its cross.

    The three sentences of the message are shown as they are; choices stand from right to left.
    """
    dialog = Dialog(owner, _("Humas Desk"))
    answers: list[str] = []

    def take(answer: str) -> None:
        answers.append(answer)
        dialog.close()

    _fill_message(dialog, message, icon)
    buttons = [dialog.add_button(one.label, partial(take, one.answer), primary=one.primary) for one in choices]
    chosen = next((button for one, button in zip(choices, buttons, strict=True) if one.primary), buttons[0])
    dialog.show(focus=chosen)
    dialog.wait()
    return answers[0] if answers else None


def tell(owner: tk.Misc, message: Message, *, icon: str = "info-circle") -> None:
    """Show the message until it is closed."""
    ask(owner, message, (Choice(answer="close", label=_("Close"), primary=True),), icon=icon)


def _fill_message(dialog: Dialog, message: Message, icon: str) -> None:
    wrap = theme.px(dialog, theme.LABEL_WRAP)
    ttk.Label(dialog.body, icon=icon, icon_size=theme.ICON_LARGE, bootstyle="primary").pack(
        side="left", anchor="n", padx=theme.pair(dialog, 0, theme.WIDE)
    )
    words = ttk.Frame(dialog.body)
    words.pack(side="left", fill="both", expand=True)
    ttk.Label(words, text=message.what, font=theme.UI_BOLD, wraplength=wrap, justify="left").pack(anchor="w")
    rest = " ".join(part for part in (message.safe, message.todo) if part)
    if rest:
        ttk.Label(words, text=rest, font=theme.UI, wraplength=wrap, justify="left").pack(
            anchor="w", pady=theme.pair(dialog, theme.SNUG, 0)
        )
