"""The keys of a text: Tk's own, without those of Emacs and without what the form does itself."""

import tkinter as tk

KEYS = "HumasText"
"""Class tag that stands in for "Text" in a text's bindtags."""

_LEFT_OUT = frozenset(
    {
        "<Control-Key-h>",
        "<Control-Key-d>",
        "<Control-Key-k>",
        "<Control-Key-o>",
        "<Control-Key-t>",
        "<Control-Key-i>",
        "<Control-Key-space>",
        "<Control-Shift-Key-space>",
        "<Meta-Key-b>",
        "<Meta-Key-d>",
        "<Meta-Key-f>",
        "<Meta-Key-less>",
        "<Meta-Key-greater>",
        "<Meta-Key-BackSpace>",
        "<Meta-Key-Delete>",
        "<Key-Tab>",
        "<Shift-Key-Tab>",
        "<Control-Key-Tab>",
        "<Control-Shift-Key-Tab>",
        "<Key-Insert>",
        "<Key-Next>",
        "<Key-Prior>",
        "<Control-Key-Next>",
        "<Control-Key-Prior>",
        "<<Undo>>",
        "<<Redo>>",
        "<<Paste>>",
        "<<PasteSelection>>",
        "<MouseWheel>",
        "<Shift-MouseWheel>",
        "<Button-4>",
        "<Button-5>",
        "<Shift-Button-4>",
        "<Shift-Button-5>",
        "<Button-2>",
        "<B2-Motion>",
    }
)
_EMACS_ENTRY_KEYS = ("<Control-Key-h>", "<Control-Key-d>", "<Control-Key-k>")
_EMACS_EVENTS = {
    "<<PrevChar>>": "b",
    "<<NextChar>>": "f",
    "<<PrevLine>>": "p",
    "<<NextLine>>": "n",
    "<<LineStart>>": "a",
    "<<LineEnd>>": "e",
    "<<Cut>>": "w",
    "<<Paste>>": "y",
}
_EMACS_SELECTING_EVENTS = {
    "<<SelectPrevChar>>": "b",
    "<<SelectNextChar>>": "f",
    "<<SelectPrevLine>>": "p",
    "<<SelectNextLine>>": "n",
    "<<SelectLineStart>>": "a",
    "<<SelectLineEnd>>": "e",
}


def install(root: tk.Misc) -> None:
    """Make the class tag `KEYS` and take Emacs' keys away from every field; doing it twice changes nothing."""
    if root.tk.call("bind", KEYS):
        return
    _forget_emacs(root)
    for sequence in root.tk.splitlist(root.tk.call("bind", "Text")):
        if str(sequence) not in _LEFT_OUT:
            root.tk.call("bind", KEYS, sequence, root.tk.call("bind", "Text", sequence))
    for field_class in ("TEntry", "TCombobox"):
        for sequence in _EMACS_ENTRY_KEYS:
            root.tk.call("bind", field_class, sequence, "# not Emacs")


def _forget_emacs(root: tk.Misc) -> None:
    for event, letter in _EMACS_EVENTS.items():
        root.event_delete(event, f"<Control-Key-{letter}>", f"<Control-Lock-Key-{letter.upper()}>")
    for event, letter in _EMACS_SELECTING_EVENTS.items():
        root.event_delete(event, f"<Control-Key-{letter.upper()}>", f"<Control-Lock-Key-{letter}>")
    root.event_add("<<SelectAll>>", "<Control-Key-a>", "<Control-Lock-Key-A>")
    root.event_add("<<Redo>>", "<Control-Key-y>", "<Control-Lock-Key-Y>")


def use(text: tk.Text) -> None:
    """Give a text these keys in place of Tk's; its own and the window's stay."""
    text.bindtags(tuple(KEYS if tag == "Text" else tag for tag in text.bindtags()))
