"""What the build does before files are packed: compiles the catalogues and maps the data folders into the wheel.

`pyproject.toml` names this file as hatchling's custom hook; it is never imported by the program.
"""

from pathlib import Path
import runpy
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STANDARD = "standard"
"""Hatchling's word for a wheel that holds the files themselves; an editable one points at the source tree."""


class CatalogueHook(BuildHookInterface[Any]):
    """Compiled catalogues beside their sources; `assets/` and `templates/` inside a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare one target; hatchling calls this before it collects the files."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        catalogue = runpy.run_path(str(root / "humas_desk" / "locale" / "catalogue.py"))
        for compiled in catalogue["compile_catalogues"]():
            build_data["artifacts"].append(f"/{compiled.relative_to(root).as_posix()}")
        if version == STANDARD:
            build_data["force_include"] |= {
                str(root / source): target for source, target in self.config["data"].items()
            }
