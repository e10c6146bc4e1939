import datetime as dt
from io import BytesIO
from zipfile import ZipFile

from humas_desk.archive.numbers import Book, Gap, NumberRow, NumberState, Register
from humas_desk.desk.register_sheet import SheetWords, register_sheet

BOOK = Book(office="contoh", code="HM", year=2026)
WORDS = SheetWords(
    sheet="2026",
    columns=("Urut", "Nomor", "Tanggal", "Judul", "Keadaan", "Alasan"),
    states={NumberState.RESERVED: "Dipesan", NumberState.FINAL: "Final", NumberState.VOID: "Batal"},
    gap="Kosong",
)


def a_line(seq: int, title: str, state: NumberState = NumberState.FINAL, reason: str = "") -> NumberRow:
    at = dt.datetime(2026, 5, 4, tzinfo=dt.UTC)
    return NumberRow(id=seq, book=BOOK, seq=seq, sub="", state=state, release_id=None, number=f"{seq:03}/HM", title=title,
                     date=dt.date(2026, 5, 4), reason=reason, at=at)  # fmt: skip


def test_the_register_is_a_spreadsheet_with_its_gaps_and_formulas_stay_texts() -> None:
    rows = (a_line(1, "Pertama"), a_line(3, "=HYPERLINK(1)", NumberState.VOID, "salah ketik"))
    data = register_sheet(Register(book=BOOK, rows=rows, gaps=(Gap(first=2, last=2),), duplicates=()), WORDS)
    with ZipFile(BytesIO(data)) as parts:
        strings = parts.read("xl/sharedStrings.xml").decode()
        page = parts.read("xl/worksheets/sheet1.xml").decode()
    for text in ("Pertama", "=HYPERLINK(1)", "salah ketik", "Kosong", "Batal", "003/HM", *WORDS.columns):
        assert f">{text}<" in strings
    assert "<f>" not in page
    assert page.count("<row ") == 4
