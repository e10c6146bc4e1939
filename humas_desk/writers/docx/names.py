"""What the styles of the Word copy are called: Word's own names where it has them, Indonesian ones for the rest."""

from humas_desk.layout.document import Role
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleName:
    """One paragraph style of the base file."""

    id: str
    name: str
    """Word shows its built-in names (lower-case ones among them) in the reader's language."""
    next_id: str | None = None
    """Style of the paragraph that Enter begins; None: the same."""
    outline: int | None = None
    """Level in Word's navigation pane, from 0."""
    built_in: bool = False
    """True: Word knows the style by this name."""


BODY = StyleName(id="BodyText", name="Body Text", built_in=True)
LIST_BULLET = StyleName(id="ListBullet", name="List Bullet", built_in=True)
LIST_NUMBER = StyleName(id="ListNumber", name="List Number", built_in=True)
HEADER = StyleName(id="Header", name="header", built_in=True)
LETTERHEAD_LOGO = StyleName(id="KopLogo", name="Kop Logo")
LETTERHEAD_BLANK = StyleName(id="KopKosong", name="Kop Kosong")
AFTER_TABLE = StyleName(id="SetelahTabel", name="Setelah Tabel")

ROLE_NAMES: dict[Role, StyleName] = {
    Role.OFFICE: StyleName(id="KopKantor", name="Kop Kantor"),
    Role.ADDRESS: StyleName(id="KopAlamat", name="Kop Alamat"),
    Role.LABEL: StyleName(id="Label", name="Label", next_id="BodyText"),
    Role.NUMBER: StyleName(id="Nomor", name="Nomor", next_id="BodyText"),
    Role.NOTICE: StyleName(id="Pemberitahuan", name="Pemberitahuan", next_id="BodyText"),
    Role.RECIPIENT: StyleName(id="Penerima", name="Penerima"),
    Role.TITLE: StyleName(id="Title", name="Title", next_id="BodyText", built_in=True),
    Role.SUBTITLE: StyleName(id="Subtitle", name="Subtitle", next_id="BodyText", built_in=True),
    Role.BODY: BODY,
    Role.HEADING: StyleName(id="Heading1", name="heading 1", next_id="BodyText", outline=0, built_in=True),
    Role.LIST: LIST_BULLET,
    Role.CAPTION: StyleName(id="Caption", name="caption", next_id="BodyText", built_in=True),
    Role.CELL: StyleName(id="SelTabel", name="Sel Tabel"),
    Role.CELL_HEAD: StyleName(id="KepalaTabel", name="Kepala Tabel"),
    Role.FIELD: StyleName(id="Isian", name="Isian"),
    Role.LINK: StyleName(id="Tautan", name="Tautan"),
    Role.ABOUT: StyleName(id="Tentang", name="Tentang"),
    Role.ABOUT_HEADING: StyleName(id="JudulTentang", name="Judul Tentang", next_id="Tentang", outline=0),
    Role.CONTACT: StyleName(id="Narahubung", name="Narahubung"),
    Role.CREDIT: StyleName(id="Kredit", name="Kredit"),
    Role.HASHTAG: StyleName(id="Tagar", name="Tagar"),
    Role.SIGNATURE: StyleName(id="TandaTangan", name="Tanda Tangan"),
    Role.SIGNATURE_SPACE: StyleName(id="RuangTandaTangan", name="Ruang Tanda Tangan", next_id="TandaTangan"),
    Role.COPIES: StyleName(id="Tembusan", name="Tembusan"),
    Role.ATTACHMENT_LABEL: StyleName(id="LabelLampiran", name="Label Lampiran", next_id="JudulLampiran"),
    Role.ATTACHMENT_TITLE: StyleName(id="JudulLampiran", name="Judul Lampiran", next_id="BodyText", outline=0),
    Role.PICTURE: StyleName(id="Gambar", name="Gambar", next_id="Caption"),
    Role.FOOTER: StyleName(id="Footer", name="footer", built_in=True),
}

OTHER_NAMES = (LIST_NUMBER, HEADER, LETTERHEAD_LOGO, LETTERHEAD_BLANK, AFTER_TABLE)
"""Paragraph styles that are not a role of their own."""

_FOLLOWING = {
    Role.TITLE: "judul",
    Role.SUBTITLE: "subjudul",
    Role.BODY: "isi",
    Role.HEADING: "antarjudul",
    Role.LIST: "daftar",
    Role.CAPTION: "keterangan",
    Role.CELL: "tabel",
    Role.FOOTER: "kaki halaman",
}
_WORDS = {
    "row": "baris",
    "line": "baris",
    "flush": "rata tepi",
    "ruled": "bergaris",
    "figure": "angka",
    "draft": "draf",
}


def variant_words(variant: str) -> str:
    """What a named variant of the layout ("ruled-before-contact") is called in Word's list of styles."""
    start, _, following = variant.partition("before-")
    words = [_WORDS.get(word, word) for word in start.split("-") if word]
    if following in set(Role):
        role = Role(following)
        words += ["sebelum", _FOLLOWING.get(role, ROLE_NAMES[role].name.lower())]
    elif following:
        words.append(following)
    return " ".join(words)
