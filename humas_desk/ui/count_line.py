"""How much text there is, as the line under the window says it."""

from humas_desk.desk.counting import Counts
from humas_desk.wording import _, ngettext

_BETWEEN = "  ·  "


def count_line(counts: Counts, pages: int) -> str:
    """Title, parts, words, characters and, once they are known, pages."""
    texts = [
        _("title of {count}").format(count=grouped(counts.title_characters)),
        ngettext("{count} part", "{count} parts", counts.parts).format(count=grouped(counts.parts)),
        ngettext("{count} word", "{count} words", counts.words).format(count=grouped(counts.words)),
        ngettext("{count} character", "{count} characters", counts.characters).format(count=grouped(counts.characters)),
    ]
    if pages:
        texts.append(ngettext("{count} page", "{count} pages", pages).format(count=grouped(pages)))
    return _BETWEEN.join(texts)


def grouped(number: int) -> str:
    """1893 as "1.893", as Indonesian writes it."""
    return f"{number:,}".replace(",", ".")
