"""Names of persons that a text holds, so that no rule takes them for words."""

from collections.abc import Collection, Iterator, Sequence

from humas_desk.language.kit import Kit
from humas_desk.language.pairs import is_a_person
from humas_desk.language.passage import Passage, Role, shared_words
from humas_desk.release.blocks import Quote
from humas_desk.release.release import Release


def release_names(release: Release) -> tuple[str, ...]:
    """Everybody the release names in a field of its own."""
    return tuple(_release_names(release))


def _release_names(release: Release) -> Iterator[str]:
    blocks = (*release.blocks, *(block for attachment in release.attachments for block in attachment.blocks))
    for block in blocks:
        if isinstance(block, Quote):
            yield block.speaker.name
            yield block.speaker.short or ""
    for contact in release.contacts:
        yield contact.name
    for signatory in release.signatories:
        yield signatory.name
    named = release.credits
    yield from (name or "" for name in (named.writer, named.editor, named.photographer))


def known_names(passages: Sequence[Passage], given: Collection[str], kit: Kit) -> frozenset[str]:
    """Words of names: of the people given, and words with a capital that no list knows, where only a name has one.

    A sentence's start and a title explain the capital; there a district's name is one.
    """
    found = set(shared_words(given))
    for passage in passages:
        if passage.is_capitals:
            continue
        is_title = passage.role is Role.TITLE
        for index, raw in enumerate(passage.raws):
            if not raw[0].isupper() or len(raw) < 3:
                continue
            low = passage.lows[index]
            if low in found:
                continue
            if low in kit.lists.pairs:
                if any(is_a_person(passage, index, pair, kit) for pair in kit.lists.pairs[low]):
                    found.add(low)
                continue
            if kit.spelling.lists(low):
                continue
            if not (passage.first[index] or is_title) or low in kit.districts:
                found.add(low)
    return frozenset(found - _common(kit))


def _common(kit: Kit) -> frozenset[str]:
    """Words that name offices and bodies, also when a person's field holds them."""
    return kit.lists.of("jabatan tunggal") | kit.lists.of("badan") | kit.lists.of("kata tugas")
