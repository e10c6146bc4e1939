"""A template drawn tighter, step by step, down to its *tightest* values: how a release is made to fit one page."""

from dataclasses import replace

from humas_desk.layout.template import RoleRules, Template

STEPS = 8
"""Step 0 is the template as it is, this one its tightest values."""
_SIZE_GRID = 2
"""Type comes in halves of a point: Word stores nothing finer."""
_SPACE_GRID = 20
"""Leading and space in twentieths of a point, for the same reason."""


def tightened(template: Template, step: int) -> Template:
    """The template at a step from 0 to `STEPS`; roles without tightest values stay, and nothing ever grows."""
    if step <= 0:
        return template
    share = min(step, STEPS) / STEPS
    return replace(template, roles={role: _tightened(rules, share) for role, rules in template.roles.items()})


def _tightened(rules: RoleRules, share: float) -> RoleRules:
    least = rules.tightest
    return replace(
        rules,
        size_pt=_between(rules.size_pt, least.size_pt, share, _SIZE_GRID),
        leading_pt=_between(rules.leading_pt, least.leading_pt, share, _SPACE_GRID),
        after_pt=_between(rules.after_pt, least.after_pt, share, _SPACE_GRID),
    )


def _between(normal: float, tightest: float | None, share: float, grid: int) -> float:
    if tightest is None or tightest >= normal:
        return normal
    return round((normal + (tightest - normal) * share) * grid) / grid
