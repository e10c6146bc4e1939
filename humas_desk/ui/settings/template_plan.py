"""What of a template is edited in the window, under which words and in which order; all other keys stay as they are."""

from humas_desk.layout.document import Role
from humas_desk.values import dataclass
from humas_desk.wording import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Values that stand together: rows of one or two, each a place and its label."""

    heading: str
    rows: tuple[tuple[tuple[str, str], ...], ...]


PAGE = Section(
    heading=mark("Page"),
    rows=(
        (("page.size", mark("Paper")), ("page.measure_mm", mark("Width of the text (mm)"))),
        (("page.size[0]", mark("Own width (mm)")), ("page.size[1]", mark("Own height (mm)"))),
        (("page.left_mm", mark("Left margin (mm)")), ("page.bottom_mm", mark("Bottom margin (mm)"))),
        (("page.top_mm", mark("Top margin (mm)")), ("page.next_top_mm", mark("Top from page two on (mm)"))),
    ),
)
LETTERHEAD = Section(
    heading=mark("Letterhead"),
    rows=(
        (("letterhead.pages", mark("Printed on")), ("letterhead.logo", mark("Logo"))),
        (
            ("letterhead.logo_height_mm", mark("Height of the logo (mm)")),
            ("letterhead.logo_width_mm", mark("Logo at most this wide (mm)")),
        ),
        (("letterhead.hide_lines_in_logo", mark("The logo already has the office's name")),),
        (
            ("letterhead.rule", mark("Rule under the letterhead")),
            ("letterhead.rule_pt", mark("Thickness of the rule (pt)")),
        ),
        (
            ("letterhead.rule_space_pt", mark("Space above the rule (pt)")),
            ("letterhead.after_pt", mark("Space below the rule (pt)")),
        ),
    ),
)
LETTERS = Section(
    heading=mark("Fonts and sizes"),
    rows=(
        (("fonts.text", mark("Font of the text")), ("fonts.letterhead", mark("Font of the letterhead"))),
        (("roles.body.size_pt", mark("Size of the text (pt)")), ("roles.body.leading_pt", mark("Line distance (pt)"))),
        (("roles.body.align", mark("Text")), ("roles.body.after_pt", mark("Space between paragraphs (pt)"))),
        (("roles.title.size_pt", mark("Size of the title (pt)")), ("roles.title.align", mark("Title"))),
    ),
)
PARTS_OF_IT = Section(
    heading=mark("Parts of the release"),
    rows=(
        (("parts.label", mark("Label over the title, empty for none")),),
        (("parts.dateline", mark("Dateline")),),
        (("parts.degrees", mark("Print academic degrees of speakers")),),
        (("parts.number_rows", mark("Number, date and subject as rows with a colon")),),
        (("parts.title_as_subject", mark("The title stands in the row of the subject")),),
        (("parts.office_about", mark("End with the office's standing text")),),
    ),
)
FOOT = Section(
    heading=mark("Foot of the page"),
    rows=(
        (("footer.text", mark("Text, with {halaman} and {jumlah}; empty for none")),),
        (("footer.only_if_longer", mark("Only when there is more than one page")),),
    ),
)

Rows = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""A heading or none, and the values that stand beside each other, each a place and its label."""

MORE: Rows = (
    (
        mark("Photos"),
        (
            ("pictures.height_mm", mark("At most this high (mm)")),
            ("pictures.portrait_height_mm", mark("Upright at most (mm)")),
            ("pictures.gap_mm", mark("Between two (mm)")),
        ),
    ),
    (
        mark("Signature"),
        (
            ("signature.space_mm", mark("Room to sign (mm)")),
            ("roles.signature.left_mm", mark("From the left edge of the text (mm)")),
        ),
    ),
)
ROLE_ROWS: Rows = (
    ("", (("size_pt", mark("Size (pt)")), ("leading_pt", mark("Line distance (pt)")), ("align", mark("Lines")))),
    (
        "",
        (
            ("before_pt", mark("Space above (pt)")),
            ("after_pt", mark("Space below (pt)")),
            ("left_mm", mark("Indent (mm)")),
        ),
    ),
    ("", (("bold", mark("Bold")), ("italic", mark("Italic")), ("caps", mark("Capitals")))),
    (
        mark("“Fit on one page” may go down to"),
        (
            ("tightest.size_pt", mark("Size (pt)")),
            ("tightest.leading_pt", mark("Line distance (pt)")),
            ("tightest.after_pt", mark("Space below (pt)")),
        ),
    ),
)
"""Of one role."""

ROLE_NAMES = {
    Role.LABEL: mark("Label"),
    Role.NUMBER: mark("Number"),
    Role.NOTICE: mark("Notice and embargo"),
    Role.RECIPIENT: mark("Recipient"),
    Role.TITLE: mark("Title"),
    Role.SUBTITLE: mark("Subtitle"),
    Role.BODY: mark("Body"),
    Role.HEADING: mark("Heading"),
    Role.LIST: mark("List"),
    Role.CAPTION: mark("Caption"),
    Role.CELL: mark("Table"),
    Role.CELL_HEAD: mark("Head of a table"),
    Role.FIELD: mark("Event"),
    Role.LINK: mark("Links"),
    Role.SIGNATURE: mark("Signatories"),
    Role.COPIES: mark("Copies to"),
    Role.ABOUT_HEADING: mark("Headings of the small print"),
    Role.ABOUT: mark("About the office"),
    Role.CONTACT: mark("Contacts"),
    Role.CREDIT: mark("Credits"),
    Role.HASHTAG: mark("Hashtags"),
    Role.ATTACHMENT_LABEL: mark("Line over an attachment"),
    Role.ATTACHMENT_TITLE: mark("Title of an attachment"),
    Role.FOOTER: mark("Foot of the page"),
}
"""Parts whose look can be set, in the order of the page."""

CHOICES: dict[str, dict[str, str]] = {
    "pages": {"first": mark("The first page"), "all": mark("Every page"), "none": mark("No page")},
    "logo": {"top": mark("Centred above"), "left": mark("At the left"), "none": mark("No logo")},
    "rule": {
        "thick-thin": mark("Thick and thin"),
        "single": mark("One line"),
        "double": mark("Two lines"),
        "none": mark("No rule"),
    },
    "align": {
        "left": mark("Ragged right"),
        "justify": mark("Justified"),
        "center": mark("Centred"),
        "right": mark("Flush right"),
    },
    "dateline": {
        "lead": mark("Before the first sentence"),
        "rows": mark("As a row under the number"),
        "none": mark("Not printed"),
    },
    "weight": {"regular": mark("Regular"), "bold": mark("Bold")},
    "text": {"sans": "Arial", "serif": "Times New Roman", "carlito": "Calibri", "bookman": "Bookman Old Style"},
    "letterhead": {
        "": mark("As the text"),
        "sans": "Arial",
        "serif": "Times New Roman",
        "carlito": "Calibri",
        "bookman": "Bookman Old Style",
    },
}
"""By the last name of a place: the words of each value."""

PAPERS = {
    "A4": "A4 (210 × 297 mm)",
    "F4-215": "F4 (215 × 330 mm)",
    "F4-210": "F4 (210 × 330 mm)",
    "Folio": "Folio (215,9 × 330,2 mm)",
}
OWN_SIZE = "own"
"""Chosen instead of a paper's name: width and height are typed."""

PART_NAMES = {
    "label": mark("Label"),
    "number": mark("Number"),
    "notice": mark("Notice and embargo"),
    "recipient": mark("Recipient"),
    "subject": mark("Subject"),
    "title": mark("Title"),
    "subtitle": mark("Subtitle"),
    "body": mark("Body"),
    "event": mark("Event"),
    "links": mark("Links"),
    "about": mark("About the office"),
    "contact": mark("Contacts"),
    "signatories": mark("Signatories"),
    "copies": mark("Copies to"),
    "credits": mark("Credits"),
    "hashtags": mark("Hashtags"),
}
