"""Verbs of attribution and their forms.

Source: house-style notes on attribution (verbs counted in 40 pages of election offices) and KBBI for the active forms
(ujar → berujar, imbuh → menambahkan, pungkas → memungkasi, klaim → mengeklaim). A form that good Indonesian does not
have is None and makes its patterns unavailable: no "sampainya", no "nyata Sulastri".
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from humas_desk.release.blocks import Pattern
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One root and its forms; None: the form does not exist."""

    root: str
    nya: str | None
    """ "ujarnya": after the quote, the speaker is known."""
    inverted: str | None
    """ "ujar" in "ujar Sulastri", "ujar dia"."""
    active: str | None
    """ "mengatakan": before the quote."""
    neutral: bool = False
    """True: reports without judging; fit for copy of a public body."""


_NEUTRAL = (
    ("kata", "mengatakan"),
    ("ujar", "berujar"),
    ("ucap", "berucap"),
    ("tutur", "menuturkan"),
    ("jelas", "menjelaskan"),
    ("terang", "menerangkan"),
    ("papar", "memaparkan"),
    ("tambah", "menambahkan"),
    ("sebut", "menyebut"),
    ("ungkap", "mengungkapkan"),
)
_COLOURED = (
    ("tegas", "menegaskan"),
    ("tandas", "menandaskan"),
    ("tukas", "menukas"),
    ("urai", "menguraikan"),
    ("rinci", "memerinci"),
    ("beber", "membeberkan"),
    ("imbuh", "menambahkan"),
    ("lanjut", "melanjutkan"),
    ("sambung", "menyambung"),
    ("pungkas", "memungkasi"),
    ("tutup", "menutup"),
    ("harap", "berharap"),
    ("ajak", "mengajak"),
    ("pesan", "berpesan"),
    ("saran", "menyarankan"),
    ("pinta", "meminta"),
    ("ingat", "mengingatkan"),
    ("imbau", "mengimbau"),
    ("nilai", "menilai"),
    ("aku", "mengaku"),
    ("cerita", "bercerita"),
    ("kisah", "mengisahkan"),
    ("kenang", "mengenang"),
    ("canda", "bercanda"),
    ("seloroh", "berseloroh"),
    ("tanya", "bertanya"),
    ("jawab", "menjawab"),
    ("seru", "berseru"),
    ("perintah", "memerintahkan"),
    ("cetus", None),
    ("kilah", "berkilah"),
    ("dalih", "berdalih"),
    ("timpal", "menimpali"),
    ("klaim", "mengeklaim"),
    ("bantah", "membantah"),
    ("simpul", "menyimpulkan"),
    ("keluh", "mengeluh"),
    ("sindir", "menyindir"),
    ("kutip", "mengutip"),
    ("tulis", "menulis"),
    ("puji", "memuji"),
    ("usul", "mengusulkan"),
    ("tawar", "menawarkan"),
    ("janji", "berjanji"),
    ("celetuk", "menyeletuk"),
    ("kelakar", "berkelakar"),
    ("sahut", "menyahut"),
    ("lapor", None),
)
_ACTIVE_ONLY = (
    ("sampai", "menyampaikan"),
    ("nyata", "menyatakan"),
    ("tekan", "menekankan"),
    ("sorot", "menyoroti"),
    ("garisbawahi", "menggarisbawahi"),
)


def _table() -> dict[str, Verb]:
    verbs = [Verb(root=r, nya=r + "nya", inverted=r, active=a, neutral=True) for r, a in _NEUTRAL]
    verbs += [Verb(root=r, nya=r + "nya", inverted=r, active=a) for r, a in _COLOURED]
    verbs += [Verb(root=r, nya=None, inverted=None, active=a) for r, a in _ACTIVE_ONLY]
    verbs.append(Verb(root="demikian", nya=None, inverted="demikian", active=None))
    return {verb.root: verb for verb in verbs}


VERBS: Mapping[str, Verb] = MappingProxyType(_table())
"""All verbs by root, neutral ones first."""

_NYA = frozenset({Pattern.QUOTE_VERB_NYA})
_INVERTED = frozenset(
    {
        Pattern.QUOTE_VERB_DIA,
        Pattern.QUOTE_VERB_SPEAKER,
        Pattern.QUOTE_VERB_SPEAKER_POSITION,
        Pattern.QUOTE_VERB_POSITION_SPEAKER,
        Pattern.SPLIT,
        Pattern.SPLIT_SENTENCES,
    }
)
_ACTIVE = frozenset({Pattern.SPEAKER_VERB_QUOTE, Pattern.SPEAKER_VERB_COLON_QUOTE})


@lru_cache(maxsize=256)
def patterns_of(root: str) -> frozenset[Pattern]:
    """Patterns this verb has a form for; PLAIN needs no verb and is always there, also for an unknown root."""
    verb = VERBS.get(root)
    plain = frozenset({Pattern.PLAIN})
    if verb is None:
        return plain
    return (
        plain
        | (_NYA if verb.nya else frozenset())
        | (_INVERTED if verb.inverted else frozenset())
        | (_ACTIVE if verb.active else frozenset())
    )


def nya(root: str) -> str:
    """Such as "ujarnya"; a known verb without this form gives "katanya", an unknown word is used as typed."""
    return _known(root).nya or root.strip() + "nya"


def inverted(root: str) -> str:
    """Such as "ujar"; a known verb without this form gives "kata", an unknown word is used as typed."""
    return _known(root).inverted or root.strip()


def active(root: str) -> str:
    """Such as "mengatakan"; also for a known verb without an active form; an unknown word is used as typed."""
    return _known(root).active or root.strip()


def _known(root: str) -> Verb:
    """The verb with its gaps filled from "kata" (all forms, neutral); all None when the root is unknown."""
    kata = VERBS["kata"]
    if not root.strip():
        return kata
    verb = VERBS.get(root)
    if verb is None:
        return Verb(root=root, nya=None, inverted=None, active=None)
    return Verb(
        root=root,
        nya=verb.nya or kata.nya,
        inverted=verb.inverted or kata.inverted,
        active=verb.active or kata.active,
    )
