"""Space between paragraphs: one rule, and the named styles it needs.

The rule: the gap between two parts is the upper one's `after_pt` plus the lower one's `before_pt`; between two
paragraphs of one role it is `between_pt`. A caption stands at its own `before_pt` from its picture. Word and LibreOffice
collapse space before and after differently, so the whole gap is written as space after the upper paragraph: where it
differs from the role's own, the paragraph becomes a named variant ("before-heading").
"""

from collections.abc import Iterable
from dataclasses import replace

from humas_desk.layout.document import PT_PER_MM, Align, Block, Family, Line, PictureRow, Role, Style, TableGrid, Text
from humas_desk.layout.template import RoleRules, Template

ROW = "row"
"""Variant of a title that is set as the subject's row of a letter."""
FLUSH = "flush"
"""Variant of a list's paragraph that stands at the margin."""
FIGURE = "figure"
"""Variant of a cell that holds figures: at the right."""

Variants = dict[tuple[Role, str], Style]

_GROUP = frozenset({Role.ABOUT_HEADING, Role.ABOUT, Role.CONTACT, Role.CREDIT})
"""Small print at the end: one rule stands over the first of them."""


def role_styles(template: Template) -> dict[Role, Style]:
    """Every role's own style; the space after is that between two of them."""
    styles = {role: _style(template, rules) for role, rules in template.roles.items()}
    styles[Role.SIGNATURE_SPACE] = replace(
        styles[Role.SIGNATURE], after_pt=round(template.signature.space_mm * PT_PER_MM, 2), keep_next=True
    )
    return styles


def _style(template: Template, rules: RoleRules) -> Style:
    return Style(
        family=Family(template.fonts.text),
        size_pt=rules.size_pt,
        leading_pt=rules.leading_pt,
        after_pt=_between(rules),
        align=Align(rules.align),
        bold=rules.bold,
        italic=rules.italic,
        tracking_pt=rules.tracking_pt,
        left_mm=rules.left_mm,
        hang_mm=rules.hang_mm,
        tab_mm=rules.tab_mm,
        keep_next=rules.keep_next,
        keep_lines=rules.keep_lines,
        color=rules.color,
    )


def _between(rules: RoleRules) -> float:
    return rules.after_pt if rules.between_pt is None else rules.between_pt


def spaced(blocks: Iterable[Block], template: Template) -> tuple[tuple[Block, ...], Variants]:
    """The blocks with their gaps, and the styles of the variants that came up."""
    sequence = tuple(blocks)
    styles = role_styles(template)
    variants: Variants = {}
    result: list[Block] = []
    for before, block, after in zip((None, *sequence), sequence, (*sequence[1:], None), strict=False):
        gap = None if after is None or _is_new_page(after) else gap_pt(block, after, template)
        match block:
            case Text():
                style = _base_style(block, styles)
                name, style = _ruled(block, before, template, (block.variant, style))
                if gap is not None and after is not None and gap != style.after_pt:
                    name, style = _named(name, f"before-{_spacing_role(after)}"), replace(style, after_pt=gap)
                if name:
                    variants[block.role, name] = style
                result.append(block if name == block.variant else replace(block, variant=name))
            case PictureRow() | TableGrid():
                variants |= _cell_variants(block, styles)
                result.append(replace(block, after_pt=_own_gap(template, block) if gap is None else gap))
    return tuple(result), variants


def _base_style(text: Text, styles: dict[Role, Style]) -> Style:
    """The role's style, or that of a variant which composing asked for."""
    style = styles[text.role]
    if text.variant == ROW:
        return replace(styles[Role.NUMBER], keep_next=style.keep_next, keep_lines=style.keep_lines)
    if text.variant == FLUSH:
        return replace(style, left_mm=0, hang_mm=0)
    return style


def _cell_variants(block: PictureRow | TableGrid, styles: dict[Role, Style]) -> Variants:
    """The styles of a table's cells that are not set like the others."""
    if isinstance(block, PictureRow):
        return {}
    roles = {cell.text.role for row in block.rows for cell in row if cell.text.variant == FIGURE}
    return {(role, FIGURE): replace(styles[role], align=Align.RIGHT) for role in roles}


def _ruled(text: Text, before: Block | None, template: Template, named: tuple[str, Style]) -> tuple[str, Style]:
    """With the rule above, when the text is the first of the small print."""
    is_first = before is None or _spacing_role(before) not in _GROUP
    if text.role not in _GROUP or not is_first or not template.roles[text.role].rule_above_pt:
        return named
    rules = template.roles[text.role]
    name, style = named
    rule = Line(thickness_pt=rules.rule_above_pt, space_pt=rules.rule_space_pt)
    return _named(name, "ruled"), replace(style, above=rule)


def _named(*words: str) -> str:
    return "-".join(word for word in words if word)


def gap_pt(upper: Block, lower: Block, template: Template) -> float:
    """Space between two parts, in pt."""
    over, under = _spacing_role(upper), _spacing_role(lower)
    is_same_block = upper.block_id == lower.block_id
    if isinstance(upper, Text) and upper.role is Role.SIGNATURE_SPACE:
        return round(template.signature.space_mm * PT_PER_MM, 2)
    if is_same_block and isinstance(upper, PictureRow) and isinstance(lower, PictureRow):
        return round(template.pictures.gap_mm * PT_PER_MM, 2)
    if is_same_block and {over, under} in ({Role.PICTURE, Role.CAPTION}, {Role.CAPTION, Role.CELL}):
        return template.roles[Role.CAPTION].before_pt
    if over is under and is_same_block and not _ends_signature(upper):
        return _between(template.roles[over])
    return _own_gap(template, upper) + template.roles[under].before_pt


def _ends_signature(block: Block) -> bool:
    return isinstance(block, Text) and block.role is Role.SIGNATURE and not block.keep_next


def _own_gap(template: Template, block: Block) -> float:
    """Space after a part, whatever follows; a table's is the body's."""
    role = _spacing_role(block)
    return template.roles[Role.BODY if role is Role.CELL else role].after_pt


def _spacing_role(block: Block) -> Role:
    """Whose distances count: a subject's row stands among the number's rows."""
    match block:
        case Text(role=Role.SIGNATURE_SPACE):
            return Role.SIGNATURE
        case Text():
            return Role.NUMBER if block.variant == ROW else block.role
        case PictureRow():
            return Role.PICTURE
        case TableGrid():
            return Role.CELL


def _is_new_page(block: Block) -> bool:
    return isinstance(block, Text | PictureRow) and block.new_page
