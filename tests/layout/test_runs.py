from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.layout.binding import bound_text
from humas_desk.layout.linking import links_in, target_of
from humas_desk.layout.runs import capitals, finished, from_markup, from_plain, lines_of, sliced, text_of

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "naik 13~persen",
        "naik 2,5~persen",
        "sebanyak 120~orang",
        "Rp5~juta",
        "Rp500.000 saja",
        "Rp1,5~miliar",
        "5~juta~rupiah",
        "pukul~10.00~WIB",
        "tanggal 28~Agustus 2023",
        "7~Mei",
        "M.~Khadafi",
        "A.~R.~Hakim",
        "Moh.~Amin",
        "Dr.~Siti Aminah,~S.H.,~M.H.",
        "Pasal~7 ayat~(1) huruf~a",
        "Undang-Undang Nomor~7 Tahun 2017",
        "TPS~12",
        "Bab~IV",
        "Bawaslu~— pengawas",
        "13 Bawaslu Provinsi",
        "Nomor telepon",
        "Pasal yang lain",
        "Ketua. Dan Anggota",
        "Tahun 2024 Gelombang III",
        "1028 Agustus",
        "bertemu Siti, Amin, dan Budi",
    ],
)
def test_a_line_does_not_end_between_what_belongs_together(text: str) -> None:
    assert bound_text(text.replace("~", " ")) == text.replace("~", "\u00a0")


@given(st.text())
def test_binding_changes_spaces_only(text: str) -> None:
    bound = bound_text(text)
    assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("Lihat https://contoh.example/a?b=1.", "https://contoh.example/a?b=1", "https://contoh.example/a?b=1"),
        ("(www.contoh.example)", "www.contoh.example", "https://www.contoh.example"),
        ("(https://a.example/b_(c))", "https://a.example/b_(c)", "https://a.example/b_(c)"),
        ("“http://a.example”", "http://a.example", "http://a.example"),
        ("surel humas.kab@contoh.example, atau", "humas.kab@contoh.example", "mailto:humas.kab@contoh.example"),
    ],
)
def test_addresses_in_a_text_become_links(text: str, shown: str, target: str) -> None:
    (link,) = links_in(text)
    assert (text[link.start : link.end], link.target) == (shown, target)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://a.example", "file:///etc", "a@b", "https://", "@akun", ""]
)
def test_nothing_else_becomes_a_link(text: str) -> None:
    assert links_in(text) == ()
    assert target_of(text) is None


def test_a_mail_link_needs_an_address() -> None:
    assert target_of("mailto:humas@contoh.example") == "mailto:humas@contoh.example"
    assert target_of("mailto:humas") is None


def test_a_bare_domain_of_the_letterhead_is_a_link_but_not_in_a_text() -> None:
    assert target_of("contoh.bawaslu.example") == "https://contoh.bawaslu.example"
    assert links_in("contoh.bawaslu.example") == ()


def test_control_characters_vanish_and_offsets_stay_true() -> None:
    runs = finished(from_plain("a\x00b\x0bc\td\ud800e\u200bf", "title"))
    assert text_of(runs) == "ab c d\ufffdef"
    assert [(run.text, run.origin and run.origin.offset) for run in runs] == [("a", 0), ("b c d\ufffde", 2), ("f", 10)]


def test_a_windows_line_end_is_one_line_end() -> None:
    assert text_of(finished(from_plain("a\r\nb\rc", "x"), newline="\n")) == "a\nb\nc"


def test_lines_are_cut_and_blank_ones_left_out() -> None:
    lines = lines_of(from_markup("satu\n\n *dua*\ntiga", "x"))
    assert [text_of(line) for line in lines] == ["satu", " dua", "tiga"]
    assert [line[-1].origin.offset for line in lines if line[-1].origin] == [0, 8, 13]


def test_capitals_keep_the_length() -> None:
    assert capitals("straße ŉ é") == "STRAßE ŉ É"


@given(ANY_TEXT, st.sampled_from([" ", "\n"]))
def test_finished_runs_are_fit_to_be_written_and_true_to_their_origin(text: str, newline: str) -> None:
    runs = finished(from_plain(text, "x"), newline=newline)
    shown = text_of(runs)
    assert shown == shown.strip()
    assert all(character == newline or character.isprintable() or ord(character) > 0x9F for character in shown)
    shown.encode("utf-8")
    for run in runs:
        assert run.text
        assert run.origin is not None
        raw = text[run.origin.offset : run.origin.offset + len(run.text)]
        assert all(is_same(a, b) for a, b in zip(raw, run.text, strict=True))


def is_same(raw: str, shown: str) -> bool:
    """Whether a character on the page stands for this typed one."""
    return raw == shown or shown in " \u00a0\n\ufffd"


@given(ANY_TEXT, st.integers(0, 60), st.integers(0, 60))
def test_a_slice_is_the_slice_of_the_text(text: str, start: int, end: int) -> None:
    assert text_of(sliced(from_plain(text, "x"), start, end)) == text[start:end]
