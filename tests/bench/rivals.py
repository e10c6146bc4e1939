"""The same release by other programs, in one process: `make rivals`. They are no part of the tools, so it installs them.

Every round edits every paragraph, so nobody lives on what was remembered; rounds take turns, so a slow moment hits all alike.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
import gc
from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
import subprocess
import sys
import tempfile
import time
import tracemalloc
from typing import Any

from humas_desk.layout.compose import compose
from humas_desk.layout.loader import load_template
from humas_desk.release.blocks import Paragraph, Photo, Quote
from humas_desk.release.release import Release
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.bench.bench_docx import BASE, bare_zip
from tests.bench.bench_pdf import OFFICE, PHOTO, ROOT, Shop, floor_ms, photo, release
from tests.bench.table import Row, median, table, times_ms

FONTS = ROOT / "assets" / "fonts"
ROUNDS = 15
LONG_ROUNDS = 5
LONG_PARAGRAPHS = 480
LONGEST_PARAGRAPHS = 2400
AGREED_TO_TYPST = 1.5
AGREED_LONG_TO_TYPST = 0.4
AGREED_TO_DOCXTPL = 0.5
AGREED_GROWTH = 1.3
AGREED_MEMORY_MB = 60
HEAD = ("BADAN PENGAWAS PEMILIHAN UMUM", "KABUPATEN CONTOH", *OFFICE.address)

Maker = Callable[[Release], bytes]


def edited_everywhere(made: Release, number: int) -> Release:
    """The release with every paragraph changed."""
    return replace(
        made,
        blocks=tuple(
            replace(block, text=f"{number} {block.text}") if isinstance(block, Paragraph) else block
            for block in made.blocks
        ),
    )


def texts(made: Release) -> list[str]:
    """Its paragraphs and its quote as plain text, the photo as an empty one."""
    return [
        f"“{block.text}” kata {block.speaker.name}." if isinstance(block, Quote) else getattr(block, "text", "")
        for block in made.blocks
        if isinstance(block, (Paragraph, Quote, Photo))
    ]


def ours(shop: Shop, template: str = "rilis-berita") -> Maker:
    """From facts to a PDF for archive and screen reader."""
    rules = load_template(ROOT / "templates" / template)

    def work(made: Release) -> bytes:
        document = compose(made, OFFICE, rules, images=shop.images)
        return write_pdf(typeset(document, shop.fonts).pages, shop.fonts)

    return work


def typst(folder: Path) -> Maker:
    """PDF/A-2a and PDF/UA-1, with the same fonts."""
    compiler = import_module("typst").Compiler(root=str(folder), font_paths=[str(FONTS)])
    source = folder / "release.typ"

    def work(made: Release) -> bytes:
        escaped = [text.translate(_TYPST) for text in texts(made)]
        body = "\n\n".join(
            text or f'#figure(image("{PHOTO}", alt: "Warga"), caption: [Warga di balai.])' for text in escaped
        )
        head = " \\\n".join(HEAD)
        source.write_text(
            f'#set document(title: "{made.title}", author: "Bawaslu")\n#set text(lang: "id", font: "Liberation Sans", size: 12pt)\n'
            f'#set page(paper: "a4", margin: (left: 30mm, right: 25mm, top: 15mm, bottom: 20mm))\n'
            f"#set par(justify: true, leading: 6pt, spacing: 14pt)\n#align(center)[{head}]\n#line(length: 100%)\n= {made.title}\n\n{body}\n",
            encoding="utf-8",
        )
        data: bytes = compiler.compile(input=str(source), format="pdf", pdf_standards=["a-2a", "ua-1"])
        return data

    return work


_TYPST = str.maketrans({sign: f"\\{sign}" for sign in "\\#$*_`<>@[]~"})


def fpdf2(folder: Path) -> Maker:
    """Without tags: it has none."""
    library = import_module("fpdf")

    def work(made: Release) -> bytes:
        pdf: Any = library.FPDF(format="A4")
        pdf.set_margins(30, 15, 25)
        for style, file in (("", "Regular"), ("B", "Bold")):
            pdf.add_font("L", style, str(FONTS / f"LiberationSans-{file}.ttf"))
        pdf.add_page()
        pdf.set_font("L", "B", 14)
        for line in HEAD:
            pdf.cell(0, 6, line, align="C", new_x="LMARGIN", new_y="NEXT")
        pdf.multi_cell(0, 7, made.title, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("L", "", 12)
        for text in texts(made):
            if text:
                pdf.multi_cell(0, 5.6, text, align="J", new_x="LMARGIN", new_y="NEXT")
            else:
                pdf.image(str(folder / PHOTO), w=155)
            pdf.ln(3)
        return bytes(pdf.output())

    return work


def weasyprint(folder: Path) -> Maker:
    """PDF/UA-1."""
    library = import_module("weasyprint")
    configuration = import_module("weasyprint.text.fonts").FontConfiguration()

    def work(made: Release) -> bytes:
        body = "".join(
            f"<p>{escape(text)}</p>" if text else f'<img alt="Warga" src="{PHOTO}" style="width:155mm">'
            for text in texts(made)
        )
        page = (
            f'<html lang="id"><head><title>{escape(made.title)}</title><style>@page {{size: A4; margin: 15mm 25mm 20mm 30mm}}'
            "body {font: 12pt/16pt 'Liberation Sans'; text-align: justify}</style></head>"
            f"<body><div>{'<br>'.join(HEAD)}</div><h1>{escape(made.title)}</h1>{body}</body></html>"
        )
        html = library.HTML(string=page, base_url=str(folder))
        data: bytes = html.write_pdf(font_config=configuration, pdf_variant="pdf/ua-1")
        return data

    return work


def word_of_ours(shop: Shop) -> Maker:
    """From facts to DOCX."""
    rules = load_template(ROOT / "templates" / "rilis-berita")

    def work(made: Release) -> bytes:
        document = compose(made, OFFICE, rules, images=shop.images)
        return write_docx(typeset(document, shop.fonts).document, base=BASE)

    return work


def docxtpl(folder: Path) -> Maker:
    """A template of the same paragraphs, filled in."""
    library, word = import_module("docxtpl"), import_module("docx")
    pattern = word.Document()
    for line in HEAD:
        pattern.add_paragraph(line)
    for text in ("{{ title }}", "{%p for text in texts %}", "{{ text }}", "{%p endfor %}", "{{ photo }}"):
        pattern.add_paragraph(text)
    path = folder / "pattern.docx"
    pattern.save(path)

    def work(made: Release) -> bytes:
        filled = library.DocxTemplate(path)
        picture = library.InlineImage(filled, str(folder / PHOTO), width=word.shared.Mm(155))
        filled.render(
            {"title": made.title, "texts": [text for text in texts(made) if text], "photo": picture}, autoescape=True
        )
        file = BytesIO()
        filled.save(file)
        return file.getvalue()

    return work


def take_turns(works: dict[str, Maker], made: Release, rounds: int) -> dict[str, float]:
    """Median ms of the processor's time of each, the first round left out: what else the machine does is not counted.

    Nor does anybody pay for what the others keep in memory: it is no garbage to be looked for.
    """
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        edition = edited_everywhere(made, number)
        for name, work in works.items():
            start = time.process_time()
            work(edition)
            taken[name].append((time.process_time() - start) * 1000)
    return {name: median(times[1:]) for name, times in taken.items()}


def rows(folder: Path) -> Iterator[Row]:
    """The short release, the long one, Word's copy, growth and memory."""
    image = photo()
    (folder / PHOTO).write_bytes(image.data)
    shop = Shop(fonts=Fonts(FONTS), images={PHOTO: image})
    makers = {"ours": ours(shop), "Typst": typst(folder), "fpdf2": fpdf2(folder), "WeasyPrint": weasyprint(folder)}
    yield from short_rows(shop, makers)
    yield from long_rows(makers)
    yield from word_rows(shop, folder)
    yield from growth_rows(shop)


def short_rows(shop: Shop, makers: dict[str, Maker]) -> Iterator[Row]:
    taken = take_turns(makers, release(), ROUNDS)
    floor = floor_ms(typeset(shop.composed(release()), shop.fonts).pages, ROUNDS)
    for name, value in taken.items():
        yield Row(
            what=f"2 pages, every paragraph edited: {name}",
            value=value,
            floor=floor if name == "ours" else taken["ours"],
            floor_name="bare canvas" if name == "ours" else "ours",
            limit=f"≤ {AGREED_TO_TYPST} × Typst" if name == "ours" else "",
            is_kept=name != "ours" or value <= AGREED_TO_TYPST * taken["Typst"],
        )


def long_rows(makers: dict[str, Maker]) -> Iterator[Row]:
    both = {name: makers[name] for name in ("ours", "Typst")}
    taken = take_turns(both, release(LONG_PARAGRAPHS), LONG_ROUNDS)
    yield Row(
        what=f"{LONG_PARAGRAPHS} paragraphs, some 100 pages: ours",
        value=taken["ours"],
        floor=taken["Typst"],
        floor_name="Typst",
        limit=f"≤ {AGREED_LONG_TO_TYPST} × Typst",
        is_kept=taken["ours"] <= AGREED_LONG_TO_TYPST * taken["Typst"],
    )


def word_rows(shop: Shop, folder: Path) -> Iterator[Row]:
    taken = take_turns({"ours": word_of_ours(shop), "docxtpl": docxtpl(folder)}, release(), ROUNDS)
    sample = word_of_ours(shop)(release())
    yield Row(
        what="the DOCX: ours",
        value=taken["ours"],
        floor=taken["docxtpl"],
        floor_name="docxtpl",
        limit=f"≤ {AGREED_TO_DOCXTPL} × docxtpl",
        is_kept=taken["ours"] <= AGREED_TO_DOCXTPL * taken["docxtpl"],
    )
    start = time.perf_counter()
    bare_zip(sample)
    yield Row(what="its parts packed again", value=(time.perf_counter() - start) * 1000)
    (folder / "ours.docx").write_bytes(sample)
    start = time.perf_counter()
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(folder / "ours.docx")], check=True, capture_output=True)
    yield Row(what="that DOCX to PDF by LibreOffice, its start included", value=(time.perf_counter() - start) * 1000)


def growth_rows(shop: Shop) -> Iterator[Row]:
    """Five times the pages cost five times as much; what a hundred pages need in memory."""
    make = ours(shop)
    per_page = []
    for paragraphs in (LONG_PARAGRAPHS, LONGEST_PARAGRAPHS):
        pages = len(typeset(shop.composed(release(paragraphs)), shop.fonts).pages.pages)
        per_page.append(min(times_ms(partial(_again, make, release(paragraphs)), count=3, warm=1)) / pages)
    yield Row(
        what="a page of five hundred against one of a hundred",
        value=per_page[1] / per_page[0],
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=per_page[1] <= AGREED_GROWTH * per_page[0],
    )
    tracemalloc.start()
    make(release(LONG_PARAGRAPHS))
    peak_mb = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    yield Row(
        what="memory for the hundred pages, at its peak",
        value=peak_mb,
        unit="MB",
        limit=f"≤ {AGREED_MEMORY_MB} MB",
        is_kept=peak_mb <= AGREED_MEMORY_MB,
    )


def _again(make: Maker, made: Release, _number: int) -> bytes:
    return make(made)


def main() -> int:
    """Print the table; 1 when a figure does not keep what was agreed."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(rows(Path(folder)))
    sys.stdout.write(table(found))
    return 0 if all(row.is_kept for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
