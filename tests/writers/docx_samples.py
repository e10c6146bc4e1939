"""Documents for the tests of the Word copy, made by hand in words of our own."""

from collections.abc import Callable
import hashlib
from io import BytesIO
import random

from PIL import Image as Pixels

from humas_desk.layout.document import (
    Align,
    Block,
    Cell,
    Document,
    Family,
    Footer,
    Geometry,
    Letterhead,
    Line,
    Metadata,
    Picture,
    PictureRow,
    Role,
    Run,
    Style,
    TableGrid,
    Text,
)
from humas_desk.photos.image import Image

MEASURE_MM = 155
_WORDS = [
    "pengawas",
    "pemilu",
    "di",
    "tingkat",
    "kecamatan",
    "mencatat",
    "hasil",
    "pengawasan",
    "setiap",
    "hari",
    "lalu",
    "menyampaikannya",
    "kepada",
    "rekan",
    "di",
    "kabupaten",
    "agar",
    "warga",
    "dapat",
    "membaca",
    "keterangan",
    "yang",
    "sama",
    "jelasnya",
    "tanpa",
    "menunggu",
    "lama",
    "rapat",
    "kerja",
    "berlangsung",
    "dua",
    "hari",
    "bersama",
    "mitra",
    "media",
    "dan",
    "pemantau",
    "yang",
    "datang",
    "dari",
    "tujuh",
    "belas",
    "desa",
    "serta",
    "kelurahan",
    "di",
    "sekitar",
    "pasar",
    "lama",
]


def prose(count: int, seed: int = 0) -> str:
    """So many words, the same for the same seed."""
    state = seed * 7919 + 17
    words = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        words.append(_WORDS[(state >> 8) % len(_WORDS)])
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def picture(width_px: int = 600, height_px: int = 400, *, kind: str = "JPEG", shade: int = 90) -> Image:
    """A plain picture with a band, so that cropping would show."""
    pixels = Pixels.new("RGB", (width_px, height_px), (shade, 120, 160))
    pixels.paste((200, 60, 40), (0, 0, width_px, max(height_px // 10, 1)))
    buffer = BytesIO()
    pixels.save(buffer, kind)
    data = buffer.getvalue()
    return Image(
        data=data, format=kind, width_px=width_px, height_px=height_px, sha256=hashlib.sha256(data).hexdigest()
    )


def styles(*, family: Family = Family.SANS, align: Align = Align.JUSTIFY) -> dict[Role, Style]:
    """A style for every role."""
    made = {role: Style(family=family, size_pt=10, leading_pt=13.5, after_pt=4) for role in Role}
    made |= {
        Role.OFFICE: Style(family=family, size_pt=14, leading_pt=17, after_pt=0, align=Align.CENTER, bold=True),
        Role.ADDRESS: Style(family=family, size_pt=9, leading_pt=11.5, after_pt=0, align=Align.CENTER),
        Role.LABEL: Style(
            family=family, size_pt=12, leading_pt=15, after_pt=2, align=Align.CENTER, bold=True, tracking_pt=1
        ),
        Role.NUMBER: Style(family=family, size_pt=11, leading_pt=14, after_pt=12, align=Align.CENTER),
        Role.TITLE: Style(
            family=family, size_pt=15, leading_pt=19, after_pt=10, align=Align.CENTER, bold=True, keep_next=True
        ),
        Role.BODY: Style(family=family, size_pt=12, leading_pt=16, after_pt=8, align=align),
        Role.HEADING: Style(family=family, size_pt=12, leading_pt=16, after_pt=4, bold=True, keep_next=True),
        Role.LIST: Style(family=family, size_pt=12, leading_pt=16, after_pt=4, align=align, left_mm=7, hang_mm=7),
        Role.CAPTION: Style(family=family, size_pt=9.5, leading_pt=12.5, after_pt=10),
        Role.CELL: Style(family=family, size_pt=10, leading_pt=13, after_pt=0),
        Role.CELL_HEAD: Style(family=family, size_pt=10, leading_pt=13, after_pt=0, bold=True),
        Role.FIELD: Style(family=family, size_pt=11, leading_pt=15, after_pt=0, left_mm=34, hang_mm=34, tab_mm=34),
        Role.ABOUT_HEADING: Style(
            family=family, size_pt=10, leading_pt=13.5, after_pt=2, bold=True, keep_next=True, above=Line()
        ),
        Role.FOOTER: Style(family=family, size_pt=8.5, leading_pt=11, after_pt=0, align=Align.CENTER),
    }
    return made


def text(
    role: Role,
    words: str,
    *,
    style: Style | None = None,
    variant: str = "",
    marker: str = "",
    numbered: bool = False,
    new_page: bool = False,
    block_id: str = "",
) -> Text:
    """A paragraph of one run."""
    return Text(
        role=role,
        runs=(Run(text=words),),
        style=style,
        variant=variant,
        marker=marker,
        numbered=numbered,
        new_page=new_page,
        block_id=block_id,
    )


def paragraphs(count: int, words: int, seed: int = 0) -> tuple[Text, ...]:
    """Body paragraphs."""
    return tuple(text(Role.BODY, prose(words + number % 5 * 9, seed + number)) for number in range(count))


def items(count: int, *, numbered: bool, block_id: str, seed: int = 0) -> tuple[Text, ...]:
    """List items."""
    return tuple(
        text(
            Role.LIST,
            prose(12 + number % 4 * 7, seed + number),
            marker=f"{number + 1}." if numbered else "•",
            numbered=numbered,
            block_id=block_id,
        )
        for number in range(count)
    )


def photo(*, alt: str = "Warga membaca papan pengumuman") -> PictureRow:
    """A photo over the whole measure."""
    wide = Picture(image=picture(), width_mm=MEASURE_MM, height_mm=90, alt=alt, place="blocks[1].files[0]")
    return PictureRow(pictures=(wide,))


def pair() -> PictureRow:
    """Two photos side by side."""
    both = (picture(shade=30), picture(shade=200))
    made = (
        Picture(image=image, width_mm=75, height_mm=50, alt=f"Foto {number}", place=f"blocks[2].files[{number}]")
        for number, image in enumerate(both)
    )
    return PictureRow(pictures=tuple(made))


def grid(rows: int, *, seed: int = 0) -> TableGrid:
    """A table of three columns with a header row."""

    def row(role: Role, words: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(Cell(text=text(role, word)) for word in words)

    head = row(Role.CELL_HEAD, ("Wilayah", "Hadir", "Catatan"))
    body = (row(Role.CELL, (f"Desa {n + 1}", str(n * 3), prose(5 + n % 3 * 6, seed + n))) for n in range(rows))
    return TableGrid(rows=(head, *body), widths_mm=(45, 25, 85), header=True)


def letterhead(
    family: Family = Family.SANS, *, logo: str = "top", pages: str = "first", blank: bool = False
) -> Letterhead:
    """Two name lines, an address line with the rule, and a logo."""
    side = 24.0 if logo == "left" else 0.0
    base = styles(family=family)
    office = Style(
        family=family, size_pt=14, leading_pt=17, after_pt=0, align=Align.CENTER, bold=True, left_mm=side, right_mm=side
    )
    last = Style(
        family=family, size_pt=9, leading_pt=11.5, after_pt=14, align=Align.CENTER,
        below=Line(kind="thick-thin", thickness_pt=2.25),
    )  # fmt: skip
    lines = (
        text(Role.OFFICE, "BADAN PENGAWAS PEMILIHAN UMUM", style=office),
        text(Role.OFFICE, "KABUPATEN CONTOH", style=office),
        text(Role.ADDRESS, "Jalan Contoh Nomor 1", style=base[Role.ADDRESS] if logo != "left" else office),
        text(Role.ADDRESS, "(021) 123456  ·  humas@contoh.example", style=last),
    )
    mark = Picture(
        image=picture(260, 260, kind="PNG"), width_mm=22, height_mm=22, alt="Logo kantor", place="office.logo"
    )
    return Letterhead(
        lines=lines, logo=None if logo == "none" else mark, logo_left=logo == "left", pages=pages, blank=blank
    )


def document(
    body: tuple[Block, ...],
    *,
    family: Family = Family.SANS,
    align: Align = Align.JUSTIFY,
    head: Letterhead | None = None,
    geometry: Geometry | None = None,
    footer: bool = True,
) -> Document:
    """A document around these blocks."""
    runs = (Run(text="Halaman "), Run(text="1", field="page"), Run(text=" dari "), Run(text="9", field="pages"))
    return Document(
        metadata=Metadata(
            title="Contoh siaran", author="Bawaslu Kabupaten Contoh", created="2026-05-04T00:00:00+07:00"
        ),
        geometry=geometry or Geometry(),
        styles=styles(family=family, align=align),
        letterhead=letterhead(family) if head is None else head,
        body=body,
        footer=Footer(text=Text(role=Role.FOOTER, runs=runs)) if footer else None,
    )


def opening() -> tuple[Text, ...]:
    """Label, number and title."""
    return (
        text(Role.LABEL, "SIARAN PERS"),
        text(Role.NUMBER, "Nomor 012/HM/05/2026"),
        text(Role.TITLE, "Pengawas Desa Mencatat Hari\nPertama Tahapan Contoh"),
    )


def everything() -> Document:
    """Every kind of block, look and special character."""
    rich = Text(
        role=Role.BODY,
        runs=(
            Run(text="KOTA CONTOH - (4/5) "),
            Run(text="tebal ", bold=True),
            Run(text="miring ", italic=True),
            Run(text="keduanya ", bold=True, italic=True),
            Run(text="sepuluh\u00a0menit, kupu\u2011kupu, "),
            Run(text="☎ ", family=Family.FALLBACK),
            Run(text="contoh.example", link="https://contoh.example/a?b=1&c=2"),
            Run(text=" dan "),
            Run(text="humas@contoh.example", link="mailto:humas@contoh.example"),
            Run(text="."),
        ),
    )
    fields = (text(Role.FIELD, "Hari/tanggal\t: Senin, 4 Mei 2026"), text(Role.FIELD, f"Tempat\t: {prose(20)}"))
    return document(
        (
            *opening(),
            rich,
            *paragraphs(3, 60),
            photo(),
            text(Role.CAPTION, "Warga membaca papan. (Foto: Humas)"),
            text(Role.HEADING, "Antarjudul"),
            *items(3, numbered=False, block_id="l1"),
            *items(3, numbered=True, block_id="l2"),
            *items(2, numbered=True, block_id="l3", seed=9),
            grid(4),
            text(Role.CAPTION, "Tabel kehadiran"),
            pair(),
            text(Role.CAPTION, "Dua foto"),
            *fields,
            text(Role.ABOUT_HEADING, "Tentang kantor"),
            text(Role.ABOUT, prose(40, 5)),
            text(Role.ATTACHMENT_LABEL, "Lampiran", new_page=True),
            text(Role.ATTACHMENT_TITLE, "Daftar hadir"),
            grid(2, seed=4),
        )
    )


_PAPERS = (
    Geometry(),
    Geometry(width_mm=215, height_mm=330, right_mm=30, bottom_mm=22),
    Geometry(height_mm=330),
    Geometry(width_mm=215.9, height_mm=330.2, left_mm=30.5, right_mm=30.4, bottom_mm=22),
)


def generated(seed: int) -> Document:
    """A document whose blocks, lengths, face, paper and letterhead follow from the seed."""
    dice = random.Random(seed)  # chooses test data
    blocks: list[Block] = list(opening())
    for number in range(dice.randint(6, 16)):
        part = dice.choices(list(_PARTS), weights=[weight for weight, _ in _PARTS.values()])[0]
        blocks += _PARTS[part][1](dice, f"b{number}")
    family = dice.choice((Family.SANS, Family.SERIF))
    head = letterhead(family, logo=dice.choice(("top", "left", "none")), pages=dice.choice(("first", "first", "all")))
    align = dice.choice((Align.LEFT, Align.JUSTIFY))
    return document(tuple(blocks), family=family, align=align, head=head, geometry=dice.choice(_PAPERS))


def _paragraph(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    return (text(Role.BODY, prose(dice.randint(15, 110), dice.randint(0, 10**6))),)


def _heading(dice: random.Random, block_id: str) -> tuple[Block, ...]:
    return text(Role.HEADING, prose(5, dice.randint(0, 10**6))), *_paragraph(dice, block_id)


def _list(dice: random.Random, block_id: str) -> tuple[Block, ...]:
    seed = dice.randint(0, 10**6)
    return items(dice.randint(2, 11), numbered=dice.random() < 0.5, block_id=block_id, seed=seed)


def _photo(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    caption = text(Role.CAPTION, prose(dice.randint(4, 22), dice.randint(0, 10**6)))
    upright = Picture(image=picture(300, 450), width_mm=70, height_mm=105, alt="Potret")
    align = dice.choice((Align.LEFT, Align.CENTER, Align.RIGHT))
    row = dice.choice((photo(), pair(), PictureRow(pictures=(upright,), align=align)))
    return row, caption


def _table(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    """Followed by anything: its own caption, another table, a page of its own."""
    made = grid(dice.randint(1, 12), seed=dice.randint(0, 10**6))
    caption = text(Role.CAPTION, prose(6, dice.randint(0, 10**6)))
    page = text(Role.ATTACHMENT_LABEL, "Lampiran", new_page=True)
    return dice.choice(((made,), (made, caption), (made, grid(2)), (made, photo(), caption), (page, made)))


def _looks(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    """Bold, other letters, a line break in the midst, words that hold together."""
    seed = dice.randint(0, 10**6)
    runs = (
        Run(text=prose(4, seed) + " ", bold=True),
        Run(text=prose(dice.randint(3, 30), seed) + "\n"),
        Run(text=prose(dice.randint(3, 30), seed + 1) + " pukul\u00a010.00\u00a0WIB, 5\u00a0%, turun-naik \u2013 "),
        Run(text="\u2713 \u2605 ", family=Family.FALLBACK),
        Run(text="https://contoh.example/berita/2026", link="https://contoh.example/berita/2026"),
    )
    return (Text(role=Role.BODY, runs=runs),)


def _fields(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    rows = (("Hari", 3), ("Tempat", 18), ("Acara", 30))
    return tuple(text(Role.FIELD, f"{name}\t: {prose(count, dice.randint(0, 99))}") for name, count in rows)


def _small_print(dice: random.Random, _block_id: str) -> tuple[Block, ...]:
    return text(Role.ABOUT_HEADING, "Tentang kantor"), text(
        Role.ABOUT, prose(dice.randint(20, 60), dice.randint(0, 99))
    )


_PARTS: dict[str, tuple[int, Callable[[random.Random, str], tuple[Block, ...]]]] = {
    "paragraph": (7, _paragraph),
    "heading": (2, _heading),
    "list": (2, _list),
    "photo": (1, _photo),
    "table": (2, _table),
    "looks": (2, _looks),
    "fields": (1, _fields),
    "small print": (1, _small_print),
}
"""How often each comes up, and what makes it."""
