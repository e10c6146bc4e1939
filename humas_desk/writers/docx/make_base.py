"""Make the file that every Word copy starts from: our styles by name, Indonesian, nothing of a machine or a person.

Run as `python -m humas_desk.writers.docx.make_base FILE` after a change here; a test compares the committed file.
"""

from pathlib import Path
import sys

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.package import Package

from humas_desk.layout.document import Metadata
from humas_desk.writers.docx.archive import archive
from humas_desk.writers.docx.base_theme import theme_xml
from humas_desk.writers.docx.names import OTHER_NAMES, ROLE_NAMES, StyleName
from humas_desk.writers.docx.package import TextPart
from humas_desk.writers.docx.properties import core_properties
from humas_desk.writers.docx.xml import attribute

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="24"/><w:szCs w:val="24"/>'
    '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
_FOUNDATION = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
_CHARACTERS = (
    ("Strong", "Strong", "<w:b/><w:bCs/>"),
    ("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
    ("Hyperlink", "Hyperlink", ""),
)
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:autoHyphenation w:val="0"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
_FONT_TABLE = (
    ("Arial", "Liberation Sans", "020B0604020202020204", "swiss"),
    ("Times New Roman", "Liberation Serif", "02020603050405020304", "roman"),
    ("Calibri", "Carlito", "020F0502020204030204", "swiss"),
    ("Bookman Old Style", "Humas Bookman", "02050604050505020204", "roman"),
    ("DejaVu Sans", "Verdana", "020B0603030804020204", "swiss"),
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<DocSecurity>0</DocSecurity></Properties>"
)


def base_bytes() -> bytes:
    """The base file, the same bytes on every run."""
    package = Package()
    document = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN, "document", "<w:body/>", package)
    package.relate_to(document, RT.OFFICE_DOCUMENT)
    for name, content_type, relation, tag, xml in (
        ("styles", CT.WML_STYLES, RT.STYLES, "styles", f"{_DEFAULTS}{_FOUNDATION}{_styles()}"),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, "settings", _SETTINGS),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, "numbering", ""),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, "fonts", _fonts()),
    ):
        document.relate_to(_part(f"/word/{name}.xml", content_type, tag, xml, package), relation)
    document.relate_to(TextPart("/word/theme/theme1.xml", CT.OFC_THEME, package, theme_xml()), RT.THEME)
    app = TextPart("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, package, _APP)
    package.relate_to(app, RT.EXTENDED_PROPERTIES)
    core = TextPart("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, package, core_properties(Metadata()))
    package.relate_to(core, RT.CORE_PROPERTIES)
    return archive(package)


def _part(name: str, content_type: str, tag: str, xml: str, package: Package) -> TextPart:
    return TextPart(name, content_type, package, f"<w:{tag} {_NAMESPACES}>{xml}</w:{tag}>")


def _styles() -> str:
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="21"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        for style_id, name, look in _CHARACTERS
    )
    return "".join(_paragraph_style(name) for name in (*ROLE_NAMES.values(), *OTHER_NAMES)) + characters


def _paragraph_style(name: StyleName) -> str:
    custom = "" if name.built_in else ' w:customStyle="1"'
    following = f'<w:next w:val="{name.next_id}"/>' if name.next_id else ""
    level = "" if name.outline is None else f'<w:pPr><w:outlineLvl w:val="{name.outline}"/></w:pPr>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name.id}"><w:name w:val={attribute(name.name)}/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:uiPriority w:val="10"/><w:qFormat/>{level}</w:style>'
    )


def _fonts() -> str:
    return "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, panose, family in _FONT_TABLE
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(base_bytes())
