"""Atheris on the readers of drafts: `python -m tests.torture.fuzz_drafts docx -max_total_time=60`; a crash ends it with its input.

What the fuzzer chooses are elements, attributes and letters of the format, packed anew each time: it learns about the
readers and not about checksums. PDFs are real ones with bytes changed.
"""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
import sys

import atheris
from reportlab.pdfgen.canvas import Canvas

with atheris.instrument_imports(include=["humas_desk.intake"]):
    from humas_desk.errors import FileError
    from humas_desk.intake.docx_reader import read_docx
    from humas_desk.intake.html_reader import read_html
    from humas_desk.intake.odt_reader import read_odt
    from humas_desk.intake.pdf_reader import read_pdf

from tests.intake.docx_building import NAMESPACES, docx, relation
from tests.intake.test_odt_reader import odt

PATH = Path("draf")
PARTS = ("styles", "numbering", "comments", "footnotes", "header", "image")
WORD = """w:p w:r w:t w:tbl w:tr w:tc w:tcPr w:gridSpan w:trPr w:tblHeader w:sdt w:sdtPr w:showingPlcHdr w:sdtContent w:ins
w:del w:delText w:moveFrom w:moveTo w:hyperlink w:pPr w:pStyle w:numPr w:numId w:ilvl w:rPr w:rStyle w:b w:i w:vanish
w:strike w:drawing w:pict w:object w:br w:tab w:sym w:fldSimple w:instrText w:footnoteReference w:txbxContent a:blip
a:graphicData v:imagedata v:textpath v:textbox mc:AlternateContent mc:Choice mc:Fallback m:oMath m:t w:sectPr
w:headerReference w:style w:name w:basedOn w:abstractNum w:lvl w:numFmt w:num w:lvlOverride w:comment w:footnote""".split()  # noqa: SIM905
WORD_ATTRIBUTES = """w:val w:id w:type w:instr w:char w:styleId w:numId w:ilvl w:abstractNumId w:author r:id r:embed r:link
string uri descr""".split()  # noqa: SIM905
OPEN = """text:p text:h text:span text:list text:list-item text:s text:tab text:line-break text:note text:note-body text:a
office:annotation dc:creator table:table table:table-row table:table-cell table:covered-table-cell draw:frame
draw:image draw:text-box draw:object svg:desc text:hidden-text text:tracked-changes text:changed-region
text:deletion text:section style:style""".split()  # noqa: SIM905
OPEN_ATTRIBUTES = ["text:style-name", "text:c", "xlink:href", "text:string-value", "draw:name", "style:name"]
PAGE = """p div b i span table tr td th ul ol li br img a h1 script style del nav head title pre iframe sup section
figure figcaption""".split()  # noqa: SIM905
PAGE_ATTRIBUTES = ["style", "src", "href", "alt", "colspan", "hidden"]
VALUES = [
    "",
    "0",
    "1",
    "r1",
    "99999999999",
    "-1",
    "x",
    "font-weight:bold",
    "display:none",
    "data:image/png;base64,AAAA",
]
VALUES += ["http://a.example", "mso-list:Ignore", "HYPERLINK x", "F0B7", "A"]


def grown(provider: "atheris.FuzzedDataProvider", tags: list[str], attributes: list[str], *, closes: bool) -> str:
    """Elements in any order and depth; with every tag closed where the format asks for that."""
    out: list[str] = []
    open_tags: list[str] = []
    while provider.remaining_bytes() and len(out) < 400:
        choice = provider.ConsumeIntInRange(0, 9)
        if choice < 5:
            tag = provider.PickValueInList(tags)
            named = (
                f' {provider.PickValueInList(attributes)}="{provider.PickValueInList(VALUES)}"' if choice < 3 else ""
            )
            out.append(f"<{tag}{named}>")
            open_tags.append(tag)
        elif choice < 8 and open_tags:
            out.append(f"</{open_tags.pop()}>")
        else:
            letters = provider.ConsumeUnicodeNoSurrogates(6)
            out.append("".join(letter for letter in letters if letter.isprintable() and letter not in "<&"))
    return "".join([*out, *(f"</{tag}>" for tag in reversed(open_tags) if closes)])


def fuzz_docx(data: bytes) -> None:
    """The main part, and one other part beside it."""
    provider = atheris.FuzzedDataProvider(data)
    kind = PARTS[provider.ConsumeIntInRange(0, len(PARTS) - 1)]
    other = atheris.FuzzedDataProvider(provider.ConsumeBytes(provider.ConsumeIntInRange(0, 300)))
    made = f"<w:{kind} {NAMESPACES}>{grown(other, WORD, WORD_ATTRIBUTES, closes=True)}</w:{kind}>"
    body = grown(provider, WORD, WORD_ATTRIBUTES, closes=True)
    with suppress(FileError):
        read_docx(docx(body, relations=relation("r1", kind, f"{kind}.xml"), parts={f"word/{kind}.xml": made}), PATH)


def fuzz_odt(data: bytes) -> None:
    """The text of an ODT."""
    with suppress(FileError):
        read_odt(odt(grown(atheris.FuzzedDataProvider(data), OPEN, OPEN_ATTRIBUTES, closes=True)), PATH)


def fuzz_html(data: bytes) -> None:
    """A page that closes what it likes."""
    provider = atheris.FuzzedDataProvider(data)
    with suppress(FileError):
        read_html(grown(provider, PAGE, PAGE_ATTRIBUTES, closes=provider.ConsumeBool()).encode(), PATH)


def a_pdf() -> bytes:
    """Two pages with words, unpacked."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    for page in range(2):
        for row in range(20):
            canvas.drawString(72 + row % 3, 720 - 16 * row, f"Baris {row} dari halaman {page} tentang pengawasan-")
        canvas.linkURL("https://contoh.example/", (10, 10, 50, 50))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


A_PDF = a_pdf()


def fuzz_pdf(data: bytes) -> None:
    """A real file with some of its bytes changed."""
    provider = atheris.FuzzedDataProvider(data)
    changed = bytearray(A_PDF)
    while provider.remaining_bytes() > 3:
        place = provider.ConsumeIntInRange(0, len(changed) - 1)
        changed[place : place + provider.ConsumeIntInRange(0, 4)] = provider.ConsumeBytes(
            provider.ConsumeIntInRange(0, 6)
        )
    with suppress(FileError):
        read_pdf(bytes(changed), PATH)


TARGETS = {"docx": fuzz_docx, "odt": fuzz_odt, "html": fuzz_html, "pdf": fuzz_pdf}


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
