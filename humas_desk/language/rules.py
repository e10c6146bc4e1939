r"""The rules as data: a folder of text files that the office can read.

A rule is a paragraph of lines:

    [K42] Rupiah tanpa titik dan spasi
    tingkat: kesalahan            (kesalahan | peringatan | saran)
    pasti: ya                     (ya | tidak; without it a kesalahan is definite, the others are not)
    sumber: EYD V KF05
    pesan: Lambang rupiah ditulis serangkai dengan angkanya: {usul}.
    jenis: pola                   (without it the rule's work is done by the code of its group)
    pemicu: Rp                    (the pattern is tried only where one of these words, divided by |, stands)
    pola: \\bRp\\.? *(?=\\d)
    ganti: Rp
    salah: …                      (three or more, found by this rule)
    benar: …                      (as many, left alone by it; the first pair is shown as the example)
"""

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
import re

from humas_desk.errors import BadContent, FileMissing, FileUnreadable
from humas_desk.language.findings import Severity
from humas_desk.values import dataclass

_SEVERITY = {"kesalahan": Severity.ERROR, "peringatan": Severity.WARNING, "saran": Severity.HINT}
_HEAD = re.compile(r"\[([KDGS]\d\d)\] (.+)")
_KEYS = frozenset(
    ("tingkat", "pasti", "sumber", "pesan", "jenis", "pemicu", "pola", "ganti", "salah", "benar", "peran")
)
_NEEDED = ("tingkat", "sumber", "pesan", "salah", "benar")
PARAGRAPH_SIGN = " ¶ "
"""Stands for a new paragraph in an example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the house, with what a reader needs to believe it."""

    code: str
    """K: language, D: the whole release, G: withheld information, S: spelling."""
    name: str
    severity: Severity
    definite: bool
    message: str
    """{kata}: what stands there, {usul}: the first replacement, {catatan}: what the check adds."""
    source: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    kind: str = ""
    """ "pola": found by `pattern`; empty: by the code of its group."""
    triggers: tuple[str, ...] = ()
    pattern: str = ""
    replacement: str = ""
    role: str = ""
    """Role of the examples: judul, butir; empty: running text."""


@dataclass(slots=True)
class _Draft:
    code: str
    name: str
    line: int
    values: dict[str, list[str]] = field(default_factory=dict)


def read_lines(path: Path) -> list[str]:
    """The lines of a data file. Raises FileMissing, FileUnreadable, BadContent (bytes that are not UTF-8)."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, str(error)) from error
    except UnicodeDecodeError as error:
        raise BadContent(path, "line 1", "text", "bytes that are not UTF-8") from error


def load_rules(folder: Path) -> dict[str, Rule]:
    """All rules of the folder's .txt files, by code. A mistake is a BadContent with the file and `line N` as its place."""
    rules: dict[str, Rule] = {}
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise FileMissing(folder)
    for path in files:
        for draft in _drafts(path):
            if draft.code in rules:
                raise BadContent(path, f"line {draft.line}", "a code of its own", draft.code)
            rules[draft.code] = _rule(path, draft)
    return rules


def _drafts(path: Path) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, line in enumerate(read_lines(path), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            head = _HEAD.fullmatch(line)
            if head is None:
                raise BadContent(path, f"line {number}", "[K01] name", line)
            if draft is not None:
                yield draft
            draft = _Draft(code=head[1], name=head[2], line=number)
            continue
        key, colon, value = line.partition(": ")
        if draft is None or not colon or key not in _KEYS:
            raise BadContent(path, f"line {number}", " | ".join(sorted(_KEYS)), line)
        draft.values.setdefault(key, []).append(value)
    if draft is not None:
        yield draft


def _rule(path: Path, draft: _Draft) -> Rule:
    values = {key: given[-1] for key, given in draft.values.items()}
    place = f"line {draft.line}"
    for key in _NEEDED:
        if key not in values:
            raise BadContent(path, place, key, draft.code)
    severity = _SEVERITY.get(values["tingkat"])
    if severity is None:
        raise BadContent(path, place, " | ".join(_SEVERITY), values["tingkat"])
    pattern = values.get("pola", "")
    try:
        re.compile(pattern)
    except re.error as error:
        raise BadContent(path, place, "a pattern", str(error)) from error
    sure = values.get("pasti", "ya" if severity is Severity.ERROR else "tidak")
    return Rule(
        code=draft.code,
        name=draft.name,
        severity=severity,
        definite=sure == "ya",
        message=values["pesan"],
        source=values["sumber"],
        bad=tuple(text.replace(PARAGRAPH_SIGN, "\n") for text in draft.values["salah"]),
        good=tuple(text.replace(PARAGRAPH_SIGN, "\n") for text in draft.values["benar"]),
        kind=values.get("jenis", ""),
        triggers=tuple(values.get("pemicu", "").split("|")) if "pemicu" in values else (),
        pattern=pattern,
        replacement=values.get("ganti", ""),
        role=values.get("peran", ""),
    )
