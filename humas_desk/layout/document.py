"""The block tree between a release and its copies: what is said, in which style, on which paper.

Flow: compose (release + office + template → Document) → typeset.settle (title breaks, shrunk letterhead lines, fallback
fonts, footer or not are written in) → both writers. Pages are in mm, type in pt; conversion happens at the writers' door.
Word stores lengths in twentieths of a point, so `Geometry` gives its lengths already rounded to those: both copies
measure the same line width.

Named variants. A role has one style, but some of its paragraphs differ: the body paragraph before a heading has more
space after it, the last item of a list closes the list, one letterhead line is larger than another. Such a paragraph
names a `variant`; its whole style (not a difference) stands in `Document.variants[(role, variant)]`. Ask
`Document.style_of(text)`: it looks at `Text.style` (only settle sets it), then at the variant, then at the role. The
DOCX makes every variant a named style based on the role's ("Body before-heading"), so no paragraph is formatted
directly. compose makes only the variants that the document uses, the same ones for the same release.

Tabs. The first tab of a paragraph goes to `Style.tab_mm`, the next one to `Style.left_mm` when that lies further right
(Word and LibreOffice stop at the hanging indent too): "Waktu", tab, ":", tab, "10.00 WIB" with `tab_mm` 32, `left_mm`
and `hang_mm` 34 sets the colon at 32 mm and every line of the value at 34 mm.
"""

from dataclasses import field
from enum import StrEnum

from humas_desk.photos.image import Image
from humas_desk.values import dataclass

PT_PER_MM = 72 / 25.4
TWIPS_PER_PT = 20


def twips(mm: float) -> int:
    """A length in mm as whole twips (1/1440 inch), as Word stores it."""
    return round(mm * PT_PER_MM * TWIPS_PER_PT)


class Family(StrEnum):
    """A type family: the PDF embeds the first name's files, the DOCX names the second."""

    SANS = "sans"
    """Liberation Sans | Arial."""
    SERIF = "serif"
    """Liberation Serif | Times New Roman."""
    CARLITO = "carlito"
    """Carlito | Calibri."""
    BOOKMAN = "bookman"
    """Humas Bookman | Bookman Old Style."""
    FALLBACK = "fallback"
    """DejaVu Sans in both, for characters that the others lack."""


class Align(StrEnum):
    """Where lines stand between the margins."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What a text is for; each role has one style per document, and later one tag in the PDF."""

    OFFICE = "office"
    """A name line of the letterhead."""
    ADDRESS = "address"
    """A small line of the letterhead."""
    LABEL = "label"
    """"SIARAN PERS"."""
    NUMBER = "number"
    NOTICE = "notice"
    RECIPIENT = "recipient"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    HEADING = "heading"
    LIST = "list"
    CAPTION = "caption"
    CELL = "cell"
    CELL_HEAD = "cell-head"
    FIELD = "field"
    """A label and its value on one line: number, recipient and event rows of an invitation."""
    LINK = "link"
    ABOUT = "about"
    ABOUT_HEADING = "about-heading"
    CONTACT = "contact"
    CREDIT = "credit"
    HASHTAG = "hashtag"
    SIGNATURE = "signature"
    SIGNATURE_SPACE = "signature-space"
    """The last line before the room for signature and stamp."""
    COPIES = "copies"
    ATTACHMENT_LABEL = "attachment-label"
    ATTACHMENT_TITLE = "attachment-title"
    PICTURE = "picture"
    """The paragraph that carries inline pictures."""
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A ruled line along a paragraph's edge, over the paragraph's width."""

    kind: str = "single"
    """"single" | "double" | "thick-thin"."""
    thickness_pt: float = 0.5
    """Of the (thick) stroke; "double" and "thick-thin" are drawn as `thickness_pt`, gap, 0.75 pt (or equal strokes)."""
    gap_pt: float = 1.5
    space_pt: float = 4
    """Between the line and the text."""

    @property
    def height_pt(self) -> float:
        """All strokes and the gap, without `space_pt`."""
        match self.kind:
            case "double":
                return 2 * self.thickness_pt + self.gap_pt
            case "thick-thin":
                return self.thickness_pt + self.gap_pt + 0.75
            case _:
                return self.thickness_pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a role is set. Leading is exact; space stands only after a paragraph, never before."""

    family: Family = Family.SANS
    size_pt: float = 12
    leading_pt: float = 16
    after_pt: float = 8
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    tracking_pt: float = 0
    """Extra space after every character."""
    left_mm: float = 0
    right_mm: float = 0
    hang_mm: float = 0
    """The first line starts this much left of the others; a `Text.marker` stands in it."""
    tab_mm: float = 0
    """One left tab stop, from the left edge of the text area; 0: none. `left_mm` is a second one after a hang."""
    keep_next: bool = False
    keep_lines: bool = False
    color: str = "#000000"
    above: Line | None = None
    below: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a run's first character comes from, for the way back from the page to the form."""

    place: str
    """In the common grammar: `title`, `blocks[3].text`, `blocks[3].speaker.name`, `dateline.city`."""
    offset: int = 0
    """Of the run's first character within that place's raw text (markup characters counted)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one look. A newline is a forced line break; U+00A0 and U+2011 do not break; a tab goes to the stop."""

    text: str
    bold: bool = False
    """Added to the style's."""
    italic: bool = False
    family: Family | None = None
    """None: the style's."""
    link: str | None = None
    """http(s) or mailto address."""
    field: str | None = None
    """"page" | "pages": the text is a page number made by the writer; `text` is its widest value."""
    origin: Origin | None = None
    """None: made by the program (a verb's comma, a label)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph."""

    role: Role
    runs: tuple[Run, ...]
    variant: str = ""
    """Which of the role's named variants (`Document.variants`); empty: the role's own style."""
    style: Style | None = None
    """None: by variant and role (`Document.style_of`). A style of its own only where settle shrank a line."""
    marker: str = ""
    """Bullet or number that hangs left of the first line."""
    numbered: bool = False
    """The marker counts (a numbered list)."""
    new_page: bool = False
    """Starts on a new page."""
    keep_next: bool = False
    """Added to the style's."""
    keep_lines: bool = False
    """Added to the style's."""
    block_id: str = ""
    """The release block it shows; empty for parts that are not blocks."""
    quoted: bool = False
    """A paragraph that is a quote and nothing else (not one that a quote was joined to)."""

    @property
    def plain(self) -> str:
        """The characters without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One image at its printed size."""

    image: Image
    width_mm: float
    height_mm: float
    alt: str = ""
    """Empty: decoration."""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """One or two pictures side by side in a paragraph of their own; its line is as high as the tallest of them."""

    pictures: tuple[Picture, ...]
    gap_mm: float = 5
    after_pt: float = 4
    align: Align = Align.CENTER
    keep_next: bool = True
    """True: the caption stays with the picture."""
    new_page: bool = False
    block_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; its paragraphs are set in `Role.CELL` or `Role.CELL_HEAD`."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGrid:
    """A ruled table. Every row has as many cells as there are widths; rows do not break over pages."""

    rows: tuple[tuple[Cell, ...], ...]
    widths_mm: tuple[float, ...]
    header: bool = False
    """True: the first row is repeated at the top of every page."""
    padding_mm: float = 1.9
    """Left and right inside a cell (Word's default is 1.9 mm); top and bottom are in `padding_pt`."""
    padding_pt: float = 2
    rule_pt: float = 0.5
    after_pt: float = 8
    block_id: str = ""


Block = Text | PictureRow | TableGrid


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of the first page (or of all). It stands in Word's page header and grows downwards from `top_mm`."""

    lines: tuple[Text, ...] = ()
    """Roles OFFICE and ADDRESS; the last one's style carries the rule `below` and the space to the text `after_pt`."""
    logo: Picture | None = None
    logo_left: bool = False
    """False: centred above the lines. True: anchored at the left margin, lines centred on the page between indents."""
    logo_gap_mm: float = 6
    pages: str = "first"
    """"first" | "all" | "none"."""
    blank: bool = False
    """True: its place is left empty for pre-printed paper (drawn grey in the preview)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Paper and margins in mm, and in pt as Word will round them."""

    width_mm: float = 210
    height_mm: float = 297
    left_mm: float = 30
    right_mm: float = 25
    top_mm: float = 15
    """Upper edge of the letterhead on pages that carry it."""
    next_top_mm: float = 20
    """Upper edge of the text on pages without a letterhead."""
    bottom_mm: float = 20
    footer_mm: float = 10
    """From the paper's lower edge to the footer's lower edge."""

    @property
    def width_pt(self) -> float:
        return twips(self.width_mm) / TWIPS_PER_PT

    @property
    def height_pt(self) -> float:
        return twips(self.height_mm) / TWIPS_PER_PT

    @property
    def left_pt(self) -> float:
        return twips(self.left_mm) / TWIPS_PER_PT

    @property
    def right_pt(self) -> float:
        return twips(self.right_mm) / TWIPS_PER_PT

    @property
    def measure_pt(self) -> float:
        """Width of the text area."""
        return self.width_pt - self.left_pt - self.right_pt

    @property
    def top_pt(self) -> float:
        return twips(self.top_mm) / TWIPS_PER_PT

    @property
    def next_top_pt(self) -> float:
        return twips(self.next_top_mm) / TWIPS_PER_PT

    @property
    def bottom_pt(self) -> float:
        return twips(self.bottom_mm) / TWIPS_PER_PT

    @property
    def footer_pt(self) -> float:
        return twips(self.footer_mm) / TWIPS_PER_PT


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """One line at the foot of every page; `runs` may hold page fields."""

    text: Text
    only_if_longer: bool = True
    """True: settle drops it from a release of one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells every page that the release is not final."""

    word: str
    """Large, pale and aslant behind the text of the PDF's pages; the Word copy goes without."""
    note: Text
    """One small line at every page's foot, in both copies: word and version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the files say about themselves: nothing of the machine or its user."""

    title: str = ""
    author: str = ""
    """The office's name."""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: str = "2000-01-01T00:00:00+07:00"
    """ISO 8601 with the office's zone."""
    language: str = "id-ID"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A release as it will be read, before lines are broken."""

    metadata: Metadata
    geometry: Geometry
    styles: dict[Role, Style]
    variants: dict[tuple[Role, str], Style] = field(default_factory=dict)
    """Whole styles of the named variants in use, by role and `Text.variant`."""
    letterhead: Letterhead = field(default_factory=Letterhead)
    body: tuple[Block, ...] = ()
    footer: Footer | None = None
    mark: Mark | None = None
    """None: a final copy."""
    title_max_lines: int = 3

    def style_of(self, text: Text) -> Style:
        """The style a paragraph is set in: its own, its variant's, or its role's."""
        if text.style is not None:
            return text.style
        return self.variants.get((text.role, text.variant)) or self.styles[text.role]
