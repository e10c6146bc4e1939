"""Who has been named so far in a draft: short names and pronouns are led back to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
import re

from humas_desk.intake.names import Person, institution, is_position, people_in, person_at
from humas_desk.intake.position_words import CALLINGS
from humas_desk.intake.saying_verbs import ACTIVE, INVERTED, PASSIVE
from humas_desk.release.person import Speaker, without_degrees

_SAYING = "|".join(sorted(ACTIVE, key=len, reverse=True))
_WORD = r"[A-Z][\w’'.]{0,40}"
"""A word of a name; bounded, for a line of thousands of capitals."""
_FULL_NAME = rf"(?P<name>{_WORD}(?:\s(?:{_WORD}|bin|binti|van|de|al|br|boru)){{0,7}})"
_DEGREES = r"(?:,\s(?:[A-Z][A-Za-z]{0,5}\.){1,4}[A-Za-z]*\.?){0,4}"
_AGE = r"(?:\s\(\d{1,2}(?:\s\w+)?\))?"
_CUE_BEHIND = re.compile(
    r"[^.!?“”\"]{0,90}?\b(?:"
    + _SAYING
    + r"|memastikan|berjanji|menyambut|membuka|memimpin|mendorong|menargetkan|berkomitmen|menginstruksikan|menyebutkan|menyinggung"
    + r"|optimistis|optimis|bersyukur|mengundang|membenarkan|mempersilakan|dalam (?:sambutan|paparan|arahan|amanat|materi|laporan|pemaparan|penjelasan|kesempatan)\w*)\b"
)
_CUE_BEFORE = re.compile(
    rf"(?:\b(?:ujar|kata|tutur|ucap|ungkap|jelas|tegas|menurut|{'|'.join(PASSIVE)})(?: langsung)?(?: oleh)?)\s+$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?=[A-Z])(?:^|(?<=[.!?”\",]\s)|(?<=\b[Mm]enurut\s))(?P<name>(?:{_WORD})(?:\s(?:{_WORD}|bin|binti)){{0,7}})"
    r"(?=,?\s+(?:\w+\s+){0,3}?(?:" + _SAYING + r")\b)"
)
_APPOSED = re.compile(
    rf"(?:(?=[A-Z])(?:^|(?<=[.!?”\"]\s)|(?<=[a-z],\s))|\bdi[a-z]{{3,12}}\s(?:langsung\s)?(?:oleh\s)?)(?P<name>[A-Z][\w’']{{0,40}}\.?(?:\s{_WORD}){{1,7}})(?=,\s|\.(?:\s|$))"
)
_DESCRIBED = re.compile(
    rf"(?<![\w.])(?P<name>{_WORD}(?:\s(?:{_WORD}|bin|binti|br|boru)){{0,7}}){_AGE}"
    r"(?=,\s(?:seorang\s|salah\s(?:satu|seorang)\s)?(?:" + "|".join(sorted(CALLINGS, key=len, reverse=True)) + r")\b)"
)
"""A name with a calling in small letters behind it: "… datang dari Rambu Naha Hamu, penenun asal Prailiu"."""
_CALLED = re.compile(rf"\b(?:bernama\s+(?=[A-Z])|(?:ialah|adalah|yakni|yaitu)\s+(?={_WORD}\s[A-Z]))")
_ACTING = re.compile(
    rf"(?=[A-Z])(?:^|(?<=[.!?”\"]\s)|(?<=,\s))(?P<name>{_WORD}(?:\s{_WORD}){{0,7}})"
    r"(?P<age>\s\(\d{1,2}(?:\s\w+)?\)(?:,\s[a-z][^,.“”\"]{2,60}(?=,))?)?(?P<home>,?\s(?:dari|asal)\s[^,.]{2,50}?)?,?\s"
    r"(?=(?:pun|juga|kembali|lalu|lantas|kemudian|turut|ikut|sempat|akan|sudah|telah|tetap|tampak|hadir|datang"
    r"|m[ae]\w{4,}|ber\w{3,}|ter\w{3,}|di\w{4,})\b)"
)
"""A name that is the subject of a sentence: "Seusai dialog, Albert membagikan stiker.", "Peserta termuda, Rati (19), …"."""
_AGENT = re.compile(
    rf"\b(?!di(?:antara|samping|mana|sana|sini)\b)di[a-z]{{4,14}}(?:\s(?:langsung\s)?oleh)?\s(?P<name>[A-Z][\w’']{{0,40}}(?:\s{_WORD}){{0,7}})"
)
"""Who does it in a passive sentence: "Hadiah disumbangkan Hilda kepada perpustakaan."."""
_SUBJECT = re.compile(
    rf"(?=[A-Z])(?:^|(?<=[.!?”\"]\s))(?P<name>[A-Z][\w’']{{0,40}}(?:\s{_WORD}){{0,7}})(?=\syang\s[^.!?]{{0,200}}?\b(?:"
    + _SAYING
    + r")\b)"
)
_ACCORDING = re.compile(
    r"\b(?:[Mm]enurut|[Bb]agi|kata|ujar|tutur|ucap|ungkap|jelas|tegas|tambah|imbuh|sambung|sebut|terang|papar)\s+(?=[A-Z])"
)
_APPOSED_TELLING = re.compile(
    rf"(?=[A-Z])(?:^|(?<=[.!?”\"]\s)){_FULL_NAME}{_DEGREES}{_AGE}"
    r"(?:,\s[^,.“”\"]{3,90}){1,2},\s(?:pun\s|juga\s|lalu\s|lantas\s|kemudian\s|kembali\s|turut\s|sempat\s)?(?:m[ae]\w{4,}|ber\w{3,}|ter\w{3,})\b"
)
"""A name, who that is, and a verb of saying: "Rifqi Ahmad Fauzan, santri Pesantren Nurul Huda, mengeluhkan …"."""
_TELLING = re.compile(
    rf"{_FULL_NAME}{_DEGREES}{_AGE}"
    r"(?P<home>,?\s(?:asal|dari|warga)\s[^,.“”\"]{3,50})?,?\s(?:pun\s|juga\s|lalu\s|lantas\s|kemudian\s|kembali\s|turut\s)?(?:"
    + _SAYING
    + r"|melihat|meminta|berharap|mengeluh\w*|menyambut|memandang|merasa|bertanya|mengusulkan|berkisah|bersaksi|berpendapat)\b"
)
"""A name right before a verb of saying, wherever its sentence began: "Salah satu pemohon, peneliti muda Tiurma, menyatakan"."""


_PLACED = re.compile(r"\b(?:dari|asal|di|ke|se|antara|warga|wilayah)\s$")
"""Words before the name of a place."""
_REACH_BACK = 12
_NO_SUBJECT = re.compile(r"(?:Ia|Dia|Beliau|Mereka|Kami|Hal|Itu|Ini|Namun|Selain|Sementara|Menurut|Bagi|Bawaslu|KPU)\b")
_NOT_TELLING = re.compile(r"\b(?:itu|tersebut|ini|Kabupaten|Kota|Provinsi|Kecamatan|Kab\.|RI)(?:\s|$)")
"""Words of a position that may be left out when it is said again."""
_POLITE = re.compile(r"^(?:(?:Bapak|Ibu|Pak|Bu|Saudara|Saudari|Kak)\s)+(?=[A-Z])")
_STOPS = (". ", "? ", "! ", ".” ", '." ')
"""Where a sentence may begin behind; a title's stop ("Tgk. ") does no harm to what is looked for."""
_LAST_SENTENCE = 240
"""A sentence is looked at for so many characters."""
_MOST_HEARD = 12
"""So many paragraphs back a name is looked for."""


@dataclass(slots=True)
class Memory:
    """The people of one draft while it is read from top to bottom."""

    places: Collection[str] = ()
    people: list[Speaker] = field(default_factory=list)
    """In the order they were named first."""
    current: Speaker | None = None
    """Whom "ujarnya" means."""
    heard: list[str] = field(default_factory=list)
    """The texts so far."""
    is_sure: bool = False
    """Whether the current one was seen speaking, and not only named."""

    def known(self, shown: str) -> Speaker | None:
        """The person that this name or part of a name means, the latest first."""
        wanted = _words(shown)
        return next((person for person in reversed(self.people) if _is_part(wanted, _words(person.name))), None)

    def full_name(self, shown: str) -> Speaker | None:
        """The person whose whole name stands in the text so far, when only a part is shown: "Ratih" → Ratih Puspitasari."""
        if found := self.known(shown):
            return found
        word = re.escape(shown.strip())
        whole = re.compile(rf"(?<![\w.])(?:{_WORD}\s){{0,7}}(?<!\w){word}(?!\w)(?:\s[A-Z][\w’']{{0,40}}){{0,7}}")
        for text in reversed(self.heard):
            for match in whole.finditer(text):
                person = self._appended(text, match)
                if person is not None:
                    return self.meet(person.name, person.position)
        return None

    def _appended(self, text: str, match: re.Match[str]) -> Person | None:
        for at in (match.start(), *(match.start() + blank.end() for blank in re.finditer(r"\s", match[0]))):
            person = person_at(text, at, min(len(text), match.end() + 160), self.places)
            words = person.name.split() if person else []
            if person is None or person.position_first or len(words) < 2 or any(institution(word) for word in words):
                continue
            return person
        return None

    def meant(self, words: str) -> Speaker | None:
        """Whose position is said again without the name ("Ketua Bawaslu itu"); None: nobody's.

        A description ("pria asal Biak itu") stays one: the contract has it as a speaker without a name.
        """
        told = _NOT_TELLING.sub(" ", words).casefold().split()
        holders = [person for person in self.people if person.name and _holds(told, person.position)]
        return self.current if self.current in holders else next(reversed(holders), None)

    def meet(self, name: str, position: str = "") -> Speaker:
        """The person of that name, put among the known ones; what is new of them is kept."""
        name = _POLITE.sub("", name) or name
        found = self.known(name)
        if found is None:
            longer = next((p for p in reversed(self.people) if _is_part(_words(p.name), _words(name))), None)
            fresh = Speaker(name=name, position=position or (longer.position if longer else ""))
            if longer is not None:
                self.people.remove(longer)
            self.people.append(fresh)
            return fresh
        if position and not found.position:
            better = replace(found, position=position)
            self.people[self.people.index(found)] = better
            found = better
        return found

    def speak(self, person: Speaker) -> None:
        """This one has spoken."""
        self.current, self.is_sure = person, True

    def hear(self, text: str) -> None:
        """Note who is named in a text and who of them is about to speak."""
        self.heard = [*self.heard[-_MOST_HEARD:], text]
        mentioned, speaking, is_only = self._mentions(text)
        for match in _BARE.finditer(text):
            speaking = self._bare(match["name"]) or speaking
        for match in _ACCORDING.finditer(text):
            person = person_at(text, match.end(), len(text), self.places)
            if person is not None and person.name and not institution(person.name.split()[0]):
                speaking = self.meet(person.name, person.position)
        for match in _CALLED.finditer(text):
            person = person_at(text, match.end(), len(text), self.places)
            speaking = self.meet(person.name, person.position) if person is not None and person.name else speaking
        for match in _SUBJECT.finditer(text):
            speaking = self.known(match["name"]) or speaking
        for pattern in (_APPOSED_TELLING, _TELLING) if speaking is None else ():
            told = (self._telling(match) for match in pattern.finditer(text))
            speaking = speaking or next((person for person in told if person is not None), None)
        acting = self._acting(text) if speaking is None else None
        if speaking is not None:
            self.speak(speaking)
        elif acting is not None:
            self.speak(acting)
        elif mentioned is not None:
            self.current, self.is_sure = mentioned, is_only

    def _mentions(self, text: str) -> tuple[Speaker | None, Speaker | None, bool]:
        """Who is named first, with a position or between commas, the last one seen speaking, and whether one is named."""
        mentioned: list[tuple[int, Speaker]] = []
        speaking: Speaker | None = None
        for found in people_in(text, self.places):
            person = self.meet(found.name, found.position)
            mentioned.append((found.start, person))
            speaking = person if has_cue(text, found) else speaking
        for match in _DESCRIBED.finditer(text):
            told = person_at(text, match.start("name"), len(text), self.places)
            if told is not None and told.position and not told.position_first:
                mentioned.append((told.start, self.meet(told.name, told.position)))
        alone = ((match.start("name"), self._named_alone(match["name"])) for match in _APPOSED.finditer(text))
        mentioned += [(start, person) for start, person in alone if person is not None]
        first = min(mentioned, key=lambda pair: pair[0], default=None)
        is_only = len({person.name for _start, person in mentioned}) == 1
        return (None if first is None else first[1]), speaking, is_only

    def _acting(self, text: str) -> Speaker | None:
        """Who does something in the last sentence, if it is somebody known; None: nobody is."""
        bare = text.rstrip()
        begin = max(bare.rfind(stop) + len(stop) if stop in bare else 0 for stop in _STOPS)
        last = bare[max(begin, len(bare) - _LAST_SENTENCE) :]
        found = (self._subject(match) for match in _ACTING.finditer(last))
        acting = next(reversed([person for person in found if person is not None]), None)
        agents = (self.known(match["name"]) for match in _AGENT.finditer(last)) if acting is None else iter(())
        return acting or next((person for person in agents if person is not None), None)

    def _subject(self, match: re.Match[str]) -> Speaker | None:
        """Whom a subject's name means; an age or a home shows that an unknown one is a person's."""
        name = match["name"]
        if is_position(name.split()[0]) or institution(name.split()[0]):
            return None
        person = self.known(name)
        if person is None and match["age"]:
            return self.meet(name)
        return self._named_alone(name) if person is None and match["home"] else person

    def _telling(self, match: re.Match[str]) -> Speaker | None:
        """Whom the last words of the capitals before a verb name: "… Kabupaten Contoh |I Wayan Mudita menyatakan"."""
        words = match["name"].split()
        if "home" not in match.re.groupindex:
            person = person_at(match.string, match.start("name"), match.end(), self.places)
            is_other = is_position(words[0]) or any(map(institution, words)) or match["name"].casefold() in self.places
            is_told = person is not None and (bool(person.position) or self._named_alone(match["name"]) is not None)
            return self.meet(person.name, person.position) if person is not None and is_told and not is_other else None
        cut = max((at for at, word in enumerate(words, 1) if is_position(word) or institution(word)), default=0)
        words = words[cut:]
        cut = max((at for at, word in enumerate(words[:-2], 1) if word.casefold() in self.places), default=0)
        words = words[cut:]
        name = " ".join(words)
        if not cut and _PLACED.search(match.string, max(0, match.start("name") - _REACH_BACK), match.start("name")):
            return None
        if not words or name.casefold() in self.places or _NO_SUBJECT.match(name):
            return None
        before = match.string[: match.start("name")]
        if match["home"] or (
            len(words) == 1 and not cut and before.endswith(", ") and match.string[match.end("name")] == ","
        ):
            return self.known(name) or self.meet(name)
        return self.known(name) or self._named_alone(name)

    def _bare(self, name: str) -> Speaker | None:
        """A name without a position before a verb of saying."""
        words = name.split()
        if is_position(words[0]) or any(map(institution, words)):
            return None
        found = self.known(name)
        return found if found is not None or len(words) == 1 else self._named_alone(name)

    def _named_alone(self, name: str) -> Speaker | None:
        """A name of several words that no position stands beside."""
        words = name.split()
        if any(words[0].lower() in verbs for verbs in (PASSIVE, ACTIVE, INVERTED)):
            words, name = words[1:], " ".join(words[1:])
        if len(words) < 2 or is_position(words[0]) or any(map(institution, words)):
            return None
        person = person_at(name, 0, len(name), self.places)
        if person is None or person.name != name or name.casefold() in self.places:
            return None
        return self.meet(name)


def has_cue(text: str, person: Person) -> bool:
    """Whether the text shows this person speaking."""
    return bool(
        _CUE_BEHIND.match(text, person.end) or _CUE_BEFORE.search(text, max(0, person.start - 40), person.start)
    )


def _holds(told: Sequence[str], position: str) -> bool:
    """Whether the words say this position again, perhaps shorter: its first word, and further ones in their order."""
    whole = iter(_NOT_TELLING.sub(" ", position).casefold().split())
    first = next(whole, None)
    return bool(told) and told[0] == first and all(word in whole for word in told[1:])


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[str, ...]:
    return tuple(without_degrees(name).casefold().replace(".", "").split())


def _is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words stand in the whole one behind the other."""
    count = len(part)
    if not count or part[0] not in whole:
        return False
    return count == 1 or any(whole[at : at + count] == part for at in range(len(whole) - count + 1))
