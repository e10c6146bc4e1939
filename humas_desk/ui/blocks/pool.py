"""Cards in stock: one that went out of sight shows the next block of its kind."""

import tkinter as tk

from humas_desk.desk.editing import BLOCK_KINDS
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.ui.blocks.card import Card, CardDoors
from humas_desk.ui.blocks.photo_card import PhotoCard, Thumbnails
from humas_desk.ui.blocks.quote_card import QuoteCard
from humas_desk.ui.blocks.table_card import TableCard
from humas_desk.ui.blocks.text_cards import HeadingCard, ListCard, ParagraphCard
from humas_desk.ui.scheduler import Scheduler

_STOCK_DELAY_MS = 600
"""At the start the first page comes before."""
_WORK = "form-stock"

KINDS: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Quote: "quote",
    Heading: "heading",
    ItemList: "list",
    Photo: "photo",
    Table: "table",
}


class CardPool:
    """Gives cards and takes them back; builds one spare of every kind when there is time."""

    def __init__(self, parent: tk.Misc, doors: CardDoors, scheduler: Scheduler) -> None:
        self._parent = parent
        self._doors = doors
        self._scheduler = scheduler
        self._thumbnails = Thumbnails(parent, scheduler)
        self._spare: dict[str, list[Card]] = {kind: [] for kind in BLOCK_KINDS}

    def take(self, kind: str) -> Card:
        """A card of this kind; build it when none is in stock."""
        card = self._spare[kind].pop() if self._spare[kind] else self._build(kind)
        self._scheduler.within(_WORK, _STOCK_DELAY_MS, self._stock)
        return card

    def give_back(self, kind: str, card: Card) -> None:
        """The card's block went out of sight."""
        card.shell.show_problem("")
        card.shell.show_active(is_active=False)
        for field in card.fields:
            field.mark(wrong=False)
        self._spare[kind].append(card)

    def _stock(self) -> None:
        for kind, cards in self._spare.items():
            if not cards:
                cards.append(self._build(kind))
                self._scheduler.within(_WORK, _STOCK_DELAY_MS, self._stock)
                return

    def _build(self, kind: str) -> Card:
        match kind:
            case "quote":
                return QuoteCard(self._parent, self._doors)
            case "heading":
                return HeadingCard(self._parent, self._doors)
            case "list":
                return ListCard(self._parent, self._doors)
            case "photo":
                return PhotoCard(self._parent, self._doors, self._thumbnails)
            case "table":
                return TableCard(self._parent, self._doors)
            case _:
                return ParagraphCard(self._parent, self._doors)
