"""What stands at a draft's end or head beside the text: credits, contacts, embargo."""

from dataclasses import dataclass, field, replace
import datetime as dt
import re

from humas_desk.intake.line_kinds import CREDIT_LABEL, EMAIL, PHONE
from humas_desk.intake.written_dates import dates_in
from humas_desk.release.person import Contact
from humas_desk.release.release import Credits, Embargo, Link, Zone

_TIME = re.compile(r"(?:pukul|jam|pkl\.?)?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?!\d|[/.]\d)", re.IGNORECASE)
_ZONE = re.compile(r"\b(WIB|WITA|WIT)\b", re.IGNORECASE)
_WRITER = re.compile(
    r"penulis|reporter|pewarta|naskah|teks|kontributor|author|writer|wartawan|liputan|laporan", re.IGNORECASE
)
_EDITOR = re.compile(r"editor|penyunting|redaktur|redaksi", re.IGNORECASE)
_PHOTOGRAPHER = re.compile(r"foto|photo|dok", re.IGNORECASE)
_PICTURED = re.compile(r"(?:dok(?:umentasi)?|foto)\b\.?\s*(?:foto\s+)?(?:oleh\s+)?(?=\w)", re.IGNORECASE)
_AROUND = " \t,;|/()[]*.-–—:·•"
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w\-]+(?:\.[\w\-]+)*\.(?:go\.id|id|com|org)\b(?:/\S*)?")
_CONTACT_WORDS = re.compile(
    r"(?:narahubung|nara hubung|kontak(?: media| person| kami| pers| humas| informasi)?|contact(?: person| us)?|media contact|cp\b|hubungi(?: kami)?|hotline|call ?center"
    r"|(?:untuk\s+)?(?:informasi|keterangan|konfirmasi|info)(?: dan \w+)? (?:lebih lanjut|selengkapnya|lanjutan|lebih lengkap|tambahan)(?:,?\s*(?:silakan|dapat|bisa))?(?:\s*(?:menghubungi|hubungi))?"
    r"|\bnama\s*:\s*"
    r"|\b(?:telp?|telepon|no\.? ?hp|hp|wa|whatsapp|e-?mail|surel|situs|website|web|laman|ponsel|phone|nomor)\b\.?(?:\s*/\s*(?:wa|telp|hp|sms)\b)?)\s*[:.]?\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class ContactsFound:
    """Contacts as their lines are read."""

    contacts: list[Contact] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def read(self, line: str) -> None:
        """One line: a name, a number or address, or all of them."""
        emails, phones = EMAIL.findall(line), []
        rest = EMAIL.sub(" ", line)
        urls = _URL.findall(rest)
        rest = _URL.sub(" ", rest)
        phones = [" ".join(match.split()) for match in PHONE.findall(rest)]
        rest = PHONE.sub(" ", rest)
        name = " ".join(_CONTACT_WORDS.sub(" ", rest).split()).strip(_AROUND)
        self.links += [Link(text=url.rstrip(".,;)"), url=url.rstrip(".,;)")) for url in urls]
        if not (name or phones or emails):
            return
        last = self.contacts[-1] if self.contacts else None
        goes_on = (
            last is not None
            and not (name and last.name)
            and not (phones and last.phone)
            and not (emails and last.email)
        )
        base = last if goes_on and last is not None else Contact()
        made = replace(
            base,
            name=name or base.name,
            phone=", ".join(phones) or base.phone,
            email=", ".join(emails) or base.email,
        )
        if goes_on:
            self.contacts[-1] = made
        else:
            self.contacts.append(made)


def read_credits(line: str, known: Credits) -> Credits:
    """The credits with what a line says; a field that is filled is not written over."""
    labels = list(CREDIT_LABEL.finditer(line))
    if not labels:
        signed = line.strip(_AROUND)
        if pictured := _PICTURED.match(signed):
            return replace(known, photographer=known.photographer or signed[pictured.end() :].strip(_AROUND))
        return replace(known, writer=signed) if known.writer is None and signed else known
    for label, behind in zip(labels, [*labels[1:], None], strict=True):
        value = line[label.end() : behind.start() if behind else len(line)].strip(_AROUND)
        if value:
            known = _with(known, label[0], value)
    return known


def _with(known: Credits, label: str, value: str) -> Credits:
    """The value in the fields the label names; the writer's where it names none."""
    is_writer, is_editor, is_photographer = (
        pattern.search(label) is not None for pattern in (_WRITER, _EDITOR, _PHOTOGRAPHER)
    )
    is_writer = is_writer or not (is_editor or is_photographer)
    return replace(
        known,
        writer=value if is_writer and known.writer is None else known.writer,
        editor=value if is_editor and known.editor is None else known.editor,
        photographer=value if is_photographer and known.photographer is None else known.photographer,
    )


def split_credit(caption: str) -> tuple[str, str | None]:
    """A caption without the name of whoever took the picture at its end ("… (Foto: Deki/Humas)"), and that name."""
    match = _TAKEN_BY.search(caption) or _MAKERS.search(caption)
    if match is None or not caption[: match.start()].strip():
        return caption, None
    credit = match["credit"].strip(_AROUND)
    if match.re is _MAKERS:
        return caption[: match.start()].rstrip(), credit
    return caption[: match.start()].rstrip(), f"Dok. {credit}" if match["label"].casefold().startswith(
        "dok"
    ) else credit


_TAKEN_BY = re.compile(
    r"\s*(?:(?P<open>[(\[])\s*|(?<=[.!?])\s+|\|\s*)(?P<label>foto|photo|dok(?:umentasi|\.)?|sumber(?: foto)?)\s*[:./]\s*"
    r"(?P<credit>(?(open)[^()\[\]:!?]{2,60}|[^()\[\]:.!?]{2,60}\.?))[)\]]*\s*$",
    re.IGNORECASE,
)


_MAKERS = re.compile(
    r"\s*[(\[](?P<credit>[^()\[\]:]{2,40}/\s?(?:humas|bawaslu|panwas|dok)[^()\[\]:]{0,40}|(?:humas|dok\.?)[\s/]\s?[^()\[\]:]{2,50})[)\]]\.?\s*$",
    re.IGNORECASE,
)
"""Who took it without a word that says so: "(Iksan/Bawaslu Tidore)"."""


def read_embargo(line: str, today: dt.date) -> Embargo | None:
    """Until when: "embargo sampai 21 November 2025 pukul 10.00 WITA"; None: the line has no day."""
    dates = list(dates_in(line))
    if not dates:
        return None
    day = dates[-1].on(today)
    if day is None:
        return None
    behind = line[dates[-1].end :] + " " + line[: dates[-1].start]
    time = _TIME.search(behind)
    hour, minute = (int(time["hour"]), int(time["minute"])) if time else (0, 0)
    if hour > 23 or minute > 59:
        hour = minute = 0
    zone = _ZONE.search(line)
    return Embargo(until=f"{day.isoformat()}T{hour:02}:{minute:02}", zone=Zone(zone[0].upper()) if zone else Zone.WIB)
