"""The office's own words and choices, kept beside its other data."""

import datetime as dt
from pathlib import Path

import pytest

from humas_desk.archive.archive import open_archive
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.people import PersonRow, save_person
from humas_desk.desk.checking import (
    HouseStyle,
    fix_release,
    joined,
    load_style,
    office_checker,
    register_names,
    save_style,
    style_file,
    to_mend,
    with_left,
    with_word,
    without_left,
    without_word,
)  # fmt: skip
from humas_desk.desk.folders import Folders
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import BadContent, NewerVersion, NotOurFile
from humas_desk.language.checker import Checker
from humas_desk.language.findings import Switches
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Ignored, Release


def test_words_and_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "kantor.toml"
    style = HouseStyle(
        words=("sigaplapor", "jarimu"),
        switches=Switches(clock=":", pemilu_capital=False),
        left=(Ignored(place="", rule="K15:podcast", reason=""), Ignored(place="", rule="K69", reason="nama acara")),
    )
    save_style(path, style)
    assert load_style(path) == style
    save_style(path, HouseStyle())
    assert load_style(path) == HouseStyle()


def test_an_office_without_a_file_has_the_plain_style(folders: Folders) -> None:
    assert load_style(style_file(folders, "tidak ada")) == HouseStyle()


def test_an_office_s_file_stays_in_its_folder(folders: Folders) -> None:
    for name in ("contoh", "../luar", "a/b", "", "CON"):
        path = style_file(folders, name)
        assert path.parent == folders.own_words
        assert path.suffix == ".toml"


def test_a_word_is_added_once_and_taken_away() -> None:
    style = with_word(with_word(HouseStyle(), " jarimu "), "jarimu")
    assert style.words == ("jarimu",)
    assert with_word(style, "  ") == style
    assert without_word(style, "jarimu") == HouseStyle()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("format = 1", NotOurFile),
        ("[", NotOurFile),
        ('format = "humas-desk/words"\nversion = 2', NewerVersion),
        ('format = "humas-desk/words"\nversion = 1\nwords = "satu"', BadContent),
        ('format = "humas-desk/words"\nversion = 1\nwords = [1]', BadContent),
        ('format = "humas-desk/words"\nversion = 1\nswitches = 3', BadContent),
        ('format = "humas-desk/words"\nversion = 1\n[switches]\nclock = ";"', BadContent),
        ('format = "humas-desk/words"\nversion = 1\n[switches]\nlain = true', BadContent),
        ('format = "humas-desk/words"\nversion = 1\nleft = "K15"', BadContent),
        ('format = "humas-desk/words"\nversion = 1\nleft = ["K15"]', BadContent),
        ('format = "humas-desk/words"\nversion = 1\n[[left]]\nrule = "G02"', BadContent),
        ('format = "humas-desk/words"\nversion = 1\n[[left]]\nrule = "K15"\nreason = 3', BadContent),
    ],
)
def test_a_file_that_is_not_ours_is_told(tmp_path: Path, content: str, error: type[Exception]) -> None:
    path = tmp_path / "kantor.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(error):
        load_style(path)


def test_the_office_s_checker_knows_its_words_and_choices(folders: Folders) -> None:
    path = style_file(folders, "contoh")
    save_style(path, HouseStyle(words=("sigablor",), switches=Switches(expand_short_forms=False)))
    text = "Petugas memakai sigablor dan PDPB."
    assert office_checker(folders, "contoh").check_text(text) == ()
    assert {each.rule for each in office_checker(folders, None).check_text(text)} == {"S02", "K51"}


def test_a_release_is_fixed_where_nothing_is_ignored(folders: Folders) -> None:
    checker = office_checker(folders, None)
    release = Release(
        title="Apel", blocks=(Paragraph(id="a", text="Ada ijin."), Paragraph(id="b", text="Ada  resiko."))
    )
    fixed = fix_release(checker, release)
    assert [block.text for block in fixed.blocks if isinstance(block, Paragraph)] == ["Ada izin.", "Ada risiko."]
    assert fix_release(checker, fixed) == fixed


def test_the_send_gate_counts_what_nobody_left_with_a_reason(folders: Folders) -> None:
    checker = office_checker(folders, None)
    release = Release(title="Apel", blocks=(Paragraph(id="a", text="Ada ijin."),))
    assert [each.rule for each in to_mend(checker, release)] == ["K69"]
    left = Release(
        title="Apel", blocks=release.blocks, ignored=(Ignored(place="blocks[0].text", rule="K69", reason="Judul"),)
    )
    assert to_mend(checker, left) == ()


def test_people_of_the_register_are_never_alarms(folders: Folders) -> None:
    text = "Ketua Bawaslu menyambut Vandhiko Qohartono di aula."
    said = Release(title="Apel", blocks=(Paragraph(id="a", text="Menurut vandhiko, apel berjalan tertib."),))
    assert {each.text for each in office_checker(folders, None).check_release(said) if each.rule == "S02"} == {
        "vandhiko"
    }
    checker = office_checker(folders, None, people=("Vandhiko Qohartono",))
    assert checker.check_text(text) == ()
    assert [each for each in checker.check_release(said) if each.rule == "S02"] == []


PODCAST = "Humas merekam podcast dan membuka website kantor."


def note(rule: str, reason: str = "") -> Ignored:
    return Ignored(place="", rule=rule, reason=reason)


def told(folders: Folders, text: str) -> list[str]:
    return [each.text for each in office_checker(folders, "contoh").check_text(text) if each.severity != "hint"]


@pytest.mark.parametrize(("rule", "left"), [("K15:podcast", ["website"]), ("K15", []), ("K69", ["podcast", "website"])])
def test_an_office_need_not_be_told_of_a_word_or_of_a_rule(folders: Folders, rule: str, left: list[str]) -> None:
    save_style(style_file(folders, "contoh"), with_left(HouseStyle(), note(rule)))
    assert told(folders, PODCAST) == left
    save_style(style_file(folders, "contoh"), without_left(with_left(HouseStyle(), note(rule)), rule))
    assert told(folders, PODCAST) == ["podcast", "website"]


def test_an_error_is_left_for_the_office_with_a_reason_only(folders: Folders) -> None:
    path = style_file(folders, "contoh")
    save_style(path, with_left(HouseStyle(), note("K69")))
    assert told(folders, "Ada ijin.") == ["ijin"]
    save_style(path, with_left(load_style(path), note("K69", "nama program")))
    assert told(folders, "Ada ijin.") == []


def test_what_is_to_be_withheld_is_told_to_every_office(folders: Folders) -> None:
    save_style(style_file(folders, "contoh"), HouseStyle(left=(note("K69", "x"),)))
    checker = Checker(folders.words, left=(note("G01", "boleh"), note("G01:3513012345678901", "boleh")))
    assert [each.rule for each in checker.check_text("Data memuat NIK 3513012345678901 milik warga.")] == ["G01"]


def test_words_and_decisions_of_another_office_join_and_the_choices_stay() -> None:
    mine = HouseStyle(words=("a",), switches=Switches(clock="."), left=(note("K15", "lama"),))
    other = HouseStyle(words=("a", "b"), switches=Switches(clock=":"), left=(note("K15", "baru"), note("K51:PDPB")))
    assert joined(mine, other) == HouseStyle(
        words=("a", "b"), switches=Switches(clock="."), left=(note("K15", "lama"), note("K51:PDPB"))
    )


def test_names_of_the_people_register_are_read_beside_an_open_archive(folders: Folders) -> None:
    assert register_names(folders) == ()
    folders.data.mkdir(parents=True)
    archive = open_archive(folders.data, write=write_atomically, now=lambda: dt.datetime.now(dt.UTC))
    save_person(archive, PersonRow(name="Vandhiko Qohartono", variants=("Vandiko Q.",)))
    assert register_names(folders) == ("Vandhiko Qohartono", "Vandiko Q.")
    archive.close()
    (folders.data / ARCHIVE_NAME).write_bytes(b"no archive" * 100)
    assert register_names(folders) == ()
