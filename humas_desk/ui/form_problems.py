"""Problems at their fields: a small sentence with an icon, and a red border; calm until the writer has been there."""

import re

from humas_desk.desk.showing import PERHAPS_RIGHT, problems_to_show
from humas_desk.release.problems import Problem, Severity
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.field_book import Owner
from humas_desk.ui.form_rows import FormRows
from humas_desk.ui.scheduler import Scheduler
from humas_desk.wording import problem_sentence

_WORK = "form-problems"
_DELAY_MS = 250
_BLOCK = re.compile(r"blocks\[(\d+)\](?:\.(.+))?")


class FormProblems:
    """Remembers which fields were left, and shows what is to be mended there."""

    def __init__(self, blocks: BlockList, rows: FormRows, scheduler: Scheduler) -> None:
        self._blocks = blocks
        self._rows = rows
        self._scheduler = scheduler
        self._left: set[tuple[str, str]] = set()
        self._everything = False

    def begin(self) -> None:
        """Another release: nothing was left yet."""
        self._left.clear()
        self._everything = False
        self.refresh_later()

    def show_all(self) -> None:
        """From now on missing things are shown too."""
        self._everything = True
        self.refresh()

    def left(self, owner: Owner, field: Field) -> None:
        """The cursor went away from a field."""
        key = self._blocks.key_of(owner) or ""
        self._left.add((key, field.name))
        self.refresh_later()

    def refresh_later(self) -> None:
        """Look again when the writer pauses."""
        self._scheduler.after(_WORK, _DELAY_MS, self.refresh)

    def refresh(self) -> None:
        """Show the problems of the release as it stands."""
        self._scheduler.cancel(_WORK)
        places = {self._place(key, name) for key, name in self._left}
        shown = problems_to_show(self._blocks.sheet.problems(), places, everything=self._everything)
        in_blocks: dict[str, list[tuple[str, Problem]]] = {}
        elsewhere: dict[str, str] = {}
        wrong: set[str] = set()
        for problem in shown:
            match = _BLOCK.match(problem.place)
            key = self._blocks.key(int(match[1]) if match else 0) if match or problem.place == "blocks" else None
            if key is not None:
                in_blocks.setdefault(key, []).append((match[2] or "" if match else "", problem))
            elif problem.severity is Severity.ERROR or match is None:
                elsewhere[problem.place] = problem_sentence(problem)
                if problem.code not in PERHAPS_RIGHT:
                    wrong.add(problem.place)
        self._blocks.show_problems(in_blocks)
        for group in self._rows.groups:
            own = {place: sentence for place, sentence in elsewhere.items() if group.covers(place)}
            group.show_problems(own)
            for field in group.fields:
                here = (place for place in own if place == field.name or place.startswith(f"{field.name}."))
                field.mark(wrong=any(place in wrong for place in here))

    def _place(self, key: str, name: str) -> str:
        if not key:
            return name
        return f"blocks[{self._blocks.index(key)}].{name}" if key in self._blocks else ""
