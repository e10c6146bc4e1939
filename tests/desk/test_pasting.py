from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.pasting import is_sheet, paste_cells, pasted_lines, pasted_rows, pasted_texts
from humas_desk.release.blocks import Table
from humas_desk.release.inline import plain


@pytest.mark.parametrize(
    ("clipboard", "lines"),
    [
        ("satu", ("satu",)),
        (" satu ", (" satu ",)),
        ("satu\r\ndua\rtiga\vempat\u2028lima", ("satu", "dua", "tiga", "empat", "lima")),
        ("satu\n\n  dua  \n", ("satu", "dua")),
        ("a\tb   c", ("a b c",)),
        ("10\u00a0orang", ("10\u00a0orang",)),
        ("web\u00a0 kata", ("web kata",)),
        ("10\u202forang", ("10\u00a0orang",)),
        ("ku\u200bas\u00ada\ufeff", ("kuasa",)),
        ("e\u0301", ("é",)),
        ("👩\u200d🌾", ("👩\u200d🌾",)),
        ("", ("",)),
        ("\n\n", ("",)),
    ],
)
def test_what_comes_from_outside_is_clean(clipboard: str, lines: tuple[str, ...]) -> None:
    assert pasted_lines(clipboard) == lines


@given(st.text())
def test_cleaning_twice_changes_nothing(clipboard: str) -> None:
    lines = pasted_lines(clipboard)
    assert pasted_lines("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("clipboard", "rows"),
    [
        ("A\tB\r\n1\t2\r\n", (("A", "B"), ("1", "2"))),
        ("A\t\n\tD", (("A", ""), ("", "D"))),
        ('"dua\nbaris"\t"kata ""itu"""', (("dua baris", 'kata "itu"'),)),
        ('5" pipa\tB', (('5" pipa', "B"),)),
        ("satu", (("satu",),)),
    ],
)
def test_cells_of_a_sheet(clipboard: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert pasted_rows(clipboard) == rows
    assert is_sheet(clipboard) == (clipboard != "satu")


def test_pasted_cells_are_laid_over_the_table_which_grows() -> None:
    table = Table(id="t", rows=(("A", "B"), ("C",)))
    assert paste_cells(table, 1, 1, (("1", "2*"), ("3",))) == (("A", "B", ""), ("C", "1", r"2\*"), ("", "3", ""))


@pytest.mark.parametrize(
    ("clipboard", "texts"),
    [
        ("Rapat *penting* dan _daring_", ("Rapat **penting** dan *daring*",)),
        ("2 * 3 * 4", (r"2 \* 3 \* 4",)),
        ("https://contoh.example/_a_/b", ("https://contoh.example/_a_/b",)),
        ("Selamat 🎉🎉, hadirin 😊 sekalian ✅", ("Selamat, hadirin sekalian",)),
        ("🎉 Halo", ("Halo",)),
        (" dan *lagi* ", (" dan **lagi** ",)),
        ("10\u00a0orang", ("10\u00a0orang",)),
        ("🎉", ("",)),
        ("", ("",)),
        (
            "Rapat *pengawasan* dihadiri tiga puluh orang,\nkata panitia.\n\n👉 Paragraf dua ",
            ("Rapat **pengawasan** dihadiri tiga puluh orang, kata panitia.", "Paragraf dua "),
        ),
        ("[12/11/25 09.14.22] Humas: Satu.\n[12/11/25 09.15.02] Humas: Dua.", ("Satu.", "Dua.")),
        ("12/11 09.00 - Pembukaan: Ketua\n12/11 10.00 - Materi: Anggota", None),
        ("\n😊\n", ("",)),
    ],
)
def test_running_text_keeps_a_messengers_looks_and_none_of_its_signs(
    clipboard: str, texts: tuple[str, ...] | None
) -> None:
    assert pasted_texts(clipboard) == (texts or tuple(clipboard.split("\n")))


@given(st.text(alphabet=st.sampled_from("ab Z.,\n*_\t\u00a0-:[]1/😊\u2028")))
def test_no_letter_of_a_paste_is_lost(clipboard: str) -> None:
    seen = "".join(plain(text) for text in pasted_texts(clipboard))
    assert [c for c in seen if c.isalpha()] == [c for c in clipboard if c.isalpha()]
