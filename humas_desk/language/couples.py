"""Halves of sentences that do not belong together (K68): what no list of neighbouring words can hold."""

from collections.abc import Iterator

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage

_JOINED = frozenset(("", "/"))
_COMPARING = frozenset(
    [
        "lebih",
        "kurang",
        "alih-alih",
        "selain",
        "lain",
        "berbeda",
        "beda",
        "memilih",
        "pilih",
        "makin",
        "semakin",
        "baik",
        "mending",
        "dibanding",
        "daripadanya",
        "penting",
    ]
)
_OPENINGS = frozenset(("menurut", "karena", "meskipun", "walaupun", "meski", "walau", "kendati", "kendatipun"))


def check_couples(passage: Passage, start: int, end: int, kit: Kit) -> Iterator[Hit]:
    """Halves that do not belong together (K68)."""
    words = passage.lows[start:end]
    where = {low: start + number for number, low in reversed(list(enumerate(words)))}
    if "antara" in where:
        yield from _between(passage, where["antara"], end)
    if "baik" in where:
        yield from _both(passage, where["baik"], end)
    if "bukan" in where or "tidak" in where:
        yield from _not_but(passage, start, end)
    if "hanya" in where and passage.low(where["hanya"] - 1) in {"tidak", "tak"}:
        yield from _not_only(passage, where["hanya"], end)
    if "sekali" in where:
        yield from _very(passage, where["sekali"], start)
    if words[0] in _OPENINGS:
        yield from _opening(passage, start, end, kit)
    yield from _said_twice(passage, start, where)
    yield from _second_predicate(passage, start, end)


def _opening(passage: Passage, start: int, end: int, kit: Kit) -> Iterator[Hit]:
    """A first word that makes a second one too many."""
    match passage.lows[start]:
        case "menurut":
            yield from _according(passage, start, end, kit)
        case "karena":
            yield from _because(passage, start, end)
        case _:
            yield from _although(passage, start, end)


def _said_twice(passage: Passage, start: int, where: dict[str, int]) -> Iterator[Hit]:
    """ "hanya … saja", "telah … sudah", "antara lain … dan lain-lain", daripada where nothing is compared."""
    if "telah" in where and "sudah" in where and 0 < where["sudah"] - where["telah"] < 5:
        at = where["sudah"]
        yield Hit("K68", passage.ends[at - 1], passage.ends[at], ("",))
    if "daripada" in where and _COMPARING.isdisjoint(where) and passage.gaps[where["daripada"]] == " ":
        at = where["daripada"]
        if at > start and (
            passage.lows[at - 1].endswith("an") or passage.lows[at - 1] in {"hasil", "maksud", "isi", "acara", "inti"}
        ):
            yield Hit("K68", passage.starts[at], passage.ends[at], ("dari",))
    if "saling" in where and "-me" in passage.low(where["saling"] + 1):
        at = where["saling"]
        yield Hit("K68", passage.starts[at], passage.ends[at + 1], (passage.raw(at + 1),))
    if "hanya" in where and "saja" in where and 1 < where["saja"] - where["hanya"] < 6:
        at = where["saja"]
        if where["hanya"] == start or passage.low(where["hanya"] - 1) not in {"tidak", "bukan", "tak"}:
            yield Hit("K68", passage.ends[at - 1], passage.ends[at], ("",))
    if "lain-lain" in where and "antara" in where and passage.low(where["antara"] + 1) == "lain":
        at = where["lain-lain"]
        first = at - 1 if passage.low(at - 1) in {"dan", "serta"} else at
        yield Hit("K68", passage.starts[first], passage.ends[at], ())


def _between(passage: Passage, at: int, end: int) -> Iterator[Hit]:
    """ "antara Bawaslu dengan media" → dan."""
    if passage.low(at + 1) in {"lain", "dua", "tiga", "kedua", "keduanya"} or (
        passage.low(at - 1) == "di" and passage.low(at + 1) == ""
    ):
        return
    for index in range(at + 2, min(at + 9, end)):
        low = passage.lows[index]
        if low in {"dan", "hingga", "sampai", "yang"} or any(sign in passage.gaps[index] for sign in ",.;:“”("):
            return
        if low == "dengan":
            before, after = passage.text[passage.starts[at] : passage.starts[index]], passage.ends[index]
            yield Hit("K68", passage.starts[at], after, (f"{before}dan",))
            return


def _both(passage: Passage, at: int, end: int) -> Iterator[Hit]:
    """ "baik … ataupun" → maupun."""
    for index in range(at + 2, min(at + 9, end)):
        if passage.lows[index] in {"maupun", "untuk", "yang"} or any(sign in passage.gaps[index] for sign in ".;:"):
            return
        is_first = passage.gaps[at] != " " or passage.low(at - 1) not in {
            "lebih",
            "yang",
            "dengan",
            "cukup",
            "sangat",
            "secara",
            "berjalan",
            "tidak",
            "hal",
            "paling",
            "kurang",
        }
        if is_first and (passage.lows[index] == "ataupun" or (passage.lows[index] == "atau" and passage.first[at])):
            yield Hit("K68", passage.starts[index], passage.ends[index], ("maupun",))
            return


def _not_but(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """ "bukan … tetapi" → melainkan, "tidak … melainkan" → tetapi."""
    for index in range(start, end):
        low = passage.lows[index]
        if low not in {"bukan", "tidak"} or passage.low(index + 1) in {
            "hanya",
            "saja",
            "sekadar",
            "cuma",
            "lagi",
            "semata-mata",
        }:
            continue
        wrong, right = ("tetapi", "melainkan") if low == "bukan" else ("melainkan", "tetapi")
        for at in range(index + 2, min(index + 9, end)):
            if passage.lows[at] in {"bukan", "tidak", "hanya"} or any(sign in passage.gaps[at] for sign in ".;:"):
                break
            if passage.lows[at] == wrong:
                said = passage.text[passage.starts[index] : passage.starts[at]]
                comma = said if "," in passage.gaps[at] else said.rstrip() + ", "
                yield Hit("K68", passage.starts[index], passage.ends[at], (comma + right,))
                break


def _not_only(passage: Passage, at: int, end: int) -> Iterator[Hit]:
    """ "tidak hanya …, melainkan juga" → tetapi juga."""
    for index in range(at + 2, min(at + 12, end)):
        if passage.lows[index] == "melainkan":
            yield Hit("K68", passage.starts[index], passage.ends[index], ("tetapi",))
            return


def _although(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """ "Meskipun hujan, tetapi …" → without tetapi."""
    for index in range(start + 2, min(start + 20, end)):
        if passage.lows[index] in {"tetapi", "namun", "tapi"} and "," in passage.gaps[index]:
            said = passage.text[passage.starts[start] : passage.ends[index - 1]]
            yield Hit("K68", passage.starts[start], passage.ends[index], (f"{said},",))
            return


def _because(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """ "Karena …, maka / sehingga …" → drop one."""
    for index in range(start + 2, min(start + 25, end)):
        if passage.lows[index] in {"maka", "sehingga"} and "," in passage.gaps[index]:
            yield Hit("K68", passage.ends[index - 1], passage.ends[index], (",",))
            return


def _very(passage: Passage, at: int, start: int) -> Iterator[Hit]:
    """ "sangat penting sekali" → one of them."""
    for index in range(max(start, at - 2), at - 1):
        if passage.lows[index] in {"sangat", "amat", "sungguh", "paling"} and passage.gaps[at] == " ":
            middle = " ".join(passage.raws[index + 1 : at])
            said = passage.raws[index]
            yield Hit("K68", passage.starts[index], passage.ends[at], (f"{said} {middle}", f"{middle} sekali"))
            return


def _according(passage: Passage, start: int, end: int, kit: Kit) -> Iterator[Hit]:
    """ "Menurut X mengatakan": drop one."""
    for index in range(start + 2, min(start + 10, end)):
        if "," in passage.gaps[index] or any(char in "“”" for char in passage.gaps[index]):
            return
        if passage.lows[index] in kit.verbs.active and passage.lows[index].startswith("me"):
            yield Hit("K68", passage.starts[start], passage.ends[index], ())
            return


def _second_predicate(passage: Passage, start: int, end: int) -> Iterator[Hit]:
    """ "Kegiatan ini dihadiri … ini dilaksanakan", "menghasilkan … akan dihasilkan": one predicate too many (K75)."""
    first = -1
    for index in range(start, end - 1):
        low, follows = passage.lows[index], passage.lows[index + 1]
        if low in {"yang", "dan", "serta", "untuk", "karena", "agar"} or passage.gaps[index].strip() not in _JOINED:
            first = -1
        elif low in {"ini", "akan"} and follows.startswith("di") and len(follows) > 6 and passage.gap(index + 1) == " ":
            root = follows[2:]
            has_active = any(
                word.startswith("me") and word.endswith(root) for word in passage.lows[max(start, index - 6) : index]
            )
            if (low == "ini" and first >= 0) or (low == "akan" and has_active and passage.lows[index - 1] != "yang"):
                yield Hit("K75", passage.starts[index], passage.ends[index + 1], ())
            first = index if low == "ini" else first
