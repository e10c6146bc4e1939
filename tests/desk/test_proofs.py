"""What the checker said follows the text, is mended, or is left with a reason."""

from dataclasses import replace
import time

import pytest

from humas_desk.desk.checking import HouseStyle, office_checker, save_style, style_file, to_mend
from humas_desk.desk.editing import put
from humas_desk.desk.folders import Folders
from humas_desk.desk.gates import gate
from humas_desk.desk.history import Focus
from humas_desk.desk.ignoring import Reach, heed, ignore, needs_reason, reaches
from humas_desk.desk.proofreader import Proofreader, Reading
from humas_desk.desk.proofs import (
    Proofs,
    by_weight,
    definite,
    in_order,
    mend,
    mend_definite,
    next_finding,
    part_of,
    stands,
)  # fmt: skip
from humas_desk.language.findings import Finding, Severity
from humas_desk.release.blocks import Heading, Paragraph
from humas_desk.release.office import Office
from humas_desk.release.person import Contact
from humas_desk.release.release import Kind, Release

WRONG = Release(
    title="Bawaslu Gelar Rapat",
    blocks=(
        Paragraph(id="a", text="Petugas mencatat *resiko* praktek itu dengan teliti."),
        Paragraph(id="b", text="Pemantauan praktek berjalan."),
    ),
)


def found(release: Release, folders: Folders) -> tuple[Finding, ...]:
    return in_order(office_checker(folders, None).check_release(release), release)


def one(findings: tuple[Finding, ...], text: str) -> Finding:
    return next(each for each in findings if each.text == text)


def answers(reader: Proofreader) -> list[Reading]:
    readings: list[Reading] = []
    until = time.monotonic() + 20
    while reader.busy and time.monotonic() < until:
        readings += [each for each in reader.poll() if isinstance(each, Reading)]
    return [*readings, *(each for each in reader.poll() if isinstance(each, Reading))]


def test_a_fix_changes_its_words_alone(folders: Folders) -> None:
    finding = one(found(WRONG, folders), "praktek")
    edited = mend(WRONG, finding, "praktik")
    assert edited.release == put(WRONG, "blocks[0].text", "Petugas mencatat *resiko* praktik itu dengan teliti.")
    assert edited.focus.place == "blocks[0].text"
    assert not stands(edited.release, finding)
    with pytest.raises(ValueError, match="another by now"):
        mend(edited.release, finding, "praktik")


def test_definite_fixes_are_made_together(folders: Folders) -> None:
    findings = found(WRONG, folders)
    release, count = mend_definite(WRONG, findings)
    assert count == len(definite(WRONG, findings)) == 2
    assert [block.text for block in release.blocks if isinstance(block, Paragraph)] == [
        "Petugas mencatat *resiko* praktik itu dengan teliti.",
        "Pemantauan praktik berjalan.",
    ]


def test_an_error_is_left_only_with_a_reason_and_a_guard_s_rule_never(folders: Folders) -> None:
    findings = found(WRONG, folders)
    finding = one(findings, "praktek")
    assert needs_reason(finding)
    with pytest.raises(ValueError, match="reason"):
        ignore(WRONG, finding, Reach.HERE, " ")
    here = ignore(WRONG, finding, Reach.HERE, "nama acara")
    assert [
        each.place
        for each in Proofs(release=WRONG, findings=findings).standing(here, Office())
        if each.text == "praktek"
    ] == ["blocks[1].text"]
    word = ignore(WRONG, finding, Reach.WORD, "nama acara")
    assert not [
        each for each in Proofs(release=WRONG, findings=findings).standing(word, Office()) if each.text == "praktek"
    ]
    assert heed(word, word.ignored[0]) == WRONG
    guard = replace(finding, rule="G01")
    assert Reach.RULE not in reaches(guard)
    assert Reach.RULE in reaches(finding)


def test_a_contact_of_the_office_is_the_one_a_press_release_needs(folders: Folders) -> None:
    press = replace(WRONG, kind=Kind.PRESS)
    proofs = Proofs(release=press, findings=found(press, folders))
    assert "D13" in {each.rule for each in proofs.standing(press, Office())}
    office = Office(contacts=(Contact(name="Dewi Anggraini"),))
    assert {each.rule for each in proofs.standing(press, Office())} - {"D13"} == {
        each.rule for each in proofs.standing(press, office)
    }


def test_findings_are_carried_along_when_their_text_moves() -> None:
    finding = Finding(
        place="blocks[1].text", start=0, end=10, text="Pemantauan", rule="D05", severity=Severity.HINT,
        definite=False, message="",
    )  # fmt: skip
    proofs = Proofs(release=WRONG, findings=(finding,))
    later = put(WRONG, "blocks[1].text", "Hari itu Pemantauan praktek berjalan.")
    assert [(each.start, each.end) for each in proofs.with_part(later, "blocks[1]", ()).findings] == [(9, 19)]
    gone = put(WRONG, "blocks[1].text", "Pemantau praktek berjalan.")
    assert proofs.with_part(gone, "blocks[1]", ()).findings == ()
    assert proofs.with_part(replace(WRONG, blocks=WRONG.blocks[:1]), "blocks[1]", ()).findings == ()


def test_the_way_goes_round(folders: Folders) -> None:
    findings = found(WRONG, folders)
    first, last = findings[0], findings[-1]
    assert next_finding(findings, WRONG, None, back=False) == first
    assert next_finding(findings, WRONG, Focus(place=last.place, start=last.start, end=last.end), back=False) == first
    assert next_finding(findings, WRONG, None, back=True) == last
    assert next_finding((), WRONG, None, back=False) is None


def test_the_worst_stands_first() -> None:
    base = Finding(
        place="title", start=0, end=1, text="x", rule="K01", severity=Severity.HINT, definite=False, message=""
    )
    error = replace(base, severity=Severity.ERROR)
    assert by_weight((base, error)) == (error, base)


def test_the_gate_counts_mistakes_and_holds_back_what_is_to_be_withheld(folders: Folders) -> None:
    release = put(WRONG, "blocks[1].text", "Data memuat NIK 3513012345678901 milik pelapor.")
    findings = found(release, folders)
    held = gate(release, (), findings)
    assert not held.lets_out
    assert not held.lets_write
    assert [each.rule for each in held.guarded] == ["G01"]
    for each in held.mistakes:
        release = ignore(release, each, Reach.HERE, "sudah disetujui pimpinan")
    assert gate(release, (), findings).lets_out
    assert to_mend(office_checker(folders, None), release) == ()


def test_the_reader_reads_all_then_only_what_changed(folders: Folders) -> None:
    reader = Proofreader(folders)
    try:
        reader.use(None)
        reader.read(WRONG, 1)
        whole = answers(reader)[-1]
        assert whole.is_whole
        assert whole.proofs.findings == found(WRONG, folders)
        later = put(WRONG, "blocks[1].text", "Pemantauan analisa berjalan.")
        reader.read(later, 2, frozenset({"blocks[1]"}))
        part = answers(reader)[-1]
        assert (part.revision, part.is_whole) == (2, False)
        assert one(part.proofs.findings, "analisa").place == "blocks[1].text"
        assert part.proofs.findings == found(later, folders)
        assert reader.rule("K69") is not None
        assert "menyampaikan" in reader.suggest("menyampikan", 20)
    finally:
        reader.close()


def test_the_reader_knows_the_office_s_words(folders: Folders) -> None:
    save_style(style_file(folders, "contoh"), HouseStyle(words=("gawekutukan",)))
    release = put(WRONG, "blocks[1].text", "Mereka memakai gawekutukan itu.")
    reader = Proofreader(folders)
    try:
        for office, is_known in ((None, False), ("contoh", True)):
            reader.use(office)
            reader.read(release, 1)
            rules = [each.rule for each in answers(reader)[-1].proofs.findings if each.text == "gawekutukan"]
            assert rules == ([] if is_known else ["S02"])
    finally:
        reader.close()


def test_spoiled_words_are_told_and_nothing_is_found(folders: Folders) -> None:
    style_file(folders, "contoh").parent.mkdir(parents=True)
    style_file(folders, "contoh").write_text("words = [", encoding="utf-8")
    reader = Proofreader(folders)
    try:
        reader.use("contoh")
        reader.read(WRONG, 1)
        reader.wait(20)
        assert len(reader.poll()) == 1
        assert reader.suggest("praktek", 20) == ()
        assert reader.rule("K69") is None
    finally:
        reader.close()


def test_a_place_is_in_a_part() -> None:
    assert part_of("blocks[3].speaker.name") == "blocks[3]"
    assert part_of("attachments[0].blocks[1].text") == "attachments[0].blocks[1]"
    assert part_of("event.place") == "event"
    assert part_of("") == ""


def test_a_heading_stays_a_title_when_it_is_read_alone(folders: Folders) -> None:
    release = replace(WRONG, blocks=(*WRONG.blocks, Heading(id="c", text="Pengawasan Dan Pencegahan")))
    checker = office_checker(folders, None)
    whole = [each for each in found(release, folders) if each.place.startswith("blocks[2]")]
    assert list(checker.check_part(release, "blocks[2]")) == whole
    assert checker.check_part(release, "blocks[9]") == ()
    assert checker.check_part(release, "attachments[0].blocks[1]") == ()


def test_an_answer_that_nobody_has_taken_yet_is_still_to_come(folders: Folders) -> None:
    reader = Proofreader(folders)
    reader.use(None)
    try:
        reader.read(WRONG, 1)
        reader.wait(20)
        assert reader.busy
        assert len(reader.poll()) == 1
        assert not reader.busy
    finally:
        reader.close()
