"""Problems as sentences: what is wrong, and what to do about it."""

from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.wording.filling import filled
from humas_desk.wording.text import mark
from humas_desk.wording.text import translate as _

_PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.TITLE_MISSING: mark("The release has no title yet. Write one."),
    ProblemCode.BODY_MISSING: mark("The release has no text yet. Write at least one paragraph."),
    ProblemCode.QUOTE_EMPTY: mark("The quote is still empty. Write what was said, or remove the quote."),
    ProblemCode.SPEAKER_MISSING: mark("The quote has no speaker yet. Write who said it."),
    ProblemCode.POSITION_MISSING: mark("The speaker's position is not filled in yet. Write it."),
    ProblemCode.REST_MISSING: mark("The second half of the quote is still empty. Write it, or choose another form."),
    ProblemCode.REST_UNUSED: mark(
        "This sentence form leaves out the second half of the quote. Choose a form in two halves, or empty it."
    ),
    ProblemCode.VERB_UNKNOWN: mark("The attribution verb “{verb}” is not in the list. Choose one from the list."),
    ProblemCode.PATTERN_UNAVAILABLE: mark(
        "The attribution verb “{verb}” does not fit this sentence form. Choose another verb or another form."
    ),
    ProblemCode.CITY_MISSING: mark("The city of the dateline is not filled in yet. Write it."),
    ProblemCode.DATE_MISSING: mark("The date of the dateline is not filled in yet. Choose it."),
    ProblemCode.PATTERN_INVALID: mark("The form cannot be read to its end. Use only the parts that are offered."),
    ProblemCode.NUMBER_INVALID: mark("The number “{found}” is not ready to go out. Complete it."),
    ProblemCode.NUMBER_HELD: mark("“{title}” has this number. Take the next number, or a sub-number."),
    ProblemCode.NUMBER_VOID: mark("This number is void ({reason}) and is not given again. Take the next number."),
    ProblemCode.NUMBER_CHANGED: mark("The release is final under {number}. Write that number again."),
    ProblemCode.PHOTO_MISSING: mark("The photo “{file}” is not in this release. Add it again, or remove its place."),
    ProblemCode.PHOTO_COUNT: mark(
        "A photo part holds one to six photos. Divide the {count} photos over several parts."
    ),
    ProblemCode.PHOTO_SMALL: mark(
        "The photo has only {dpi} dots per inch in print and may look coarse. Use a larger one."
    ),
    ProblemCode.ALT_MISSING: mark("The photo has no alternative text yet. Write what it shows, for screen readers."),
    ProblemCode.LOGO_SMALL: mark(
        "The logo has only {dpi} dots per inch in print and may look coarse. Use a larger one."
    ),
    ProblemCode.LOGO_MISSING: mark(
        "The office's logo was not found, so the letterhead has none. Choose it again in Settings."
    ),
    ProblemCode.LOGO_SPOILED: mark(
        "The file of the office's logo is damaged, so the letterhead has none. Choose the logo again in Settings."
    ),
    ProblemCode.CHARACTER_UNDRAWABLE: mark(
        "The character “{character}” is in no font and is printed as □. Replace it."
    ),
    ProblemCode.OFFICE_SAMPLE: mark(
        "The letterhead is that of the sample office. Fill in your own office in Settings."
    ),
    ProblemCode.OFFICE_UNKNOWN: mark("The office “{office}” is not on this computer. Choose another office."),
    ProblemCode.TEMPLATE_UNKNOWN: mark("The template “{template}” is not on this computer. Choose another template."),
    ProblemCode.TEMPLATE_KIND: mark(
        "The template “{template}” is not made for this kind of release. Choose another one."
    ),
    ProblemCode.LETTERHEAD_TIGHT: mark(
        "A line of the letterhead is too long and was set smaller. Shorten it in Settings."
    ),
    ProblemCode.EMBARGO_INVALID: mark("The time of the embargo cannot be read. Write its date and its time."),
    ProblemCode.EVENT_INCOMPLETE: mark("This is not filled in yet. The media need it to come."),
    ProblemCode.BLOCK_EMPTY: mark("This part is still empty and is left out. Fill it in, or remove it."),
    ProblemCode.NAME_NEAR: mark(
        "“{found}” is nearly “{meant}” of the people register. Look at its spelling, or add it there as one that is right."
    ),
    ProblemCode.UNCONFIRMED: mark("This still says what the earlier release says. Change it, or confirm it above."),
    ProblemCode.TOO_LARGE: mark("There is more text here than fits a release. Shorten it."),
}

_MORE_EXACT: dict[tuple[ProblemCode, str], str] = {
    (ProblemCode.PHOTO_COUNT, "none"): mark("This part has no photo yet. Add one, or remove this part."),
    (ProblemCode.EVENT_INCOMPLETE, "found"): mark("“{found}” is not a time. Write hour and minute, for example 10.00."),
    (ProblemCode.PATTERN_INVALID, "found"): mark(
        "The form cannot be read at “{found}”. Use only the parts that are offered."
    ),
}
"""Sentences for a problem that is known more exactly."""


def problem_sentence(problem: Problem) -> str:
    """What is wrong and what to do about it; the place is told by `place_name`."""
    values = dict(problem.values)
    general = _PROBLEMS[problem.code]
    return filled(_(_MORE_EXACT.get((problem.code, _exactness(problem.code, values)), general)), values)


def _exactness(code: ProblemCode, values: dict[str, str]) -> str:
    """Which of its facts makes a problem known more exactly; "" when none does."""
    if code is ProblemCode.PHOTO_COUNT:
        return "none" if values.get("count") == "0" else ""
    return "found" if values.get("found") else ""
