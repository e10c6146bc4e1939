"""What an office has taught the checker: its choices where the rules leave one, its dictionary, what it never wants told."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.checking import (
    HouseStyle,
    joined,
    load_style,
    save_style,
    style_file,
    with_word,
    without_left,
    without_word,
)
from humas_desk.desk.offices import OfficeEntry, office_label
from humas_desk.errors import HumasError
from humas_desk.language.findings import Switches
from humas_desk.ui import theme
from humas_desk.ui.checking.left_list import LeftList
from humas_desk.ui.checking.style_list import style_list
from humas_desk.ui.choosing import FileKind
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, mark

AS_WRITTEN = mark("As the text does mostly")
SWITCHES: tuple[tuple[str, str, tuple[tuple[object, str], ...]], ...] = (
    ("clock", mark("Clock"), ((None, AS_WRITTEN), (".", "10.00"), (":", "10:00"))),
    ("dash", mark("From–to"), ((None, AS_WRITTEN), ("–", "10–12 Mei"), ("-", "10-12 Mei"))),
    (
        "slash_dates",
        mark("Dates like (28/8)"),
        ((True, mark("House style")), (False, mark("Suggest the month's name"))),
    ),
    ("pemilu_capital", mark("Election"), ((None, AS_WRITTEN), (True, "Pemilu"), (False, "pemilu, Pemilu 2029"))),
    ("numbers_in_words", mark("Numbers of one word"), ((True, "dua, sebelas"), (False, mark("As they are written")))),
    (
        "expand_short_forms",
        mark("Short forms"),
        ((True, mark("Write them out at their first use")), (False, mark("Leave them as they are"))),
    ),
)
"""Field of `Switches`, its name, and the choices: value and words."""
_COLUMNS = 34
_COLUMN_WRAP = 300


class StyleDialog:
    """Every change is kept at once; the release is read again with it."""

    def __init__(
        self,
        shell: Shell,
        *,
        on_change: Callable[[], object],
        entry: OfficeEntry | None = None,
        owner: tk.Misc | None = None,
    ) -> None:
        """`entry`: whose house style; None: that of the open release's office. `owner`: the window it stands over."""
        self._shell = shell
        self._on_change = on_change
        entry = entry or shell.desk.session.office
        self._path = style_file(shell.desk.folders, entry.name)
        self._trouble: HumasError | None = None
        self._style = self._read()
        office = office_label(entry.office) or _("this desk")
        self.dialog = Dialog(owner or shell.root, _("House style of {office}").format(office=office))
        self.choices: dict[str, ttk.Combobox] = {}
        body = self.dialog.body
        says = _("Chosen once for all releases of this office; the check follows it at once.")
        ttk.Label(body, text=says, font=theme.UI, bootstyle="secondary").pack(
            anchor="w", pady=theme.pair(body, 0, theme.GAP)
        )
        self._build_switches(body)
        lists = ttk.Frame(body)
        lists.pack(fill="both", expand=True)
        says = _("Words in it are never underlined: names, terms, programs of yours.")
        self._build_words(self._column(lists, 0, _("Dictionary of the office"), says))
        says = _("Chosen in the menu of a finding. What must be withheld is always told.")
        column = self._column(lists, 1, _("Not told to this office"), says)
        self.left = LeftList(column, rule=shell.reading.rule, on_heed=self._heed)
        self.left.pack(fill="both", expand=True)
        self._show_lists()
        self.dialog.add_button(_("Close"), self.dialog.close, primary=True)
        self.dialog.add_button(_("Save a copy…"), self._export)
        self.dialog.add_button(_("Add from a file…"), self._import)

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.word)
        self.dialog.wait()

    def add(self) -> None:
        """What is typed goes into the dictionary."""
        self._keep(with_word(self._style, self.typed.get()))
        self.typed.set("")

    def remove(self) -> None:
        """The chosen words go out of it."""
        style = self._style
        for word in [str(self.words.get(at)).strip() for at in self.words.curselection()]:
            style = without_word(style, word)
        self._keep(style)

    def _heed(self, rules: tuple[str, ...]) -> None:
        style = self._style
        for rule in rules:
            style = without_left(style, rule)
        self._keep(style)

    def _column(self, lists: tk.Misc, at: int, heading: str, says: str) -> ttk.Frame:
        """One of two lists side by side, under its heading."""
        lists.grid_columnconfigure(at, weight=1, uniform="half")
        lists.grid_rowconfigure(0, weight=1)
        column = ttk.Frame(lists)
        column.grid(row=0, column=at, sticky="nsew", padx=theme.pair(lists, at * theme.WIDE, 0))
        ttk.Label(column, text=heading, font=theme.UI_BOLD).pack(
            anchor="w", pady=theme.pair(column, theme.WIDE, theme.SNUG)
        )
        wrap = theme.px(column, _COLUMN_WRAP)
        ttk.Label(column, text=says, font=theme.UI, bootstyle="secondary", wraplength=wrap, justify="left").pack(
            anchor="w", pady=theme.pair(column, 0, theme.SNUG)
        )
        return column

    def _build_switches(self, body: tk.Misc) -> None:
        """Two beside each other, so that the lists below are seen on a small screen too."""
        form = ttk.Frame(body)
        form.pack(fill="x")
        for number, (name, label, options) in enumerate(SWITCHES):
            row, column = divmod(number, 2)
            form.grid_columnconfigure(column, weight=1, uniform="half")
            cell = ttk.Frame(form)
            ttk.Label(cell, text=_(label), font=theme.SMALL_TEXT, bootstyle="secondary").pack(anchor="w")
            self._switch(cell, name, options).pack(fill="x")
            cell.grid(
                row=row,
                column=column,
                sticky="ew",
                padx=theme.pair(form, column * theme.WIDE, 0),
                pady=theme.pair(form, 0, theme.SMALL),
            )

    def _switch(self, form: ttk.Frame, name: str, options: tuple[tuple[object, str], ...]) -> ttk.Combobox:
        box = ttk.Combobox(
            form, values=[_(words) for _value, words in options], state="readonly", font=theme.UI, width=_COLUMNS
        )
        now = getattr(self._style.switches, name)
        box.current(next(at for at, (value, _words) in enumerate(options) if value == now))

        def chosen(_event: object) -> None:
            value = options[box.current()][0]
            self._keep(replace(self._style, switches=_with(self._style.switches, name, value)))

        box.bind("<<ComboboxSelected>>", chosen)
        self.choices[name] = box
        return box

    def _build_words(self, body: tk.Misc) -> None:
        row = ttk.Frame(body)
        row.pack(fill="x")
        self.typed = tk.StringVar(self.dialog)
        self.word = ttk.Entry(row, textvariable=self.typed, font=theme.UI)
        self.word.pack(side="left", fill="x", expand=True)
        self.word.bind("<Return>", self._entered)
        gap = theme.pair(row, theme.SNUG, 0)
        ttk.Button(row, text=_("Add"), command=self.add, bootstyle="outline").pack(side="left", padx=gap)
        ttk.Button(row, text=_("Remove"), command=self.remove, bootstyle="outline").pack(side="left", padx=gap)
        self.words = style_list(body)
        self.words.bind("<Delete>", lambda _event: self.remove())

    def _entered(self, _event: object) -> str:
        """Enter adds the word; the dialog stays."""
        self.add()
        return "break"

    def _show_lists(self) -> None:
        self.left.show(self._style.left)
        self.words.delete(0, "end")
        self.words.insert("end", *(f" {word}" for word in sorted(self._style.words, key=str.casefold)))

    def _read(self) -> HouseStyle:
        try:
            return load_style(self._path)
        except HumasError as error:
            self._trouble = error
            self._shell.tell_error(error)
            return HouseStyle()

    def _keep(self, style: HouseStyle) -> None:
        if style == self._style:
            return
        if self._trouble is not None:  # a file that could not be read is not written over
            self._shell.tell_error(self._trouble)
            return
        try:
            save_style(self._path, style)
        except HumasError as error:
            self._shell.tell_error(error)
            return
        self._style = style
        self._show_lists()
        self._on_change()

    def _export(self) -> None:
        """Words and choices as a file for another desk."""
        chooser = self._shell.chooser
        path = chooser.save_file(self.dialog, _("Save a copy"), f"{self._path.stem}.toml", ".toml")
        if path is None:
            return
        try:
            save_style(path, self._style)
        except HumasError as error:
            self._shell.tell_error(error)

    def _import(self) -> None:
        """The words and decisions of another desk's file, added to those that are here; the choices stay."""
        kinds = (FileKind(label=_("Dictionaries"), patterns=("*.toml",)),)
        path = self._shell.chooser.open_file(self.dialog, _("Add words from a file"), kinds)
        if path is None:
            return
        try:
            other = load_style(path)
        except HumasError as error:
            self._shell.tell_error(error)
            return
        self._keep(joined(self._style, other))


def _with(switches: Switches, name: str, value: object) -> Switches:
    return replace(switches, **{name: value})  # type: ignore[arg-type]  # the table's values are those of the field
