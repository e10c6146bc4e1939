"""`.humas` files: what goes in comes out, and what is dangerous stays out."""

from collections.abc import Mapping
from contextlib import suppress
import datetime as dt
from io import BytesIO
from pathlib import Path
import stat
import struct
import zipfile

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.errors import FileMissing, FileTooLarge, FileUnreadable, HumasError, NotOurFile
from humas_desk.release import container
from humas_desk.release.blocks import Photo, PhotoFile
from humas_desk.release.codec import encode_release
from humas_desk.release.container import MAX_MEMBERS, Bundle, bundle_bytes, photo_files, read_bundle
from humas_desk.release.release import Attachment, Dateline, Release

FOTO = Photo(id="p1", files=(PhotoFile(file="foto-1.jpg"), PhotoFile(file="foto-2.jpg")))
RELEASE = Release(
    title="Judul",
    dateline=Dateline(city="Batam", date=dt.date(2023, 8, 28)),
    blocks=(FOTO,),
    attachments=(
        Attachment(blocks=(Photo(id="p2", files=(PhotoFile(file="data.png"), PhotoFile(file="foto-1.jpg"))),)),
    ),
)
PHOTOS = {"foto-1.jpg": b"one", "foto-2.jpg": b"two" * 1000, "data.png": b""}


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "siaran.humas"
    path.write_bytes(data)
    return path


def an_archive(
    members: Mapping[str, bytes] | dict[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_bundle_survives_its_file(tmp_path: Path) -> None:
    bundle = Bundle(release=RELEASE, photos=PHOTOS)
    assert read_bundle(written(tmp_path, bundle_bytes(bundle))) == bundle


def test_the_same_bundle_gives_the_same_bytes() -> None:
    turned = dict(reversed(PHOTOS.items()))
    assert bundle_bytes(Bundle(release=RELEASE, photos=PHOTOS)) == bundle_bytes(Bundle(release=RELEASE, photos=turned))


def test_members_carry_the_datelines_day_and_nothing_of_this_machine() -> None:
    with zipfile.ZipFile(BytesIO(bundle_bytes(Bundle(release=RELEASE, photos=PHOTOS)))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2023, 8, 28, 0, 0, 0)}
        assert archive.namelist() == ["release.json", "data.png", "foto-1.jpg", "foto-2.jpg"]
    with zipfile.ZipFile(BytesIO(bundle_bytes(Bundle(release=Release())))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_a_photo_that_no_block_shows_does_not_travel_along(tmp_path: Path) -> None:
    data = bundle_bytes(Bundle(release=RELEASE, photos={**PHOTOS, "secret.jpg": b"x"}))
    assert b"secret" not in data
    members = {"release.json": encode_release(RELEASE), "foto-1.jpg": b"one", "other.jpg": b"x"}
    assert dict(read_bundle(written(tmp_path, an_archive(members))).photos) == {"foto-1.jpg": b"one"}


def test_photos_are_listed_once_attachments_included() -> None:
    assert photo_files(RELEASE) == ("foto-1.jpg", "foto-2.jpg", "data.png")


def test_a_bare_file_finds_the_photos_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "siaran.json"
    path.write_bytes(encode_release(RELEASE))
    (tmp_path / "foto-1.jpg").write_bytes(b"one")
    (tmp_path / "secret").write_bytes(b"secret")
    with suppress(OSError):  # Windows lets few people make links
        (tmp_path / "foto-2.jpg").symlink_to(tmp_path / "secret")
    assert read_bundle(path) == Bundle(release=RELEASE, photos={"foto-1.jpg": b"one"})


@pytest.mark.parametrize(
    "name",
    ["../foto.jpg", "/etc/foto.jpg", "a/foto.jpg", "a\\foto.jpg", "C:foto.jpg", r"\\host\foto.jpg", "NUL", "a:b", "foto.jpg.",
     "a/", "x\0.jpg"],
)  # fmt: skip
def test_a_member_with_a_path_refuses_the_file(tmp_path: Path, name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name  # as a hostile tool would write it
    members: dict[str | zipfile.ZipInfo, bytes] = {"release.json": encode_release(RELEASE), info: b"x"}
    data = an_archive(members)
    with pytest.raises(NotOurFile):
        read_bundle(written(tmp_path, data))


def test_links_refuse_the_file(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("foto-1.jpg")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    members: dict[str | zipfile.ZipInfo, bytes] = {"release.json": encode_release(RELEASE), link: b"/etc/passwd"}
    data = an_archive(members)
    with pytest.raises(NotOurFile):
        read_bundle(written(tmp_path, data))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_meet_on_windows_refuse_the_file(tmp_path: Path) -> None:
    for second in ("foto-1.jpg", "FOTO-1.JPG"):
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in (("release.json", encode_release(RELEASE)), ("foto-1.jpg", b"a"), (second, b"b")):
                archive.writestr(name, data)
        with pytest.raises(NotOurFile):
            read_bundle(written(tmp_path, out.getvalue()))


def test_a_bomb_is_counted_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_PHOTO_BYTES", 1_000_000)
    data = an_archive({"release.json": encode_release(RELEASE), "foto-1.jpg": bytes(2_000_000)})
    assert len(data) < 10_000
    with pytest.raises(FileTooLarge):
        read_bundle(written(tmp_path, data))
    at = data.rfind(b"PK\x01\x02")
    lying = data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]  # says it unpacks to 10 bytes
    with pytest.raises(HumasError):
        read_bundle(written(tmp_path, lying))


def test_many_small_photos_may_not_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_UNPACKED_BYTES", 3000)
    data = bundle_bytes(Bundle(release=RELEASE, photos={**PHOTOS, "data.png": b"x"}))
    with pytest.raises(FileTooLarge):
        read_bundle(written(tmp_path, data))


def test_too_many_members_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    few = {f"{number}": b"" for number in range(MAX_MEMBERS + 1)}
    with pytest.raises(FileTooLarge):
        read_bundle(written(tmp_path, an_archive(few)))
    many = {f"{number:0100}": b"" for number in range(MAX_MEMBERS * 5)}
    with pytest.raises(FileTooLarge):
        read_bundle(written(tmp_path, an_archive(many)))


def test_other_packing_and_other_archives_are_refused(tmp_path: Path) -> None:
    for data in (
        an_archive({"release.json": encode_release(RELEASE)}, zipfile.ZIP_BZIP2),
        an_archive({"word/document.xml": b"x"}),
        an_archive({"other.json": b"{}"}),
        an_archive({"release.json": b"no JSON"}),
        an_archive({}),
        b"PK",
        b"PK\x03\x04",
    ):
        with pytest.raises(NotOurFile):
            read_bundle(written(tmp_path, data))


def test_a_missing_file_and_a_folder_have_their_own_names(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_bundle(tmp_path / "none.humas")
    with pytest.raises(FileUnreadable):
        read_bundle(tmp_path)


WHOLE = bundle_bytes(Bundle(release=RELEASE, photos=PHOTOS))


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8), st.integers(0, 30))
def test_a_damaged_file_is_read_or_refused_by_name(tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes,
                                                   lost: int) -> None:  # fmt: skip
    path = written(tmp_path_factory.getbasetemp(), WHOLE[:at] + noise + WHOLE[at + lost :])
    with suppress(HumasError):
        assert isinstance(read_bundle(path), Bundle)
