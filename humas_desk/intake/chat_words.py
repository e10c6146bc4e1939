"""Words to the one who gets a message, in the languages that staff greet and thank in."""

import re

_STRONG_LIST = """
    kak kakak kaka kk bang abang bg mas mbak mba mb pak bpk bu om tante kang teh teteh aa akang bli gus ning bos
    min mimin rekan kawan teman temen sobat mohon minta tolong izin ijin nyuwun punten ampura maaf sewu ngiring
    permisi share bagikan berbagi ngabagikeun terlampir menyusul tayang ditayangkan tayangkan dimuat muat
    pemuatan dipublikasikan rilisnya beritanya fotonya naskahnya filenya drafnya videonya ya yaa yah nih nggih
    njih inggih deh dong kok sugeng enjing dalu rahajeng semeng wengi swastyastu swastiastu santih tabea tabe
    shalom syalom assalamualaikum assalamu’alaikum assalamu'alaikum wassalamualaikum wr wb wrwb sejahtera horas
    terima terimakasih makasih mksh tks thx thanks trims suwun nuwun suksma matur sakalangkong sakalangkung
    mator hatur nuhun tarimo sekian noted siap oke ok sip bantuan bantuannya dibantu perhatiannya kerjasamanya
    berkenan monggo silakan silahkan halo hai hallo hi dear yth ykh hormat salam wassalam koreksi dikoreksi acc
    revisi ditunggu suwon mauliate bujur epanggawang tabik bapak ibu slamat basudara samua slmt slm aslm asslm trima mksih matursuwun
    berkati tuhan
"""
_STRONG = frozenset(_STRONG_LIST.split())
_WEAK_LIST = """
    selamat pagi siang sore malam media wartawan jurnalis redaksi pers editor sahabat saudara kami ini berikut
    rilis rilis2 draf berita naskah foto video dokumentasi kirim kirimkan kirimi mengirim mengirimkan teruskan
    diteruskan sebar publikasi publikasinya lampiran dilampirkan kasih kasihnya atas kerja sama samanya
    kerjasama bersama demikian disampaikan sampaikan sebelum sebelumnya untuk juga ada bawah tadi baru bisa
    sudah kalau wassalamu’alaikum link linknya grup admin dan dari the of yang di wassalamu'alaikum lagi
"""
_WEAK = frozenset(_WEAK_LIST.split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PICTURE = re.compile("[\U0001f300-\U0001fbff\u2600-\u27bf]")
_MOST = 300
"""Nobody greets in more characters."""
_OF_TITLES, _OF_SENTENCES, _WITH_PICTURE = 0.6, 0.35, 0.3
"""From which share on a text speaks to its receiver: one in capitals, another, another with an emoji."""
LEAST_CHAT = 0.15
"""A longer text that speaks less to its receiver tells something."""
_LONG_WORD = 4
_TITLED = 0.6


def chat_share(text: str) -> float:
    """How much of a text speaks to its receiver: 0 none, 1 every word."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return 0.0
    strong = sum(word in _STRONG for word in words)
    return (strong + sum(word in _WEAK for word in words) / 2) / len(words) if strong else 0.0


def titled_share(text: str) -> float:
    """How many of the longer words begin with a capital: nearly all do in a title."""
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_titled(text: str) -> bool:
    """Whether the text is written as titles are."""
    return titled_share(text) >= _TITLED


def is_chat(text: str) -> bool:
    """Whether most of a text speaks to its receiver ("Sore kakak2, ini rilis rapat tadi ya", "Matur suwun")."""
    if len(text) > _MOST:
        return False
    plain = _WITH_PICTURE if _PICTURE.search(text) else _OF_SENTENCES
    return chat_share(text) >= (_OF_TITLES if is_titled(text) and len(_WORD.findall(text)) > 1 else plain)
