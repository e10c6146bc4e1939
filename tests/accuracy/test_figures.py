"""What the measuring programs count."""

from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.release import Release
from tests.accuracy.figures import Count, Figure, Report, Share, table
from tests.accuracy.intake import paragraph_count, said, same


def test_kinds_of_marks_and_the_last_mark_do_not_make_another_text() -> None:
    assert same("“Kata ‘netral’  itu,”") == same("\"Kata 'netral' itu,\"")
    assert same("Kami siap,") == same("Kami siap")
    assert said("Satu.\n\nDua,") == "Satu\nDua"


def test_joined_blocks_are_one_paragraph_and_a_speech_may_be_two() -> None:
    blocks = (Paragraph(id="a"), Quote(id="b", joined=True), Quote(id="c", text="Satu.\nDua."))
    assert paragraph_count(Release(blocks=blocks)) == 3


def test_a_figure_that_one_half_misses_is_missed() -> None:
    good, bad = Share(9, 10), Share(8, 10)
    assert Figure(what="", dev=good, held=good, at_least=90).is_kept
    assert not Figure(what="", dev=good, held=bad, at_least=90).is_kept
    assert not Figure(what="", dev=Count(1, 1000), held=Count(3, 1000), at_most=2).is_kept
    assert Figure(what="", dev=bad, held=Share()).is_kept


def test_the_table_names_what_is_missed() -> None:
    figures = (Figure(what="recall", dev=Share(1, 2), held=Share(2, 2), at_least=85),)
    report = Report(heading="Rules", figures=figures, notes=())
    line = table(report).splitlines()[-1]
    assert line.split() == ["recall", "≥", "85", "%", "50.0", "%", "(1/2)", "100.0", "%", "(2/2)", "MISSED"]
