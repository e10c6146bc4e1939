from dataclasses import replace
import datetime as dt
from itertools import pairwise

import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Role
from humas_desk.layout.marking import DRAFT, version_text
from humas_desk.layout.template import RoleRules, Tightest
from humas_desk.layout.tightening import STEPS, tightened
from tests.layout.composing import AN_OFFICE, NAMES, a_paragraph, a_release, template


@pytest.mark.parametrize("name", NAMES)
def test_every_step_is_as_tight_as_the_one_before_or_tighter(name: str) -> None:
    steps = [tightened(template(name), step).roles for step in range(STEPS + 1)]
    assert steps[0] == template(name).roles
    for looser, tighter in pairwise(steps):
        for role, rules in tighter.items():
            assert rules.size_pt <= looser[role].size_pt
            assert rules.leading_pt <= looser[role].leading_pt
            assert rules.after_pt <= looser[role].after_pt
    assert len({str(roles) for roles in steps}) == STEPS + 1


@pytest.mark.parametrize("name", NAMES)
def test_the_last_step_is_the_template_s_tightest(name: str) -> None:
    for role, rules in tightened(template(name), STEPS).roles.items():
        usual = template(name).roles[role]
        least = usual.tightest
        assert rules.size_pt == (usual.size_pt if least.size_pt is None else min(usual.size_pt, least.size_pt))
        assert rules.leading_pt == (usual.leading_pt if least.leading_pt is None else least.leading_pt)


@pytest.mark.parametrize("name", NAMES)
def test_lists_and_rows_keep_the_body_s_size(name: str) -> None:
    for step in range(STEPS + 1):
        roles = tightened(template(name), step).roles
        assert {roles[role].size_pt for role in (Role.LIST, Role.FIELD)} == {roles[Role.BODY].size_pt}, step


def test_sizes_and_spaces_are_what_word_can_store() -> None:
    for step in range(STEPS + 1):
        for rules in tightened(template(), step).roles.values():
            assert rules.size_pt * 2 == round(rules.size_pt * 2)
            assert round(rules.leading_pt * 20, 6) == round(rules.leading_pt * 20)


def test_a_role_is_never_made_larger() -> None:
    small = RoleRules(size_pt=9, leading_pt=11, after_pt=2, tightest=Tightest(size_pt=11, leading_pt=14.5))
    own = replace(template(), roles={Role.BODY: small})
    assert tightened(own, STEPS).roles[Role.BODY] == small


def test_a_draft_says_so_and_a_final_copy_does_not() -> None:
    moment = dt.datetime(2026, 5, 12, 9, 5, tzinfo=dt.UTC)
    assert version_text(moment) == "12.05.2026 09.05"
    release = a_release(a_paragraph("Isi."))
    marked = compose(release, AN_OFFICE, template(), images={}, draft=moment)
    assert marked.mark is not None
    assert marked.mark.note.plain == "DRAF · versi 12.05.2026 09.05"
    assert marked.variants[Role.FOOTER, DRAFT].size_pt < marked.styles[Role.FOOTER].size_pt
    final = compose(release, AN_OFFICE, template(), images={})
    assert final.mark is None
    assert (Role.FOOTER, DRAFT) not in final.variants
    assert final.body == marked.body
