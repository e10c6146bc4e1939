"""Sixty releases that make trouble: every script, endless words, no words, many pages, quotes, photos, tables."""

from collections.abc import Callable, Iterator
import datetime as dt
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image as Pixels

from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Pattern, Photo, PhotoFile, Quote, Table
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import Attachment, Credits, Dateline, Event, Link, Release, Signatory

SEEDS = 5
PLAIN = "Pengawas desa mencatat hasil kunjungan warga di balai setiap sore Rp500.000 lalu membaca 12 laporan"
DIACRITICS = "Ṣāliḥ Čičović Ḥasan ʿAbd Ñuñez Łódź Đặng Ḍawābiṭ e\u0301clair a\u0308 ʾIbrāhīm Ⅳ ½ ﬁ Å №"
SCRIPTS = "العربية صلاح ꦱꦸꦫꦧꦪ ᬩᬮᬶ 漢字 ひらがな Привет ελληνικά עברית ไทย नमस्ते 한국어 لا"
SIGNS = (
    "😀 👩\u200d⚖\ufe0f 🇮🇩 ✓ → ∑ □ \u00ad \u200b \ue001 \uf001 \ufffe \ufeff \ud800 \x07 \U000e0041 « » ™ \u2028 \u00a0 "
    "**x *y 5<6 &amp; </P> ) ( \\ % EMC"
)
ADDRESSES = (
    f"https://contoh.id/a?b=(c)&d=é https://contoh.id/{'sangat-panjang/' * 12} www.contoh.id. humas@contoh.id, "
    f"http://user@contoh.id:8080/%20#x javascript:alert(1) https://{'a' * 300}.id"
)
LETTERS = (PLAIN, DIACRITICS, SCRIPTS, SIGNS, ADDRESSES)


class Writer:
    """Words by chance, the same for the same seed."""

    def __init__(self, seed: int, *letters: str) -> None:
        self.chance = Random(seed)
        self.letters = [*PLAIN.split(" "), *(word for words in letters for word in words.split(" ") * 3)]
        self.count = 0

    def words(self, count: int) -> str:
        return " ".join(self.chance.choice(self.letters) for _ in range(count))

    def name(self) -> str:
        self.count += 1
        return f"b{self.count}"

    def paragraph(self, count: int = 60) -> Paragraph:
        return Paragraph(id=self.name(), text=self.words(count), joined=self.chance.random() < 0.2)

    def quote(self) -> Quote:
        pattern = self.chance.choice(list(Pattern))
        return Quote(
            id=self.name(),
            text=self.words(20) + ("\n" + self.words(9) if self.chance.random() < 0.3 else ""),
            rest=self.words(8) if "split" in pattern.value else None,
            speaker=Speaker(name=self.words(3), position=self.words(4)),
            pattern=pattern,
            joined=self.chance.random() < 0.2,
        )

    def photo(self, count: int) -> Photo:
        files = tuple(
            PhotoFile(file=self.chance.choice(sorted(PHOTOS)), alt=self.words(5) if number else "")
            for number in range(count)
        )
        return Photo(id=self.name(), files=files, caption=self.words(12), credit=self.words(2))

    def table(self, rows: int, columns: int) -> Table:
        cells = tuple(
            tuple(self.words(self.chance.randrange(6)) for _ in range(self.chance.randrange(1, columns + 1)))
            for _ in range(rows)
        )
        return Table(id=self.name(), rows=cells, header=self.chance.random() < 0.7, caption=self.words(6))

    def items(self, count: int) -> ItemList:
        texts = tuple(self.words(self.chance.randrange(30)) for _ in range(count))
        return ItemList(id=self.name(), items=texts, numbered=self.chance.random() < 0.5)

    def release(self, *blocks: Block) -> Release:
        return Release(
            title=self.words(12),
            dateline=Dateline(city="Kota Contoh", date=dt.date(2026, 5, 4)),
            blocks=blocks,
            hashtags=(self.words(1),),
        )


def _photos() -> dict[str, Image]:
    photos = {}
    for number, (mode, size) in enumerate((("RGB", (900, 600)), ("L", (600, 900)), ("RGB", (400, 400)))):
        buffer = BytesIO()
        Pixels.linear_gradient("L").resize(size).convert(mode).save(buffer, "JPEG" if number else "PNG")
        name = f"foto-{number}.jpg"
        photos[name] = admit(buffer.getvalue(), path=Path(name))
    return photos


PHOTOS = _photos()


def _mixed(writer: Writer) -> Release:
    return writer.release(
        writer.paragraph(), writer.quote(), Heading(id=writer.name(), text=writer.words(5)), writer.paragraph()
    )


def _long(writer: Writer) -> Release:
    return writer.release(*(writer.paragraph(120) for _ in range(40)))


def _parts(writer: Writer) -> Release:
    made = writer.release(writer.paragraph())
    attachment = Attachment(title=writer.words(5), blocks=(writer.table(4, 3), writer.photo(2), writer.items(3)))
    people = tuple(Signatory(position=writer.words(3), name=writer.words(3), acting="Plt.") for _ in range(2))
    return Release(
        title=made.title,
        subtitle=writer.words(8),
        number=writer.words(2),
        recipient=writer.words(4),
        subject=writer.words(6),
        notice="segera",
        dateline=made.dateline,
        blocks=made.blocks,
        event=Event(date=dt.date(2026, 5, 5), start="10:00", place=writer.words(5), agenda=writer.words(9)),
        about=writer.words(30),
        contacts=(Contact(name=writer.words(2), phone="0812", email="humas@contoh.id"),),
        signatories=people,
        copies=(writer.words(3), writer.words(3)),
        links=tuple(Link(text=writer.words(3), url=address) for address in ADDRESSES.split(" ")),
        attachments=(attachment, Attachment(title="", blocks=(Heading(id="h", text=writer.words(3)),))),
        credits=Credits(writer=writer.words(2)),
    )


def _skipping(writer: Writer) -> Release:
    """Headings without a title, and parts that hold nothing."""
    heading = Heading(id=writer.name(), text=writer.words(4))
    return Release(blocks=(heading, ItemList(id="l", items=("", " ")), heading, Table(id="t", rows=(("",),)), heading))


MAKERS: dict[str, Callable[[int], Release]] = {
    "diacritics": lambda seed: _mixed(Writer(seed, DIACRITICS)),
    "scripts": lambda seed: _mixed(Writer(seed, SCRIPTS)),
    "signs": lambda seed: _mixed(Writer(seed, SIGNS)),
    "addresses": lambda seed: _mixed(Writer(seed, ADDRESSES)),
    "twelve-pages": lambda seed: _long(Writer(seed, LETTERS[seed % len(LETTERS)])),
    "no-body": lambda seed: Release(title="" if seed % 2 else Writer(seed, SCRIPTS).words(40)),
    "forty-quotes": lambda seed: (writer := Writer(seed, DIACRITICS)).release(*(writer.quote() for _ in range(40))),
    "photos": lambda seed: (writer := Writer(seed, SIGNS)).release(*(writer.photo(n) for n in (6, 1, 2, 3, 0))),
    "tables": lambda seed: (writer := Writer(seed, ADDRESSES)).release(writer.table(60, 5), writer.table(3, 2)),
    "lists": lambda seed: (writer := Writer(seed, *LETTERS)).release(writer.items(30), writer.items(5)),
    "all-parts": lambda seed: _parts(Writer(seed, *LETTERS)),
    "hardly-anything": lambda seed: _skipping(Writer(seed, *LETTERS)),
}


def hostile_releases() -> Iterator[tuple[str, Release]]:
    """Sixty releases by name; their photos are `PHOTOS`."""
    for name, make in MAKERS.items():
        for seed in range(SEEDS):
            yield f"{name}-{seed}", make(seed)
