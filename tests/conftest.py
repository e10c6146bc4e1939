"""What all tests share: the folder of material beside the project, the catalogue, and no skip that nobody knows of."""

from collections.abc import Generator
import os
from pathlib import Path
import runpy

from hypothesis import settings
import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED_ABSENT = "the folder of shared material is not here"
ALLOWED_SKIPS = ROOT / "tests" / "allowed_skips.txt"
STRICT = "HUMAS_DESK_STRICT_SKIPS"
"""Set by `make test`: a skip that is not listed in allowed_skips.txt fails."""


def pytest_configure() -> None:
    """The Indonesian words as they stand in the source, also when nobody ran make; no example fails for being slow."""
    settings.register_profile("house", deadline=None)
    settings.load_profile("house")
    catalogue = runpy.run_path(str(ROOT / "humas_desk" / "locale" / "catalogue.py"))
    list(catalogue["compile_catalogues"]())


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material: $HUMAS_SHARED, else the one beside the project; the test is skipped without it."""
    folder = Path(os.environ.get("HUMAS_SHARED") or ROOT.parent / "shared")
    if not (folder / "seed").is_dir():
        pytest.skip(SHARED_ABSENT)
    return folder


def allowed_skips() -> tuple[str, ...]:
    """Beginnings of `test: reason` that may be skipped."""
    lines = (line.strip() for line in ALLOWED_SKIPS.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def is_allowed(skipped: str, reason: str) -> bool:
    """Is this skip listed, by its test or by its reason?"""
    return any(skipped.startswith(line) or reason.startswith(line) for line in allowed_skips())


def _refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip that nobody listed into a failure that says so."""
    if not os.environ.get(STRICT) or report.outcome != "skipped" or hasattr(report, "wasxfail"):
        return
    reason = (
        report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else str(report.longrepr)
    )
    if not is_allowed(report.nodeid, reason):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped and is not listed in tests/allowed_skips.txt: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Look at every test's report."""
    report = yield
    _refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Look at every file's report: a whole file may be skipped too."""
    report = yield
    _refuse(report)
    return report
