"""Pictures of the Word copy as DrawingML: in the line, or beside the letterhead's lines."""

from humas_desk.layout.document import Picture
from humas_desk.writers.docx.xml import attribute

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def inline(picture: Picture, *, relation: str, number: int) -> str:
    """A run with the picture standing in the line; `number` is unique in the file."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"{_extent(picture)}{_properties(picture, number)}{_graphic(picture, relation, number)}"
        "</wp:inline></w:drawing></w:r>"
    )


def anchored(picture: Picture, *, relation: str, number: int, down_pt: float) -> str:
    """A run with the picture at the left margin, `down_pt` under its paragraph's upper edge; text does not give way."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(down_pt * EMU_PER_PT)}</wp:posOffset></wp:positionV>'
        f'{_extent(picture)}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{_properties(picture, number)}{_graphic(picture, relation, number)}"
        "</wp:anchor></w:drawing></w:r>"
    )


def _size(picture: Picture) -> tuple[int, int]:
    return round(picture.width_mm * EMU_PER_MM), round(picture.height_mm * EMU_PER_MM)


def _extent(picture: Picture) -> str:
    width, height = _size(picture)
    return f'<wp:extent cx="{width}" cy="{height}"/>'


def _properties(picture: Picture, number: int) -> str:
    decoration = "" if picture.alt else _DECORATION
    name = attribute(f"Gambar {picture.image.sha256[:8]}")
    return (
        f'<wp:docPr id="{number}" name={name} descr={attribute(picture.alt)}>{decoration}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    )


def _graphic(picture: Picture, relation: str, number: int) -> str:
    width, height = _size(picture)
    return (
        f'<a:graphic><a:graphicData uri="{_GRAPHIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name={attribute(picture.image.sha256[:8])}/>'
        '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
