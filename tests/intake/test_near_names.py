"""Names that may be one person's in two spellings are told about, others are not."""

import pytest

from humas_desk.intake.near_names import near_names
from humas_desk.intake.parts import UnsureCode
from humas_desk.release.person import Speaker
from tests.intake.drafting import LEAD, TITLE, doubts, read


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [
        ("Ahmad Qohar", "Yusuf Kohar", True),
        ("Toni Wijaya", "Tony Wijaya", True),
        ("Asman Jamle", "Asmaen Jamle", True),
        ("Sari Wulandari", "Rina Lestari", False),
        ("Sari Wulandari", "Sari Lestari", False),
        ("Budi", "Budi Hartono", False),
    ],
)
def test_two_spellings_of_one_name_are_found(one: str, other: str, *, are_near: bool) -> None:
    assert bool(list(near_names([Speaker(name=one), Speaker(name=other)]))) is are_near


def test_a_draft_with_a_slip_in_a_speaker_s_name_is_told_about() -> None:
    said = "Ketua Bawaslu Kabupaten Contoh Ahmad Qohar membuka pelatihan.\n\n“Mari belajar bersama,” ujar {name}."
    draft = f"{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n\n{said}"
    assert UnsureCode.NAMES_NEAR in doubts(read(draft.format(name="Ahmad Kohar")))
    assert UnsureCode.NAMES_NEAR not in doubts(read(draft.format(name="Ahmad Qohar")))
