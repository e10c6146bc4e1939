"""Where a line may not end: a space becomes U+00A0, one for one, so that offsets stay true.

What belongs together: number and unit (EYD V, angka dan bilangan), day and month, clock time and zone, initials or title
and name, a name and its degrees, "Pasal 7", "Nomor 7", and a dash never begins a line.
"""

import re

NO_BREAK = "\u00a0"

_UNITS = (
    "%|persen|orang|ribu|ratus|juta|miliar|triliun|rupiah|kali|detik|menit|jam|hari|minggu|pekan|bulan|tahun|abad"
    "|mm|cm|m|km|meter|kilometer|hektare|ha|gram|g|kg|kilogram|ton|liter|TPS|suara|buah|unit|lembar|kotak|titik"
    "|WIB|WITA|WIT"
)
_MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Sep|Okt|Nov|Des"
)
_TITLES = "Dr|dr|Drs|Dra|Ir|Prof|H|Hj|K|KH|Moh|Muh|Mohd|Tgk|St|Plt|Plh|Pj|Yth|Bpk|Sdr|Sdri|a.n"
_BEFORE_NUMBER = "[Pp]ukul|Pasal|pasal|[Aa]yat|[Nn]omor|No\\.|[Aa]ngka|[Hh]uruf|Bab|BAB|TPS|[Hh]alaman|[Ll]ampiran|Rp|RT|RW|Gedung|Lantai"


def _after(words: str, sign: str = "") -> str:
    """A pattern: behind one of these words, the sign and a space."""
    return "|".join(rf"(?<=\b{word}{sign} )" for word in words.split("|"))


# Found is the space alone, in one go; what stands right beside it decides first: that is several times faster.
_PLACE = re.compile(
    r" (?=[\d(A-Zr…—–.]|[a-z](?!\w)|(?<=[\d.,] ))(?:"
    # 13 persen, 5 juta, Rp5 miliar, 10.00 WIB, 25 %; and 28 Agustus
    rf"(?<=\d )(?:(?=(?:{_UNITS})(?!\w))|(?<!\d\d\d )(?=(?:{_MONTHS})\b))"
    # 5 juta rupiah
    rf"|(?=rupiah\b)(?:{_after('ribu|juta|miliar|triliun')})"
    # pukul 10.00, Pasal 7, ayat (1), Nomor 7, huruf a, Bab IV
    rf"|(?=[\d(]|[a-z](?!\w)|[IVXL]+\b)(?:{_after(_BEFORE_NUMBER)})"
    # M. Khadafi, Moh. Amin, Dr. Siti
    rf"|(?<=\. )(?=[A-Z])(?:{_after(f'[A-Z]|{_TITLES}', sign='[.]')})"
    # Siti Aminah, S.H., M.H.
    r"|(?<=, )(?=(?:[A-Z][A-Za-z]{0,4}\.){2,}|Ph\.D|M\.?Sc)"
    # a dash between words: the space before it
    r"|(?=[—–] )"
    # before an ellipsis that stands alone
    r"|(?=…|\.\.\.)"
    ")"
)


def bound_text(text: str) -> str:
    """The text with U+00A0 for the spaces where no line may end; of the same length."""
    return _PLACE.sub(NO_BREAK, text)
