"""Attachments: each on pages of its own, named after the release it belongs to."""

from humas_desk.layout import words
from humas_desk.layout.document import Block, Role, Text
from humas_desk.layout.runs import finished, from_markup, from_plain, is_blank, made, trimmed
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.story import composed_blocks

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def attachments(source: Source) -> tuple[Block, ...]:
    """All attachments; one without a word or picture is left out."""
    filled: list[tuple[Block, ...]] = []
    for index, attachment in enumerate(source.release.attachments):
        place = f"attachments[{index}]"
        title = paragraph(source, Role.ATTACHMENT_TITLE, from_markup(attachment.title, f"{place}.title"))
        content = (*title, *composed_blocks(source, attachment.blocks, f"{place}.blocks"))
        if content:
            filled.append(content)
    return tuple(
        block
        for index, content in enumerate(filled, 1)
        for block in (_label(source, index if len(filled) > 1 else None), *content)
    )


def _label(source: Source, count: int | None) -> Text:
    """Gives "Lampiran II Siaran Pers Nomor 021/HM/…": the release is called what its label calls it."""
    label = source.template.parts.label.strip()
    kind = (label.title() if label.isupper() else label) or words.KINDS[source.release.kind]
    name = " ".join(word for word in (words.ATTACHMENT, roman(count) if count else "", kind) if word)
    number = trimmed(from_plain(source.release.number or "", "number"))
    tail = () if is_blank(number) else (*made(f" {words.NUMBER} "), *number)
    runs = finished((*made(name), *tail), caps=source.rules(Role.ATTACHMENT_LABEL).caps)
    return Text(role=Role.ATTACHMENT_LABEL, runs=runs, new_page=True)


def roman(value: int) -> str:
    """Roman digits up to 39, as attachments are counted."""
    result = ""
    for worth, digits in _ROMAN:
        while value >= worth:
            result += digits
            value -= worth
    return result
