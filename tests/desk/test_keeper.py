from collections.abc import Iterator
from dataclasses import replace
import json
from pathlib import Path
import random
import subprocess
import sys

import pytest

from humas_desk.desk.keeper import DraftKeeper
from humas_desk.errors import HumasError, NewerVersion
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Photo, PhotoFile
from humas_desk.release.release import Attachment, Release
from tests.desk.makes import a_picture, a_release


@pytest.fixture
def keeper(tmp_path: Path) -> DraftKeeper:
    return DraftKeeper(tmp_path / "draft")


def pictures_in(keeper: DraftKeeper) -> set[str]:
    return {path.name for path in keeper.path.parent.iterdir()} - {keeper.path.name}


def test_what_is_kept_is_given_back_whole(keeper: DraftKeeper, picture: Image) -> None:
    keeper.keep(a_release(), {"foto.jpg": picture})
    last = keeper.last()
    assert last is not None
    assert last.release == a_release()
    assert last.photos == {"foto.jpg": picture}


def test_nothing_was_kept_and_nothing_is_kept_any_more(keeper: DraftKeeper, picture: Image) -> None:
    assert keeper.last() is None
    keeper.keep(a_release(), {"foto.jpg": picture})
    keeper.forget()
    assert keeper.last() is None
    assert pictures_in(keeper) == set()


def test_pictures_of_attachments_and_of_one_content_under_two_names_are_kept(
    keeper: DraftKeeper, picture: Image
) -> None:
    again = Photo(id="f2", files=(PhotoFile(file="lain.jpg", alt="x", unknown=(("future", 1),)),))
    release = replace(a_release(), attachments=(Attachment(title="Lampiran", blocks=(again,)),))
    keeper.keep(release, {"foto.jpg": picture, "lain.jpg": picture})
    last = keeper.last()
    assert last is not None
    assert last.release == release
    assert last.photos == {"foto.jpg": picture, "lain.jpg": picture}
    assert len(pictures_in(keeper)) == 1


def test_pictures_that_are_shown_no_more_leave_the_folder(keeper: DraftKeeper) -> None:
    red, green = a_picture("red"), a_picture("green")
    keeper.keep(a_release(), {"foto.jpg": red})
    keeper.keep(a_release(), {"foto.jpg": green})
    assert pictures_in(keeper) == {f"{green.sha256}.jpg"}
    last = keeper.last()
    assert last is not None
    assert last.photos["foto.jpg"] == green


def test_what_a_killed_write_left_behind_is_swept_away(keeper: DraftKeeper) -> None:
    keeper.keep(a_release(), {})
    (keeper.path.parent / ".humas-0123.tmp").write_bytes(b"half")
    keeper.keep(a_release(), {})
    assert pictures_in(keeper) == set()


def test_a_spoiled_picture_is_left_out_and_the_text_comes_back(keeper: DraftKeeper, picture: Image) -> None:
    keeper.keep(a_release(), {"foto.jpg": picture})
    (keeper.path.parent / f"{picture.sha256}.jpg").write_bytes(b"spoiled")
    last = keeper.last()
    assert last is not None
    assert last.release == a_release()
    assert last.photos == {}


def test_a_picture_that_is_refused_for_a_moment_is_back_at_the_next_start(
    keeper: DraftKeeper, picture: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.keep(a_release(), {"foto.jpg": picture})
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.suffix == ".jpg":
            raise PermissionError(13, "held by a scanner")
        return read(path)

    again = DraftKeeper(keeper.path.parent)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", held)
        state = again.last()
    assert state is not None
    assert state.photos == {}
    again.keep(replace(state.release, title="Judul yang diubah sementara itu"), state.photos)
    later = DraftKeeper(keeper.path.parent).last()
    assert later is not None
    assert later.photos == {"foto.jpg": picture}


def test_a_missing_picture_of_the_release_does_not_stop_keeping(keeper: DraftKeeper) -> None:
    keeper.keep(a_release(), {})
    last = keeper.last()
    assert last is not None
    assert last.release == a_release()


def test_a_draft_of_a_newer_program_is_refused_and_can_be_set_aside(keeper: DraftKeeper) -> None:
    keeper.keep(a_release(), {})
    content = json.loads(keeper.path.read_text(encoding="utf-8"))
    newer = json.dumps(content | {"version": 99})
    keeper.path.write_text(newer, encoding="utf-8")
    with pytest.raises(NewerVersion):
        keeper.last()
    keeper.set_aside()
    assert keeper.last() is None
    aside = keeper.path.parent.with_name("draft.rusak-1")
    assert (aside / keeper.path.name).read_text(encoding="utf-8") == newer


def test_a_draft_set_aside_keeps_its_pictures_and_is_not_overwritten_by_the_next(
    keeper: DraftKeeper, picture: Image
) -> None:
    for number in (1, 2):
        keeper.keep(a_release(str(number)), {"foto.jpg": picture})
        keeper.set_aside()
        aside = DraftKeeper(keeper.path.parent.with_name(f"draft.rusak-{number}")).last()
        assert aside is not None
        assert (aside.release.title, aside.photos) == (str(number), {"foto.jpg": picture})


def test_a_draft_that_is_no_json_is_an_error_with_a_name(keeper: DraftKeeper) -> None:
    keeper.path.parent.mkdir()
    keeper.path.write_bytes(b"\x00\x01")
    with pytest.raises(HumasError):
        keeper.last()


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from humas_desk.desk.keeper import DraftKeeper
from tests.desk.makes import a_picture, a_release

keeper = DraftKeeper(Path(sys.argv[1]))
pictures = [a_picture(color) for color in ("red", "green", "blue")]
for number in range(int(sys.argv[2]), 100_000):
    keeper.keep(a_release(f"{number} " + "x" * 20_000), {"foto.jpg": pictures[number % 3]})
    print(number, flush=True)
"""


def confirmed_before_the_kill(folder: Path, first: int, moment: int) -> int:
    """Let a process write states one after the other and kill it; gives the number of the last confirmed one."""
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        lines: Iterator[str] = iter(process.stdout)
        confirmed = [int(next(lines)) for _ in range(moment % 7 + 1)]
        spin = sum(range(moment))
        process.kill()
        confirmed += [int(line) for line in lines if line.endswith("\n")]
        assert spin >= 0
    return confirmed[-1]


def test_a_kill_at_any_moment_leaves_the_last_confirmed_state_or_a_later_one(tmp_path: Path, root: Path) -> None:
    assert (root / "tests" / "desk" / "makes.py").is_file()
    folder, chance, first = tmp_path / "draft", random.Random(7), 0
    for _round in range(8):
        confirmed = confirmed_before_the_kill(folder, first, chance.randrange(60_000))
        last = DraftKeeper(folder).last()
        assert last is not None
        number, rest = last.release.title.split(" ")
        assert int(number) >= confirmed
        assert rest == "x" * 20_000
        assert last.photos == {"foto.jpg": a_picture(("red", "green", "blue")[int(number) % 3])}
        assert last.release == replace(a_release(), title=last.release.title)
        first = int(number) + 1


def test_a_release_without_a_title_is_kept_too(keeper: DraftKeeper) -> None:
    keeper.keep(Release(id="x"), {})
    last = keeper.last()
    assert last is not None
    assert last.release.id == "x"
