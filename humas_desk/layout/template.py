"""A template: how a kind of release looks. Every key has a default and a range, both written beside it.

A template is values only; it never holds code or patterns that are executed. `loader.load_template` reads one from
`template.toml`. Space before a part is never a paragraph's own: `spacing.gap_pt` adds it to the part above.
"""

from dataclasses import field
from typing import Annotated

from humas_desk.layout.document import Family, Role
from humas_desk.layout.rules import Choice, Choices, Color, Number, PaperSize, Tables, Words
from humas_desk.release.release import Kind
from humas_desk.values import dataclass

PARTS = (
    "label",
    "number",
    "notice",
    "recipient",
    "subject",
    "title",
    "subtitle",
    "body",
    "event",
    "links",
    "about",
    "contact",
    "signatories",
    "copies",
    "credits",
    "hashtags",
)
LETTERHEAD_TOKENS = ("body_name", "region", "address", "phone", "email", "website", "social")
FAMILIES = tuple(family.value for family in Family if family is not Family.FALLBACK)
PAPERS = ("A4", "F4-215", "F4-210", "Folio")

Size = str | tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """Paper and margins in mm. The right margin is what paper, left margin and measure leave: at least 10 mm."""

    size: Annotated[
        Size, PaperSize(names=PAPERS, width=Number(low=120, high=330), height=Number(low=180, high=450))
    ] = "A4"
    measure_mm: Annotated[float, Number(low=80, high=250)] = 155
    top_mm: Annotated[float, Number(low=5, high=60)] = 15
    next_top_mm: Annotated[float, Number(low=5, high=80)] = 20
    left_mm: Annotated[float | None, Number(low=10, high=60)] = None
    """None: the paper's (30; Folio 30.5)."""
    bottom_mm: Annotated[float | None, Number(low=10, high=60)] = None
    """None: the paper's (A4 and F4-210 20; F4-215 and Folio 22)."""
    footer_mm: Annotated[float, Number(low=5, high=40)] = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """One line of the letterhead. It disappears when every value in it is empty."""

    text: Annotated[str, Words(tokens=LETTERHEAD_TOKENS)] = ""
    size_pt: Annotated[float, Number(low=6, high=30)] = 9
    leading_pt: Annotated[float, Number(low=6, high=40)] = 11.5
    weight: Annotated[str, Choice(allowed=("regular", "bold"))] = "regular"
    caps: bool = False
    tracking_pt: Annotated[float, Number(low=0, high=5)] = 0
    after_pt: Annotated[float, Number(low=0, high=20)] = 0


HEAD_LINES = (
    HeadLine(text="{body_name}", size_pt=14, leading_pt=17, weight="bold", caps=True),
    HeadLine(text="{region}", size_pt=14, leading_pt=17, weight="bold", caps=True, after_pt=2),
    HeadLine(text="{address}"),
    HeadLine(text="{phone}  ·  {email}  ·  {website}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadRules:
    """The head of the page."""

    pages: Annotated[str, Choice(allowed=("first", "all", "none"))] = "first"
    logo: Annotated[str, Choice(allowed=("top", "left", "none"))] = "top"
    logo_height_mm: Annotated[float, Number(low=8, high=40)] = 22
    logo_width_mm: Annotated[float, Number(low=8, high=80)] = 45
    """The widest a logo may be."""
    logo_gap_mm: Annotated[float, Number(low=0, high=20)] = 6
    """Between a logo at the left and the lines."""
    logo_below_mm: Annotated[float, Number(low=0, high=20)] = 3.5
    """Between a logo above and the first line."""
    hide_lines_in_logo: bool = False
    rule: Annotated[str, Choice(allowed=("thick-thin", "none", "single", "double"))] = "thick-thin"
    rule_pt: Annotated[float, Number(low=0.25, high=6)] = 2.25
    """The (thick) stroke."""
    rule_gap_pt: Annotated[float, Number(low=0.5, high=6)] = 1.5
    """Between two strokes."""
    rule_space_pt: Annotated[float, Number(low=0, high=20)] = 5
    """Between the last line and the rule."""
    after_pt: Annotated[float, Number(low=0, high=60)] = 14
    """From the rule to the text."""
    lines: Annotated[tuple[HeadLine, ...], Tables(item=HeadLine)] = HEAD_LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterRules:
    """The line at the foot; an empty text: no footer."""

    text: Annotated[str, Words(tokens=("page", "pages"))] = "Halaman {page} dari {pages}"
    only_if_longer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FontRules:
    """The type families: "sans" (Arial), "serif" (Times New Roman), "carlito" (Calibri), "bookman" (Bookman Old Style)."""

    text: Annotated[str, Choice(allowed=FAMILIES)] = "sans"
    letterhead: Annotated[str, Choice(allowed=("", *FAMILIES))] = ""
    """Empty: the text's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRules:
    """Which parts are printed, in which order, and how they behave."""

    order: Annotated[tuple[str, ...], Choices(allowed=PARTS, needed=("body",))] = PARTS
    label: Annotated[str, Words()] = ""
    """Empty: no label."""
    degrees: bool = True
    """Academic degrees of speakers are printed."""
    dateline: Annotated[str, Choice(allowed=("lead", "rows", "none"))] = "lead"
    """"lead": before the first paragraph. "rows": as a row under the number, unless a signature shows it."""
    number_rows: bool = False
    """True: number, date and subject are rows with a colon, as in a letter."""
    office_about: bool = True
    """True: without a text of its own a release ends with the office's standing one."""
    title_as_subject: bool = False
    """True: without a subject the title is the subject's row and not printed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRules:
    """Photos: as wide as the measure, but not higher than these."""

    height_mm: Annotated[float, Number(low=20, high=250)] = 95
    portrait_height_mm: Annotated[float, Number(low=20, high=250)] = 110
    gap_mm: Annotated[float, Number(low=0, high=20)] = 5
    """Between two in a row and between rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRules:
    """The room in a signature; where it stands is `roles.signature.left_mm`."""

    space_mm: Annotated[float, Number(low=10, high=50)] = 25
    """Room for signature and stamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tightest:
    """How far a role may be tightened to fit one page; a key that is not written: not at all."""

    size_pt: Annotated[float | None, Number(low=6, high=48)] = None
    leading_pt: Annotated[float | None, Number(low=6, high=72)] = None
    after_pt: Annotated[float | None, Number(low=0, high=72)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRules:
    """How a role is set; the defaults of each role stand in `roles.ROLES`."""

    size_pt: Annotated[float, Number(low=6, high=48)] = 12
    leading_pt: Annotated[float, Number(low=6, high=72)] = 16
    align: Annotated[str, Choice(allowed=("left", "justify", "center", "right"))] = "left"
    before_pt: Annotated[float, Number(low=0, high=72)] = 0
    after_pt: Annotated[float, Number(low=0, high=72)] = 8
    between_pt: Annotated[float | None, Number(low=0, high=72)] = None
    """Between two paragraphs of this role; None: `after_pt`."""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    tracking_pt: Annotated[float, Number(low=0, high=5)] = 0
    left_mm: Annotated[float, Number(low=0, high=150)] = 0
    hang_mm: Annotated[float, Number(low=0, high=60)] = 0
    tab_mm: Annotated[float, Number(low=0, high=150)] = 0
    rule_above_pt: Annotated[float, Number(low=0, high=6)] = 0
    """A rule over the first paragraph of the small print (about, contact, credits); 0: none. Other roles have none."""
    rule_space_pt: Annotated[float, Number(low=0, high=20)] = 6
    """Between that rule and the text."""
    keep_next: bool = False
    keep_lines: bool = False
    color: Annotated[str, Color()] = "#000000"
    tightest: Tightest = Tightest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template.toml."""

    name: Annotated[str, Words(longest=60)] = ""
    kinds: Annotated[tuple[str, ...], Choices(allowed=tuple(kind.value for kind in Kind))] = ()
    """Kinds it is made for; empty: all."""
    page: PageRules = PageRules()
    letterhead: LetterheadRules = LetterheadRules()
    footer: FooterRules = FooterRules()
    fonts: FontRules = FontRules()
    parts: PartRules = PartRules()
    pictures: PictureRules = PictureRules()
    signature: SignatureRules = SignatureRules()
    roles: dict[Role, RoleRules] = field(default_factory=dict)
    """Every role that is printed has an entry after loading."""

    def serves(self, kind: Kind) -> bool:
        """Whether it is made for that kind of release."""
        return not self.kinds or kind.value in self.kinds
