"""Pictures that come from outside: admitted, and named for the release they enter."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
import re

from humas_desk.errors import HumasError
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Photo, PhotoFile
from humas_desk.release.filename import is_bare_name
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmittedPhoto:
    """A picture that is safe to use, and what its file was called."""

    name: str
    image: Image


def admit_photos(files: Sequence[tuple[str, bytes, Path]]) -> tuple[tuple[AdmittedPhoto, ...], tuple[HumasError, ...]]:
    """The pictures (name, bytes, where from) that could be taken, and why the others could not."""
    from humas_desk.photos.admit import admit  # the decoders of pictures: with the first one that comes in

    photos: list[AdmittedPhoto] = []
    errors: list[HumasError] = []
    for name, data, path in files:
        try:
            photos.append(AdmittedPhoto(name=name, image=admit(data, path=path)))
        except HumasError as error:
            errors.append(error)
    return tuple(photos), tuple(errors)


def free_file_name(photo: AdmittedPhoto, taken: Collection[str]) -> str:
    """A bare name for the picture inside the release, like the one it came with, that none of `taken` has."""
    stem = _NOT_IN_A_NAME.sub("-", Path(photo.name).stem).strip("-").lower()[:40] or "foto"
    if not is_bare_name(stem):
        stem = f"foto-{stem}"
    suffix = ".png" if photo.image.format == "PNG" else ".jpg"
    used = {name.lower() for name in taken}
    candidates = [f"{stem}{suffix}", *(f"{stem}-{number}{suffix}" for number in range(2, len(used) + 3))]
    return next(name for name in candidates if name not in used)


def photo_files(release: Release) -> Iterator[PhotoFile]:
    """Every picture the release shows, attachments included, in reading order."""
    blocks = (*release.blocks, *(block for attachment in release.attachments for block in attachment.blocks))
    return (file for block in blocks if isinstance(block, Photo) for file in block.files)


def used_photos(release: Release, photos: Mapping[str, Image]) -> dict[str, Image]:
    """Of the pictures at hand, those the release shows, by file name."""
    return {file.file: photos[file.file] for file in photo_files(release) if file.file in photos}


def named_photos(release: Release, photos: Mapping[str, Image]) -> dict[str, Image | None]:
    """Every picture the release shows, by file name; None for one that is not at hand."""
    return {file.file: photos.get(file.file) for file in photo_files(release)}


def with_photo_files(release: Release, change: Callable[[PhotoFile], PhotoFile]) -> Release:
    """The release with every picture's entry changed."""

    def changed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            replace(block, files=tuple(change(file) for file in block.files)) if isinstance(block, Photo) else block
            for block in blocks
        )

    attachments = tuple(replace(item, blocks=changed(item.blocks)) for item in release.attachments)
    return replace(release, blocks=changed(release.blocks), attachments=attachments)
