"""Help in a window of its own, beside the work: topics on the left, the page of one on the right."""

from collections.abc import Sequence
import tkinter as tk

from PIL import Image as Pixels
from PIL import ImageOps, ImageTk
import ttkbootstrap as ttk

from humas_desk.desk.help_topics import HelpPart, HelpTopic, PartKind
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.ui.word_search import search
from humas_desk.wording import _


class HelpWindow(ttk.Toplevel):
    """Stays open while one works; Escape closes it."""

    def __init__(self, root: tk.Misc, topics: Sequence[HelpTopic], actions: Actions) -> None:
        super().__init__(_("Help"), master=root)
        self.withdraw()
        self._owner_root = root.winfo_toplevel()
        self._actions = actions
        self._topics = tuple(topics)
        self._found = self._topics
        self._shown: HelpTopic | None = None
        self._pictures: list[ImageTk.PhotoImage] = []
        self.configure(background=theme.PAPER)
        self._build_list()
        theme.line(self).pack(side="left", fill="y")
        self._build_page()
        self.bind("<Escape>", lambda _event: self.close())
        self.protocol("WM_DELETE_WINDOW", self.close)
        self.show_topic(0)

    @property
    def titles(self) -> tuple[str, ...]:
        """The topics in the list."""
        return tuple(topic.title for topic in self._found)

    @property
    def text(self) -> str:
        """What the page says."""
        return self._page.get("1.0", "end-1c")

    @property
    def place(self) -> int:
        """Which topic is shown, to show it again."""
        return 0 if self._shown is None else self._topics.index(self._shown)

    def open(self, place: int = 0) -> None:
        """Bring it beside the owner's middle, with the cursor in the search."""
        width, height = theme.within_screen(self, *theme.pair(self, *theme.HELP_SIZE))
        left = max(0, self.winfo_screenwidth() - width - theme.px(self, theme.ROOMY))
        top = max(0, self._owner_root.winfo_rooty())
        top = min(top, max(0, self.winfo_screenheight() - height - theme.px(self, theme.SCREEN_BARS)))
        self.geometry(f"{width}x{height}+{left}+{top}")
        self.deiconify()
        self.show_topic(place)
        self.lift()
        self.search.focus_force()

    def show_topic(self, place: int) -> None:
        """The topic with this number of the list as it stands."""
        if self._found:
            self._box.selection_clear(0, "end")
            self._box.selection_set(place)
            self._box.see(place)
            self._show(self._found[place])

    def close(self) -> None:
        """Take it away; the writer goes on where the cursor was."""
        if self.winfo_exists():
            self.destroy()
            self._owner_root.focus_force()

    def _build_list(self) -> None:
        left = tk.Frame(self, background=theme.CHROME, width=theme.px(self, theme.HELP_LIST))
        left.pack_propagate(False)
        left.pack(side="left", fill="y")
        row = tk.Frame(left, background=theme.CHROME)
        row.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.px(self, theme.PAD))
        ttk.Label(row, icon="search", icon_size=theme.ICON, bootstyle=f"{theme.SURFACE_CHROME} secondary").pack(
            side="left", padx=theme.pair(self, 0, theme.SNUG)
        )
        self._typed = tk.StringVar(self)
        self.search = ttk.Entry(row, textvariable=self._typed, font=theme.UI)
        self.search.pack(side="left", fill="x", expand=True)
        self._typed.trace_add("write", lambda *_names: self._filter())
        self._box = tk.Listbox(left, font=theme.UI, activestyle="none", exportselection=False, borderwidth=0)
        self._box.configure(
            background=theme.CHROME,
            foreground=theme.INK,
            selectbackground=theme.SELECTION,
            selectforeground=theme.INK,
            highlightthickness=theme.px(self, theme.HAIR),
            highlightbackground=theme.CHROME,
            highlightcolor=theme.NAVY,
        )
        self._box.pack(fill="both", expand=True, padx=theme.px(self, theme.SMALL), pady=theme.pair(self, 0, theme.GAP))
        self._box.bind("<<ListboxSelect>>", lambda _event: self._chosen())
        self.search.bind("<Down>", lambda _event: self._step(1))
        self.search.bind("<Up>", lambda _event: self._step(-1))
        self._filter()

    def _build_page(self) -> None:
        right = tk.Frame(self, background=theme.PAPER)
        right.pack(side="left", fill="both", expand=True)
        bar = QuietBar(right)
        bar.pack(side="right", fill="y")
        self._page = tk.Text(right, width=1, height=1, cursor="arrow")
        theme.plain_text(self._page)
        edge = theme.px(self, theme.ROOMY)
        self._page.configure(padx=edge, pady=theme.px(self, theme.WIDE), state="disabled", yscrollcommand=bar.set)
        bar.configure(command=self._page.yview)
        self._page.pack(side="left", fill="both", expand=True)
        gap, dent = theme.px(self, theme.GAP), theme.px(self, theme.WIDE)
        self._page.tag_configure("title", font=theme.TITLE, spacing3=gap)
        self._page.tag_configure("paragraph", spacing3=gap)
        self._page.tag_configure("point", lmargin1=theme.px(self, theme.TINY), lmargin2=dent, spacing3=gap)
        self._page.tag_configure("picture", justify="left", spacing1=gap)
        self._page.tag_configure("caption", font=theme.SMALL_TEXT, foreground=theme.INK_SOFT, spacing3=dent)
        self._page.tag_configure("key", font=theme.BODY_BOLD, foreground=theme.NAVY)

    def _filter(self) -> None:
        self._found = search(self._topics, self._typed.get(), self._words)
        self._box.delete(0, "end")
        self._box.insert("end", *(f" {topic.title}" for topic in self._found))
        if not self._found:
            self._box.insert("end", f" {_('No topic speaks of that')}")
        elif hasattr(self, "_page"):
            self.show_topic(0)

    def _words(self, topic: HelpTopic) -> str:
        return " ".join((topic.words, *(self._actions[name].label for name in topic.actions)))

    def _chosen(self) -> None:
        chosen = self._box.curselection()
        if chosen and self._found:
            self._show(self._found[chosen[0]])

    def _step(self, delta: int) -> str:
        chosen = self._box.curselection()
        if self._found:
            self.show_topic(min(max(0, (chosen[0] if chosen else 0) + delta), len(self._found) - 1))
        return "break"

    def _show(self, topic: HelpTopic) -> None:
        self._shown = topic
        self._pictures = []
        page = self._page
        page.configure(state="normal")
        page.delete("1.0", "end")
        page.insert("end", f"{topic.title}\n", "title")
        for part in topic.parts:
            self._write(part)
        page.configure(state="disabled")
        page.yview_moveto(0)

    def _write(self, part: HelpPart) -> None:
        if part.kind is PartKind.PICTURE and part.picture is not None:
            self._draw(part)
            return
        if part.kind is PartKind.POINT:
            self._page.insert("end", "•  ", part.kind.value)
        for piece in part.pieces:
            if piece.action:
                action = self._actions[piece.text]
                self._page.insert("end", action.label.rstrip("…"), part.kind.value)
                self._page.insert("end", " ", part.kind.value)
                self._page.insert("end", action.keys[0], (part.kind.value, "key"))
            else:
                self._page.insert("end", piece.text, part.kind.value)
        self._page.insert("end", "\n", part.kind.value)

    def _draw(self, part: HelpPart) -> None:
        """The picture, as wide as the page at this size of the window's letters."""
        if part.picture is None or not part.picture.is_file():
            return
        with Pixels.open(part.picture) as picture:
            pixels = picture.convert("RGB")
        edge = theme.px(self, theme.HAIR)
        width = theme.px(self, theme.HELP_PICTURE) - 2 * edge
        if pixels.width != width:
            height = max(1, round(pixels.height * width / pixels.width))
            pixels = pixels.resize((width, height), Pixels.Resampling.LANCZOS)
        image = ImageTk.PhotoImage(ImageOps.expand(pixels, edge, theme.EDGE_STRONG), master=self)
        self._pictures.append(image)
        self._page.image_create("end", image=image)
        self._page.tag_add("picture", "end-2c")
        self._page.insert("end", "\n", "picture")
        self._page.insert("end", f"{''.join(piece.text for piece in part.pieces)}\n", "caption")
