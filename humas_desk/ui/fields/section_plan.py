"""What the sections below the body hold: data that `sections.py` draws."""

from enum import Enum

from humas_desk.release.release import Kind, Zone
from humas_desk.values import dataclass
from humas_desk.wording import mark


class Input(Enum):
    """How a value is typed in."""

    LINE = "one plain line"
    RICH = "text with italics and bold"
    DATE = "a day"
    TIME = "a time of day"
    CHOICE = "one of several"
    LINES = "several texts, one a line"
    RICH_LINES = "several texts with italics and bold, one a line"
    TICK = "yes or no"
    EMBARGO = "a moment before which nothing may be published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One input of a section."""

    name: str
    """Its place; inside a repeated group, after the group's index."""
    msgid: str
    input: Input = Input.LINE
    optional: bool = False
    """An empty input is None in the release."""
    options: tuple[tuple[object, str], ...] = ()
    """Values and msgids; for a tick: what yes and no are."""
    share: int = 50
    """Of the row's width, in hundredths; a row is full at 100."""
    hint: str = ""
    """Msgid of what is seen while it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One section."""

    part: str
    """The template's name for it; shown when the template prints that part, or when it holds something."""
    msgid: str
    slots: tuple[Slot, ...]
    many: str = ""
    """Place of the tuple whose items this section repeats; empty: it stands once."""
    add_msgid: str = ""
    kinds: tuple[Kind, ...] = tuple(Kind)
    teaches: str = ""
    """Msgid of what its closed line says while it holds nothing: what it is for."""


ZONES = tuple((zone, zone.value) for zone in Zone)
_ACTING: tuple[tuple[object, str], ...] = ((None, "—"), ("Plt.", "Plt."), ("Plh.", "Plh."), ("a.n.", "a.n."))

PLANS: tuple[Plan, ...] = (
    Plan(
        part="recipient",
        msgid=mark("Letter"),
        teaches=mark("to whom, and about what"),
        kinds=(Kind.INVITATION,),
        slots=(
            Slot(name="recipient", msgid=mark("Recipient"), input=Input.RICH, optional=True, share=100),
            Slot(name="subject", msgid=mark("Subject"), input=Input.RICH, optional=True, share=100),
        ),
    ),
    Plan(
        part="event",
        msgid=mark("Event"),
        teaches=mark("day, hours, venue and agenda"),
        kinds=(Kind.INVITATION,),
        slots=(
            Slot(name="event.date", msgid=mark("Date"), input=Input.DATE, share=100),
            Slot(name="event.start", msgid=mark("Start"), input=Input.TIME, share=34, hint=mark("10.00")),
            Slot(name="event.end", msgid=mark("End"), input=Input.TIME, share=33, hint=mark("until finished")),
            Slot(name="event.zone", msgid=mark("Time zone"), input=Input.CHOICE, options=ZONES, share=33),
            Slot(name="event.place", msgid=mark("Venue"), input=Input.RICH, share=100),
            Slot(name="event.agenda", msgid=mark("Agenda"), input=Input.RICH, share=100),
            Slot(name="event.dress", msgid=mark("Dress"), input=Input.RICH),
            Slot(name="event.reply_to", msgid=mark("Confirm attendance with"), input=Input.RICH),
        ),
    ),
    Plan(
        part="contact",
        msgid=mark("Contacts"),
        teaches=mark("whom the media may call; empty: those in the settings"),
        many="contacts",
        add_msgid=mark("Add a contact"),
        slots=(
            Slot(name="name", msgid=mark("Name"), share=40),
            Slot(name="phone", msgid=mark("Phone"), share=25),
            Slot(name="email", msgid=mark("E-mail"), share=35),
        ),
    ),
    Plan(
        part="about",
        msgid=mark("About the office"),
        teaches=mark("another text about the office for this release"),
        slots=(
            Slot(
                name="about",
                msgid=mark("Text for this release"),
                input=Input.RICH,
                optional=True,
                share=100,
                hint=mark("The office's standing text"),
            ),
        ),
    ),
    Plan(
        part="links",
        msgid=mark("Links"),
        teaches=mark("page, folder of photos, video"),
        many="links",
        add_msgid=mark("Add a link"),
        slots=(
            Slot(name="text", msgid=mark("Text"), input=Input.RICH),
            Slot(name="url", msgid=mark("Address"), hint=mark("https://")),
        ),
    ),
    Plan(
        part="notice",
        msgid=mark("Publication"),
        teaches=mark("at once, or not before a moment"),
        slots=(
            Slot(
                name="notice",
                msgid=mark("For immediate release"),
                input=Input.TICK,
                options=(("segera", ""), (None, "")),
                share=100,
            ),
            Slot(name="embargo", msgid=mark("Embargo until"), input=Input.EMBARGO, share=100),
        ),
    ),
    Plan(
        part="signatories",
        msgid=mark("Signatories"),
        teaches=mark("name and position, with room for signature and stamp"),
        many="signatories",
        kinds=(Kind.PRESS, Kind.INVITATION),
        add_msgid=mark("Add a signatory"),
        slots=(
            Slot(name="heading", msgid=mark("Line above"), input=Input.RICH, hint=mark("Approved by")),
            Slot(name="acting", msgid=mark("Acting"), input=Input.CHOICE, options=_ACTING, share=15),
            Slot(name="position", msgid=mark("Position"), input=Input.RICH, share=35),
            Slot(name="name", msgid=mark("Name")),
            Slot(name="id_number", msgid=mark("Employee number")),
        ),
    ),
    Plan(
        part="copies",
        msgid=mark("Copies"),
        teaches=mark("who gets a copy of the letter"),
        kinds=(Kind.PRESS, Kind.INVITATION),
        slots=(Slot(name="copies", msgid=mark("One recipient a line"), input=Input.RICH_LINES, share=100),),
    ),
    Plan(
        part="credits",
        msgid=mark("Credits"),
        teaches=mark("writer, editor, photographer"),
        slots=(
            Slot(name="credits.writer", msgid=mark("Writer"), optional=True, share=34),
            Slot(name="credits.editor", msgid=mark("Editor"), optional=True, share=33),
            Slot(name="credits.photographer", msgid=mark("Photographer"), optional=True, share=33),
        ),
    ),
    Plan(
        part="hashtags",
        msgid=mark("Hashtags"),
        teaches=mark("words for social media"),
        slots=(Slot(name="hashtags", msgid=mark("One hashtag a line"), input=Input.LINES, share=100),),
    ),
)


def chosen_plans(parts: tuple[str, ...], kind: Kind, filled: frozenset[str]) -> tuple[Plan, ...]:
    """The sections to show: parts the template prints and the kind uses, and whatever holds something already.

    `parts` empty: the template is not known, every part is offered.
    """
    return tuple(
        plan for plan in PLANS if (kind in plan.kinds and (not parts or plan.part in parts)) or plan.part in filled
    )
