"""Paragraphs → parts with roles: what stands behind the last paragraph that tells the news."""

from collections.abc import Sequence
from dataclasses import dataclass, field
import re

from humas_desk.intake.chat_words import LEAST_CHAT, chat_share, titled_share
from humas_desk.intake.datelines import find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.formal_rows import signing_lines
from humas_desk.intake.line_kinds import PHONE, is_contact_line, is_greeting, is_sign_off
from humas_desk.intake.mail_lines import is_mail_mark, is_quoted_mail
from humas_desk.intake.manuscript import Style
from humas_desk.intake.office_lines import is_office_line
from humas_desk.intake.para_parts import (
    SENTENCE,
    SENTENCE_LENGTH,
    dropped,
    known_parts,
    part_of,
    rows_of_event,
)
from humas_desk.intake.parts import DropReason, Part, Role, Setting
from humas_desk.intake.saying_verbs import INVERTED, NYA
from humas_desk.intake.site_lines import announces_links, is_byline
from humas_desk.intake.wrapping import MARKER, Para

_LINES_BELOW = 5
_LINE_WORDS = 18
"""A line of so many words may be another text's title."""
_SENTENCE_WORDS, _FEW_WORDS = 3, 4
"""A sentence has so many words, and a line behind the news that may be its last sentence without a stop."""
_SIGNING_LINES = 8
"""So many lines from the end place and day may stand above the one who signs."""
_GREETING_WORDS = 10
_AFTER_SIGN_OFF = 8
"""So many lines a sender sets below "Salam,"."""
_LINE_LENGTH = 100
_TITLED = 0.5
"""Of a name in brackets so many words begin with a capital."""
_MARKS = '“”"'
_TO_EDITORS = re.compile(
    r"(?=.*\b(?:bebas|boleh|dapat|bisa|silah?kan|mohon|harap|(?:ter|di)lampir\w*|menyusul|tautan|link|drive|permintaan|sumber|men(?:yebut|cantum)\w*|tersedia|kredit)\b)(?!.*\b(?:bukti|pelapor|beredar)\b)(?:foto|video|gambar|dokumentasi|rekaman|resolusi)\b.{0,120}\b(?:di)?(?:unduh|pakai|gunakan|lampirkan|minta|akses|terlampir|menyusul|tautan|link|drive|muat)\b|(?:penggunaan|pemuatan) foto\b"
    r"|\W{0,3}catatan (?:(?:untuk|bagi|kepada) )?(?:para |rekan )?(?:redaksi|editor|media)\b|\W{0,3}dilarang (?:menyiarkan|memuat|mengutip)\b",
    re.IGNORECASE,
)
"""A note on pictures for whoever prints the release: "Foto bebas dipakai dengan menyebut sumber."."""
_MADE_BY = re.compile(
    r"(?:siaran pers|rilis|berita|keterangan|naskah)(?: \w+)? ini (?:di(?:terbitkan|keluarkan|susun|buat|siapkan|tulis))\b(?!-)(?=.{0,60}\b(?:oleh|humas|tim|bagian|subbagian|sekretariat|bawaslu|panwas\w*|\d{4})\b)",
    re.IGNORECASE,
)
"""Who made the release, which its credits say: "Siaran pers ini diterbitkan bersama oleh Humas …"."""
_IN_BRACKETS = re.compile(r"\([^()!?]{3,80}\)")
"""Who wrote it, below the last paragraph: "(Seksi Pemerintahan Kec. Contoh)"."""
_POLITE = re.compile(r"(?:Bapak|Ibu|Pak|Bu|Mas|Mbak)\s+[A-Z]")
_FIGURE = re.compile(r"(?<!\bNo\.)(?<!\bNomor)\s\d[\d.,]*(?:\s|%|$)")
"""A number of its own behind a word: none of a list, of an address, or in "sama2"."""
_SAID = re.compile(r",\s([a-z]+)(?=\s[A-Z]|[.]?$)")
_FOLLOWS = re.compile(
    r"berikut\b(?!.*\b(?:rilis|siaran|berita|naskah|draf|foto|video|dokumentasi|lampiran|link|tautan|kami|saya)\b)",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:terima ?kasih|mohon|rilis|siaran|dimuat|suwun|nuwun)\b", re.IGNORECASE)


@dataclass(slots=True)
class Ending:
    """The paragraphs of a body, and where its ending begins."""

    draft: Draft
    paras: Sequence[Para]
    setting: Setting
    start: int = field(init=False)
    """Behind the last paragraph that tells the news, or the list that goes on with it."""

    signed_off: int = field(init=False)
    """Where the sender's name is announced and no news follows; the number of paragraphs: nowhere."""

    def __post_init__(self) -> None:
        count = len(self.paras)
        tail = range(max(1, count - 1 - _AFTER_SIGN_OFF), count)
        self.signed_off = next((at for at in tail if self._is_signed_off(at)), count)
        self.start = self._last_news(self.signed_off) or self._last_news(count)
        while self.start and self._is_item(self.start):
            self.start += 1

    def _last_news(self, end: int) -> int:
        """Behind the last paragraph before `end` that tells the news; 0: none does."""
        return next((at for at in range(end, 0, -1) if self._tells_news(self.paras[at - 1])), 0)

    def _is_item(self, index: int) -> bool:
        para = self.paras[index] if index < len(self.paras) else None
        if para is None or MARKER.match(self.draft.text[para.start : para.end].lstrip()) is None:
            return False
        return known_parts(para) is None and not self._closes(para.text)

    def _is_signed_off(self, index: int) -> bool:
        """Whether the sender's name follows here, and no news behind it."""
        is_short = all(len(para.text) <= _LINE_LENGTH for para in self.paras[index + 1 :])
        text = self.paras[index].text
        is_closed = text.endswith(",") and len(text.split()) <= _FEW_WORDS and index + 1 < len(self.paras)
        return is_short and (is_closed or is_sign_off(text) or is_mail_mark(text))

    def at(self, index: int) -> tuple[list[Part], int] | None:
        """The parts that begin with this paragraph of the ending, and how many paragraphs they take.

        None: it may be running text all the same.
        """
        para = self.paras[index]
        if index == 0 or para.start in self.draft.images or rows_of_event(self.paras, index):
            return None
        return self._signed(index) or self._said(index) or self._line(index)

    def below(self, index: int) -> list[Part]:
        """The lines that go with a known one: titles of other texts, what a mail program set below the text."""
        count = 0
        if announces_links(self.paras[index].text):
            count = self._lines_below(index)
        elif is_mail_mark(self.paras[index].text):
            count = self._lines_below(index, of_sender=True)
            count = count if index + 1 + count == len(self.paras) else 0
        return [dropped(one, DropReason.ARTEFACT) for one in self.paras[index + 1 : index + 1 + count]]

    def _tells_news(self, para: Para) -> bool:
        """Whether the paragraph is running text, and no line or sentence that only closes a draft."""
        if para.start in self.draft.tables or para.style in (Style.BULLET, Style.NUMBER):
            return True
        if para.start in self.draft.images or known_parts(para) is not None or self._closes(para.text):
            return False
        if _is_in_brackets(para.text):
            return False
        is_sentence = para.text.endswith((".", "!", "?", ":")) or any(mark in para.text for mark in _MARKS)
        is_row = "\t" in self.draft.text[para.start : para.end].strip()
        words = para.text.split()
        is_name = all(word[:1].isupper() for word in words)
        is_told = is_sentence and len(words) >= _SENTENCE_WORDS and not is_name
        return len(para.text) > SENTENCE_LENGTH or is_row or is_told

    def _closes(self, text: str) -> bool:
        """Whether words to the receiver, a site's or mail's leftovers, an address or an office's name stand here."""
        is_line = len(text.split()) <= _LINE_WORDS and SENTENCE.search(text) is None
        return (
            _greets(text)
            or _is_to_editors(text)
            or _MADE_BY.match(text) is not None
            or is_byline(text)
            or is_quoted_mail(text)
            or is_office_line(text, self.setting.places)
            or (is_line and is_contact_line(text))
        )

    def _signed(self, index: int) -> tuple[list[Part], int] | None:
        """Place and day below the text ("Kraksaan, 9 Oktober 2025"), and who signs there with an office and a name."""
        made = [part_of(self.paras[index], Role.DATELINE)] if self._is_day(index) else []
        below = self.paras[index + len(made) : index + len(made) + _SIGNING_LINES]
        headed = int(bool(below) and is_office_line(below[0].text, self.setting.places))
        count = signing_lines([para.text for para in below[headed:]], self.setting.places)
        if not count:
            return (made, len(made)) if made else None
        signatory = Part(start=below[0].start, end=below[headed + count - 1].end, role=Role.SIGNATORY)
        return [*made, signatory], len(made) + headed + count

    def _is_day(self, index: int) -> bool:
        text = self.paras[index].text
        if index < len(self.paras) - _SIGNING_LINES or len(text) > SENTENCE_LENGTH:
            return False
        found = find_dateline(text, self.setting.places)
        return found is not None and found.date is not None and found.end >= len(text)

    def _said(self, index: int) -> tuple[list[Part], int] | None:
        """Words to the receiver, with the sender's name behind the last of them."""
        text = self.paras[index].text
        if is_sign_off(text) and index >= len(self.paras) - _SIGNING_LINES:
            count = 1 + self._lines_below(index, of_sender=True)
            return [dropped(one, DropReason.GREETING) for one in self.paras[index : index + count]], count
        is_said = _greets(text) or _is_to_editors(text)
        return ([dropped(self.paras[index], DropReason.GREETING)], 1) if is_said else None

    def _line(self, index: int) -> tuple[list[Part], int] | None:
        """A number to call, or a line that nothing else says anything of."""
        para, text = self.paras[index], self.paras[index].text
        if PHONE.search(text) and len(text.split()) <= _LINE_WORDS and index < self.signed_off:
            return [part_of(para, Role.CONTACT)], 1
        if _is_in_brackets(text):
            return [part_of(para, Role.CREDIT)], 1
        if not self._closes(text):
            is_beside = index == self.start and len(text.split()) >= _FEW_WORDS
            is_news = SENTENCE.search(text) is not None and index < self.signed_off
            if is_beside or is_news or self._is_figure(text) or self.paras[index - 1].start in self.draft.images:
                return None
        return [dropped(para, DropReason.BYLINE if is_byline(text) else DropReason.ARTEFACT)], 1

    def _is_figure(self, text: str) -> bool:
        """Whether the line tells a number, or is of what the last news announces: "Berikut jumlah TPS:"."""
        return _FIGURE.search(text) is not None or self.paras[self.start - 1].text.endswith(":")

    def _lines_below(self, index: int, *, of_sender: bool = False) -> int:
        """How many lines follow that are no sentences and say nothing of themselves: titles, a sender's name and office.

        `of_sender`: with the numbers and addresses of the one who sent the draft.
        """
        below = self.paras[index + 1 : index + 1 + _LINES_BELOW]
        for count, para in enumerate(below):
            is_line = len(para.text.split()) <= _LINE_WORDS and not SENTENCE.search(para.text)
            is_other = not of_sender and is_contact_line(para.text)
            if not is_line or para.reason is not None or known_parts(para) is not None or is_other:
                return count
        return len(below)


def _is_in_brackets(text: str) -> bool:
    """Whether who wrote it stands in brackets, and no sentence: "(Nama pelapor disamarkan demi keamanannya.)"."""
    is_sentence = len(text.split()) >= _FEW_WORDS and titled_share(text) < _TITLED
    return _IN_BRACKETS.fullmatch(text) is not None and not is_sentence


def _greets(text: str) -> bool:
    """Whether words to the receiver stand here and no sentence that begins like them."""
    is_long = len(text.split()) > _GREETING_WORDS and chat_share(text) < LEAST_CHAT
    is_news = _tells(text) or _is_told(text) or _announces(text)
    return is_greeting(text) and not (is_long or is_news or any(mark in text for mark in _MARKS))


def _is_to_editors(text: str) -> bool:
    return _TO_EDITORS.match(text) is not None and not _is_told(text)


def _is_told(text: str) -> bool:
    """Whether somebody says it: "Mohon warga ikut mengawasi, kata Sari."."""
    return any(match[1] in INVERTED or match[1] in NYA for match in _SAID.finditer(text))


def _announces(text: str) -> bool:
    """Whether news follows and no draft: "Berikut adalah daftar posko:"."""
    return _FOLLOWS.match(text) is not None and chat_share(text) < LEAST_CHAT


def _tells(text: str) -> bool:
    """Whether a sentence that names somebody politely tells of them: "Bapak Rusman selaku Ketua … hadir"."""
    return _POLITE.match(text) is not None and _THANKS.search(text) is None and len(text.split()) > _GREETING_WORDS
