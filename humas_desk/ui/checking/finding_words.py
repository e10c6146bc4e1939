"""Words about findings: their weight, how many there are, what is said beside one."""

from collections import Counter
from collections.abc import Iterable

from humas_desk.desk.proofs import WORST_FIRST
from humas_desk.language.findings import Finding, Severity
from humas_desk.wording import _, mark, ngettext

WEIGHTS = {Severity.ERROR: mark("Error"), Severity.WARNING: mark("Warning"), Severity.HINT: mark("Hint")}
ICONS = {Severity.ERROR: "x-octagon", Severity.WARNING: "exclamation-triangle", Severity.HINT: "lightbulb"}


def weight_word(severity: Severity) -> str:
    """ "Kesalahan", "Peringatan" or "Saran"."""
    return _(WEIGHTS[severity])


def counted(findings: Iterable[Finding]) -> str:
    """How many of each: "2 kesalahan · 1 saran"; empty when there are none."""
    counts = Counter(finding.severity for finding in findings)
    words = {
        Severity.ERROR: lambda n: ngettext("{count} error", "{count} errors", n),
        Severity.WARNING: lambda n: ngettext("{count} warning", "{count} warnings", n),
        Severity.HINT: lambda n: ngettext("{count} hint", "{count} hints", n),
    }
    return " · ".join(words[each](counts[each]).format(count=counts[each]) for each in WORST_FIRST if counts[each])


def fix_words(finding: Finding, replacement: str) -> str:
    """A replacement as a person reads it: what takes words away says so."""
    shown = replacement.replace("\u00a0", " ").strip("\n")
    return shown if shown.strip() else _("Delete “{text}”").format(text=shorten(finding.text))


def shorten(text: str, most: int = 40) -> str:
    """At most so many characters on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
