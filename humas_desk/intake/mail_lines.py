"""What a mail program puts around a text: its head, quoted mails, and the mark before a signature."""

from collections.abc import Sequence
import re

_FLAGS = re.IGNORECASE
_ROWS = (
    "dari|from|kepada|ke|to|cc|bcc|tembusan|pengirim|penerima|dikirim|sent|tanggal|tgl|date|perihal|hal|sifat|subjek|subject|balas ke"
    "|reply-to|lampiran|attachments?"
)
_HEAD = re.compile(
    rf"(?:>\s*)*(?:{_ROWS})\s*:\s*.{{0,200}}|-+\s*(?:forwarded message|pesan terusan|pesan diteruskan|original message|pesan asli)\s*-+",
    _FLAGS,
)
_TITLE_ROW = re.compile(r"(?:judul|title)\s*:\s*.{0,200}", _FLAGS)
_LETTER_ROW = re.compile(r"(?:tanggal|tgl|perihal|hal|sifat|lampiran|kepada|tembusan)\s*:(?!.*@)", _FLAGS)
_QUOTED = re.compile(
    r">.*|(?:pada|on)\s(?=.{0,80}\d).{5,90}\s(?:menulis|wrote)\s*:|(?:dikirim|sent) (?:dari|from) (?:my )?(?:\w.{0,60}(?<![.!?])|(?:iphone|ipad|android|hp|ponsel|telepon|outlook|yahoo|gmail|samsung)\b.{0,60})"
    r"|(?:surel|e-?mail) ini\b.{5,300}"
    r"|pesan ini\b(?=.{0,80}\b(?:rahasia|berhak|lampiran\w*|ditujukan|penerima|dikirim (?:dari|secara|otomatis)|virus)\b).{5,300}"
    r"|jangan (?:cetak|print)\b(?=.{0,60}\b(?:pesan|surel|e-?mail|kecuali|jika|bila|lingkungan)\b).{5,120}",
    _FLAGS,
)


def is_mail_head(text: str) -> bool:
    """Whether a mail program put the line before the text."""
    return _HEAD.fullmatch(text.strip()) is not None


def is_mail(text: str) -> bool:
    """Whether the line stands in the head of a mail and never in that of a letter."""
    return is_mail_head(text) and _LETTER_ROW.match(text.strip()) is None


def mail_head_length(texts: Sequence[str]) -> int:
    """How many lines from the first on are a mail's head, "Judul: …" among them; 0: it is none."""
    count = 0
    for text in texts:
        if not (is_mail_head(text) or (count and _TITLE_ROW.fullmatch(text.strip()))):
            break
        count += 1
    return count if any(map(is_mail, texts[:count])) else 0


def is_quoted_mail(text: str) -> bool:
    """Whether the line is of the mail that this one answers, or says what it was sent from."""
    return _QUOTED.fullmatch(text.strip()) is not None


def unquoted(text: str) -> str:
    """The text without the marks of a quoted mail, where most of it stands in one; else as it is."""
    if ">" not in text:
        return text
    lines = text.split("\n")
    quoted = sum(len(line) for line in lines if line.startswith(">"))
    return "\n".join(_MARKS.sub("", line) for line in lines) if quoted > len(text) * _MOSTLY else text


_MARKS = re.compile(r"^(?:>[ ]?)+")
_MOSTLY = 0.5


def is_mail_mark(text: str) -> bool:
    """Whether a mail's signature follows: two hyphens in a line of their own (RFC 3676, 4.3)."""
    return text.strip() == "--"
