"""What is not sure about an imported draft, as sentences: what was done, and what to look at."""

from humas_desk.intake.parts import Unsure, UnsureCode
from humas_desk.wording.filling import filled
from humas_desk.wording.text import mark
from humas_desk.wording.text import translate as _

_DOUBTS: dict[UnsureCode, str] = {
    UnsureCode.TITLE_MISSING: mark("No title was found in the draft. Write one."),
    UnsureCode.TITLE_LONG: mark("The title is long. See whether all of it is the title."),
    UnsureCode.CITY_MISSING: mark("No city was found before the first paragraph. Write it."),
    UnsureCode.DATE_MISSING: mark("No date was found before the first paragraph. Choose it."),
    UnsureCode.DATE_ODD: mark("The date “{found}” is not clear. Choose the right one."),
    UnsureCode.WEEKDAY_WRONG: mark("“{found}” does not fit together: that day is {date}. Correct the day or the date."),
    UnsureCode.SPEAKER_GUESSED: mark("The quote names nobody; {name} was named before it. See whether that is right."),
    UnsureCode.SPEAKER_MISSING: mark("The draft does not say who is quoted. Write the speaker's name."),
    UnsureCode.NAMES_NEAR: mark("The draft names {other} and {found}. If they are one person, correct the name."),
    UnsureCode.POSITION_MENDED: mark("“{found}” was read as “{mended}”. See whether that is right."),
    UnsureCode.QUOTE_OPEN: mark("A quotation mark is missing. See where the quote begins and ends."),
    UnsureCode.QUOTE_LOOSE: mark("The words around this quote fit no sentence form and stay as text. Read them again."),
    UnsureCode.PHOTO_MISSING: mark("There is a caption but no photo. Add the photo, or remove the caption."),
    UnsureCode.MENDED: mark("Some letters were damaged on the way and were repaired. Read the text once more."),
}


def doubt_sentence(doubt: Unsure) -> str:
    """What to look at; the place is told by `place_name`."""
    return filled(_(_DOUBTS[doubt.code]), dict(doubt.values))
