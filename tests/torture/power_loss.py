"""What may stand on a disk when the power fails after any of the recorded operations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
import hashlib
from pathlib import Path
from random import Random

from tests.torture.recorded_disk import CutOff, Made, Operation, Removed, Renamed, Synced, Told, Written

SECTOR = 512
"""What a disk writes whole."""
Tree = dict[str, "bytes | None"]
"""Path: content; None: a folder."""


@dataclass(eq=False)
class _File:
    """One file, whatever it is called; `is_folder`: it has no content."""

    is_folder: bool = False
    synced: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    waiting: list[Written | CutOff] = field(default_factory=list)

    def do(self, operation: Written | CutOff) -> None:
        self.waiting.append(operation)
        _apply(self.now, operation)

    def sync(self) -> None:
        self.synced = bytearray(self.now)
        self.waiting.clear()

    def torn(self, chance: Random) -> bytearray:
        """What is synced, and of the rest what chance let reach the disk, in pieces of a sector."""
        found = bytearray(self.synced)
        for operation in self.waiting:
            if isinstance(operation, CutOff):
                if chance.random() < 0.5:
                    _apply(found, operation)
                continue
            for start in range(0, len(operation.data), SECTOR):
                if chance.random() < 0.5:
                    piece = operation.data[start : start + SECTOR]
                    _apply(found, Written(operation.path, operation.offset + start, piece))
        return found


def _apply(content: bytearray, operation: Written | CutOff) -> None:
    if isinstance(operation, CutOff):
        del content[operation.size :]
        content.extend(bytes(operation.size - len(content)))
        return
    end = operation.offset + len(operation.data)
    content.extend(bytes(max(0, end - len(content))))
    content[operation.offset : end] = operation.data


class Disk:
    """A folder as a disk has it that may lose what was not synced. Changes of names reach the disk in their order, as
    every file system with a journal has it (NTFS, ext4, XFS, Btrfs); a folder's sync brings all that were made before.
    """

    def __init__(self, before: Path) -> None:
        """`before`: the folder when the recording begins, all of it on the disk."""
        self._names: dict[str, _File] = {}
        for path in sorted(before.rglob("*")):
            made = self._names[path.relative_to(before).as_posix()] = _File(is_folder=path.is_dir())
            if path.is_file():
                made.now = bytearray(path.read_bytes())
                made.sync()
        self._safe = dict(self._names)

    def do(self, operation: Operation) -> None:
        """One operation more."""
        match operation:
            case Made():
                self._names[operation.path] = _File(is_folder=operation.is_folder)
            case Written() | CutOff():
                self._names[operation.path].do(operation)
            case Synced():
                file = self._names[operation.path] if operation.path else None
                if file is None or file.is_folder:
                    self._safe = dict(self._names)
                else:
                    file.sync()
            case Renamed():
                moved = self._take(operation.path)
                self._take(operation.to)
                self._names |= {operation.to + rest: file for rest, file in moved.items()}
            case Removed():
                self._take(operation.path)
            case Told():
                pass

    def after_power_loss(self, chance: Random, *, all_ways: bool) -> Iterator[Tree]:
        """What may be found: without what was not synced (with and without its names); `all_ways`: also with all that
        was given to the system, and with whatever chance has kept of it.
        """
        for names in (self._safe, self._names):
            yield {path: None if file.is_folder else bytes(file.synced) for path, file in names.items()}
        if all_ways:
            yield {path: None if file.is_folder else bytes(file.now) for path, file in self._names.items()}
            names = chance.choice((self._safe, self._names))
            yield {path: None if file.is_folder else bytes(file.torn(chance)) for path, file in names.items()}

    def _take(self, path: str) -> dict[str, _File]:
        """Out of the names, with all that is below it; keys are what comes after `path`."""
        found = [name for name in self._names if name == path or name.startswith(f"{path}/")]
        return {name.removeprefix(path): self._names.pop(name) for name in found}


def losses(before: Path, operations: list[Operation], *, every: int, seed: int = 0) -> Iterator[tuple[Tree, object]]:
    """Every different thing that may be found after each beginning of the operations, and what had been told by then.

    `every`: after how many operations all ways are tried; after each of them what is only synced is.
    """
    chance, disk, told = Random(seed), Disk(before), None
    seen: set[bytes] = set()
    for number, operation in enumerate(operations):
        disk.do(operation)
        told = operation.what if isinstance(operation, Told) else told
        for tree in disk.after_power_loss(chance, all_ways=number % every == 0):
            mark = _mark(tree, told)
            if mark not in seen:
                seen.add(mark)
                yield tree, told


def put_down(tree: Tree, folder: Path) -> Path:
    """The tree as real files; gives the folder."""
    folder.mkdir(parents=True)
    for name, content in sorted(tree.items()):
        path = folder / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder


def _mark(tree: Tree, told: object) -> bytes:
    digest = hashlib.sha1(repr(told).encode(), usedforsecurity=False)
    for name, content in sorted(tree.items()):
        digest.update(f"{name}\0{-1 if content is None else len(content)}\0".encode())
        digest.update(content or b"")
    return digest.digest()
