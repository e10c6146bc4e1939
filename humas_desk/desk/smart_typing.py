"""Typographer's marks while typing: what the hand types is replaced by what the page wants.

The field first reports the character as it was typed; then `smarten` makes the replacement as a second, separate step,
so that one Ctrl+Z takes it back and leaves what was typed. Marks that are already there are never looked at again.

"     “ at the beginning, after a space, an opening bracket, a dash or an opening mark; ” elsewhere
'     ‘ and ’ in the same way; inside and behind a word it is an apostrophe, which is ’ too (Jum’at, Al-Qur’an)
--    –   (two hyphens); one more hyphen makes —
 -    – when the space behind is typed: “Batam - kota” becomes “Batam – kota”; not at the beginning of a line
...   …   (a fourth full stop stays: “ ….”)
"""

import re

from humas_desk.desk.editing import get, put
from humas_desk.desk.history import Focus
from humas_desk.desk.session import Session
from humas_desk.release.markup import raw_offset, spliced, visible_offset, visible_text
from humas_desk.values import dataclass

_OPENS_AFTER = frozenset("([{<—–-/“‘")

_MARKS = {'"': "“”", "'": "‘’"}
_REPLACED = (
    (re.compile(r"–-$"), "—"),
    (re.compile(r"(?<!-)--$"), "–"),
    (re.compile(r"(?<=\S )- $"), "– "),
    (re.compile(r"(?<!\.)\.\.\.$"), "…"),
)
"""How a line may end with the key just typed, and what stands there instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Characters before the cursor, the one just typed included, that become others."""

    remove: int
    text: str


def smart(before: str, typed: str) -> Replacement | None:
    """What the typed character turns into, after the visible text `before` it; None: it stays.

    Only the line the cursor is on counts; more than one character (a paste) never changes.
    """
    line = before.rpartition("\n")[2]
    for pattern, text in _REPLACED:
        if len(typed) == 1 and (found := pattern.search(line + typed)):
            return Replacement(remove=len(found[0]), text=text)
    marks = _MARKS.get(typed)
    return None if marks is None else Replacement(remove=1, text=marks[not _opens(line)])


def smarten(session: Session, focus: Focus, typed: str, *, is_markup: bool = True) -> bool:
    """Replace what was just typed before the cursor, as an undo step of its own; False: it stays as it is.

    To be called after the character was reported with `put`; `focus` is the cursor behind it. Listeners are sent to the
    cursor's new place. `is_markup` False: the place holds plain characters (a name).
    """
    text = get(session.release, focus.place)
    if not isinstance(text, str):
        return False
    seen = visible_text(text) if is_markup else text
    caret = visible_offset(text, focus.start) if is_markup else focus.start
    change = smart(seen[: caret - 1], typed) if caret and seen[caret - 1 : caret] == typed else None
    if change is None:
        return False
    new, at = replaced(text, caret, change) if is_markup else _replaced_plain(text, caret, change)
    session.edit(lambda release: put(release, focus.place, new), Focus(place=focus.place, start=at, end=at))
    return True


def replaced(markup: str, caret: int, replacement: Replacement) -> tuple[str, int]:
    """The markup after the replacement before visible character `caret`, and the caret behind it as a raw offset.

    What is put in looks like what it replaces.
    """
    start = caret - replacement.remove
    new = spliced(markup, ((start, caret),), replacement.text)
    return new, raw_offset(new, start + len(replacement.text))


def _replaced_plain(text: str, caret: int, replacement: Replacement) -> tuple[str, int]:
    start = caret - replacement.remove
    return text[:start] + replacement.text + text[caret:], start + len(replacement.text)


def _opens(line: str) -> bool:
    """Whether a mark typed here stands before a word."""
    return not line or line[-1].isspace() or line[-1] in _OPENS_AFTER
