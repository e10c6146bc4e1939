"""What the file says about itself: for every program (Info), and as XMP for archives (ISO 19005-3, 6.6; ISO 14289-1, 5)."""

from datetime import datetime
from html import escape
from typing import Final

from humas_desk.layout.document import Metadata
from humas_desk.values import dataclass
from humas_desk.writers.pdf.file import LONGEST_TEXT, literal

PRODUCER: Final = "Humas Desk"

PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The document's metadata in characters that both forms can hold."""

    title: str
    author: str
    subject: str
    keywords: str
    created: str
    """ISO 8601 with its zone."""
    language: str


def about(metadata: Metadata) -> About:
    """The metadata, cleaned. A release without a title is named after its kind: PDF/UA asks for a title."""
    title, subject = _clean(metadata.title), _clean(metadata.subject)
    return About(
        title=title or subject or PRODUCER,
        author=_clean(metadata.author),
        subject=subject,
        keywords=_clean(", ".join(metadata.keywords)),
        created=metadata.created,
        language=metadata.language,
    )


def _clean(text: str) -> str:
    """The text on one line, cut, without what XML or UTF-16 cannot hold (controls, lone surrogates, noncharacters)."""
    kept = "".join(character if character >= " " and character not in "\ufffe\uffff\x7f" else " " for character in text)
    return " ".join(kept.encode("utf-8", "replace").decode("utf-8").split())[:LONGEST_TEXT]


def info(facts: About) -> str:
    """The information dictionary."""
    stamp = f"({pdf_date(facts.created)})"
    entries = (
        ("Title", literal(facts.title)),
        ("Author", literal(facts.author)),
        ("Subject", literal(facts.subject)),
        ("Keywords", literal(facts.keywords)),
        ("Creator", literal(PRODUCER)),
        ("Producer", literal(PRODUCER)),
        ("CreationDate", stamp),
        ("ModDate", stamp),
        ("Trapped", "/False"),
    )
    return f"<< {' '.join(f'/{key} {value}' for key, value in entries if value != '()')} >>"


def xmp(facts: About) -> bytes:
    """The same as an XMP packet, with the standards that the file follows."""
    moment = datetime.fromisoformat(facts.created).isoformat()
    language = facts.language
    simple = (
        ("pdf:Keywords", facts.keywords),
        ("pdf:Producer", PRODUCER),
        ("xmp:CreatorTool", PRODUCER),
        ("xmp:CreateDate", moment),
        ("xmp:ModifyDate", moment),
        ("xmp:MetadataDate", moment),
    )
    lines = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
    ]
    for name, text in (("dc:title", facts.title), ("dc:description", facts.subject)):
        if text:
            words = f'<rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li>'
            lines.append(f"<{name}><rdf:Alt>{words}</rdf:Alt></{name}>")
    if facts.author:
        lines.append(
            f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author, quote=False)}</rdf:li></rdf:Seq></dc:creator>"
        )
    lines += [f"<{name}>{escape(text, quote=False)}</{name}>" for name, text in simple if text]
    return PACKET.replace("{properties}", "\n".join(lines)).encode()


def pdf_date(iso: str) -> str:
    """An ISO 8601 time as PDF writes it (ISO 32000-1, 7.9.4): "D:20230828000000+07'00'"."""
    moment = datetime.fromisoformat(iso)
    offset = moment.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    clock = f"{moment.year:04}{moment.month:02}{moment.day:02}{moment.hour:02}{moment.minute:02}{moment.second:02}"
    return f"D:{clock}{'-' if minutes < 0 else '+'}{hours:02}'{rest:02}'"
