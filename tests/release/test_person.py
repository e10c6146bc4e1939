"""Names in the news."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.person import Speaker, short_name, without_degrees


@pytest.mark.parametrize(
    ("name", "bare", "short"),
    [
        ("Rina Maharani", "Rina Maharani", "Rina"),
        ("Rina", "Rina", "Rina"),
        ("", "", ""),
        ("  Rina   Maharani ", "Rina   Maharani", "Rina"),
        # degrees before and after
        ("Dr. Riswan Hadi, S.T., S.H.", "Riswan Hadi", "Riswan"),
        ("Prof. Dr. Ir. Bagus Wijaya, M.Si., Ph.D.", "Bagus Wijaya", "Bagus"),
        ("Prof.Dr. Bagus Wijaya", "Bagus Wijaya", "Bagus"),
        ("Drs. Bagus Wijaya, M.Pd.I", "Bagus Wijaya", "Bagus"),
        ("dr. Bagus Wijaya, Sp.OG.", "Bagus Wijaya", "Bagus"),
        ("Riswan, ST; S.H", "Riswan", "Riswan"),
        ("Riswan Hadi S.IP.", "Riswan Hadi", "Riswan"),
        ("Riswan Hadi, S.Sos", "Riswan Hadi", "Riswan"),
        ("Riswan Hadi, SH, MH", "Riswan Hadi", "Riswan"),
        ("Dr.", "Dr.", "Dr."),
        # haji and hajah leave with the degrees, the whole name stays
        ("H. Ahmad Fauzi", "Ahmad Fauzi", "Ahmad Fauzi"),
        ("Dr. H. Ahmad Fauzi, S.H.", "Ahmad Fauzi", "Ahmad Fauzi"),
        ("Hj. Rina Maharani", "Rina Maharani", "Rina Maharani"),
        ("Drs. H. Moh. Fauzi Rahman", "Moh. Fauzi Rahman", "Moh. Fauzi Rahman"),
        # first names that are none by themselves
        ("Moh. Fauzi", "Moh. Fauzi", "Moh. Fauzi"),
        ("Muhammad Iqbal", "Muhammad Iqbal", "Muhammad Iqbal"),
        ("Mochammad Iqbal", "Mochammad Iqbal", "Mochammad Iqbal"),
        ("Siti Aminah, S.H.", "Siti Aminah", "Siti Aminah"),
        ("I Wayan Sudarma", "I Wayan Sudarma", "I Wayan Sudarma"),
        ("Ni Made Ayu", "Ni Made Ayu", "Ni Made Ayu"),
        ("Ida Bagus Putra", "Ida Bagus Putra", "Ida Bagus Putra"),
        ("Ida Lestari", "Ida Lestari", "Ida"),
        ("Andi Baso", "Andi Baso", "Andi Baso"),
        ("Teuku Rahmat", "Teuku Rahmat", "Teuku Rahmat"),
        ("Tgk. Rahmat Hidayat", "Tgk. Rahmat Hidayat", "Tgk. Rahmat Hidayat"),
        ("Abdul Rahman", "Abdul Rahman", "Abdul Rahman"),
        ("M.T. Haryono", "M.T. Haryono", "M.T. Haryono"),
        ("K.H. Rahmat Hidayat", "K.H. Rahmat Hidayat", "K.H. Rahmat Hidayat"),
        ("Nur Aini", "Nur Aini", "Nur"),
        # letters that look like degrees but are names
        ("Bagus Ma", "Bagus Ma", "Bagus"),
        ("Sri Mulyani Se", "Sri Mulyani Se", "Sri"),
    ],
)
def test_a_name_loses_its_degrees_and_shortens(name: str, bare: str, short: str) -> None:
    assert without_degrees(name) == bare
    assert short_name(Speaker(name=name)) == short


def test_the_short_name_given_by_the_writer_wins() -> None:
    assert short_name(Speaker(name="Ferdinand Eko", short=" Eko ")) == "Eko"
    assert short_name(Speaker(name="Ferdinand Eko", short=" ")) == "Ferdinand"


@given(st.text(st.sampled_from("Dr.H,; aS"), max_size=15) | st.text(max_size=15))
def test_what_is_left_of_a_name_is_a_part_of_it(name: str) -> None:
    assert without_degrees(name) in name
    assert bool(short_name(Speaker(name=name))) == bool(name.strip())
