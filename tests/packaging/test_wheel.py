"""The packed program in an empty folder, as a person gets it: nothing of the source tree is in reach."""

import os
from pathlib import Path
import shutil
import subprocess
import sys
import sysconfig
from zipfile import ZipFile

import pytest

pytestmark = [pytest.mark.package, pytest.mark.timeout(300)]


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, without this process's Python settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HUMAS", "DISPLAY"))}
    environment = kept | {"HUMAS_DESK_DATA": str(folder / "data")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the files: a build writes into its own folder."""
    source = tmp_path_factory.mktemp("source") / "humas-desk"
    ignore = shutil.ignore_patterns(".git", ".venv", "*.mo", "__pycache__", ".*_cache", "dist", "build", "tests")
    shutil.copytree(root, source, ignore=ignore)
    target = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, source], source)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with a fresh environment `env` that holds the wheel.

    The libraries are those of the running environment, reached by their folder alone: its own link to the source tree
    (an editable install) does not work from there.
    """
    folder = tmp_path_factory.mktemp("empty")
    run([sys.executable, "-m", "venv", folder / "env"], folder)
    packages = sysconfig.get_path("purelib", vars={"base": str(folder / "env"), "platbase": str(folder / "env")})
    run([program(folder, "python"), "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", wheel], folder)
    (Path(packages) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def program(folder: Path, name: str) -> Path:
    return folder / "env" / ("Scripts" if os.name == "nt" else "bin") / name


def test_the_wheel_holds_fonts_with_licences_templates_and_words(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for needed in (
        "humas_desk/locale/id/LC_MESSAGES/humas_desk.mo",
        "humas_desk/assets/icc/sRGB.icc",
        "humas_desk/assets/fonts/LiberationSans-Regular.ttf",
        "humas_desk/assets/samples/office.toml",
        "humas_desk/assets/words/wilayah.tsv",
        "humas_desk/assets/words/wilayah_sebutan.tsv",
        "humas_desk/assets/words/LICENSE-wilayah.txt",
        "humas_desk/assets/words/LICENSE-hunspell-id.txt",
        "humas_desk/assets/words/kecamatan.txt",
        "humas_desk/templates/siaran-pers/template.toml",
        "humas_desk/templates/rilis-berita/template.toml",
        "humas_desk/templates/undangan-media/template.toml",
    ):
        assert needed in names
    assert any("LICEN" in name.upper() and name.startswith("humas_desk/assets/fonts/") for name in names)
    assert not [name for name in names if name.startswith("tests/") or "build_hook" in name]


def test_the_packed_program_is_not_the_source_tree(installed: Path, root: Path) -> None:
    where = run([program(installed, "python"), "-c", "import humas_desk; print(humas_desk.__file__)"], installed)
    assert Path(where.stdout.strip()).is_relative_to(installed)
    assert not Path(where.stdout.strip()).is_relative_to(root)


def test_the_packed_program_speaks_indonesian(installed: Path) -> None:
    code = "from humas_desk.wording import _; print(_('Your text is safe.'))"
    said = run([program(installed, "python"), "-X", "utf8", "-c", code], installed)
    assert said.stdout.strip() == "Tulisan Anda aman."


def test_the_packed_program_writes_and_exports_its_sample(installed: Path) -> None:
    desk = program(installed, "humas-desk")
    run([desk, "sample", "--to", "sample"], installed)
    sample = installed / "sample"
    assert sorted(path.name for path in sample.iterdir() if path.suffix != ".jpg") == [
        "contoh.humas",
        "contoh.json",
        "office.toml",
    ]
    done = run([desk, "export", sample / "contoh.humas", "--to", "out", "--office", sample / "office.toml"], installed)
    written = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(path.suffix for path in written) == [".docx", ".pdf"]
    pdf, docx = (next(installed / p for p in written if p.suffix == suffix) for suffix in (".pdf", ".docx"))
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "word/document.xml" in ZipFile(docx).namelist()
