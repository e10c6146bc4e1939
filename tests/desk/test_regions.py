from collections import Counter
from pathlib import Path
import shutil

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.importing import place_names
from humas_desk.desk.regions import ALIASES_NAME, FILE_NAME, Regions, read_regions
from humas_desk.errors import BadContent, FileMissing
from humas_desk.release.office import Level
from humas_desk.release.release import Zone

WORDS = Path(__file__).resolve().parents[2] / "assets" / "words"
REGIONS = read_regions(WORDS)


def test_the_table_is_whole_and_carries_its_licence() -> None:
    counts = {level: sum(region.level is level for region in REGIONS.all) for level in Level}
    assert counts == {Level.RI: 0, Level.PROVINSI: 38, Level.KABUPATEN: 416, Level.KOTA: 98, Level.KECAMATAN: 0}
    assert "Cahya DSN" in (WORDS / "LICENSE-wilayah.txt").read_text(encoding="utf-8")
    assert len({region.code for region in REGIONS.all}) == len({region.name for region in REGIONS.all}) == 552


def test_every_regency_and_city_says_so_in_its_name() -> None:
    for region in REGIONS.all:
        first = region.name.split()[0]
        assert (first == "Kabupaten") == (region.level is Level.KABUPATEN)
        assert (first == "Kota") == (region.level is Level.KOTA)
        assert not region.short_name.startswith(("Kabupaten", "Kota ", "Administrasi"))


def test_a_regency_knows_its_province_its_seat_and_its_time() -> None:
    region = REGIONS.named("kabupaten PROBOLINGGO")
    assert region is not None
    assert (region.code, region.province, region.seat, region.zone) == ("35.13", "Jawa Timur", "Kraksaan", Zone.WIB)
    assert REGIONS.named("Kabupaten Antah Berantah") is None


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Bali", Zone.WITA), ("Kalimantan Barat", Zone.WIB), ("Kalimantan Selatan", Zone.WITA), ("Papua Barat", Zone.WIT)],
)
def test_a_region_has_its_provinces_time(name: str, zone: Zone) -> None:
    region = REGIONS.named(name)
    assert region is not None
    assert region.zone is zone
    assert {other.zone for other in REGIONS.all if other.province == name} == {zone}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("kraks", "Kraksaan"),
        ("Probo", "Probolinggo"),
        ("kédiri", "Kediri"),
        ("SURABAYA", "Surabaya"),
        ("wangi wangi", "Wangi-Wangi"),
        ("jakarta p", "Jakarta Pusat"),
        ("seribu", "Kepulauan Seribu"),
        ("redeb", "Tanjung Redeb"),
    ],
)
def test_a_place_is_found_by_the_beginning_of_any_of_its_words(text: str, first: str) -> None:
    assert REGIONS.complete_city(text)[0] == first


def test_places_that_begin_so_themselves_come_first_and_each_once() -> None:
    found = REGIONS.complete_city("tanjung", 100)
    begins = [name.startswith("Tanjung") for name in found]
    assert begins == sorted(begins, reverse=True)
    assert len(set(found)) == len(found) > 8
    assert len(REGIONS.complete_city("a")) == 8
    assert REGIONS.complete_city("probolinggo", 9).count("Probolinggo") == 1


def test_nothing_typed_offers_no_place_and_all_regions() -> None:
    assert REGIONS.complete_city(" ") == ()
    assert len(REGIONS.complete_region(Level.KOTA)) == 98
    assert REGIONS.complete_region(Level.KOTA)[0].name == "Kota Ambon"
    assert REGIONS.complete_region(Level.RI) == REGIONS.complete_region(Level.KECAMATAN, "a") == ()


@pytest.mark.parametrize("text", ["probol", "Kab. Probol", "kabupaten probol", "Kab Probolinggo"])
def test_a_region_is_found_with_and_without_its_kind(text: str) -> None:
    assert [region.name for region in REGIONS.complete_region(Level.KABUPATEN, text)] == ["Kabupaten Probolinggo"]


@pytest.mark.parametrize(("text", "name"), [("kotab", "Kabupaten Kotabaru"), ("kotaw", "Kabupaten Kotawaringin Barat")])
def test_a_name_that_begins_like_a_kind_is_found(text: str, name: str) -> None:
    assert REGIONS.complete_region(Level.KABUPATEN, text)[0].name == name


@pytest.mark.parametrize("text", ["jakarta sel", "Kota Adm. Jakarta Sel", "Kota Administrasi Jakarta Selatan"])
def test_an_administrative_city_is_found_with_and_without_its_kind(text: str) -> None:
    assert [region.code for region in REGIONS.complete_region(Level.KOTA, text)] == ["31.74"]


def folded(name: str) -> str:
    return name.casefold().replace("-", " ")


def test_a_short_name_means_one_region_and_is_no_other_region_s_name() -> None:
    names = Counter(folded(alias.name) for alias in REGIONS.aliases)
    assert [name for name, count in names.items() if count > 1] == []
    official = {folded(name) for region in REGIONS.all for name in (region.name, region.short_name)}
    assert official.isdisjoint(names)
    assert len(names) > 200
    assert {alias.region for alias in REGIONS.aliases} <= set(REGIONS.all)


@pytest.mark.parametrize(
    ("level", "text", "name"),
    [
        (Level.KABUPATEN, "sitaro", "Kabupaten Kepulauan Siau Tagulandang Biaro"),
        (Level.KABUPATEN, "Kab. Kotim", "Kabupaten Kotawaringin Timur"),
        (Level.KABUPATEN, "kuka", "Kabupaten Kutai Kartanegara"),
        (Level.KABUPATEN, "PPU", "Kabupaten Penajam Paser Utara"),
        (Level.KABUPATEN, "tanjab bar", "Kabupaten Tanjung Jabung Barat"),
        (Level.KABUPATEN, "Mitra", "Kabupaten Minahasa Tenggara"),
        (Level.KOTA, "kota tangsel", "Kota Tangerang Selatan"),
        (Level.KOTA, "Palangka Raya", "Kota Palangkaraya"),
        (Level.PROVINSI, "sulte", "Sulawesi Tengah"),
        (Level.PROVINSI, "ntb", "Nusa Tenggara Barat"),
    ],
)
def test_a_region_is_found_by_the_short_name_that_people_use(level: Level, text: str, name: str) -> None:
    assert [region.name for region in REGIONS.complete_region(level, text)] == [name]


@pytest.mark.parametrize(
    ("level", "text", "names"),
    [
        (Level.KABUPATEN, "tala", ["Kabupaten Tanah Laut", "Kabupaten Kepulauan Talaud"]),
        (Level.KABUPATEN, "tuba", ["Kabupaten Tulang Bawang", "Kabupaten Tuban", "Kabupaten Tulang Bawang Barat"]),
        (Level.KOTA, "solo", ["Kota Surakarta", "Kota Solok"]),
        (Level.KABUPATEN, "kub", ["Kabupaten Kubu Raya", "Kabupaten Kutai Barat"]),
    ],
)
def test_a_whole_short_name_comes_before_names_that_only_begin_so(level: Level, text: str, names: list[str]) -> None:
    assert [region.name for region in REGIONS.complete_region(level, text)] == names


def test_names_of_places_in_a_draft_are_those_of_the_table_and_short_ones_that_mean_nothing_else() -> None:
    places = place_names(REGIONS)
    assert places >= {"Probolinggo", "Kraksaan", "Sitaro", "Kotim", "Tangsel", "Jatim", "NTB", "DI Yogyakarta"}
    assert places.isdisjoint({"Mitra", "Tala", "Mura", "OKI", "Batubara"})


@given(st.text(max_size=12))
def test_whatever_is_typed_is_answered(text: str) -> None:
    assert len(REGIONS.complete_city(text, 5)) <= 5
    assert all(region.level is Level.KABUPATEN for region in REGIONS.complete_region(Level.KABUPATEN, text))


def spoilt(folder: Path, line: int, text: str, name: str = FILE_NAME) -> Path:
    for file in (FILE_NAME, ALIASES_NAME):
        shutil.copy(WORDS / file, folder)
    path = folder / name
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[line - 1] = text
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("text", ["11.04\tKabupaten", "x\tKabupaten X\t", "11.04\t\t", "", "99.01\tKabupaten X\t"])
def test_a_broken_line_is_named(tmp_path: Path, text: str) -> None:
    path = spoilt(tmp_path, 6, text)
    with pytest.raises(BadContent) as caught:
        read_regions(tmp_path)
    assert (caught.value.path, caught.value.place) == (path, "rows[5]")


@pytest.mark.parametrize(
    "text", ["Kotim", "Kotim\tKabupaten Antah Berantah", "\tKabupaten Ende", "X\tKabupaten Ende\tlain", "", "X\tEnde"]
)
def test_a_short_name_of_no_region_is_named(tmp_path: Path, text: str) -> None:
    path = spoilt(tmp_path, 6, text, ALIASES_NAME)
    with pytest.raises(BadContent) as caught:
        read_regions(tmp_path)
    assert (caught.value.path, caught.value.place) == (path, "rows[5]")


def test_a_missing_table_and_one_of_other_bytes_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_regions(tmp_path)
    shutil.copy(WORDS / FILE_NAME, tmp_path)
    with pytest.raises(FileMissing):
        read_regions(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe")
    with pytest.raises(BadContent):
        read_regions(tmp_path)


def test_the_table_may_hold_only_provinces(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("kode\tnama\tibu kota\n35\tJawa Timur\tSurabaya\n", encoding="utf-8")
    (tmp_path / ALIASES_NAME).write_text("Jatim\tJawa Timur\n", encoding="utf-8")
    regions: Regions = read_regions(tmp_path)
    assert regions.complete_city("sur") == ("Surabaya",)
