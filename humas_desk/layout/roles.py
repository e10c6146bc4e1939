"""How each role is set when a template does not say otherwise: the page of a formal siaran pers."""

from humas_desk.layout.document import Role
from humas_desk.layout.template import RoleRules, Tightest

SMALL_SIZE_PT = 10
SMALL_LEADING_PT = 13.5

ROLES: dict[Role, RoleRules] = {
    Role.LABEL: RoleRules(
        size_pt=12, leading_pt=15, bold=True, tracking_pt=1, align="center", after_pt=2, keep_next=True
    ),
    Role.NUMBER: RoleRules(size_pt=11, leading_pt=14, align="center", after_pt=12, between_pt=0, keep_next=True),
    Role.NOTICE: RoleRules(size_pt=10, leading_pt=13, bold=True, align="center", after_pt=12, keep_next=True),
    Role.RECIPIENT: RoleRules(size_pt=11, leading_pt=15, after_pt=12, between_pt=0, left_mm=24, hang_mm=24, tab_mm=22),
    Role.TITLE: RoleRules(
        size_pt=15, leading_pt=19, bold=True, align="center", after_pt=10, keep_next=True, keep_lines=True
    ),
    Role.SUBTITLE: RoleRules(size_pt=12, leading_pt=16, align="center", after_pt=8, keep_next=True, keep_lines=True),
    Role.BODY: RoleRules(
        size_pt=12, leading_pt=16, after_pt=8, tightest=Tightest(size_pt=11, leading_pt=14.5, after_pt=6)
    ),
    Role.HEADING: RoleRules(
        size_pt=12, leading_pt=16, bold=True, before_pt=10, after_pt=4, keep_next=True, keep_lines=True
    ),
    Role.LIST: RoleRules(
        size_pt=12,
        leading_pt=16,
        after_pt=8,
        between_pt=3,
        left_mm=7,
        hang_mm=7,
        tightest=Tightest(size_pt=11, leading_pt=14.5, after_pt=6),
    ),
    Role.CAPTION: RoleRules(size_pt=9.5, leading_pt=12.5, before_pt=4, after_pt=10, keep_lines=True),
    Role.CELL: RoleRules(size_pt=10, leading_pt=13.5, after_pt=0),
    Role.CELL_HEAD: RoleRules(size_pt=10, leading_pt=13.5, after_pt=0, bold=True),
    Role.FIELD: RoleRules(
        size_pt=12,
        leading_pt=16,
        after_pt=8,
        between_pt=2,
        left_mm=34,
        hang_mm=34,
        tab_mm=32,
        tightest=Tightest(size_pt=11, leading_pt=14.5, after_pt=6),
    ),
    Role.LINK: RoleRules(
        size_pt=12, leading_pt=16, after_pt=8, between_pt=2, tightest=Tightest(size_pt=11, leading_pt=14.5, after_pt=6)
    ),
    Role.ABOUT_HEADING: RoleRules(
        size_pt=SMALL_SIZE_PT,
        leading_pt=SMALL_LEADING_PT,
        bold=True,
        before_pt=12,
        after_pt=1,
        rule_above_pt=0.5,
        keep_next=True,
        keep_lines=True,
    ),
    Role.ABOUT: RoleRules(size_pt=SMALL_SIZE_PT, leading_pt=SMALL_LEADING_PT, after_pt=4),
    Role.CONTACT: RoleRules(
        size_pt=SMALL_SIZE_PT, leading_pt=SMALL_LEADING_PT, after_pt=4, between_pt=0, keep_lines=True
    ),
    Role.CREDIT: RoleRules(size_pt=SMALL_SIZE_PT, leading_pt=SMALL_LEADING_PT, before_pt=12, after_pt=4, between_pt=0),
    Role.HASHTAG: RoleRules(size_pt=SMALL_SIZE_PT, leading_pt=SMALL_LEADING_PT, before_pt=4, after_pt=4),
    Role.SIGNATURE: RoleRules(
        size_pt=12, leading_pt=16, before_pt=8, after_pt=16, between_pt=0, left_mm=90, keep_lines=True
    ),
    Role.COPIES: RoleRules(size_pt=11, leading_pt=14.5, before_pt=8, after_pt=8, between_pt=0, left_mm=7, hang_mm=7),
    Role.ATTACHMENT_LABEL: RoleRules(size_pt=11, leading_pt=14, after_pt=10, keep_next=True),
    Role.ATTACHMENT_TITLE: RoleRules(size_pt=13, leading_pt=17, bold=True, align="center", after_pt=10, keep_next=True),
    Role.PICTURE: RoleRules(align="center", before_pt=2, after_pt=10),
    Role.FOOTER: RoleRules(size_pt=8.5, leading_pt=11, align="center", after_pt=0, color="#404040"),
}
"""Roles without an entry (OFFICE, ADDRESS, SIGNATURE_SPACE) are set by the letterhead's lines and by SIGNATURE."""
