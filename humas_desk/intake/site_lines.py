"""What a site or a messenger puts around a text: paths, counters, share words, names of files, who posted it when."""

import re

from humas_desk.intake.written_dates import DATE

_FLAGS = re.IGNORECASE
_SHARED = r"(?:facebook|twitter|whatsapp|telegram|instagram|threads|tiktok|youtube|pinterest|e-?mail|line|linkedin|copy link|salin tautan|cetak|print|share|wa|fb|x)"
_COUNTED = (
    r"(?:x|kali|dilihat|dibaca|views?|hits?|komentar|comments?|likes?|suka|shares?|pembaca|tayangan|menit(?: baca)?)"
)
_ARTEFACTS = (
    r"(?:foto|photo|image|gambar|img|caption|video|\[/?caption[^\]]*\])",
    # titles of other texts
    r"(?:baca|lihat|simak) (?:juga|selengkapnya|lainnya|pula)\b.*|(?:berita|artikel|konten|pos(?:t|tingan)?|tulisan) (?:terkait|lainnya|terbaru|populer)(?:\s*[:|»>→–—-].*)?",
    r"selengkapnya\b.{0,80}|(?:(?:berita|artikel|tulisan|pos) )?(?:sebelumnya|berikutnya|selanjutnya)(?:\s*[:»>→].*)?|(?:previous|next)(?: post| article)?(?:\s*[:»>→].*)?",
    r"(?:[←→⟵⟶]\s*|(?:«|<<)\s)\S.{0,140}|\S.{0,140}(?:[→⟶]|\s(?:»|>>))",
    # what a browser prints above and below a page
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}[.:]\d{2}(?:\s?[AP]M)?\s+\S.{5,200}\s[-–—|]\s\S.{1,80}|https?://\S+\s+\d+/\d+",
    # sharing
    r"bagikan(?: (?:ke|di|artikel|berita)\b.{0,80}|\b.{0,40})|share(?: this| on)?\b.{0,60}|tweet|like this.*|suka\s+memuat\W*|memuat\W*",
    rf"(?:{_SHARED}|\s|[|,/•·])+",
    # counters and paths
    r"(?:tags?|tagar|kategori|categor(?:y|ies)|label|topik|filed under|ditandai|diposkan (?:di|dalam))\s*:.*",
    rf"(?:dilihat|dibaca|views?|hits?|pembaca|tayangan|post views?)\s*:?\s*[\d.,]+.{{0,12}}|[\d.,]+\s*(?:x|kali)?\s*{_COUNTED}(?:\s+(?:baca|dibaca|dilihat))?|komentar(?: \(\d+\))?",
    r"(?:beranda|home|depan)\s*[/>»›|→].*|[\w.\-]+\.go\.id\s*[/>»›|→]\s*\S.{0,80}|\S{2,30}(?:\s+\S{2,20})?\s+[›»]\s+\S.{0,100}",
    r"(?:tulis|beri|tinggalkan) (?:komentar|balasan).{0,20}|leave a (?:comment|reply)|(?:A\s*[+-]?\s*){1,3}",
    r"(?:copyright|hak cipta|©).{0,80}|advertisement|iklan|scroll (?:untuk|to).*|skip to (?:main )?content|langsung ke konten.{0,20}|menu|cari|search",
    r"(?:ikuti|follow|kunjungi|pantau|subscribe)\b(?!.{0,80},\sbawaslu\b)[^.!?]{0,40}\b(?:kami|us|instagram|facebook|youtube|tiktok|twitter|kanal|akun|media sosial)\b.{0,80}",
    # a messenger's
    r"(?:↪\ufe0f?\s*)?[(\[]?(?:diteruskan(?: berkali-kali)?|forwarded(?: many times)?)[)\]]?|<?media (?:tidak disertakan|omitted)>?|<.{1,20} (?:tidak disertakan|omitted)>",
    r"(?:image|video|gambar|foto|audio|sticker|stiker|dokumen|document|gif) (?:omitted|tidak disertakan)|.{1,60}\((?:file|berkas) (?:terlampir|attached)\)",
    r"pesan (?:ini )?(?:telah )?dihapus|this message was (?:deleted|edited)|<pesan ini diedit>|.{0,20}end-to-end.{0,120}|.{0,60}(?:ter|di)enkripsi secara end-to-end.{0,200}",
    # ends and pages
    r"-?\s*30\s*-?|[-–—*#=\s]*(?:selesai|tamat|end)[-–—*#=\s]*|halaman \d+(?: dari \d+)?|page \d+ of \d+|-\s*\d{1,3}\s*-|img[-_]\d.*|.{1,40}\.(?:jpe?g|png|heic|webp|pdf|docx?)",
)
_ARTEFACT = re.compile("|".join(_ARTEFACTS), _FLAGS)
_LINKS = re.compile(
    r"(?:(?:baca|lihat|simak) (?:juga|selengkapnya|lainnya|pula)|(?:berita|artikel|pos(?:tingan)?|tulisan) (?:terkait|lainnya|terbaru|populer))\s*:?",
    _FLAGS,
)
_BYLINE = re.compile(
    rf"(?:(?:oleh|by|ditulis(?: oleh)?|diposting|diunggah|diterbitkan|dipublikasikan|submitted|published(?: on)?|posted(?: on| by)?|diperbarui|update[d]?|terbit|tayang|admin|administrator|humas|redaksi|tanggal)\b[\s:,|\-–]*.{{0,50}}?)?"
    rf"{DATE}(?:[\s,|\-–•·]*(?:pukul|jam)?\s*\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\s*(?:WIB|WITA|WIT|am|pm))?)?(?:[\s,|\-–•·/]+(?:oleh|by)?\s*(?:admin\w*|humas\w*|redaksi|berita|.{{1,24}}))?",
    _FLAGS,
)
_BY = re.compile(
    r"(?:oleh|by|ditulis oleh|posted by|dipublikasikan oleh|diunggah oleh)\s*:?\s*(?:tim\s+)?(?:admin\w*|humas\w*|super ?admin|redaksi|operator)\b.{0,40}|(?:admin\w*|humas|redaksi|operator)(?:\s\w{2,20}){0,2}",
    _FLAGS,
)
_SEGMENTS = re.compile("\\s*[|·•‣]\\s*|\\s+[—–/-]\\s+|\\s{3,}|\\s*[\U0001f300-\U0001fbff\u2600-\u27bf]\ufe0f?\\s*")
_SEGMENT_WORDS = 4
_LONGEST = 160


def is_artefact(text: str) -> bool:
    """Whether a site or a messenger left the line behind."""
    return _ARTEFACT.fullmatch(text) is not None


def announces_links(text: str) -> bool:
    """Whether the lines below are titles of other texts: "Baca juga:"."""
    return _LINKS.fullmatch(text.strip()) is not None


def is_byline(text: str) -> bool:
    """Whether a site's line of date and author stands here: "19 Januari 2026 | Admin | 128 views"."""
    bare = text.strip()
    if len(bare) > _LONGEST or bare.endswith("."):
        return False
    if _BYLINE.fullmatch(bare) or _BY.fullmatch(bare):
        return True
    segments = [segment for segment in _SEGMENTS.split(bare) if segment]
    told = [bool(_BYLINE.fullmatch(one) or _BY.fullmatch(one) or _ARTEFACT.fullmatch(one)) for one in segments]
    few = all(is_told or len(one.split()) <= _SEGMENT_WORDS for is_told, one in zip(told, segments, strict=True))
    return len(segments) > 1 and few and sum(told) * 2 >= len(segments)
