"""Villages and districts that a draft names as such: no table has them all."""

from collections.abc import Collection
import re

_PLACE = re.compile(
    r"\b(?:(?:Panwascam|Panwaslucam|Panwaslu Kecamatan|Kecamatan|Kec\.|Desa|Kelurahan|Kabupaten|Kab\.|Distrik|Dusun|Pulau|Nagari|Gampong)[ ]"
    r"(?P<name>[A-Z][a-z’']+(?:[ ][A-Z][a-z’']+)?)(?=[ ][a-z(]|[.,;)]|\s*$)"
    r"|(?:Bawaslu|KPU|Panwaslih|Polres|Pemkab|Pemkot)[ ]"
    r"(?P<short>[A-Z][a-z’']+)(?=[ ](?:me|di|ber|akan|telah|dan)\w*|[.,;)]))",
    re.MULTILINE,
)
_HOLDERS = ("Ketua ", "Anggota ", "Kepala ", "Sekretaris ", "Staf ")
"""Behind these words the office's name may be followed by a person's at once."""


def places_shown(text: str, known: Collection[str] = ()) -> frozenset[str]:
    """Names that stand behind "Desa", "Kecamatan", "Panwascam" where no person's name can follow, in small letters.

    Behind a place that is known a person may follow at once: "Kabupaten Contoh Sulastri menyebut".
    """
    found = (match for match in _PLACE.finditer(text) if not text.endswith(_HOLDERS, 0, match.start()))
    names = ((match["name"] or match["short"]).casefold() for match in found)
    return frozenset(name for name in names if name.partition(" ")[0] not in known)
