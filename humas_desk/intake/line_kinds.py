"""Lines that say themselves what they are: numbers, notices, credits, contacts, leftovers of sites and messengers."""

from dataclasses import dataclass
from functools import lru_cache
import re

from humas_desk.intake.chat_words import LEAST_CHAT, chat_share, is_chat
from humas_desk.intake.office_lines import is_label
from humas_desk.intake.parts import DropReason, Role
from humas_desk.intake.site_lines import is_artefact

_FLAGS = re.IGNORECASE
_LABEL = re.compile(r"[\"“*\s]*(?:judul|isi berita|isi|lead)[\"”*\s]*[:.]?", _FLAGS)
_NUMBER = re.compile(
    r"(?:(?:siaran pers|press release|rilis)\s*[-,:]?\s*)?(?P<label>(?:nomor|nomer|no|number)\b\s*\.?\s*(?:surat|rilis|siaran pers|(?-i:[A-Z])\w{2,12}(?=\s*:))?\s*[:.]?\s*)"
    r"(?P<value>[\w…._\-]*(?:\s?/\s?[\w…._\-]*){1,7}(?:\s+(?:dan|&)\s+[\w.\-]+(?:/[\w.\-]+){1,7})?|\d[\w.\-]*)",
    _FLAGS,
)
_BARE_NUMBER = re.compile(r"\d[\w.]*(?:/[\w.\-]+){2,7}", _FLAGS)
_NOTICE = re.compile(
    r"[*\W]*(?:untuk\s+)?(?:di|me)?(?:siar|terbit|rilis|publikasi|muat|edar)\w*\s+(?:dengan\s+)?segera[*\W]*"
    r"|[*\W]*(?:untuk\s+)?segera\s+(?:di)?(?:siar|terbit|rilis|publikasi|muat|edar|tayang)\w*[*\W]*|[*\W]*(?:for\s+)?immediate release[*\W]*",
    _FLAGS,
)
_EMBARGO = re.compile(
    r"[*\W]*(?:(?:di)?embargo\w*|(?:untuk\s+)?(?:disiarkan|diterbitkan|dipublikasikan|dirilis|ditayangkan)\s+(?:pada\s+)?(?:tanggal|hari|mulai|pukul|setelah|sesudah|tgl)"
    r"|(?:tidak|jangan|bukan|dilarang)\s+(?:untuk\s+)?(?:disiarkan|diterbitkan|dipublikasikan|dirilis|ditayangkan|dimuat)\s+sebelum)\b.{0,140}",
    _FLAGS,
)
CREDIT_WORDS = (
    r"(?:penulis|editor|fotografer|photographer|foto(?:-foto)?|dok(?:umentasi|\.)?(?:\s+foto)?|reporter|pewarta|penyunting|redaktur(?:\s+pelaksana)?|redaksi|kontributor|naskah|teks|publikasi"
    r"|sumber(?:\s+foto)?|wartawan|juru\s+foto|grafis|desain|liputan|laporan|pengunggah|uploader|author|writer)"
)
CREDIT_LABEL = re.compile(
    rf"(?<![\w(]){CREDIT_WORDS}(?:\s*(?:dan|&|/|,|\+)\s*(?:{CREDIT_WORDS}|humas))*\s*[:;=]\s*", _FLAGS
)
_SIGNED = re.compile(
    r"[(\[]\s*(?:\*+|[a-z][\w.]{1,20}(?:\s[a-z][\w.]{1,20})?\s*/\s*(?:humas|hms|redaksi|red)|(?:tim\s+)?(?:humas|hms|hum|red|redaksi|rls|rilis|adv)(?:[\s/\-,&]+[\w*.]+){0,6}|[a-z]{2,4}(?:\s[a-z]{2,4})?(?:\s?[/\-,&]\s?[\w*.]+){0,6})\s*[)\]]\.?|\(\*+\)|[*]{1,3}\)?"
    r"|[(\[](?!\s*(?:foto|ket|gambar|caption)[\w .]{0,8}[:;=–—])(?=[^()\[\]]*\b(?:humas|foto|penulis|editor|teks|red|rls|dok)\b)[^()\[\].!?]{3,60}\.?[)\]]\.?",
    _FLAGS,
)
_OFFICE_SIGNED = re.compile(
    r"[*•=~\-–—\s📸📷]*(?:tim\s+)?humas\s+"
    r"(?!.*\b(?:raih|juara|gelar|ikuti|latih|ajak|(?-i:(?:me|di|ber)[a-z]{5,}))\b)"
    r"(?:(?:bawaslu|panwaslih|panwaslu|sekretariat)(?:\s+[^\s.:!?]{1,30}){0,6}|(?-i:(?:[A-Z][\w’'-]*\s?){1,4}))",
    _FLAGS,
)
_PICTURED_BY = re.compile(
    r"(?:dok(?:umentasi)?\b\.?|foto)\s+(?:foto\s+)?(?:oleh\s+)?(?:tim\s+)?(?:humas|ist(?:imewa)?\b|pribadi|bawaslu|panitia|kpu)[^.:!?]{0,40}",
    _FLAGS,
)
_CONTACT = re.compile(
    r"(?:narahubung|nara hubung|kontak(?: media| person| kami| pers| humas| informasi| bersama| lain\w*)?|contact(?: person| us)?|cp|media contact|hubungi(?: kami)?|hotline|call ?center"
    r"|konfirmasi kehadiran|rsvp|(?:untuk\s+)?(?:informasi|keterangan|konfirmasi|info)(?: dan \w+)? (?:lebih lanjut|selengkapnya|lanjutan|lebih lengkap|tambahan)\b.{0,80}?)\s*(?:[:;]|$|\()",
    _FLAGS,
)
PHONE = re.compile(r"(?:\+62|\b0|\b62)[\s\-.]?\(?\d{2,4}\)?(?:[\s\-.]?\d{2,5}){1,4}\b|\(0\d{2,4}\)\s?\d{5,8}")
EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_CONTACT_LINE = re.compile(
    r"(?:telp?|telepon|hp|wa|whatsapp|e-?mail|surel|situs|website|web|laman|instagram|facebook|ig|fb|twitter|x|youtube|alamat|kantor|humas)\b\.?\s*[/\w ]{0,16}:",
    _FLAGS,
)
_ABOUT = re.compile(
    r"(?:tentang|sekilas(?: tentang)?|profil(?: singkat)?|about)\s+(?:bawaslu|panwas\w*|panwaslih|badan pengawas|kami|lembaga|organisasi|instansi|us\b)[^.!?]{0,70}",
    _FLAGS,
)
_ABOUT_TOLD = re.compile(
    r"(?:tentang|sekilas(?: tentang)?|profil(?: singkat)?)\s+(?:bawaslu|panwas\w*|panwaslih|badan pengawas)[^.!?:]{0,60}\s*:\s*(?P<value>\S.{30,})",
    _FLAGS | re.DOTALL,
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,;]*)+")
_CAPTION = re.compile(
    r"[(\[]?\s*(?P<label>(?:keterangan(?: foto| gambar)?|ket\.?\s?(?:foto|gambar)?|caption(?: foto)?|teks foto|foto|gambar|photo)(?:\s+\d{1,2})?\s*[:;=–—]\s*|(?:foto|ket\.? foto|caption)\s+-\s+|(?:foto|gambar|caption)\s*\d{0,2}\s*\]\s*:?\s*)(?P<text>.+)",
    _FLAGS | re.DOTALL,
)
_WORDPRESS = re.compile(r"\[caption[^\]]*\](?P<text>.*?)\[/caption\]\s*", _FLAGS | re.DOTALL)
_PICTURED = re.compile(r"foto bersama\b.{5,}", _FLAGS)
_TITLE = re.compile(
    r"(?P<label>(?:judul(?: berita| rilis)?|title|headline)\s*[:=]\s*|(?:siaran pers|press release|rilis(?: berita| pers)?)\s*[:|–—\-]+\s*)(?P<value>.+)",
    _FLAGS,
)
_GREETING = re.compile(
    r"(?:assalamu|wassalamu|ass?\.? ?wr|selamat (?:pagi|siang|sore|malam|datang)|halo\b|hai\b|yth\b|kepada\b.{0,30}(?:yth|media|rekan|redaksi)|dengan hormat|mohon (?:izin|ijin|bantuan\w*|koreksi\w*|arahan\w*|masukan\w*|maaf|berkenan"
    r"|di(?:muat|publikasikan|terbitkan|tayangkan|koreksi|cek|periksa|review|baca|bantu|acc)\w*)\b|(?:minta|silakan|silahkan|coba|harap)\s+(?:tolong\s+)?(?:di)?(?:koreksi|cek|periksa|review|acc)\w*\b|(?:izin|ijin)\b(?! (?:kampanye|keramaian|cuti|usaha)\b)"
    r"|rekan(?:-rekan|2)?\b|bapak|ibu\b(?! (?:rumah tangga|kota|hamil|menyusui)\b)|salam\b|terima ?kasih\b(?! di(?:sampaikan|ucapkan)\b)|terimakasih|tks\b|trims|makasih|nuwun|berikut (?:kami|ini|saya|adalah|terlampir|rilis|draf|siaran|berita)\b|bersama ini|min\b,?|pak\b|bu\b|mas\b|mbak\b|om salam|shalom|salam sejahtera|demikian,? (?:kami|rilis|siaran|naskah|atas|untuk|(?:kami )?(?:di)?sampaikan[,.]? (?:atas|terima|untuk|mohon|semoga))|atas perhatian|hormat kami|tolong|monggo|di[\s-]{0,3}tempat\W*$|(?:matur )?(?:suwun|nuwun)\b|hatur nuhun|sekian\b|wass?alam|siap\b.{0,20}(?:pak|bu|mas|mbak|kak)|siap[,.! ]+(?:terima ?kasih|makasih|tks|trims|noted|laksanakan|diterima)\b)",
    _FLAGS,
)
_ADDRESS = re.compile(
    r"(?:jl|jln|jalan)\b\.?\s.{5,}(?:\d|kode pos|kec|kel|kab|kota)|(?:jl|jln|jalan)\b\.?\s[^.,!?]{3,30},\s*(?-i:[A-Z]\w+)$|(?:telp?|telepon|fax|faks|faksimile|kode pos|e-?mail|surel|website|laman|situs)\b\.?\s*[:./].*|(?:https?://|www\.)\S+|[\w.\-]+\.go\.id",
    _FLAGS,
)
_HEAD_NAME = re.compile(
    r"(?:(?:BADAN PENGAWAS(?:AN)? PEMILIHAN UMUM|PANITIA PENGAWAS PEMILIHAN\w*|SEKRETARIAT|BAWASLU|PANWASLIH|Badan Pengawas Pemilihan Umum|REPUBLIK INDONESIA)(?:\s+(?:REPUBLIK INDONESIA|RI))?"
    r"(?:\s+(?:PROVINSI|KABUPATEN|KOTA|KECAMATAN|Provinsi|Kabupaten|Kota)(?:\s+[A-Z][\w’']*){1,4})?|(?:PROVINSI|KABUPATEN|KOTA|KECAMATAN)(?:\s+[A-Z][\w’']*){1,4})"
)


@dataclass(frozen=True, slots=True)
class LineKind:
    """What a line is."""

    role: Role
    reason: DropReason | None = None
    start: int = 0
    """Where in the line its value begins; what stands before is a label."""
    end: int | None = None
    """Where its value ends; None: with the line."""


@lru_cache(maxsize=512)
def kind_of(text: str) -> LineKind | None:
    """What a line is by its own words, wherever it stands; None: it may be anything."""
    bare = text.strip()
    if not any(c.isalnum() for c in bare):
        return LineKind(Role.DROPPED, DropReason.ARTEFACT)
    if len(bare) > _LONGEST:
        return None
    if match := _WORDPRESS.fullmatch(text):
        return LineKind(Role.CAPTION, start=match.start("text"), end=match.end("text"))
    if reason := DropReason.ARTEFACT if is_artefact(bare) else DropReason.LABEL if is_label(bare) else None:
        return LineKind(Role.DROPPED, reason)
    start = len(text) - len(text.lstrip())
    for pattern, role, reason, longest in _KINDS:
        match = pattern.fullmatch(bare) if len(bare) <= longest else None
        if match is not None:
            value = match.start("value") if "value" in pattern.groupindex else 0
            return LineKind(role, reason, start=start + value if value else 0)
    return _kind_of_closing(text, bare)


_LONGEST = 600
_CREDIT_LENGTH = 160
_KINDS = (
    (_HASHTAGS, Role.HASHTAGS, None, _LONGEST),
    (_NOTICE, Role.NOTICE, None, _CREDIT_LENGTH),
    (_EMBARGO, Role.EMBARGO, None, _CREDIT_LENGTH),
    (_NUMBER, Role.NUMBER, None, _CREDIT_LENGTH),
    (_BARE_NUMBER, Role.NUMBER, None, _CREDIT_LENGTH),
    (_TITLE, Role.TITLE, None, _LONGEST),
    (_LABEL, Role.DROPPED, DropReason.LABEL, _CREDIT_LENGTH),
    (_ABOUT, Role.ABOUT, None, _CREDIT_LENGTH // 2),
    (_ABOUT_TOLD, Role.ABOUT, None, _LONGEST),
    (_SIGNED, Role.CREDIT, None, _CREDIT_LENGTH // 2),
    (_OFFICE_SIGNED, Role.CREDIT, None, _CREDIT_LENGTH // 2),
    (_PICTURED_BY, Role.CREDIT, None, _CREDIT_LENGTH // 2),
)
"""What a whole line matches, what it is then, and how long it may be."""
_CREDIT_WORDS = 7
_EVENT = re.compile(
    r"\b(?:saat|ketika|usai|dalam|bersama|sedang|menyampaikan|memberikan|menghadiri|mengikuti|memimpin|foto bersama|menerima|membuka|di sela)\b",
    _FLAGS,
)


def _kind_of_closing(text: str, bare: str) -> LineKind | None:
    """Credits, contacts, captions: lines with a label, mostly at the end."""
    if _CONTACT.match(bare):
        return LineKind(Role.CONTACT)
    caption = _CAPTION.fullmatch(text)
    if caption and not _is_credit(caption["text"], caption["label"]):
        return LineKind(Role.CAPTION, start=caption.start("text"))
    if CREDIT_LABEL.match(bare) and len(bare) <= _CREDIT_LENGTH:
        return LineKind(Role.CREDIT)
    return LineKind(Role.CAPTION) if _PICTURED.fullmatch(bare) else None


def _is_credit(value: str, label: str) -> bool:
    """Whether "Foto: …" names who took it rather than what it shows."""
    if "ket" in label.lower() or "caption" in label.lower() or "teks" in label.lower():
        return False
    is_told = _EVENT.search(value) is not None or value.rstrip().endswith(".") or _CREDITED.search(value) is not None
    return len(value.split()) <= _CREDIT_WORDS and not is_told


_CREDITED = re.compile(r"\.\s*(?:[(\[]|foto\b|dok\b)", _FLAGS)
"""A sentence with the maker's name behind it."""


SUBJECT = re.compile(r"\s*(?P<label>(?:perihal|hal)\s*[:=])\s*(?P<value>\S.*)", _FLAGS | re.DOTALL)
"""What a letter is about."""
RECIPIENT = re.compile(r"\s*(?P<label>(?:kepada\b[\s:,]*)?)(?P<value>(?:yth|ykh)\b.*)", _FLAGS | re.DOTALL)
"""To whom a letter goes."""


def announces_caption(text: str) -> bool:
    """Whether a picture's caption follows in the next line: "Keterangan foto:"."""
    return _CAPTION_BELOW.fullmatch(text.strip()) is not None


_CAPTION_BELOW = re.compile(r"(?:keterangan|ket\.?|caption|teks|takarir)\s*(?:foto|gambar)?\s*\d?\s*:", _FLAGS)


def is_sign_off(text: str) -> bool:
    """Whether the sender's name and office follow: "Salam,", "Hormat kami,"."""
    return _SIGN_OFF.fullmatch(text.strip(" *_")) is not None


_SIGN_OFF = re.compile(
    r"(?:salam(?: hormat| hangat| awas| pengawasan)?|hormat (?:kami|saya)|wass?alam\w*(?: wr\.?\s?wb\.?)?|regards|terima ?kasih|best regards)\s*[,.!]?",
    _FLAGS,
)


def is_greeting(text: str) -> bool:
    """Whether the line speaks to the one who got the message."""
    bare = _NO_WORD.sub("", text)
    is_greeted = _GREETING.match(bare) is not None
    if (is_greeted and bare.count(" ") >= _GREETING_WORDS and chat_share(bare) < LEAST_CHAT) or _FORMAL_END.match(bare):
        return False
    return is_greeted or (len(bare) <= _CREDIT_LENGTH and _CHAT.search(bare) is not None) or is_chat(bare)


_GREETING_WORDS = 25
"""A text of more words that speaks less to its receiver only begins with a greeting: "Dengan hormat, Bawaslu akan …"."""
_FORMAL_END = re.compile(
    r"demikian(?:lah)?\s+(?:surat\s+)?(?:undangan|pernyataan|surat|keterangan)\b|atas\s+(?:\w+\s+){0,3}kehadiran",
    _FLAGS,
)
"""What ends a letter or a statement is its text."""
_NO_WORD = re.compile(r"^[^\w(\[“\"']+")
"""Marks and pictures before the first word of a message."""
_CHAT = re.compile(
    r"^[^“”\"]*\b(?:(?:bu|pak|mas|mbak|kak|bang|min)(?=\s*[,?!]|\W*$)|(?:ya|yaa|nggih|njih)\s+(?:bu|pak|mas|mbak|kak|bang|min|teman|rekan)\b)[^“”\"]*$"
    r"|^(?:[Ii]ni|[Bb]erikut)\s+(?:(?:bu|pak|mas|mbak|kak),?\s+)?(?:rilis|draf|naskah|berita)nya\b"
)
"""Words to a colleague: "Fotonya menyusul ya kak", "Bagaimana bu? Sudah oke?", "Ini rilisnya"."""


def is_letterhead(text: str) -> bool:
    """Whether the line is of an office's head: its name, region, address."""
    return bool(_HEAD_NAME.fullmatch(text.strip()) or (_ADDRESS.match(text.strip()) and len(text) <= _CREDIT_LENGTH))


def is_contact_line(text: str) -> bool:
    """Whether a line below "Narahubung" goes on with it."""
    return len(text) <= _CREDIT_LENGTH and bool(
        PHONE.search(text)
        or EMAIL.search(text)
        or _CONTACT_LINE.match(text.strip())
        or "www." in text
        or ".go.id" in text
    )


def signature_start(text: str) -> int:
    """Where a writer's mark at a paragraph's end begins ("… demokrasi. (Humas)"); its length: there is none."""
    match = re.search(r"(?<=[.!?”\"])\s*(?P<mark>[(\[][^()\[\]]{1,40}[)\]]\.?|\*{1,3}\)?)\s*$", text)
    if match is None or not _SIGNED.fullmatch(match["mark"]):
        return len(text)
    return match.start("mark")
