"""Tables of the Word copy."""

from dataclasses import replace

from humas_desk.layout.document import Cell, TableGrid, twips
from humas_desk.writers.docx.paragraphs import paragraph
from humas_desk.writers.docx.story import Story


def table(grid: TableGrid, story: Story) -> str:
    """A real table: fixed widths, rows kept whole, the header row repeated on every page."""
    widths = [twips(width) for width in grid.widths_mm]
    style_id = story.copy.sheet.table(grid.padding_mm, grid.padding_pt, grid.rule_pt)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    has_header = grid.header and len(grid.rows) > 1
    header = [_row(_kept(row), widths, story, repeated="<w:tblHeader/>") for row in grid.rows[:has_header]]
    last = len(grid.rows) - 1
    rows = [
        _row(_kept(row) if number == last - 1 else row, widths, story)
        for number, row in enumerate(grid.rows[has_header:], has_header)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0620" if has_header else "0600"}" '
        f'w:firstRow="{int(has_header)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join([*header, *rows])}</w:tbl>"
    )


def _kept(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row that stays with the one behind it.

    The header does not stay behind alone (LibreOffice 7.4 then even loses the other rows), and the last row does not
    go to another page alone.
    """
    return tuple(Cell(text=replace(cell.text, keep_next=True)) for cell in row)


def _row(cells: tuple[Cell, ...], widths: list[int], story: Story, repeated: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(cell.text, story)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"
