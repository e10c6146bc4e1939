"""`humas-desk sample`: an office and a release to start from."""

from pathlib import Path
from typing import ClassVar

from humas_desk.cli.arguments import Command, Given, no_files, target_folder
from humas_desk.cli.saying import DONE, give_paths, tell
from humas_desk.desk.folders import Folders
from humas_desk.errors import HumasError
from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """`humas-desk sample --to DIR`."""

    keeps_log: ClassVar[bool] = False
    to: Path
    json: bool = False

    def run(self, folders: Folders) -> int:
        """Write the samples; gives the exit code."""
        from humas_desk.desk.samples import write_samples

        try:
            paths = write_samples(folders, self.to)
        except HumasError as error:
            return tell(str(self.to), error)
        give_paths(paths, as_json=self.json)
        return DONE


def _help() -> str:
    return _("  humas-desk sample --to DIR           write a sample office and a sample release")


def _read(given: Given) -> Sample:
    no_files(given)
    return Sample(to=target_folder(given), json="--json" in given.options)


SAMPLE = Command(name="sample", help=_help, read=_read, with_value=("--to",), flags=("--json",))
