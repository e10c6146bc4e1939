"""`humas-desk check`: what the house style says about releases and plain texts, and the definite fixes of one."""

from collections.abc import Iterable
import json
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from humas_desk.cli.arguments import Command, Given, UsageMistake
from humas_desk.cli.saying import DONE, HAS_ERRORS, give, give_paths, say, tell
from humas_desk.desk.folders import Folders
from humas_desk.errors import HumasError
from humas_desk.values import dataclass
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.language.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`humas-desk check FILE…`; with `to`: `humas-desk check --fix FILE --to FILE2`."""

    keeps_log: ClassVar[bool] = False
    files: tuple[Path, ...]
    to: Path | None = None
    json: bool = False

    def run(self, folders: Folders) -> int:
        """Check each file; gives the worst exit code: 0 no errors, 1 errors found, 3 unreadable."""
        return self._check(folders) if self.to is None else self._fix(folders, self.to)

    def _check(self, folders: Folders) -> int:
        from humas_desk.desk.checked_files import check_file

        codes = [DONE]
        listed: list[dict[str, object]] = []
        for path in self.files:
            try:
                checked = check_file(folders, path)
            except HumasError as error:
                codes.append(tell(str(path), error))
                continue
            codes.append(HAS_ERRORS if checked.has_errors else DONE)
            if self.json:
                listed += [_listed(path, finding) for finding in checked.with_suggestions()]
            else:
                _say_all(path, checked.text, checked.findings)
        if self.json:
            give(json.dumps(listed, ensure_ascii=False, indent=2))
        return max(codes)

    def _fix(self, folders: Folders, to: Path) -> int:
        from humas_desk.desk.checked_files import check_file, fix_file

        try:
            fix_file(folders, self.files[0], to)
            left = check_file(folders, to)
        except HumasError as error:
            return tell(str(self.files[0]), error)
        give_paths([to], as_json=self.json)
        return HAS_ERRORS if left.has_errors else DONE


def _listed(path: Path, finding: "Finding") -> dict[str, object]:
    """A finding as the JSON list has it."""
    return {
        "file": str(path),
        "place": finding.place,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "definite": finding.definite,
        "message": finding.message,
        "replacements": list(finding.replacements),
    }


def _say_all(path: Path, text: str | None, findings: "Iterable[Finding]") -> None:
    """`file: place: sentence`; the place in a plain text is its line."""
    for finding in findings:
        place = finding.place or str((text or "").count("\n", 0, finding.start) + 1)
        say(f"{path}: {place}: {finding.rule} “{finding.text}” – {finding.message}")


def _help() -> str:
    return _(
        "  humas-desk check FILE...             what the house style says (releases and plain texts)\n"
        "      --json                           write the findings as JSON\n"
        "      --fix FILE --to FILE2            write a copy with the definite fixes"
    )


def _read(given: Given) -> Check:
    if not given.files:
        raise UsageMistake(_("Name at least one file to check."))
    to = given.options.get("--to")
    if ("--fix" in given.options) != (to is not None) or (to is not None and len(given.files) > 1):
        raise UsageMistake(_("Fixes are written to a file of their own: check --fix FILE --to FILE2."))
    return Check(
        files=tuple(Path(name) for name in given.files), to=Path(to) if to else None, json="--json" in given.options
    )


CHECK = Command(name="check", help=_help, read=_read, with_value=("--to",), flags=("--fix", "--json"))
