"""A document as a text that a person can read: an alarm for changes nobody meant."""

from dataclasses import fields

from humas_desk.layout.document import Document, PictureRow, Run, Style, TableGrid, Text


def dumped(document: Document) -> str:
    """One line per paragraph, then the styles in use."""
    sheet = document.geometry
    lines = [
        f"paper {sheet.width_mm:g} x {sheet.height_mm:g}, left {sheet.left_mm:g}, right {sheet.right_mm:g}",
        f"top {sheet.top_mm:g}, then {sheet.next_top_mm:g}, bottom {sheet.bottom_mm:g}, footer {sheet.footer_mm:g}",
        f"metadata {document.metadata.title} | {document.metadata.author} | {document.metadata.created}",
        *(f"head {_text(document, line)}" for line in document.letterhead.lines),
    ]
    for block in document.body:
        match block:
            case Text():
                lines.append(_text(document, block))
            case PictureRow():
                sizes = " + ".join(f"{picture.width_mm:g} x {picture.height_mm:g}" for picture in block.pictures)
                lines.append(f"pictures {sizes} mm, after {block.after_pt:g}, {block.align.value}")
            case TableGrid():
                lines.append(
                    f"table {' | '.join(f'{width:g}' for width in block.widths_mm)} mm, after {block.after_pt:g}"
                )
                lines += ["  " + " | ".join(_runs(cell.text.runs) for cell in row) for row in block.rows]
    if document.footer:
        lines.append(f"foot {_text(document, document.footer.text)}")
    return "\n".join((*lines, "", *_styles(document), ""))


def _text(document: Document, text: Text) -> str:
    name = f"{text.role.value}/{text.variant}" if text.variant else text.role.value
    flags = "".join(f" {flag}" for flag in ("new_page", "keep_next") if getattr(text, flag))
    marker = f"{text.marker} " if text.marker else ""
    return f"[{name}{flags} +{document.style_of(text).after_pt:g}] {marker}{_runs(text.runs)}"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs).replace("\u00a0", "~").replace("\t", "\\t").replace("\n", "\\n")


def _run(run: Run) -> str:
    text = f"**{run.text}**" if run.bold else run.text
    text = f"_{text}_" if run.italic else text
    text = f"<{run.field}>" if run.field else text
    return f"<{text} {run.link}>" if run.link else text


def _styles(document: Document) -> list[str]:
    used = {text.role for text in document.body if isinstance(text, Text)}
    styles = {role.value: style for role, style in document.styles.items() if role in used}
    styles |= {f"{role.value}/{name}": style for (role, name), style in document.variants.items()}
    return [f"{name}: {_style(style)}" for name, style in sorted(styles.items())]


def _style(style: Style) -> str:
    plain = Style()
    shown = {key.name: getattr(style, key.name) for key in fields(Style)}
    return ", ".join(f"{name} {value}" for name, value in shown.items() if value != getattr(plain, name)) or "plain"
