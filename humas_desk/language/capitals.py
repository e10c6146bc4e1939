"""Capitals: offices, bodies, places, days, titles (K16–K23, K50)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role

_LAW = re.compile(
    r"\b([Uu]ndang-[Uu]ndang|(?:[Pp]eraturan|[Kk]eputusan) (?:Bawaslu|KPU|[Pp]emerintah|[Pp]residen|[Dd]aerah|[Mm]enteri(?: [A-Z]\w+){1,3}|[Mm]enteri(?: [a-z]+){1,5}(?= nomor))"
    r"|Perbawaslu|PKPU|Perppu|Perpres|Perbup|Perwali)( [Nn]omor| [Nn]o\.?)? ?(\d{1,4})( [Tt]ahun (\d{4}))?( [Tt]entang)?"
)
_NAMED_BODY = re.compile(r"(?<![\w-])(badan|komisi|mahkamah|dewan|kementerian|majelis)(?= [A-Z][a-z]{3})")
_BODIES = re.compile(
    r"\b(badan pengawas pemilihan umum|komisi pemilihan umum|mahkamah konstitusi|dewan perwakilan rakyat|dewan kehormatan penyelenggara pemilu|mahkamah agung|kementerian dalam negeri|kementerian agama|kementerian keuangan|komisi pemberantasan korupsi|undang-undang dasar|tentara nasional indonesia|kepolisian negara republik indonesia|aparatur sipil negara republik|negara kesatuan republik indonesia|republik indonesia)\b"
)
_LAST_STOP = re.compile(r"(?<![.…])\.\s*$")
_STATUTORY = frozenset(
    ("bawaslu", "kpu", "panwaslu", "provinsi", "dprd", "panwaslih", "anggota", "ketua", "pemerintah", "sekretariat")
)
_ACTING = frozenset(("plt", "plh", "pj", "pjs"))


def check_capitals(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """All of them but the title's own rules."""
    if passage.is_capitals:
        return
    triggers, wants_small = kit.lists.small_triggers, passage.role not in {Role.TITLE, Role.NAME, Role.CELL}
    for index, low in enumerate(passage.lows):
        raw = passage.raws[index]
        if low == raw:
            if low in triggers and passage.is_free(index):
                yield from _small(passage, index, low, kit)
        elif not passage.is_free(index):
            continue
        elif raw in _ACRONYMS:
            yield from _all_capitals(passage, index)
        elif wants_small and low in triggers:
            yield from _large(passage, index, low, kit)
    yield from _laws(passage)
    yield from _undang(passage)


def _small(passage: Passage, index: int, low: str, kit: Kit) -> Iterator[Hit]:
    """A word in small letters that wants a capital."""
    start, end = passage.starts[index], passage.ends[index]
    raw = passage.raws[index]
    made = (raw[:1].upper() + raw[1:],)
    lists = kit.lists
    if low in lists.of("hari") or low in lists.of("bulan"):
        yield Hit("K22", start, end, made)
    elif low in {"minggu", "maret", "mei", "ahad"}:
        if _is_date_word(passage, index, low):
            yield Hit("K22", start, end, made)
    elif low == "bawaslu":
        yield Hit("K50", start, end, ("Bawaslu",))
    elif low in {"kpu", "dprd", "tni", "asn", "kpk", "dkpp", "kpps"}:
        yield Hit("K49", start, end, (low.upper(),), False)
    elif low in lists.of("kata wilayah") and passage.low(index - 1) not in {"wali", "ibu"}:
        is_general = passage.low(index + 1) in lists.of("kata wilayah")  # "distrik Provinsi Turin"
        if _is_place_name(passage, index + 1, kit) and not is_general:
            yield Hit("K21", start, end, made)
    elif low in lists.of("jabatan tunggal") or low in lists.of("jabatan"):
        yield from _office(passage, index, kit)


def _undang(passage: Passage) -> Iterator[Hit]:
    """ "undang-undang Dasar 1945"."""
    for index, raw in enumerate(passage.raws if "undang-undang" in passage.words else ()):
        if raw == "undang-undang" and passage.raw(index + 1) == "Dasar":
            yield Hit("K18", passage.starts[index], passage.ends[index], ("Undang-Undang",))


def _is_date_word(passage: Passage, index: int, low: str) -> bool:
    after, gap = passage.low(index + 1), passage.gap(index + 1)
    if low in {"minggu", "ahad"}:
        is_counted = passage.low(index - 1)[:1].isdigit()
        return passage.low(index - 1) == "hari" or (
            after.isdigit() and gap.strip() in {",", "("} and len(after) < 3 and not is_counted
        )
    before_is_day = (
        passage.low(index - 1).isdigit() and int(passage.low(index - 1)[:4]) <= 31 and passage.gaps[index] == " "
    )
    return before_is_day or (after.isdigit() and len(after) == 4 and gap == " ") or passage.low(index - 1) == "bulan"


def _is_place_name(passage: Passage, index: int, kit: Kit) -> bool:
    raw = passage.raw(index)
    if passage.gap(index) != " " or not raw[:1].isupper() or raw.isupper() or not raw.isalpha():
        return False
    if raw in {"Ny", "Tn", "Bpk", "Ibu", "Bapak", "Hj", "Dr"}:
        return False
    return raw.lower() not in kit.lists.of("badan") and raw.lower() not in kit.lists.of("jabatan tunggal")


def _office(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "ketua Bawaslu …": an office before a body, a place or a name is capital; after a quantifier it is general."""
    last = index + 1 if passage.lows[index] == "wali" and passage.low(index + 1) == "kota" else index
    follows = passage.raw(last + 1)
    dates = kit.lists.of("bulan") | kit.lists.of("bulan ragu") | kit.lists.of("hari")
    if passage.gap(last + 1) != " " or not follows[:1].isupper() or follows.isdigit() or follows.lower() in dates:
        return
    before = passage.low(index - 1) if passage.gap(index) == " " else ""
    if before in kit.lists.of("sebelum jabatan umum") or before.isdigit():
        return
    low = passage.lows[index]
    if before in {"dan", "serta", "atau"} and passage.raw(index - 2)[:1].islower():
        return
    if low == "anggota" and before in {"ketua", "dan", "serta", "atau", "calon", "sebagian"}:
        return
    two = f"{before} {low}" + (" kota" if last > index else "")
    first = index
    if two in kit.lists.of("jabatan") and passage.raws[index - 1][0].islower():
        first = index - 1
        ahead = passage.low(index - 2)
        if ahead in kit.lists.of("sebelum jabatan umum") or ahead.isdigit():
            return
    if not _is_office_of(passage, last + 1, low if last == index else "", kit):
        return
    start, end = passage.starts[first], passage.ends[last]
    words = passage.text[start:end].split(" ")
    yield Hit("K16", start, end, (" ".join(word[:1].upper() + word[1:] for word in words),))


def _is_office_of(passage: Passage, index: int, low: str, kit: Kit) -> bool:
    """Whether a body, a place or a person follows, and not a sentence's own capital (Pemilu, TPS)."""
    follows = passage.low(index)
    if follows in {"pemilu", "pilkada", "tps", "rt", "rw", "partai", "pancasila", "islam", "indonesia", "asn"}:
        return False
    if low == "wakil":
        return follows in kit.lists.of("jabatan tunggal")
    if low in {"anggota", "asisten", "inspektur", "komandan", "bendahara", "wali"}:
        return follows in kit.lists.of("badan")
    return True


def _large(passage: Passage, index: int, low: str, kit: Kit) -> Iterator[Hit]:
    """A capital that nothing explains."""
    if passage.first[index]:
        return
    raw = passage.raws[index]
    before = passage.low(index - 1) if passage.gaps[index] == " " else ""
    start, end = passage.starts[index], passage.ends[index]
    after, gap = passage.raw(index + 1), passage.gap(index + 1)
    if low in {"kabupaten", "kecamatan", "kota", "kelurahan", "desa", "provinsi"} and before in kit.lists.of(
        "wilayah umum"
    ):
        yield from _general_place(passage, index, kit)
    elif low in kit.lists.of("jabatan tunggal") and low not in _ACTING:
        is_named = gap in {" ", ", "} and after[:1].isupper()
        near = passage.low(index - 1) if index else ""
        quantified = before in kit.lists.of("sebelum jabatan umum") and before not in {
            "oleh",
            "serta",
            "selaku",
            "sebagai",
            "jabatan",
        }
        if not is_named and near != "wakil" and gap != "." and raw[1:].islower() and (quantified or before == "dan"):
            yield Hit("K17", start, end, (low,))
        elif (
            quantified
            and low == "kepala"
            and after in {"Desa", "Daerah", "Dinas"}
            and not passage.raw(index + 2)[:1].isupper()
        ):
            yield Hit("K17", start, passage.ends[index + 1], (f"kepala {after.lower()}",))


def _general_place(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "seluruh Kabupaten/Kota" → small; not in a body's name, nor before a place's name."""
    if {passage.low(index - 2), passage.low(index - 3)} & _STATUTORY:
        return
    last, gap = index, passage.gap(index + 1)
    if gap == "/" and passage.low(index + 1) in kit.lists.of("kata wilayah"):
        last, gap = index + 1, passage.gap(index + 2)
    if gap == " " and passage.raw(last + 1)[:1].isupper():
        return
    start, end = passage.starts[index], passage.ends[last]
    yield Hit("K21", start, end, (passage.text[start:end].lower(),))


def _all_capitals(passage: Passage, index: int) -> Iterator[Hit]:
    """ "BAWASLU" → "Bawaslu": acronyms of names take one capital (K50)."""
    raw = passage.raws[index]
    right = _ACRONYMS[raw]
    if passage.raw(index - 1).isupper() and len(passage.raw(index - 1)) > 3:
        return
    fixes: tuple[str, ...] = (right.capitalize() if passage.role is Role.TITLE and right.islower() else right,)
    if right in {"Pilkada", "pemilu"} and passage.role is not Role.TITLE:
        is_event = passage.raw(index + 1)[:1].isdigit()
        fixes = (right.capitalize(),) if is_event else (right.lower(), right.capitalize())
    yield Hit("K50", passage.starts[index], passage.ends[index], fixes)


_ACRONYMS = {
    name.upper(): name
    for name in [
        "Bawaslu",
        "Panwaslu",
        "Panwaslih",
        "Panwascam",
        "Polri",
        "Polda",
        "Polres",
        "Polsek",
        "Kemendagri",
        "Kemenag",
        "Kemenkumham",
        "Kemenkominfo",
        "Kemenkes",
        "Kemensos",
        "Kemendikbud",
        "Kemenhub",
        "Kemenkumham",
        "Kemendag",
        "Kemenparekraf",
        "Kemendes",
        "Kemlu",
        "Bulog",
        "Basarnas",
        "Bakamla",
        "Korpri",
        "pemkab",
        "pemkot",
        "pemprov",
        "pemda",
        "Gakkumdu",
        "Pilkada",
        "pilpres",
        "pileg",
        "pilgub",
        "pilbup",
        "pilwali",
        "pemilu",
        "Rakornas",
        "rakor",
        "bimtek",
        "Kapolres",
        "Kapolda",
        "Kapolsek",
        "Kapolri",
        "Satpol",
        "Disdukcapil",
        "Kesbangpol",
        "Bappeda",
        "Bappenas",
        "Kodim",
        "Koramil",
        "Kejari",
        "Kejati",
        "Golkar",
        "Gerindra",
        "Hanura",
        "Perindo",
        "parpol",
        "paslon",
        "coklit",
        "Forkopimda",
        "Forkopimcam",
        "Siwaslu",
        "Sirekap",
        "Sidalih",
        "Jatim",
        "Jateng",
        "Jabar",
        "Kemenkeu",
        "Menkopolhukam",
        "Mendagri",
        "dapil",
        "kordiv",
        "korsek",
        "Baznas",
        "humas",
        "media",
        "satgas",
        "Linmas",
        "sentra",
    ]
    if name not in {"Baznas", "media", "sentra"}
}


def _laws(passage: Passage) -> Iterator[Hit]:
    """Names of laws and bodies (K18)."""
    text = passage.text
    if "omor" in text or "ahun" in text:
        for found in _LAW.finditer(text):
            right = _law_name(found)
            if right == found[0] or passage.shield[found.start()]:
                continue
            at = found.start()
            for word, made in zip(found[0].split(" "), right.split(" "), strict=True):
                if word != made:
                    yield Hit("K18", at, at + len(word), (made,))
                at += len(word) + 1
    if (
        "umum" in text
        or "epublik" in text
        or "mahkamah" in text
        or "dewan" in text
        or "badan" in text
        or "komisi" in text
        or "kementerian" in text
        or "undang-undang dasar" in text
    ):
        for found in _NAMED_BODY.finditer(text):
            yield Hit("K18", found.start(), found.end(), (found[0].capitalize(),))
        for found in _BODIES.finditer(text):
            right = " ".join(word.title() if word != "dan" else word for word in found[0].split(" "))
            yield Hit("K18", found.start(), found.end(), (right,))


def _law_name(found: re.Match[str]) -> str:
    kind = re.sub(r"(?<![A-Za-z])[a-z]", lambda first: first[0].upper(), found[1])
    made = (
        kind
        + (found[2] or "")
        + found[0][found.start(3) - found.start() - 1] * (found[0][found.start(3) - found.start() - 1] == " ")
        + found[3]
        + (found[4] or "")
        + (found[6] or "")
    )
    return (
        made.replace(" nomor", " Nomor")
        .replace(" tahun", " Tahun")
        .replace(" Tentang", " tentang")
        .replace(" Dan ", " dan ")
    )


def check_title(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """A headline: capitals but for function words, whole reduplication, no full stop (K19, K20, K23)."""
    if passage.role is not Role.TITLE:
        return
    stop = _LAST_STOP.search(passage.text)
    if stop and passage.raws and not passage.is_short(len(passage.raws) - 1):
        yield Hit("K23", stop.start(), stop.start() + 1, ("",))
    if passage.is_capitals or len(passage.raws) < 3:
        return
    content = [
        i for i, low in enumerate(passage.lows) if low not in kit.lists.of("kata tugas judul") and low[0].isalpha()
    ]
    capital = sum(passage.raws[i][0].isupper() for i in content)
    is_title_case = capital * 2 >= len(content)
    if not is_title_case:
        return
    for index, low in enumerate(passage.lows):
        if passage.is_free(index) and low[0].isalpha():
            yield from _title_word(passage, index, kit)


def _title_word(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """One word of a headline that is in title case."""
    low, raw = passage.lows[index], passage.raws[index]
    start, end = passage.starts[index], passage.ends[index]
    if low in kit.lists.of("kata tugas judul"):
        opens = index == 0 or passage.gaps[index].strip().endswith((":", "“", "‘", "?", "!", ".", "–", "—", "-"))
        if raw[0].isupper() and not opens and raw != low.upper():
            yield Hit("K19", start, end, (low,), True)
        elif raw[0].islower() and index == 0:
            yield Hit("K19", start, end, (raw.capitalize(),), True)
    elif raw.islower() and low not in kit.lists.of("kata tugas bebas") and passage.gaps[index] != "-":
        yield Hit("K19", start, end, (raw[0].upper() + raw[1:],))
    elif "-" in raw:
        yield from _title_reduplication(passage, index)


def _title_reduplication(passage: Passage, index: int) -> Iterator[Hit]:
    first, _hyphen, second = passage.raws[index].partition("-")
    if first[0].isupper() and second.islower() and second == first.lower():
        made = f"{first}-{second.capitalize()}"
        yield Hit("K20", passage.starts[index], passage.ends[index], (made,))
