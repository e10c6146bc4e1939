"""Words that say who spoke: "ujarnya", "kata", "mengatakan", "disampaikan", back to the roots of the release's table."""

import re

from humas_desk.release.verbs import VERBS

NYA = {verb.nya: root for root, verb in reversed(tuple(VERBS.items())) if verb.nya} | {
    "himbaunya": "imbau",
    "imbaunya": "imbau",
}
"""Root by form; of two verbs with one form, the first in the table."""
INVERTED = {verb.inverted: root for root, verb in reversed(tuple(VERBS.items())) if verb.inverted} | {"himbau": "imbau"}
_OTHER_ACTIVE = {
    "berkata": "kata", "berujar": "ujar", "mencetuskan": "cetus", "menghimbau": "imbau", "mengklaim": "klaim", "menyebutkan": "sebut", "mengucapkan": "ucap", "merinci": "rinci",
    "menyorot": "sorot", "menggarisbawahi": "garisbawahi", "bertutur": "tutur", "bercerita": "cerita",
    "menceritakan": "cerita", "mengisahkan": "kisah", "mengakui": "aku", "mengharapkan": "harap",
    "menginginkan": "harap", "mengutarakan": "ungkap", "mengungkap": "ungkap", "memungkasi": "pungkas",
    "mengakhiri": "tutup", "membeberkan": "beber", "melanjutkan": "lanjut", "menyambung": "sambung",
    "menanggapi": "jawab", "menyimpulkan": "simpul", "mengemukakan": "ungkap", "mengapresiasi": "sampai",
}  # fmt: skip
ACTIVE = _OTHER_ACTIVE | {verb.active: root for root, verb in reversed(tuple(VERBS.items())) if verb.active}
PASSIVE = {
    "dikatakan": "kata", "disampaikan": "sampai", "dijelaskan": "jelas", "diterangkan": "terang",
    "ditegaskan": "tegas", "ditambahkan": "tambah", "diungkapkan": "ungkap", "dituturkan": "tutur",
    "diucapkan": "ucap", "dipaparkan": "papar", "disebutkan": "sebut", "dinyatakan": "nyata", "ditekankan": "tekan",
    "diuraikan": "urai", "dibeberkan": "beber", "diingatkan": "ingat", "diutarakan": "ungkap", "dikemukakan": "ungkap",
}  # fmt: skip
_FIRST = re.compile(r"[\s.,]{0,4}(?:(?:demikian|begitu|lebih lanjut|masih)\s+)?([^\W\d_]+)(\s+nya\b)?")
_SHORTEST, _LONGEST = 6, 16
_NOT_SAID_LIST = """
    hanya tanya punya artinya misalnya biasanya akhirnya sebelumnya selanjutnya sebaiknya semuanya adanya
"""
_NO_VERB_LIST = """
    di ke dari dan atau yang dalam pada untuk dengan oleh saat ketika usai seusai setelah sebelum sementara sedangkan serta
    menurut bagi agar supaya karena sebab namun tetapi tapi lalu kemudian selain sejak hingga sampai kepada terhadap
    melalui lewat antara bersama sebagai bahwa jika bila maka oleh demi guna atas bawah kini itu ini juga pun para
    seorang sang si bapak ibu pak bu
"""
_NO_VERB = frozenset(_NO_VERB_LIST.split())
_NAMED = re.compile(r"\s+(?!(?:Bawaslu|KPU|Indonesia|Pemilu|Pilkada)\b)[A-Z][a-z’']+")
"""A name; behind an unknown word in small letters and a speech with a comma it is who said it: "…,” celetuk Sunardi"."""
_NOT_SAID = frozenset(_NOT_SAID_LIST.split())


def verb_after(text: str, at: int) -> "tuple[str, bool, int] | None":
    """The verb that stands right behind a speech's closing mark: its root, whether -nya is set on, and where it ends.

    An unknown word counts when a comma inside the marks announces it and -nya is set on or a name follows ("…,”
    gugahnya", "…,” celetuk Sunardi"). None: no verb.
    """
    match = _FIRST.match(text, at)
    if match is None:
        return None
    word = match[1].lower()
    if match[2] and word in INVERTED:
        return INVERTED[word], True, match.end()
    end = match.end(1)
    if word in NYA:
        return NYA[word], True, end
    if word in INVERTED:
        begins_clause = word not in ("tambah", "harap", "tutup", "lanjut", "kutip") or text[end : end + 1] == " "
        return (INVERTED[word], False, end) if begins_clause else None
    is_announced = text[max(0, at - 2) : at].startswith((",", "!", "?")) or text[at : at + 1] == ","
    return _unknown_verb(text, match, word) if is_announced else None


def _unknown_verb(text: str, match: re.Match[str], word: str) -> "tuple[str, bool, int] | None":
    """A verb that no table has: with -nya set on, or with a name behind it."""
    end = match.end(1)
    if match[1].islower() and word not in _NO_VERB and _NAMED.match(text, end):
        return word, False, end
    is_other = word[:-3] in VERBS or word in _NOT_SAID
    is_said = word.endswith("nya") and not is_other and _SHORTEST <= len(word) <= _LONGEST
    return (word[:-3], True, end) if is_said else None


def follows_speech(text: str, at: int, *, is_sure: bool = False) -> bool:
    """Whether an attribution begins at `at`. `is_sure`: only words that are nothing else ("ujarnya", "ujar Budi")."""
    found = verb_after(text, at)
    if found is None:
        return False
    root, has_nya, end = found
    if not is_sure:
        return True
    word = text[at:end].strip(" .,")
    if has_nya:
        return word in NYA and bool(re.match(r"[\s.,]|$", text[end:]))
    return root in INVERTED and bool(re.match(r"\s+(?:dia|ia|beliau|[A-Z])", text[end:])) and word.islower()


def active_behind(text: str) -> str | None:
    """The root of a verb that follows its speaker right behind a speech: "…,” Sari menjelaskan."; None: none does."""
    match = _SPEAKER_AND_VERB.match(text)
    return ACTIVE.get(match["verb"].lower()) if match else None


_SPEAKER_AND_VERB = re.compile(
    r"\s*(?:[A-Z][\w’'.]*(?:\s(?:[A-Z][\w’'.]*|dan)){0,14}|ia|dia|beliau)\s+(?:juga\s+|kembali\s+|lantas\s+)?(?P<verb>(?:me|ber)\w+)\s*(?:[.,]|$)"
)
