"""The house style: a text of a thousand words from cold and warm, one paragraph that changes, hostile texts."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
import subprocess
import sys

from humas_desk.language.checker import Checker
from tests.accuracy.corpora import Half, clean_releases
from tests.bench.table import Row, median, times_ms

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "assets" / "words"
COLD_MS = 60
WARM_MS = 15
PARAGRAPH_MS = 2
AGREED_GROWTH = 3.0
THOUSAND = 1000
PARAGRAPH = 120
HOSTILE = {
    "one word of 1 MB": "a" * 1_000_000,
    "100,000 quote marks": "“" * 100_000,
    "nested brackets": "(" * 50_000 + ")" * 50_000,
}


def rows() -> Iterator[Row]:
    """From cold, warm, while typing, and at its worst."""
    text = clean_text(THOUSAND)
    yield from cold(text)
    checker = Checker(WORDS)
    taken = times_ms(lambda number: checker.check_text(f"{text} {number}"), count=30)
    yield Row(
        what=f"{THOUSAND} words, warm, every round changed, median",
        value=median(taken),
        floor=median(times_ms(lambda _: text.lower().split(), count=30)),
        floor_name="lower and split",
        limit=f"≤ {WARM_MS} ms",
        is_kept=median(taken) <= WARM_MS,
    )
    paragraph = clean_text(PARAGRAPH)
    typed = times_ms(lambda number: checker.check_field("blocks[3].text", f"{paragraph} {number}"), count=200)
    yield Row(
        what=f"a paragraph of {PARAGRAPH} words as it changes, median",
        value=median(typed),
        limit=f"≤ {PARAGRAPH_MS} ms",
        is_kept=median(typed) <= PARAGRAPH_MS,
    )
    for what, hostile in HOSTILE.items():
        yield growth(checker, what, hostile)


def cold(text: str) -> Iterator[Row]:
    """Reading rules, lists and dictionary, then the text, in a fresh process; without the start of Python and its imports."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom humas_desk.language.checker import Checker\nimport hunspell\n"
        "text = sys.stdin.buffer.read().decode()\nstart = time.perf_counter()\nchecker = Checker(Path(sys.argv[1]))\n"
        "made = time.perf_counter()\nchecker.check_text(text)\nprint(made - start, time.perf_counter() - made)"
    )
    taken = []
    for _turn in range(7):
        done = subprocess.run(
            [sys.executable, "-c", code, str(WORDS)], input=text.encode(), capture_output=True, check=True, cwd=ROOT
        )
        taken.append([float(part) * 1000 for part in done.stdout.split()])
    loading, checking = (median([turn[part] for turn in taken]) for part in (0, 1))
    yield Row(what="the checker made, rules and lists read", value=loading)
    yield Row(
        what=f"{THOUSAND} words from cold, the dictionary read for them",
        value=checking,
        limit=f"≤ {COLD_MS} ms",
        is_kept=checking <= COLD_MS,
    )


def growth(checker: Checker, what: str, text: str) -> Row:
    """Twice the text takes twice the time."""
    half, whole = (
        min(times_ms(partial(_check, checker, part), count=3, warm=0)) / 1000 for part in (text[: len(text) // 2], text)
    )
    ratio = whole / half
    return Row(
        what=f"{what}: {whole:.1f} s, against half of it",
        value=ratio,
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=ratio <= AGREED_GROWTH,
    )


def _check(checker: Checker, text: str, _number: int) -> None:
    checker.check_text(text)


def clean_text(words: int) -> str:
    """So many words of the clean releases, whole paragraphs but for the last."""
    parts: list[str] = []
    left = words
    for text in clean_releases(Half.DEV).values():
        for line in text.splitlines():
            found = line.split()
            parts.append(" ".join(found[:left]))
            left -= len(found)
            if left <= 0:
                return "\n".join(parts)
    return "\n".join(parts)
