"""Draws the program's own icon: a page with lines and a pen's nib. Run it from its folder: `python draw_icon.py`."""

from pathlib import Path

from PIL import Image, ImageDraw

NAVY = (25, 76, 126, 255)
PAPER = (255, 255, 255, 255)
EDGE = (190, 202, 215, 255)
LINE = (150, 168, 188, 255)
GOLD = (214, 158, 46, 255)
SIDE = 1024
SIZES = (16, 24, 32, 48, 64, 128, 256)


def drawn(side: int) -> Image.Image:
    """The icon, square, `side` pixels; drawn large and made smaller. Small ones have fewer, thicker lines."""
    image = Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((40, 40, 984, 984), radius=200, fill=NAVY)
    draw.rounded_rectangle((230, 170, 730, 850), radius=44, fill=PAPER)
    _lines(draw, coarse=side <= 32)
    _nib(draw)
    return image.resize((side, side), Image.Resampling.LANCZOS)


def _lines(draw: ImageDraw.ImageDraw, *, coarse: bool) -> None:
    if coarse:
        rows = ((290, 640, 72), (450, 640, 72))
    else:
        rows = ((270, 660, 44), (370, 660, 30), (450, 660, 30), (530, 560, 30), (610, 480, 30))
    for top, right, thick in rows:
        draw.rounded_rectangle((300, top, right, top + thick), radius=thick // 2, fill=NAVY if top < 300 else LINE)


def _nib(draw: ImageDraw.ImageDraw) -> None:
    """A pen from the lower right that ends on the page."""
    draw.polygon(((470, 800), (560, 600), (800, 360), (910, 470), (670, 710)), fill=NAVY)
    draw.polygon(((500, 770), (578, 618), (800, 400), (870, 470), (652, 692)), fill=GOLD)
    draw.polygon(((500, 770), (578, 618), (652, 692)), fill=PAPER)
    draw.line(((500, 770), (596, 674)), fill=NAVY, width=18)


def main() -> None:
    """Write the picture for window managers and the one for Windows beside this file."""
    folder = Path(__file__).resolve().parent
    drawn(128).save(folder / "humas-desk.png", optimize=True)
    pictures = [drawn(side) for side in SIZES]
    pictures[-1].save(folder / "humas-desk.ico", sizes=[(side, side) for side in SIZES], append_images=pictures[:-1])


if __name__ == "__main__":
    main()
