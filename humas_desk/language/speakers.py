"""Who speaks in a release: quotes without anybody, attribution twice, a press release without a contact (D12–D13, K70)."""

from collections.abc import Sequence

from humas_desk.language.document import Found
from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role
from humas_desk.release.blocks import Paragraph, Pattern, Quote
from humas_desk.release.release import Kind, Release

_AFTER = frozenset(Pattern) - {Pattern.PLAIN, Pattern.SPEAKER_VERB_QUOTE, Pattern.SPEAKER_VERB_COLON_QUOTE}


def check_speakers(release: Release, kit: Kit, passages: Sequence[Passage]) -> list[Found]:
    """What the blocks say of their speakers."""
    by_place = {passage.place: passage for passage in passages}
    found: list[Found] = []
    for index, block in enumerate(release.blocks):
        passage = by_place.get(f"blocks[{index}].text")
        if not isinstance(block, Quote) or passage is None or not passage.lows:
            continue
        speaker = block.speaker
        if block.pattern is not Pattern.PLAIN and not speaker.name.strip() and not speaker.position.strip():
            found.append((passage, Hit("D12", 0, passage.ends[0], ())))
        before = release.blocks[index - 1] if index else None
        lead_in = by_place.get(f"blocks[{index - 1}].text")
        if block.joined and isinstance(before, Paragraph) and lead_in is not None and block.pattern in _AFTER:
            found += _lead_in(lead_in, kit)
    if release.kind is Kind.PRESS and not release.contacts:
        title = by_place.get("title") or Passage("", place="title", role=Role.TITLE)
        found.append((title, Hit("D13", 0, title.ends[0] if title.ends else 0, ())))
    return found


def _lead_in(passage: Passage, kit: Kit) -> list[Found]:
    """The paragraph that runs into a quote: its verb of speech and the one after the quote say it twice (K70, K05)."""
    last = len(passage.lows) - 1
    if last < 0 or passage.lows[last] not in kit.verbs.active:
        return []
    start, end = passage.starts[last], passage.ends[last]
    said = passage.raws[last]
    found: list[Found] = [(passage, Hit("K70", start, end, (), note=said))]
    if not passage.text[end:].strip():
        found.append((passage, Hit("K05", start, end, (f"{said},", f"{said}:"))))
    return found
