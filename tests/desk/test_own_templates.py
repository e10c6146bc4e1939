"""Own templates: made from the shipped ones, passed on as one file, and never in anybody's way."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
import zipfile

import pytest

from humas_desk.desk.folders import Folders
from humas_desk.desk.own_templates import (
    TemplateEntry,
    add_template,
    list_entries,
    pack_template,
    remove_template,
    save_template,
    take_in_template,
)
from humas_desk.desk.press import Press
from humas_desk.desk.requests import Job, PreviewRequest
from humas_desk.desk.template_editing import template_toml, with_value
from humas_desk.errors import BadContent, FileTooLarge, HumasError, NewerVersion, NotOurFile
from humas_desk.layout.template import Template
from tests.desk.makes import a_release, an_office


def shipped(folders: Folders) -> tuple[TemplateEntry, Template]:
    entry = next(entry for entry in list_entries(folders) if entry.name == "siaran-pers")
    assert entry.template is not None
    return entry, entry.template


def test_a_copy_of_a_shipped_template_is_an_own_one_and_the_shipped_one_stays(folders: Folders) -> None:
    before = {path: path.read_bytes() for path in folders.templates.rglob("template.toml")}
    entry, template = shipped(folders)
    copy = add_template(folders, template, entry.title)
    assert copy.is_own
    assert (copy.name, copy.title) == ("siaran-pers-2", "Siaran pers (2)")
    again = next(entry for entry in list_entries(folders) if entry.name == copy.name)
    assert again.template == replace(template, name=copy.title)
    assert {path: path.read_bytes() for path in folders.templates.rglob("template.toml")} == before
    for forbidden in (lambda: save_template(folders, entry), lambda: remove_template(folders, entry)):
        with pytest.raises(ValueError, match="shipped"):
            forbidden()


def test_a_removed_template_is_kept_aside(folders: Folders) -> None:
    copy = add_template(folders, shipped(folders)[1], "Uji")
    remove_template(folders, copy)
    assert not any(entry.is_own for entry in list_entries(folders))
    assert (folders.data / "removed-templates" / "uji-1" / "template.toml").is_file()


def test_a_spoiled_template_is_told_and_the_others_are_there(folders: Folders) -> None:
    good = add_template(folders, shipped(folders)[1], "Baik")
    spoiled = folders.own_templates / "rusak"
    spoiled.mkdir()
    (spoiled / "template.toml").write_text(
        'format = "humas-desk/template"\nversion = 1\n[letterhead]\nrule = "wavy"\n', encoding="utf-8"
    )
    entries = {entry.name: entry for entry in list_entries(folders)}
    error = entries["rusak"].error
    assert isinstance(error, BadContent)
    assert (error.place, error.expected) == ("letterhead.rule", "thick-thin | none | single | double")
    assert entries[good.name].template is not None
    remove_template(folders, entries["rusak"])
    assert "rusak" not in {entry.name for entry in list_entries(folders)}


def test_a_template_travels_as_one_file(folders: Folders, tmp_path: Path) -> None:
    entry, template = shipped(folders)
    changed = with_value(template, "letterhead.rule", "double")
    path = pack_template(replace(entry, template=changed), tmp_path / "Kop baru")
    assert path.name == "Kop baru.humas-templat"
    assert path.read_bytes() == pack_template(replace(entry, template=changed), tmp_path / "b").read_bytes()
    taken = take_in_template(folders, path)
    assert taken.template == replace(changed, name="Siaran pers (2)")
    assert take_in_template(folders, path).title == "Siaran pers (3)"


def test_a_bare_template_is_taken_in_too(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "template.toml"
    path.write_text(template_toml(shipped(folders)[1]), encoding="utf-8")
    assert take_in_template(folders, path).is_own


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


HEAD = b'format = "humas-desk/template"\nversion = 1\n'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", NotOurFile),
        (b"PK\x03\x04 nothing more", NotOurFile),
        (b"\x89PNG\r\n", NotOurFile),
        (zipped({"readme.txt": b"x"}), NotOurFile),
        (zipped({"../template.toml": HEAD}), NotOurFile),
        (zipped({"template.toml": HEAD, "/etc/x": b""}), NotOurFile),
        (zipped({"template.toml": b"#" * 50_000_000}), FileTooLarge),
        (b"x" * 2_000_000, FileTooLarge),
        (zipped({"template.toml": HEAD.replace(b"1", b"9")}), NewerVersion),
        (zipped({"template.toml": HEAD + b"[page]\ntop_mm = 900\n"}), BadContent),
        (zipped({"template.toml": HEAD + b"a" + b"[" * 100_000}), NotOurFile),
        (zipped({"template.toml": b"\xff\xfe"}), NotOurFile),
    ],
)
def test_a_hostile_file_is_refused_by_name_and_leaves_nothing(
    data: bytes, error: type[HumasError], folders: Folders, tmp_path: Path
) -> None:
    path = tmp_path / "x.humas-templat"
    path.write_bytes(data)
    with pytest.raises(error):
        take_in_template(folders, path)
    assert not folders.own_templates.exists()


def pixels(press: Press, name: str) -> bytes:
    job = Job(release=a_release(), office=an_office(), template=name)
    return press.preview(1, PreviewRequest(channel="letterhead", job=job, pages=(0,), width_px=300)).pages[0].rgb


def test_the_page_shows_a_template_as_it_was_changed_last(
    folders: Folders, change: Callable[[TemplateEntry, str, object], TemplateEntry]
) -> None:
    copy = add_template(folders, shipped(folders)[1], "Uji")
    press = Press(folders)
    before = pixels(press, copy.name)
    assert pixels(press, copy.name) == before
    change(copy, "letterhead.rule", "none")
    assert pixels(press, copy.name) != before


@pytest.fixture
def change(folders: Folders) -> Callable[[TemplateEntry, str, object], TemplateEntry]:
    def changed(entry: TemplateEntry, place: str, value: object) -> TemplateEntry:
        assert entry.template is not None
        return save_template(folders, replace(entry, template=with_value(entry.template, place, value)))

    return changed
