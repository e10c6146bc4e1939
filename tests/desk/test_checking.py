"""The office's own words and choices, kept beside its other data."""

from pathlib import Path

import pytest

from humas_desk.desk.checking import (
    HouseStyle,
    fix_release,
    load_style,
    office_checker,
    save_style,
    style_file,
    to_mend,
    with_word,
    without_word,
)  # fmt: skip
from humas_desk.desk.folders import Folders
from humas_desk.errors import BadContent, NewerVersion, NotOurFile
from humas_desk.language.findings import Switches
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Ignored, Release


def test_words_and_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "kantor.toml"
    style = HouseStyle(words=("sigaplapor", "jarimu"), switches=Switches(clock=":", pemilu_capital=False))
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
