"""office.toml in and out."""

from pathlib import Path
import tomllib

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.errors import (
    BadContent,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    HumasError,
    NewerVersion,
    NotOurFile,
)
from humas_desk.release.check import check_office
from humas_desk.release.office import Body, Level, Office
from humas_desk.release.office_file import MAX_BYTES, decode_office, office_toml, read_office
from humas_desk.release.person import Contact
from humas_desk.release.problems import ProblemCode
from humas_desk.release.release import Zone

PATH = Path("office.toml")
HEAD = 'format = "humas-desk/office"\nversion = 1\n'

OFFICE = Office(
    level=Level.KECAMATAN,
    body=Body.PANWASLIH,
    region="Kecamatan Contoh",
    address=("Jalan Contoh No. 1", "Contoh 12345"),
    phone="(0335) 1",
    email="a@b.id",
    website="contoh.id",
    social=("Instagram @contoh",),
    logo="logo.png",
    city="Contoh",
    zone=Zone.WITA,
    unit_code="K.XX",
    about='Baris satu\nbaris "dua"',
    contacts=(Contact(name="Rina", phone="0811", email="r@b.id"),),
)


def decode(text: str) -> Office:
    return decode_office((HEAD + text).encode(), PATH)


def test_an_office_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(office_toml(OFFICE), encoding="utf-8", newline="")
    assert read_office(path) == OFFICE


def test_the_file_shows_every_key_of_the_contract() -> None:
    keys = " ".join(tomllib.loads(office_toml(Office())))
    assert keys == (
        "format version level body region address phone email website social logo city zone unit_code class_code "
        "dateline_pattern number_pattern about template contacts"
    )


def test_a_head_alone_is_the_default_office() -> None:
    assert decode("") == Office()


def test_unknown_keys_and_tables_are_kept() -> None:
    text = 'color = "navy"\nfounded = 2018-08-15\n[[contacts]]\nname = "Rina"\nshift = "pagi"\n[future]\na = [1, 2.5]\n'
    written = office_toml(decode(text))
    assert decode_office(written.encode(), PATH) == decode(text)
    read = tomllib.loads(written)
    assert (read["color"], read["future"], read["contacts"][0]["shift"]) == ("navy", {"a": [1, 2.5]}, "pagi")


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ('level = "desa"', "level", "ri | provinsi | kabupaten | kota | kecamatan"),
        ('zone = "GMT"', "zone", "WIB | WITA | WIT"),
        ("address = 5", "address", "list"),
        ("address = [5]", "address[0]", "text"),
        ("phone = 335", "phone", "text"),
        ('logo = "../logo.png"', "logo", "file name"),
        ('contacts = ["Rina"]', "contacts[0]", "object"),
        ("[[contacts]]\nphone = 5", "contacts[0].phone", "text"),
    ],
)
def test_a_misfit_is_told_by_place(text: str, place: str, expected: str) -> None:
    with pytest.raises(BadContent) as refused:
        decode(text)
    assert (refused.value.place, refused.value.expected) == (place, expected)


def test_other_and_newer_files_are_refused() -> None:
    for text in ("", "x", 'format = "humas-desk/template"', "a = " + "[" * 5000):
        with pytest.raises(NotOurFile):
            decode_office(text.encode(), PATH)
    with pytest.raises(NotOurFile):
        decode_office(b"\xff\xfe", PATH)
    with pytest.raises(NewerVersion):
        decode_office(HEAD.replace("1", "2").encode(), PATH)
    with pytest.raises(BadContent):
        decode_office(HEAD.replace("1", '"x"').encode(), PATH)
    with pytest.raises(FileTooLarge):
        decode_office(b"#" * (MAX_BYTES + 1), PATH)


def test_a_missing_file_and_a_folder_have_their_own_names(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_office(tmp_path / "none.toml")
    with pytest.raises(FileUnreadable):
        read_office(tmp_path)


def test_a_pattern_that_cannot_be_read_is_told_not_refused() -> None:
    office = decode('dateline_pattern = "{kotta} - "')
    (problem,) = check_office(office)
    assert (problem.place, problem.code) == ("dateline_pattern", ProblemCode.PATTERN_INVALID)
    assert check_office(Office()) == ()


@given(st.text(max_size=40) | st.text(st.sampled_from('[]{}="a1.\n#-:'), max_size=40))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    try:
        office = decode(text)
    except HumasError:
        return
    assert decode_office(office_toml(office).encode(), PATH) == office
