from dataclasses import replace
import os
from pathlib import Path
import time

import pytest

from humas_desk.desk.exporting import export
from humas_desk.desk.exports import export_defaults, export_paths, export_stem, free_stem
from humas_desk.desk.folders import Folders
from humas_desk.desk.press import Press
from humas_desk.desk.requests import ExportRequest, Job, PreviewRequest
from humas_desk.desk.settings import Settings
from humas_desk.errors import BadContent, HumasError, NotOurFile, TargetReadOnly
from humas_desk.intake.opening import open_draft
from humas_desk.intake.returned import Returned
from humas_desk.release.blocks import Paragraph
from humas_desk.release.problems import ProblemCode, Severity
from humas_desk.release.release import Kind, Release
from tests.desk.makes import a_picture, a_release, an_office


@pytest.fixture
def press(folders: Folders) -> Press:
    return Press(folders)


def a_job(release: Release | None = None) -> Job:
    return Job(release=release or a_release(), photos={"foto.jpg": a_picture()}, office=an_office())


def a_request(folder: Path, job: Job | None = None) -> ExportRequest:
    return ExportRequest(job=job or a_job(), formats=("pdf", "docx"), folder=folder, stem="Rilis")


def codes(press: Press, job: Job) -> set[ProblemCode]:
    return {problem.code for problem in press.set(job).problems}


def test_both_copies_are_written_and_written_the_same_again(press: Press, tmp_path: Path, folders: Folders) -> None:
    first = export(a_request(tmp_path), press)
    assert [path.name for path in first.paths] == ["Rilis.pdf", "Rilis.docx"]
    before = [path.read_bytes() for path in first.paths]
    export(a_request(tmp_path), Press(folders))
    assert [path.read_bytes() for path in first.paths] == before
    assert export_paths(a_request(tmp_path)) == first.paths


def test_the_pdf_is_for_the_archive_unless_the_smallest_is_asked_for(press: Press, tmp_path: Path) -> None:
    tagged, plain = (
        export(replace(a_request(tmp_path), pdf_profile=profile), press).paths[0].read_bytes()
        for profile in ("archive", "plain")
    )
    assert a_request(tmp_path).pdf_profile == "archive"
    assert b"/StructTreeRoot" in tagged
    assert b"/StructTreeRoot" not in plain
    assert len(plain) < len(tagged)


def test_a_working_copy_brings_its_release_back_and_a_copy_for_the_media_carries_nothing(
    press: Press, tmp_path: Path
) -> None:
    job = a_job()
    plain = export(a_request(tmp_path / "media", job), press).paths
    carrying = export(replace(a_request(tmp_path / "work", job), carry=True), press).paths
    for path in plain:
        assert not isinstance(open_draft(path), Returned)
    for path in carrying:
        returned = open_draft(path)
        assert isinstance(returned, Returned)
        assert returned.carried.bundle.release == job.release
        assert returned.carried.bundle.photos == {"foto.jpg": job.photos["foto.jpg"].data}


@pytest.mark.parametrize(
    ("release", "code"),
    [
        (replace(a_release(), title=""), ProblemCode.TITLE_MISSING),
        (replace(a_release(), blocks=()), ProblemCode.BODY_MISSING),
    ],
)
def test_a_release_without_title_or_text_is_not_written(
    release: Release, code: ProblemCode, press: Press, tmp_path: Path
) -> None:
    result = export(a_request(tmp_path / "out", a_job(release)), press)
    assert result.paths == ()
    assert code in {problem.code for problem in result.problems if problem.severity is Severity.ERROR}
    assert not (tmp_path / "out").exists()


def test_a_target_that_may_not_be_written_is_named(press: Press, tmp_path: Path) -> None:
    target = tmp_path / "Rilis.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)
    result = export(replace(a_request(tmp_path), formats=("docx", "pdf")), press)
    assert isinstance(result.error, TargetReadOnly)
    assert result.error.path == target
    assert target.read_bytes() == b"old"
    assert result.paths == (tmp_path / "Rilis.docx",)


def test_a_pattern_of_the_office_that_cannot_be_read_is_a_warning(press: Press) -> None:
    office = replace(an_office(), office=replace(an_office().office, dateline_pattern="{kotak}"))
    problems = press.set(replace(a_job(), office=office)).problems
    assert ("office.dateline_pattern", ProblemCode.PATTERN_INVALID) in {(found.place, found.code) for found in problems}


def test_a_photo_with_few_dots_and_a_character_without_a_drawing_are_warnings(press: Press, tmp_path: Path) -> None:
    blocks = (Paragraph(id="x", text="Aksara ꦱ."), *a_release().blocks)
    job = replace(a_job(replace(a_release(), blocks=blocks)), photos={"foto.jpg": a_picture(size=(300, 200))})
    result = export(a_request(tmp_path, job), press)
    assert len(result.paths) == 2
    assert {(problem.place, problem.code, problem.severity) for problem in result.problems} >= {
        ("blocks[3].files[0]", ProblemCode.PHOTO_SMALL, Severity.WARNING),
        ("blocks[0].text", ProblemCode.CHARACTER_UNDRAWABLE, Severity.WARNING),
    }


def test_a_photo_that_fills_the_page_at_150_dots_is_fine(press: Press) -> None:
    assert ProblemCode.PHOTO_SMALL not in codes(press, a_job())


def test_a_logo_with_few_dots_is_a_warning_unless_the_letterhead_stays_empty(press: Press) -> None:
    job = replace(a_job(), office=replace(an_office(), logo=a_picture(size=(120, 120))))
    assert ProblemCode.LOGO_SMALL in codes(press, job)
    assert ProblemCode.LOGO_SMALL not in codes(press, replace(job, blank=True))


def test_an_unknown_template_and_one_for_another_kind_are_warnings(press: Press) -> None:
    assert ProblemCode.TEMPLATE_UNKNOWN in codes(press, a_job(replace(a_release(), template="tidak-ada")))
    assert ProblemCode.TEMPLATE_KIND in codes(press, replace(a_job(), template="undangan-media"))
    assert not codes(press, replace(a_job(), template=Kind.NEWS.value)) & {
        ProblemCode.TEMPLATE_KIND,
        ProblemCode.TEMPLATE_UNKNOWN,
    }


def own_template(folders: Folders, name: str, text: str) -> Path:
    path = folders.own_templates / name / "template.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_template_is_read_again_after_it_was_changed(press: Press, folders: Folders) -> None:
    head = 'format = "humas-desk/template"\nversion = 1\nname = "Sendiri"\nkinds = ["rilis-berita"]\n'
    path = own_template(folders, "sendiri", head)
    job = replace(a_job(), template="sendiri")
    before = press.set(job).typeset.pages.geometry.width_mm
    path.write_text(f'{head}[page]\nsize = "F4-215"\n', encoding="utf-8")
    os.utime(path, (time.time() + 5, time.time() + 5))
    assert (before, press.set(job).typeset.pages.geometry.width_mm) == (210, 215)


def test_a_spoiled_own_template_is_named_when_it_is_chosen_and_passed_over_otherwise(
    press: Press, folders: Folders
) -> None:
    own_template(folders, "sendiri", "format = 3\n")
    assert press.set(a_job()).typeset.pages.pages
    with pytest.raises(HumasError):
        press.set(replace(a_job(), template="sendiri"))


@pytest.mark.parametrize("name", ["sendiri", Kind.NEWS.value])
def test_a_spoiled_own_template_is_never_silently_replaced_by_another(
    press: Press, folders: Folders, name: str
) -> None:
    own_template(folders, name, "format = 3\n")
    job = a_job()
    office = replace(job.office, office=replace(job.office.office, template="sendiri"))
    with pytest.raises(NotOurFile):
        press.set(replace(job, office=office))


def test_a_desk_without_any_template_says_so(folders: Folders, tmp_path: Path) -> None:
    with pytest.raises(HumasError):
        Press(replace(folders, templates=tmp_path / "none")).set(a_job())


def test_the_same_release_at_another_place_is_not_set_again(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    request = PreviewRequest(channel="page", job=a_job(), pages=(0,), width_px=100)
    press.preview(1, request)

    def not_again(_job: Job) -> None:
        raise AssertionError("set again")

    monkeypatch.setattr(press, "set", not_again)
    assert press.preview(2, replace(request, width_px=200)).pages[0].width_px == 200
    with pytest.raises(AssertionError):
        press.preview(3, replace(request, job=a_job(a_release("Lain"))))


def test_names_come_from_date_and_title_and_are_told_apart() -> None:
    assert export_stem(a_release("Apa: “siap”?")) == "2026-05-04 Apa “siap”"
    assert free_stem("a", ()) == "a"
    assert free_stem("A", {"a", "a (2)"}) == "A (3)"


def test_the_dialog_begins_with_the_last_choices(folders: Folders, tmp_path: Path) -> None:
    chosen = export_defaults(a_release(), Settings(export_folder=str(tmp_path), letterhead_blank=True), folders)
    assert (chosen.folder, chosen.blank, chosen.formats) == (tmp_path, True, ("pdf", "docx"))
    assert (
        export_defaults(a_release(), Settings(export_folder=str(tmp_path / "gone")), folders).folder
        == folders.documents
    )
    assert export_defaults(a_release(), Settings(), folders).folder == folders.documents


def test_a_template_with_a_mistake_names_its_place(press: Press, folders: Folders) -> None:
    own_template(folders, "x", 'format = "humas-desk/template"\nversion = 1\n[page]\nmeasure_mm = 9000\n')
    with pytest.raises(BadContent) as caught:
        press.set(replace(a_job(), template="x"))
    assert caught.value.place == "page.measure_mm"
