"""Quotation marks and the attribution after and before them (K01–K13, K70)."""

from collections.abc import Iterator, Sequence
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role
from humas_desk.values import dataclass

MARKS = frozenset('“”"„‟')
_MARK = re.compile('[“”"„‟]')
_TAIL = re.compile(r"[ \u00a0]*[,.;]?[ \u00a0]*")
_PRONOUNS = frozenset(("dia", "beliau", "ia", "mereka"))
_NOUN_TOO = frozenset(
    [
        "kata",
        "pesan",
        "ajak",
        "harap",
        "tutup",
        "tulis",
        "jawab",
        "saran",
        "lanjut",
        "nilai",
        "perintah",
        "klaim",
        "kutip",
    ]
)
_PLATFORMS = frozenset(("youtube", "instagram", "facebook", "tiktok", "whatsapp", "telegram", "twitter"))
"""A channel there is no work with a title of its own."""
_FEWEST_SPOKEN = 4
_MOST_OPEN = 20
"""Marks of one paragraph that are told to be without their partner."""
_FARTHEST = 8
"""Characters between a mark and the attribution."""
_NEAR = 12
"""Words between a verb of speech and its quote."""
_QUESTIONS = frozenset(
    [
        "apa",
        "apakah",
        "bagaimana",
        "bagaimanakah",
        "siapa",
        "siapakah",
        "mengapa",
        "kenapa",
        "kapan",
        "kapankah",
        "berapa",
    ]
)
_ASKING = frozenset(("bertanya", "menanyakan", "mempertanyakan", "tanya", "tanyanya"))
_PASSIVE = frozenset(["dikatakan", "dijelaskan", "ditegaskan", "ditambahkan", "diungkapkan", "disampaikan"])


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of marks; `close` is -1 when it never closes."""

    open: int
    close: int
    depth: int = 0


def pair_marks(passage: Passage) -> tuple[list[Quoted], list[Hit]]:
    """The pairs in order of their opening, and marks of the wrong shape. Opening or closing is read from what is around."""
    text = passage.text
    quoted: list[Quoted] = []
    hits: list[Hit] = []
    open_at: list[int] = []
    never_closed = text.count("“") > text.count("”")
    for found in _MARK.finditer(text):
        at = found.start()
        if passage.shield[at] or (at and text[at - 1].isdigit() and found[0] == '"' and not open_at):
            continue
        if _is_doubled(text, at, open_at, never_closed=never_closed):
            hits.append(Hit("K10", at - 1, at + 1, (text[at],)))
            continue
        opens = _opens(text, at, is_open=bool(open_at))
        right = "“" if opens else "”"
        if found[0] != right:
            start = at
            while not opens and open_at and start and text[start - 1] == " " and text[at + 1 : at + 2].isspace():
                start -= 1
            hits.append(Hit("K10", start, at + 1, (right,)))
        if opens:
            open_at.append(at)
        elif open_at:
            start = open_at.pop()
            quoted.append(Quoted(start, at, len(open_at)))
        else:
            hits.append(Hit("D02", at, at + 1, (), note="penutup"))
    quoted += [Quoted(at, -1) for at in open_at]
    hits += [Hit("D02", at, at + 1, (), note="pembuka") for at in open_at[:_MOST_OPEN] if not passage.goes_on]
    return sorted(quoted, key=lambda each: each.open), hits


def _is_doubled(text: str, at: int, open_at: Sequence[int], *, never_closed: bool) -> bool:
    """Whether the mark was put twice: a second opening one that nothing closes, or a second closing one without an open one."""
    if not at or text[at] != text[at - 1]:
        return False
    if text[at] == "“":
        return never_closed and open_at[-1:] == [at - 1]
    return text[at] == "”" and not open_at


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace():
        return before.isspace() and not is_open and at + 1 < len(text)
    if before.isspace():
        return not is_open or after.isalnum() or after in "‘'(…."
    if before in "([-–—/":
        return True
    if not before.isspace() and is_open and text[at] == "“" and not after.isalnum():
        return False
    if before.isalnum() and after.isalnum():
        return text[at] == "“" or not is_open
    return not is_open and before not in ".,?!…”’"


def check_quotes(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """Everything about double marks in one paragraph."""
    if not any(mark in passage.text for mark in '“”"„'):
        return
    quoted, hits = pair_marks(passage)
    yield from hits
    for number, each in enumerate(quoted):
        if each.close < 0:
            continue
        if each.depth == 0:
            is_speech = False
            yield from _after(passage, each, kit)
            is_speech = bool(_verb_after(passage, each, kit))
            yield from _before(passage, each, kit, is_speech=is_speech)
            if number:
                yield from _split(passage, quoted[number - 1], each, kit)
        elif each.depth == 1 and passage.text[each.open] in '“"':
            inner = passage.text[each.open + 1 : each.close]
            if len(inner) < 300:
                yield Hit("K11", each.open, each.close + 1, (f"‘{inner}’",))


def _words_in(passage: Passage, each: Quoted) -> tuple[int, int]:
    return passage.word_at(each.open), passage.word_at(each.close)


def _verb_after(passage: Passage, each: Quoted, kit: Kit) -> str:
    """ "nya", "name", "doubt" when an attribution follows the closing mark, else ""."""
    index = passage.word_at(each.close)
    if index >= len(passage.lows):
        return ""
    if passage.starts[index] - each.close > _FARTHEST:
        return ""
    between = passage.text[each.close + 1 : passage.starts[index]]
    if not _TAIL.fullmatch(between) or "\n" in between or passage.starts[index] == each.close + 1:
        return ""
    low = passage.lows[index]
    if low in kit.verbs.nya:
        return "nya"
    if low not in kit.verbs.inverted:
        return ""
    has_stop = "." in between or passage.text[each.close - 1] == "."
    return _speaker_after(passage, index, kit, has_stop=has_stop, has_comma="," in between)


def _speaker_after(passage: Passage, index: int, kit: Kit, *, has_stop: bool, has_comma: bool) -> str:
    """ "name" or "doubt" when the verb at `index` is followed by who spoke, else "".

    After a comma no sentence begins, so that the verb is no noun there.
    """
    follows = passage.raw(index + 1)
    if not follows or passage.gap(index + 1).strip():
        return ""
    low = follows.lower()
    if low in _PRONOUNS or low in kit.lists.of("gelar depan"):
        return "name"
    offices = kit.lists.of("jabatan tunggal")
    if not (follows[0].isupper() or low in offices or low in kit.lists.of("penutur")):
        return ""
    begins = passage.raws[index][0].isupper()
    is_noun = begins and not has_comma and passage.lows[index] in _NOUN_TOO
    is_known = low in kit.names and low not in offices
    return "doubt" if is_noun or (has_stop and begins and not is_known) else "name"


def _after(passage: Passage, each: Quoted, kit: Kit) -> Iterator[Hit]:
    """Comma, mark and verb after the speech (K01–K04, K08)."""
    kind = _verb_after(passage, each, kit) if passage.role is not Role.TITLE else ""
    if not kind:
        yield from _end_of_sentence(passage, each, kit)
        return
    text, close = passage.text, each.close
    index = passage.word_at(close)
    sure = None if kind != "doubt" else False
    start = close
    while start > each.open + 1 and text[start - 1] in " \u00a0":
        start -= 1
    inner = text[start - 1] if start - 1 > each.open else ""
    body = start - 1 if inner in ",." else start
    outer_end = close + 1
    outer = text[outer_end : passage.starts[index]].strip()
    outer_end = text.index(outer, outer_end) + len(outer) if outer else outer_end
    asked = text[body - 1] in "?!" if body - 1 > each.open else False
    if text[max(0, body - 3) : body] == "..." or (inner == "." and text[body - 2 : body] == ".."):
        return
    wanted = "”" if asked or inner in ("?", "!") else ",”"
    found = text[body:outer_end].replace('"', "”").replace("“", "”").replace(" ", "")
    if found != wanted:
        rule = "K04" if asked else "K02" if outer == "," else "K03" if "." in inner + outer else "K01"
        yield Hit(rule, body, outer_end, (wanted,), sure)
    if passage.raws[index][0].isupper() and not passage.raws[index].isupper():
        low = passage.lows[index]
        yield Hit("K08", passage.starts[index], passage.ends[index], (low,), sure)


def _end_of_sentence(passage: Passage, each: Quoted, kit: Kit) -> Iterator[Hit]:
    """kata dia, “Kami siap”. → the stop stands inside (K06); only for speech."""
    text, close = passage.text, each.close
    if text[close - 2 : close] in {"?,", "!,"}:
        yield Hit("K04", close - 1, close + 1, ("”",))
        return
    mark = _lead_in(passage, each, kit)
    if not mark:
        return
    last = text[close - 1]
    outer = text[close + 1 : close + 2]
    if outer and outer in "?!" and mark != " " and last not in ".,?!…" and _is_cried_or_asked(passage, each, outer):
        yield Hit("K06", close, close + 2, (outer + "”",))
    elif text[close + 1 : close + 2] == "." and text[close + 2 : close + 3] in ("", " ", "\n"):
        body = close - 1 if last in ".," else close
        wanted = "”" if last in "?!" else ".”"
        yield Hit("K06", body, close + 2, (wanted,))


def _is_cried_or_asked(passage: Passage, each: Quoted, sign: str) -> bool:
    """Whether "!" or "?" after the mark belongs to the speech: nothing before the speech asks or orders."""
    first, end = _words_in(passage, each)
    start, _end = passage.sentence(max(0, first - 1))
    before, said = passage.lows[start:first], passage.lows[first:end]
    if not _QUESTIONS.isdisjoint(before):
        return False
    return sign == "!" or not _ASKING.isdisjoint(before) or not _QUESTIONS.isdisjoint(said[:1])


def _lead_in(passage: Passage, each: Quoted, kit: Kit) -> str:
    """The mark between a verb of speech and the opening mark: "," or ":"; " " for none; "" when no such verb is near."""
    index = passage.word_at(each.open) - 1
    if index < 0 or each.open - passage.ends[index] > _FARTHEST:
        return ""
    mark = passage.text[passage.ends[index] : each.open].strip() or " "
    if mark not in {",", ":", " "}:
        return ""
    first, _end = passage.sentence(index)
    for at in range(index, max(first, index - _NEAR) - 1, -1):
        if _leads(passage, at, kit, is_near=index - at < 5):
            return mark if at == index or mark != " " else ""
        if any(char in MARKS for char in passage.gaps[at]):
            break
    return ""


def _leads(passage: Passage, at: int, kit: Kit, *, is_near: bool) -> bool:
    """Whether this word announces speech: "mengatakan", "kata dia", "ujarnya"."""
    low = passage.lows[at]
    if low in kit.verbs.active or low in kit.verbs.nya or low in _PASSIVE:
        return True
    if not is_near or low not in kit.verbs.inverted or passage.low(at - 1) in {"di", "ke", "dari"}:
        return False
    follows = passage.raw(at + 1)
    return follows.lower() in _PRONOUNS or follows[:1].isupper()


def _before(passage: Passage, each: Quoted, kit: Kit, *, is_speech: bool) -> Iterator[Hit]:
    """Comma before the speech, its capital, a second attribution (K05, K07, K70)."""
    mark = _lead_in(passage, each, kit)
    first, end = _words_in(passage, each)
    if first >= end:
        return
    word = passage.raws[first]
    is_full = end - first >= _FEWEST_SPOKEN or passage.text[each.close - 1] in ".,?!"
    verb = passage.word_at(each.open) - 1
    if mark == " " and is_full and (word[0].isupper() or is_speech):
        start, stop = passage.starts[verb], each.open + 1
        said = passage.raws[verb]
        yield Hit("K05", start, stop, (f"{said}, “", f"{said}: “"))
    if mark and is_speech:
        index = passage.word_at(each.close)
        start = each.open if verb < 0 else passage.starts[verb]
        yield Hit("K70", passage.starts[index], passage.ends[index], (), note=passage.text[start : passage.ends[verb]])
    starts_small = word[0].islower() and word.isalpha() and passage.starts[first] == each.open + 1
    follows_split = _closes_before(passage, each)
    is_spoken = is_speech and (each.open == 0 or passage.text[max(0, each.open - 2)] in ".!?\n”")
    if starts_small and is_full and not follows_split and ((mark in (",", ":") and mark) or is_spoken):
        yield Hit("K07", passage.starts[first], passage.ends[first], (word[:1].upper() + word[1:],))


def _closes_before(passage: Passage, each: Quoted) -> bool:
    """Whether another quote closed earlier in this sentence: this may be its second half."""
    first, _ = passage.sentence(max(0, passage.word_at(each.open) - 1))
    start = passage.starts[first] if first < len(passage.starts) else 0
    return "”" in passage.text[start : each.open] or '"' in passage.text[start : each.open]


def _split(passage: Passage, before: Quoted, each: Quoted, kit: Kit) -> Iterator[Hit]:
    """“Besok,” kata Rino, “mereka berangkat.”: the second half is small, commas on both sides (K09)."""
    if before.close < 0 or each.close < 0 or each.open - before.close > 120:
        return
    if not _verb_after(passage, before, kit):
        return
    between = passage.text[before.close + 1 : each.open]
    if any(sign in between.rstrip() for sign in ".!?\n"):
        return
    first = passage.word_at(each.open)
    last = first - 1
    if last < 0 or first >= len(passage.raws):
        return
    word, low = passage.raws[first], passage.lows[first]
    is_common = kit.spelling.lists(low) and low not in kit.names and word[1:].islower()
    if between.rstrip().endswith(","):
        if word[0].isupper() and is_common and low not in {"bawaslu", "allah", "tuhan", "indonesia"}:
            yield Hit("K09", passage.starts[first], passage.ends[first], (low,))
    elif word[0].islower():
        yield Hit("K09", passage.ends[last], each.open + 1, (", “",))


def check_theme(passage: Passage, kit: Kit) -> Iterator[Hit]:
    """Titles that want marks or italics (K13, K14); hints."""
    themes, works = kit.lists.of("tema"), kit.lists.of("karya")
    if passage.role is Role.TITLE or (themes.isdisjoint(passage.words) and works.isdisjoint(passage.words)):
        return
    for index, low in enumerate(passage.lows):
        is_theme = low in themes
        if not is_theme and low not in works:
            continue
        first = index + 1
        if passage.gap(first) != " " or not passage.raw(first)[:1].isupper() or not passage.is_free(first):
            continue
        last = first
        while passage.gap(last + 1) == " " and (
            passage.raw(last + 1)[:1].isupper() or passage.low(last + 1) in kit.lists.of("kata tugas judul")
        ):
            last += 1
        while last > first and not passage.raws[last][0].isupper():
            last -= 1
        if (is_theme and last - first < 1) or passage.lows[first] in _PLATFORMS:
            continue
        if last < len(passage.ends):
            said = passage.text[passage.starts[first] : passage.ends[last]]
            rule, made = ("K13", f"“{said}”") if is_theme else ("K14", f"*{said}*")
            yield Hit(rule, passage.starts[first], passage.ends[last], (made,))
