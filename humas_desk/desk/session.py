"""The open release: what changes it, what was before, and who is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
import time

from humas_desk.desk.editing import get, insert_block, new_id, put, still_unconfirmed
from humas_desk.desk.history import Focus, History, State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.photographs import AdmittedPhoto, admit_photos, free_file_name
from humas_desk.errors import HumasError
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Photo, PhotoFile
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.release.release import Release
from humas_desk.values import dataclass

PHOTOS_IN_A_BLOCK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What listeners are told after the release changed."""

    places: frozenset[str] | None
    """What differs now; a place stands for all below it (`blocks[2]`). None: everything may differ (undo, open)."""
    structure: bool
    """Blocks came, went, moved or are of another kind."""
    focus: Focus | None = None
    """Where the cursor belongs now; None: leave it."""


Listener = Callable[[Change], None]


class Session:
    """One release being written. Not for threads: everything happens where the window lives."""

    def __init__(
        self,
        state: State,
        *,
        office: OfficeEntry,
        clock: Callable[[], float] = time.monotonic,
        find_office: Callable[[str | None], OfficeEntry] | None = None,
    ) -> None:
        """`clock` gives steady seconds. `find_office` is asked when the release names another office."""
        self._history = History(state)
        self._office = office
        self._clock = clock
        self._find_office = find_office
        self._listeners: list[Listener] = []
        self._revision = 0
        self._problems: tuple[int, tuple[Problem, ...]] | None = None
        self._hints: tuple[Problem, ...] = ()

    @property
    def state(self) -> State:
        """Release, photos and focus, as one value."""
        return self._history.state

    @property
    def release(self) -> Release:
        return self._history.state.release

    @property
    def photos(self) -> dict[str, Image]:
        """The pictures by file name, also those that only an undo would bring back."""
        return dict(self._history.state.photos)

    @property
    def office(self) -> OfficeEntry:
        return self._office

    @property
    def revision(self) -> int:
        """Grows with every change, undo and redo included."""
        return self._revision

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def problems(self) -> tuple[Problem, ...]:
        """What is to be mended in the release as it stands now."""
        from humas_desk.release.check import check_release  # the first screen comes before the first check

        if self._problems is None or self._problems[0] != self._revision:
            found = check_release(self.release, photo_names=frozenset(self.state.photos), office=self._office.office)
            self._problems = (self._revision, found)
        return (*self._problems[1], *self.hints)

    @property
    def hints(self) -> tuple[Problem, ...]:
        """What only the desk knows: places that still say what an earlier release says, and what `give_hints` brought."""
        old = (
            Problem(place=place, code=ProblemCode.UNCONFIRMED, severity=Severity.WARNING)
            for place in self.release.unconfirmed
        )
        return (*old, *self._hints)

    def give_hints(self, hints: tuple[Problem, ...]) -> bool:
        """Names that are nearly those of the register, and the like; whether they are others than before."""
        is_new = hints != self._hints
        self._hints = hints
        return is_new

    def put(self, place: str, value: object, focus: Focus | None = None) -> None:
        """Typing: one place gets a value. Quick changes of one place are one undo step; the same value is no change.

        `focus` is where the cursor is after it, for a later redo; listeners are not asked to move it.
        """
        release = put(self.release, place, value)
        if release == self.release:
            return
        marks, release = release.unconfirmed, still_unconfirmed(self.release, release)
        places = frozenset((place,) if marks == release.unconfirmed else (place, "unconfirmed"))
        new = State(release=release, photos=self.state.photos, focus=focus or Focus(place=place))
        self._commit(new, key=place, change=Change(places=places, structure=False))

    def edit(self, change: Callable[[Release], Release], focus: Focus | None = None) -> None:
        """One undo step: any change of the release. Listeners are asked to go to `focus`."""
        self._edit(change(self.release), self.state.photos, focus)

    def add_photos(self, index: int, files: Sequence[tuple[str, bytes, Path]]) -> tuple[HumasError, ...]:
        """Pictures from outside (name, bytes, where from) as a new photo block at `index`; gives those refused.

        More than six make several blocks. Takes about 200 ms for a large photo: `admit_photos` may run in a thread,
        with `place_photos` afterwards.
        """
        photos, errors = admit_photos(files)
        self.place_photos(index, photos)
        return errors

    def extend_photo(self, index: int, files: Sequence[tuple[str, bytes, Path]]) -> tuple[HumasError, ...]:
        """Pictures from outside into the photo block at `index`; what it has no room for makes a block after it."""
        photos, errors = admit_photos(files)
        self.place_photos(index, photos, into=True)
        return errors

    def place_photos(
        self,
        index: int,
        photos: Sequence[AdmittedPhoto],
        *,
        into: bool = False,
        seen: Callable[[Release], Release] = lambda release: release,
        written: Callable[[Release, Release], Release] = lambda _release, changed: changed,
        before: str = "",
    ) -> None:
        """Admitted pictures as new photo blocks at `index`, or `into` the photo block that stands there; one step.

        `seen`, `written`, `before`: the body meant, how a changed one comes into the release, and what stands before its
        places; the release's own body unless a `Sheet` says otherwise.
        """
        if not photos:
            return
        release, known = seen(self.release), self.photos
        files: list[PhotoFile] = []
        for photo in photos:
            name = free_file_name(photo, known)
            known[name] = photo.image
            files.append(PhotoFile(file=name))
        place = index
        if into:
            block = get(release, f"blocks[{index}]")
            if not isinstance(block, Photo):
                raise TypeError(f"block {index} is not a photo")
            room = max(0, PHOTOS_IN_A_BLOCK - len(block.files))
            release = put(release, f"blocks[{index}].files", (*block.files, *files[:room]))
            files, place = files[room:], index + 1
        for first in range(0, len(files), PHOTOS_IN_A_BLOCK):
            group = tuple(files[first : first + PHOTOS_IN_A_BLOCK])
            release = insert_block(release, place + first // PHOTOS_IN_A_BLOCK, Photo(id=new_id(), files=group))
        self._edit(written(self.release, release), known, Focus(place=f"{before}blocks[{index}].caption"))

    def restore(self, release: Release, photos: Mapping[str, Image]) -> None:
        """One undo step: the text and pictures of another version; the release stays the same one."""
        release = replace(release, id=self.release.id)
        if release != self.release:
            structure = _shape(self.release) != _shape(release)
            new = State(release=release, photos={**self.state.photos, **photos})
            self._commit(new, key=None, change=Change(places=None, structure=structure))

    def undo(self) -> Focus | None:
        """Take back one step; gives where it happened, None when there was nothing to take back or no place is known."""
        before = self.state
        now = self._history.undo()
        return None if now is None else self._went(before, now, before.focus)

    def redo(self) -> Focus | None:
        """Do again what was taken back; like `undo`."""
        before = self.state
        now = self._history.redo()
        return None if now is None else self._went(before, now, now.focus)

    def use_office(self, entry: OfficeEntry) -> None:
        """Take the office's facts as they are now (it was edited in the settings); no undo step."""
        if entry != self._office:
            self._office = entry
            self._told(Change(places=None, structure=False))

    def subscribe(self, callback: Listener) -> Callable[[], None]:
        """Tell `callback` of every change from now on; the function given back ends that."""
        self._listeners.append(callback)

        def end() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return end

    def _edit(self, release: Release, photos: Mapping[str, Image], focus: Focus | None) -> None:
        before = self.release
        if release == before:
            return
        structure = _shape(before) != _shape(release)
        release = release if structure else still_unconfirmed(before, release)
        new = State(release=release, photos=photos, focus=focus)
        change = Change(places=changed_places(before, release), structure=structure, focus=focus)
        self._commit(new, key=None, change=change)

    def _commit(self, new: State, *, key: str | None, change: Change) -> None:
        before = self.release
        self._history.commit(new, key, self._clock())
        self._follow_office(before)
        self._told(change)

    def _went(self, before: State, now: State, happened: Focus | None) -> Focus | None:
        focus = focus_after(before.release, now.release, happened)
        if focus is None and now.focus is not None:
            focus = focus_after(before.release, now.release, now.focus)
        self._follow_office(before.release)
        structure = _shape(before.release) != _shape(now.release)
        self._told(Change(places=None, structure=structure, focus=focus))
        return focus

    def _follow_office(self, before: Release) -> None:
        if self.release.office != before.office and self._find_office is not None:
            self._office = self._find_office(self.release.office)

    def _told(self, change: Change) -> None:
        self._revision += 1
        for listener in tuple(self._listeners):
            listener(change)


def changed_places(before: Release, after: Release) -> frozenset[str] | None:
    """The places that differ: field names, and `blocks[i]` for single blocks; None when the blocks' order differs."""
    if _shape(before) != _shape(after):
        return None
    names = [name for name in Release.__dataclass_fields__ if getattr(before, name) is not getattr(after, name)]
    places = {name for name in names if name != "blocks" and getattr(before, name) != getattr(after, name)}
    pairs = enumerate(zip(before.blocks, after.blocks, strict=True))
    return frozenset(places | {f"blocks[{index}]" for index, (old, new) in pairs if old != new})


def focus_after(before: Release, after: Release, happened: Focus | None) -> Focus | None:
    """Where the cursor belongs when `before` became `after` by a step at `happened`: behind what differs there.

    None when the place is not there any more.
    """
    if happened is None:
        return None
    try:
        new = get(after, happened.place)
    except ValueError:
        return None
    try:
        old = get(before, happened.place)
    except ValueError:
        old = None
    if not isinstance(new, str):
        return replace(happened, start=0, end=0)
    if not isinstance(old, str):
        return replace(happened, start=min(happened.start, len(new)), end=min(happened.end, len(new)))
    at = _end_of_difference(old, new)
    return replace(happened, start=at, end=at)


def _end_of_difference(old: str, new: str) -> int:
    """Where in `new` the part that differs from `old` ends."""
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    most = shorter - head
    tail = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    return len(new) - tail


def _shape(release: Release) -> tuple[tuple[str, type], ...]:
    return tuple((block.id, type(block)) for block in release.blocks)
