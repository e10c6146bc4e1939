"""Writes the golden archive of the schema as it is now: `python -m tests.golden.archive.make_schema`, once per schema.

A file that is there stays: a shipped schema never changes.
"""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from humas_desk.archive.archive import open_archive
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.revisions import cut
from humas_desk.archive.schema import MIGRATIONS
from humas_desk.archive.store import keep_live
from humas_desk.archive.values import Why
from humas_desk.desk.saving import write_atomically
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Release

RELEASE = Release(
    id="emas",
    title="Arsip emas",
    number="001/HM/01/2026",
    dateline=Dateline(city="Kota Contoh", date=dt.date(2026, 1, 5)),
    blocks=(
        Paragraph(id="a", text="Sebuah perahu membawa kotak suara."),
        Quote(id="b", text="Semua sampai dengan selamat", speaker=Speaker(name="Dewi Lestari", position="Ketua")),
    ),
)


def main() -> Path:
    """Make it, with one release and one exported version; gives where it lies."""
    target = Path(__file__).with_name(f"schema-{len(MIGRATIONS)}.sqlite3")
    with TemporaryDirectory() as folder:
        now = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
        archive = open_archive(Path(folder), write=write_atomically, now=lambda: now)
        keep_live(archive, RELEASE, {})
        cut(archive, RELEASE, Why.EXPORT, "dl")
        archive.close()
        if not target.exists():
            target.write_bytes((Path(folder) / ARCHIVE_NAME).read_bytes())
    return target


if __name__ == "__main__":
    main()
