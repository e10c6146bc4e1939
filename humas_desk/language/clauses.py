"""Commas and word pairs of whole sentences (K53–K58, K65, K66, and the pairs of K68 that stand apart)."""

from collections.abc import Iterator

from humas_desk.language.couples import check_couples
from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role
from humas_desk.language.series import check_appositions, check_series

_OPPOSING = frozenset(("tetapi", "melainkan", "sedangkan"))
_LONGEST_CONNECTOR = 5
_LIST_VERBS = frozenset(
    [
        "meliputi",
        "mencakup",
        "adalah",
        "ialah",
        "merupakan",
        "berupa",
        "yaitu",
        "yakni",
        "seperti",
        "atas",
        "lain",
        "dari",
        "antaranya",
    ]
)
_PLURAL = frozenset(("para", "banyak", "beberapa", "sejumlah", "segenap"))
_BACK_CLAUSE = frozenset(("karena", "agar", "supaya", "apabila", "jika", "bila", "sebab"))
_TELLING = _OPPOSING | _LIST_VERBS | _PLURAL | _BACK_CLAUSE | {"mana", "melakukan"}
_VERB_NOUNS = {
    "pengawasan": "mengawasi", "pencegahan": "mencegah", "penindakan": "menindak", "pemeriksaan": "memeriksa", "kunjungan": "mengunjungi",
    "pemantauan": "memantau", "pengecekan": "mengecek", "pembahasan": "membahas", "penandatanganan": "menandatangani", "sosialisasi": "menyosialisasikan",
    "evaluasi": "mengevaluasi", "koordinasi": "berkoordinasi", "penelitian": "meneliti", "pendataan": "mendata", "verifikasi": "memverifikasi", "penertiban": "menertibkan",
    "perubahan": "mengubah", "perbaikan": "memperbaiki", "pelantikan": "melantik", "diskusi": "berdiskusi", "klarifikasi": "mengklarifikasi", "pengkajian": "mengkaji", "kajian": "mengkaji", "pembinaan": "membina", "pendampingan": "mendampingi", "penyerahan": "menyerahkan", "penilaian": "menilai", "pemutakhiran": "memutakhirkan",
}  # fmt: skip

_CHOOSING = frozenset(
    ("tahu", "entah", "pilih", "memilih", "menentukan", "bingung", "jelas", "bertanya", "menanyakan", "ingat")
)
"""Before "yang mana" these ask for one of several."""


def check_clauses(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """All of them, sentence by sentence; titles have no commas to miss."""
    if not passage.lows or passage.role in {Role.TITLE, Role.NAME, Role.CELL}:
        return
    starts = [index for index, first in enumerate(passage.first) if first]
    for start, end in zip(starts, [*starts[1:], len(passage.lows)], strict=True):
        if passage.is_free(start) and end - start < 400:
            yield from _connector(passage, start, end, kit)
            yield from check_couples(passage, start, end, kit)
            yield from check_series(passage, start, end, kit)
    for index, low in enumerate(passage.lows):
        if low in _TELLING or (low[:2] == "me" and ":" in passage.gap(index + 1)):
            yield from _word(passage, index, kit)
    yield from check_appositions(passage, kit)


def _word(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """What one word gives away."""
    low = passage.lows[index]
    if low in _OPPOSING:
        yield from _opposing(passage, index)
    elif low in _BACK_CLAUSE:
        if passage.gaps[index] == ", " and low != "jika" and not passage.first[index]:
            yield Hit("K55", passage.ends[index - 1], passage.ends[index], (f" {passage.raws[index]}",))
    elif low == "mana":
        yield from _relative(passage, index, kit)
    elif low in _LIST_VERBS or (low.startswith("me") and ":" in passage.gap(index + 1) and low not in kit.verbs.active):
        yield from _list_colon(passage, index)
    elif low in _PLURAL:
        yield from _plural(passage, index)
    elif low == "melakukan":
        yield from _verb_noun(passage, index)


def _opposing(passage: Passage, index: int) -> Iterator[Hit]:
    """A comma before tetapi, melainkan, sedangkan (K53)."""
    if (
        passage.first[index]
        or passage.gaps[index] != " "
        or passage.low(index - 1) in {"akan", "bukan", "hanya", "dan", "atau", "kata"}
    ):
        return
    if not passage.is_free(index):
        return
    before = passage.raws[index - 1]
    yield Hit("K53", passage.starts[index - 1], passage.ends[index], (f"{before}, {passage.raws[index]}",))


def _connector(passage: Passage, start: int, end: int, kit: Kit) -> Iterator[Hit]:
    """A comma after Oleh karena itu, Selain itu, Namun … (K54)."""
    if passage.lows[start] not in kit.lists.connector_starts:
        return
    connectors, doubtful = kit.lists.of("kata sambung kalimat"), kit.lists.of("koma ragu")
    limit = min(_LONGEST_CONNECTOR, end - start - 1)
    for length in range(limit, 0, -1):
        if passage.gap(start + length) != " " or any(gap != " " for gap in passage.gaps[start + 1 : start + length]):
            continue
        phrase = " ".join(passage.lows[start : start + length])
        if phrase not in connectors and phrase not in doubtful:
            continue
        after = passage.lows[start + length]
        if after in kit.lists.of("tidak berkoma") or not passage.raws[start][0].isupper():
            return
        if phrase == "namun" and after == "demikian":
            return
        first, last = passage.starts[start], passage.ends[start + length]
        if phrase in {"karena itu", "jadi", "bahkan", "akhirnya", "selanjutnya"}:
            return
        said = passage.text[first : passage.ends[start + length - 1]]
        sure = False if phrase in doubtful else None
        yield Hit("K54", first, last, (f"{said}, {passage.raws[start + length]}",), sure)
        return
    if passage.lows[start : start + 2] == ["namun", "demikian"] and end - start > 2:
        mark = "" if passage.gap(start + 2).startswith(",") else ","
        yield Hit(
            "K54", passage.starts[start], passage.ends[start + 1], (f"Walaupun demikian{mark}", f"Namun{mark}"), False
        )


def _relative(passage: Passage, index: int, kit: Kit) -> Iterator[Hit]:
    """ "kegiatan di mana …": no relative pronoun (K65)."""
    before = passage.low(index - 1)
    if before not in {"di", "yang"} or passage.gaps[index] != " " or passage.low(index + 1) in {"pun", "saja", "lagi"}:
        return
    if passage.first[index - 1] or passage.gap(index + 1)[:1] in {"?", ".", ""} or not passage.is_free(index):
        return
    head = passage.low(index - 2)
    _start, end = passage.sentence(index)
    if head in kit.lists.of("bukan nomina") or "?" in passage.gap(end) or passage.gap(index + 1)[:1] == ",":
        return
    if (
        before == "yang"
        and passage.low(index - 2) != "hal"
        and passage.gaps[index - 1] != ", "
        and not _is_verb(passage.low(index + 1))
    ):
        return
    choices = ("tempat", "yang") if before == "di" else ("yang",)
    yield Hit("K65", passage.starts[index - 1], passage.ends[index], choices)


def _is_verb(word: str) -> bool:
    return len(word) > 5 and word.startswith(("di", "me", "ber", "ter"))


def check_relative_word(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """ "kegiatan dimana …", "jadwal yang mana …": no relative pronouns, and the one misspelt."""
    if passage.role is Role.TITLE:
        return
    if "mana" in passage.words:
        yield from _which(passage, kit)
    if "dimana" not in passage.words:
        return
    for index, low in enumerate(passage.lows):
        if low != "dimana" or passage.first[index] or not passage.is_free(index):
            continue
        _start, end = passage.sentence(index)
        is_open = passage.gaps[index] in {" ", ", "} and passage.low(index - 1) not in kit.lists.of("bukan nomina")
        if is_open and "?" not in passage.gap(end) and passage.gap(index + 1) == " ":
            yield Hit("K65", passage.starts[index], passage.ends[index], ("tempat", "yang", "di mana"))


def _which(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """ "jadwal yang mana harus dipatuhi": after a noun, with a clause behind it, and no question."""
    for index, low in enumerate(passage.lows):
        if low != "mana" or passage.low(index - 1) != "yang" or index < 2 or not passage.is_free(index):
            continue
        before, after = passage.low(index - 2), passage.low(index + 1)
        is_clause = passage.gap(index + 1) == " " and after not in {"pun", "saja", "yang", "lebih", "dulu", "kah"}
        is_noun = before not in _CHOOSING and before not in kit.lists.of("kata tugas") | kit.lists.of("bukan nomina")
        _start, end = passage.sentence(index)
        if is_clause and is_noun and passage.gaps[index - 1] in {" ", ", "} and "?" not in passage.gap(end):
            yield Hit("K65", passage.starts[index - 1], passage.ends[index], ("yang",))


def _list_colon(passage: Passage, index: int) -> Iterator[Hit]:
    """ "meliputi: a, b" → "meliputi a, b" (K58); a list on lines of its own keeps its colon."""
    low, gap = passage.lows[index], passage.gap(index + 1)
    if ":" not in gap or gap.strip() != ":" or "\n" in gap or index + 1 >= len(passage.lows):
        return
    before = passage.low(index - 1)
    if (
        ((low in {"atas", "dari"}) and before != "terdiri")
        or (low == "lain" and before != "antara")
        or (low == "antaranya" and before != "di")
    ):
        return
    if low not in _LIST_VERBS and (
        not passage.raws[index + 1].islower()
        or "," not in passage.text[passage.ends[index] : passage.ends[index] + 200]
    ):
        return
    if passage.lows[index + 1][:1].isdigit() and passage.gap(index + 2)[:1] in {".", ")"}:
        return
    end = passage.ends[index] + gap.index(":") + 1
    yield Hit("K58", passage.starts[index], end, (passage.raws[index],))


def _plural(passage: Passage, index: int) -> Iterator[Hit]:
    """ "para peserta-peserta" (K68)."""
    first, hyphen, second = passage.low(index + 1).partition("-")
    if (
        not hyphen
        or first != second
        or len(first) < 3
        or passage.gap(index + 1) != " "
        or first in {"undang", "mata", "kupu"}
    ):
        return
    word = passage.raws[index]
    single = passage.raws[index + 1].partition("-")[0]
    choices = (f"{word} {single}", passage.raws[index + 1])
    yield Hit("K68", passage.starts[index], passage.ends[index + 1], choices)


def _verb_noun(passage: Passage, index: int) -> Iterator[Hit]:
    """ "melakukan pemeriksaan" → "memeriksa": a hint (K74)."""
    noun = passage.low(index + 1)
    if noun in _VERB_NOUNS and noun not in {"pengawasan", "pencegahan", "penindakan"} and passage.gap(index + 1) == " ":
        yield Hit("K74", passage.starts[index], passage.ends[index + 1], (_VERB_NOUNS[noun],))
