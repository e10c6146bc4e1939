"""A writer at the real desk who types without a pause until the process is killed: `python -m tests.torture.killed_writer`.

Tells on stdout what was typed (`typed NUMBER SECONDS`) and what the archive has confirmed (`kept NUMBER`).
"""

from collections.abc import Mapping
from pathlib import Path
import sys
import threading
import time

from humas_desk.desk.desk import Desk
from humas_desk.desk.editing import insert_block, new_block, remove_block
from humas_desk.desk.folders import Folders
from humas_desk.photos.image import Image
from humas_desk.release.release import Release

ROOT = Path(__file__).resolve().parents[2]
BETWEEN_KEYS_S = 0.002
WORDS_MOST = 400
BLOCKS_MOST = 40


def main(data: Path) -> None:
    """Go on where the last one was killed."""
    desk = Desk(Folders(assets=ROOT / "assets", templates=ROOT / "templates", data=data, documents=data))
    keep, said = desk._keeper.keep, threading.Lock()

    def tell(text: str) -> None:
        with said:
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()

    def kept(release: Release, photos: Mapping[str, Image]) -> None:
        keep(release, photos)
        tell(f"kept {number_in(release)}")

    desk._keeper.keep = kept  # type: ignore[method-assign]  # to hear of it at the moment the autosave does
    session = desk.start()
    first = number_in(session.release) + 1
    for number in range(first, first + 1_000_000):
        session.put("title", f"Judul {number}")
        if number % 50 == 0:
            if len(session.release.blocks) > BLOCKS_MOST:
                session.edit(lambda release: remove_block(release, BLOCKS_MOST))
            session.edit(lambda release: insert_block(release, 0, new_block("paragraph")))
            session.put("blocks[0].text", f"Naskah {number} " + "kata " * (number % WORDS_MOST))
        tell(f"typed {number} {time.monotonic()}")
        threading.Event().wait(BETWEEN_KEYS_S)


def number_in(release: Release) -> int:
    """Which edit the release is of; 0 for the sample."""
    word = release.title.split(" ")[-1]
    return int(word) if word.isdecimal() else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
