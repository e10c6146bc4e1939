"""What every check is given besides its passage."""

from humas_desk.language.districts import Districts
from humas_desk.language.findings import Switches
from humas_desk.language.lists import Lists
from humas_desk.language.spelling import Spelling
from humas_desk.release.verbs import VERBS
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True)
class SpeechVerbs:
    """Forms of the verbs of attribution, from the one table of the program."""

    nya: frozenset[str]
    inverted: frozenset[str]
    active: frozenset[str]
    after_quote: frozenset[str]
    """Forms that may follow a quote."""


def speech_verbs(lists: Lists) -> SpeechVerbs:
    """All forms; those for other words of speech stand in the set `pengutip`."""
    more = lists.of("pengutip")
    inverted = {verb.inverted for verb in VERBS.values() if verb.inverted} | more
    active = {verb.active for verb in VERBS.values() if verb.active} | lists.of("pengantar kutipan lain")
    nya = {verb.nya for verb in VERBS.values() if verb.nya} | {f"{root}nya" for root in more}
    return SpeechVerbs(
        nya=frozenset(nya),
        inverted=frozenset(inverted),
        active=frozenset(active - {"menutup"}),
        after_quote=frozenset(nya | inverted),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Lists, dictionary, the office's choices, and the names that this text is known to hold."""

    lists: Lists
    spelling: Spelling
    districts: Districts
    switches: Switches
    verbs: SpeechVerbs
    names: frozenset[str] = frozenset()
    """Words of names, small letters."""
