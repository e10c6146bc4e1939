"""Photos on the page: one as wide as the text, two side by side at one height, more in rows of two."""

from collections.abc import Sequence

from humas_desk.layout.document import Align, Picture, PictureRow, Role, Text
from humas_desk.layout.runs import Runs, from_markup, is_blank, made, readable, trimmed
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.words import PHOTO
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Photo

MOST_PICTURES = 6
ROWS_TOGETHER = 2
_Shown = tuple[Image, str, str]
"""Image, alternative text, place."""


def picture_rows(source: Source, photo: Photo, place: str) -> tuple[PictureRow | Text, ...]:
    """The pictures that are there, in rows, and their caption; a missing picture is skipped, its caption stays.

    The last row stays with the caption. Two rows stay together; three are higher than half a page, and moved as one they
    would leave the page before them empty.
    """
    shown: list[_Shown] = [
        (source.images[file.file], readable(file.alt), f"{place}.files[{index}]")
        for index, file in enumerate(photo.files[:MOST_PICTURES])
        if file.file in source.images
    ]
    caption = paragraph(source, Role.CAPTION, _caption(photo, place), block_id=photo.id)
    pairs = [shown[index : index + 2] for index in range(0, len(shown), 2)]
    rows: list[PictureRow] = []
    for index, pair in enumerate(pairs):
        is_bound = bool(caption) if index == len(pairs) - 1 else len(pairs) <= ROWS_TOGETHER
        rows.append(_row(source, photo, pair, alone=len(shown) == 1, keep_next=is_bound))
    return (*rows, *caption)


def _row(source: Source, photo: Photo, pair: Sequence[_Shown], *, alone: bool, keep_next: bool) -> PictureRow:
    gap_mm = source.template.pictures.gap_mm
    measure_mm = source.template.page.measure_mm
    width_mm = measure_mm if alone else measure_mm - gap_mm
    share = len(pair) / (1 if alone else 2)
    height_mm = _height_mm(source, [image for image, _, _ in pair], width_mm * share)
    return PictureRow(
        pictures=tuple(
            Picture(
                image=image, width_mm=round(height_mm * _ratio(image), 2), height_mm=height_mm, alt=alt, place=place
            )
            for image, alt, place in pair
        ),
        gap_mm=gap_mm,
        align=Align(source.rules(Role.PICTURE).align),
        keep_next=keep_next,
        block_id=photo.id,
    )


def _height_mm(source: Source, images: Sequence[Image], width_mm: float) -> float:
    """The height at which all stand side by side in the width; two pictures of one shape are equally wide."""
    rules = source.template.pictures
    is_portrait = all(image.height_px > image.width_px for image in images)
    limit = rules.portrait_height_mm if is_portrait else rules.height_mm
    return round(min(limit, width_mm / sum(_ratio(image) for image in images)), 2)


def _ratio(image: Image) -> float:
    """Width to height; an image without pixels counts as a square."""
    if image.width_px < 1 or image.height_px < 1:
        return 1
    return image.width_px / image.height_px


def _caption(photo: Photo, place: str) -> Runs:
    """Gives "Suasana rapat. (Foto: Humas)"."""
    caption = trimmed(from_markup(photo.caption or "", f"{place}.caption"))
    credit = trimmed(from_markup(photo.credit or "", f"{place}.credit"))
    if is_blank(credit):
        return caption
    if is_blank(caption):
        return (*made(f"{PHOTO}: "), *credit)
    return (*caption, *made(f" ({PHOTO}: "), *credit, *made(")"))
