"""The letterhead from the office profile: the writer cannot break it.

Compose gives the wish (sizes, lines); `typeset` wraps or shrinks a line that is too long for the paper.
"""

from dataclasses import replace
import re

from humas_desk.layout.document import PT_PER_MM, Align, Family, Letterhead, Line, Picture, Role, Run, Style, Text
from humas_desk.layout.linking import target_of
from humas_desk.layout.runs import Runs, capitals, finished
from humas_desk.layout.template import HeadLine, LetterheadRules, Template
from humas_desk.layout.words import COUNTRY
from humas_desk.photos.image import Image
from humas_desk.release.office import Body, Level, Office, office_short_name

BODY_NAMES = {
    Body.BAWASLU: "Badan Pengawas Pemilihan Umum",
    Body.PANWASLIH: "Panitia Pengawas Pemilihan",
    Body.PANWASLU: "Panitia Pengawas Pemilihan Umum",
}
LEVEL_NAMES = {
    Level.PROVINSI: "Provinsi",
    Level.KABUPATEN: "Kabupaten",
    Level.KOTA: "Kota",
    Level.KECAMATAN: "Kecamatan",
}
_LEVEL_WORDS = frozenset(
    {"provinsi", "kabupaten", "kota", "kecamatan", "distrik", "kelurahan", "desa", "daerah", "dki", "di", "d.i."}
)
"""First words of a region that is written with its level."""
_SEPARATOR = re.compile(r"(\s*·\s*)")
_TOKEN = re.compile(r"\{(\w+)\}")
_NAME_TOKENS = frozenset({"body_name", "region"})
LARGE_PT = 11
"""From this size on a line is one of the office's name."""
LOGO_CLEARANCE_PT = 3

LineStyles = dict[tuple[Role, str], Style]


def office_name(office: Office) -> str:
    """The office as a text names it: "Bawaslu Kabupaten Probolinggo"."""
    return office_short_name(office)


def region_name(office: Office) -> str:
    """The region with its level: "Kabupaten Probolinggo", "Distrik Heram"; the centre's is the country."""
    region = " ".join(office.region.split())
    if office.level is Level.RI:
        return region or COUNTRY
    if not region or region.split()[0].casefold() in _LEVEL_WORDS:
        return region
    return f"{LEVEL_NAMES[office.level]} {region}"


def compose_letterhead(
    office: Office, template: Template, logo: Image | None, *, blank: bool = False
) -> tuple[Letterhead, LineStyles]:
    """The letterhead and the named styles of its lines. `blank`: its place stays empty for pre-printed paper."""
    rules = template.letterhead
    picture = _logo(logo, rules)
    if rules.pages == "none":
        return Letterhead(pages="none"), {}
    is_left = picture is not None and rules.logo == "left"
    hidden = rules.hide_lines_in_logo and picture is not None
    lines = [
        (line, runs) for line in rules.lines if (runs := line_runs(line, office)) and not (hidden and _is_name(line))
    ]
    styles = _styles([line for line, _ in lines], template, picture if is_left else None)
    texts = tuple(
        Text(role=role, runs=runs, variant=variant) for (role, variant), (_, runs) in zip(styles, lines, strict=True)
    )
    return (
        Letterhead(
            lines=texts,
            logo=picture,
            logo_left=is_left,
            logo_gap_mm=rules.logo_gap_mm if is_left else rules.logo_below_mm,
            pages=rules.pages,
            blank=blank,
        ),
        styles,
    )


def line_runs(line: HeadLine, office: Office) -> Runs:
    """A line with the office's values; empty when none of them is known. `·` stands only between known values."""
    pieces = _SEPARATOR.split(line.text)
    result: Runs = ()
    for index in range(0, len(pieces), 2):
        runs = _filled(pieces[index], office)
        if runs:
            result = (*result, *((Run(text=pieces[index - 1]),) if result else ()), *runs)
    ready = finished(result)
    return tuple(replace(run, text=capitals(run.text)) for run in ready) if line.caps else ready


def _filled(text: str, office: Office) -> Runs:
    """A piece between separators; empty when it has tokens and every value is empty."""
    tokens = _TOKEN.findall(text)
    if tokens and not any(_value(token, office) for token in tokens):
        return ()
    runs: list[Run] = []
    for index, piece in enumerate(_TOKEN.split(text)):
        if index % 2 == 0:
            runs.append(Run(text=piece))
            continue
        value = _value(piece, office)
        link = target_of(value) if piece in {"email", "website"} else None
        runs.append(Run(text=value, link=link))
    return tuple(run for run in runs if run.text)


def _value(name: str, office: Office) -> str:
    """What a token stands for, on one line."""
    match name:
        case "body_name":
            value = BODY_NAMES[office.body]
        case "region":
            value = region_name(office)
        case "address":
            value = ", ".join(line.strip(" ,") for line in office.address if line.strip(" ,"))
        case "phone":
            value = office.phone
        case "email":
            value = office.email
        case "website":
            value = office.website
        case "social":
            value = ", ".join(account.strip() for account in office.social if account.strip())
        case _:
            value = ""
    return " ".join(value.split())


def _is_name(line: HeadLine) -> bool:
    """Whether a line holds nothing but the office's name, which the official logo carries too."""
    tokens = set(_TOKEN.findall(line.text))
    return bool(tokens) and tokens <= _NAME_TOKENS


def _logo(logo: Image | None, rules: LetterheadRules) -> Picture | None:
    """The logo at the wished height, or lower when it would be too wide."""
    if logo is None or rules.logo == "none" or logo.width_px < 1 or logo.height_px < 1:
        return None
    ratio = logo.width_px / logo.height_px
    height_mm = min(rules.logo_height_mm, rules.logo_width_mm / ratio)
    return Picture(image=logo, width_mm=round(height_mm * ratio, 2), height_mm=round(height_mm, 2), place="office.logo")


def _styles(lines: list[HeadLine], template: Template, left_logo: Picture | None) -> LineStyles:
    """One named style per line. The last one carries the rule; beside a logo the others keep clear of it."""
    rules = template.letterhead
    styles: LineStyles = {}
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        indent_mm = left_logo.width_mm + rules.logo_gap_mm if left_logo and not is_last else 0
        is_name = line.size_pt >= LARGE_PT or line.weight == "bold"
        styles[Role.OFFICE if is_name else Role.ADDRESS, f"line-{index + 1}"] = Style(
            family=Family(template.fonts.letterhead or template.fonts.text),
            size_pt=line.size_pt,
            leading_pt=line.leading_pt,
            after_pt=rules.after_pt if is_last else line.after_pt,
            align=Align.CENTER,
            bold=line.weight == "bold",
            tracking_pt=line.tracking_pt,
            left_mm=indent_mm,
            right_mm=indent_mm,
            keep_next=True,
            keep_lines=True,
            below=_rule(rules) if is_last else None,
        )
    return _beside(styles, left_logo) if left_logo else styles


def _rule(rules: LetterheadRules) -> Line | None:
    if rules.rule == "none":
        return None
    return Line(kind=rules.rule, thickness_pt=rules.rule_pt, gap_pt=rules.rule_gap_pt, space_pt=rules.rule_space_pt)


def _beside(styles: LineStyles, logo: Picture) -> LineStyles:
    """Lines in the middle of the logo's height, the last one below it.

    A first line with a higher leading sinks by four fifths of what is added; the rest is added under the last but one.
    """
    keys = list(styles)
    if len(keys) < 2:
        return styles
    beside = keys[:-1]
    height = sum(styles[key].leading_pt + styles[key].after_pt for key in beside)
    spare = logo.height_mm * PT_PER_MM + LOGO_CLEARANCE_PT - height
    if spare <= 0:
        return styles
    first, last = beside[0], beside[-1]
    changed = dict(styles)
    changed[first] = replace(changed[first], leading_pt=round(changed[first].leading_pt + spare / 2, 1))
    changed[last] = replace(changed[last], after_pt=round(changed[last].after_pt + spare / 2, 1))
    return changed
