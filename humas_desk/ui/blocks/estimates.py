"""How high a card will probably be, before it is built: its text in the room it has."""

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.ui import theme

_QUOTE_FIELDS = 100
_SENTENCE_LETTER = 6.3
_SENTENCE_LINE = 17
_PICTURE = 70
_PHOTO_FIELDS = 46
_TABLE_FIELDS = 74
_TABLE_ROW = 26
_TICK = 26


def card_height(block: Block, width: int, scale: float) -> int:
    """Screen pixels for a card of this width (screen pixels) at this scale."""
    room = width / scale - 2 * theme.PAD
    logical = 2 * theme.PAD + _content(block, max(1.0, room))
    return round(logical * scale)


def _content(block: Block, room: float) -> float:
    match block:
        case Paragraph():
            return _text(block.text, room)
        case Heading():
            return _text(block.text, room)
        case Quote():
            rest = _text(block.rest, room) if block.rest else 0
            letters = len(block.text) + len(block.rest or "") + len(block.speaker.name) + len(block.speaker.position)
            return (
                _text(block.text, room)
                + rest
                + _QUOTE_FIELDS
                + _lines(letters + 20, room, _SENTENCE_LETTER) * _SENTENCE_LINE
            )
        case ItemList():
            return sum(_text(item, room) for item in block.items or ("",)) + _TICK
        case Photo():
            return len(block.files) * _PICTURE + _PHOTO_FIELDS
        case Table():
            return len(block.rows) * _TABLE_ROW + _TABLE_FIELDS


def _text(text: str, room: float) -> float:
    return sum(_lines(len(line), room, theme.MEAN_LETTER) for line in text.split("\n")) * theme.BODY_LINE


def _lines(letters: int, room: float, letter: float) -> int:
    return max(1, -int(-letters * letter // room))
