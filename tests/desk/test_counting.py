from humas_desk.desk.counting import Counts, count_text
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Release


def test_what_is_read_is_counted_and_marks_are_not() -> None:
    release = Release(
        title=" Judul *baru* ",
        blocks=(
            Paragraph(id="a", text="satu *dua*"),
            Heading(id="b", text="tiga"),
            Quote(id="c", text="empat", rest="lima"),
            ItemList(id="d", items=("enam", "")),
            Table(id="e", rows=(("tujuh",),)),
            Photo(id="f", caption="tidak"),
        ),
    )
    assert count_text(release) == Counts(parts=6, words=7, characters=30, title_characters=10, title_words=2)
    assert count_text(Release()) == Counts(parts=0, words=0, characters=0, title_characters=0, title_words=0)
