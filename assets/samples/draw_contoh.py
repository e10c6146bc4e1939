"""Draws contoh.jpg, the photo of the sample release: a meeting hall, a ballot box, people. Our own picture, nobody in it.

Run: python assets/samples/draw_contoh.py assets/samples/contoh.jpg
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
import sys

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1800, 1060
SCALE = 2
"""Drawn larger and brought down, so that edges are soft."""
QUALITY = 86

NAVY, DEEP, RED, GOLD = "#20385c", "#16273f", "#b23a34", "#d8a548"
CREAM, PAPER, SAND, WOOD = "#f4ecdc", "#fbf8f1", "#dccbb0", "#b98b5c"
TEAL, SAGE, PLUM, SLATE, ROSE = "#3f7f86", "#7d9a78", "#6d4a6b", "#51637a", "#c98a86"
SKIN = ("#c58c63", "#a86f49", "#d7a27a", "#b67d55")
HAIR = "#2a2326"

Point = tuple[float, float]


class Canvas:
    """A drawing in picture coordinates; every method paints over what is there."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), CREAM)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], color: str) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=color)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: str) -> None:
        self.draw.ellipse([v * SCALE for v in (x - rx, y - ry, x + rx, y + ry)], fill=color)

    def box(self, x0: float, y0: float, x1: float, y1: float, color: str, radius: float = 0) -> None:
        self.draw.rounded_rectangle([v * SCALE for v in (x0, y0, x1, y1)], radius=radius * SCALE, fill=color)

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        flat = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(flat, fill=color, width=round(width * SCALE), joint="curve")

    def arc(self, x: float, y: float, radius: float, color: str, width: float) -> None:
        box = [v * SCALE for v in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.arc(box, 0, 360, fill=color, width=round(width * SCALE))

    def fade(self, x0: float, y0: float, x1: float, y1: float, colors: tuple[str, str]) -> None:
        """A rectangle from one colour at the top to another at the bottom."""
        top, bottom = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in colors)
        first, last = round(y0 * SCALE), round(y1 * SCALE)
        for y in range(first, last):
            part = (y - first) / max(1, last - first - 1)
            color = tuple(round(a + (b - a) * part) for a, b in zip(top, bottom, strict=True))
            self.draw.line([(x0 * SCALE, y), (x1 * SCALE, y)], fill=color)


def draw_room(canvas: Canvas) -> None:
    """Wall, ceiling light, floor."""
    canvas.fade(0, 0, WIDTH, 660, ("#e9dcc4", "#f7f0e2"))
    canvas.fade(0, 660, WIDTH, HEIGHT, ("#c39a6b", "#8d6540"))
    for x in range(-1400, 3200, 230):
        canvas.line([(900 + (x - 900) * 0.42, 660), (x, HEIGHT)], "#a97d50", 2)
    canvas.box(0, 640, WIDTH, 664, "#a57b50")
    canvas.box(0, 0, WIDTH, 34, "#d9c8a8")
    for x in range(150, WIDTH, 300):
        canvas.box(x - 62, 22, x + 62, 40, PAPER, 9)


def draw_window(canvas: Canvas, x0: float) -> None:
    """A tall window on hills and rice fields."""
    x1, y0, y1 = x0 + 196, 112, 560
    canvas.box(x0 - 16, y0 - 16, x1 + 16, y1 + 16, "#b08d63", 6)
    canvas.fade(x0, y0, x1, y1, ("#a8d0e3", "#e9f3ee"))
    canvas.ellipse(x0 + (140 if x0 < WIDTH / 2 else 48), y0 + 92, 26, 26, "#f6e3b0")
    canvas.polygon(
        [(x0, 420), (x0 + 78, 262), (x0 + 112, 318), (x0 + 140, 288), (x1, 400), (x1, 460), (x0, 460)], "#86a9b0"
    )
    canvas.polygon([(x0, 440), (x0 + 90, 398), (x1, 446), (x1, y1), (x0, y1)], SAGE)
    canvas.polygon([(x0, 500), (x1, 462), (x1, y1), (x0, y1)], "#93ad72")
    canvas.polygon([(x0, 540), (x1, 508), (x1, y1), (x0, y1)], "#a9bd7c")
    canvas.box(x0 + 94, y0, x0 + 102, y1, "#b08d63")
    canvas.box(x0, 296, x1, 304, "#b08d63")
    canvas.box(x0 - 30, y1 + 16, x1 + 30, y1 + 32, "#c7a679", 4)


def draw_backdrop(canvas: Canvas) -> None:
    """The stage's back wall with a sign of our own: a tick in a ring."""
    canvas.box(372, 84, 1428, 590, "#c9b48d", 10)
    canvas.fade(384, 96, 1416, 590, ("#1b3152", "#284a75"))
    canvas.polygon([(1416, 96), (1080, 96), (1416, 300)], RED)
    canvas.polygon([(1080, 96), (1032, 96), (1416, 330), (1416, 300)], GOLD)
    canvas.polygon([(384, 590), (384, 372), (682, 590)], RED)
    canvas.polygon([(384, 372), (384, 342), (724, 590), (682, 590)], GOLD)
    canvas.arc(900, 212, 92, GOLD, 12)
    canvas.ellipse(900, 212, 75, 75, PAPER)
    canvas.line([(862, 214), (890, 244), (942, 182)], RED, 20)
    for x, y in ((862, 214), (890, 244), (942, 182)):
        canvas.ellipse(x, y, 9.6, 9.6, RED)
    canvas.box(690, 326, 1110, 342, PAPER, 8)
    canvas.box(772, 354, 1028, 364, "#a9b9d1", 5)


def draw_flag(canvas: Canvas, x: float) -> None:
    """The red and white flag on its pole, hanging still."""
    canvas.line([(x, 148), (x, 640)], "#c9a14a", 9)
    canvas.ellipse(x, 142, 12, 12, GOLD)
    canvas.polygon([(x + 5, 168), (x + 74, 204), (x + 62, 336), (x + 5, 300)], RED)
    canvas.polygon([(x + 5, 300), (x + 62, 336), (x + 52, 452), (x + 5, 420)], PAPER)
    canvas.polygon([(x + 5, 300), (x + 24, 312), (x + 22, 431), (x + 5, 420)], "#e6e0d4")
    canvas.box(x - 34, 630, x + 34, 648, "#8d6a3f", 6)


def draw_panelist(canvas: Canvas, x: float, skin: str, coat: str, cover: str) -> None:
    """Somebody behind the table, seen to the chest. `cover`: "peci", "hair" or a headscarf's colour."""
    y = 408
    canvas.box(x - 80, y + 60, x + 80, y + 190, coat, 44)
    if cover not in {"peci", "hair"}:
        canvas.ellipse(x, y + 6, 50, 58, cover)
        canvas.polygon([(x - 48, y + 16), (x + 48, y + 16), (x + 62, y + 116), (x, y + 138), (x - 62, y + 116)], cover)
        canvas.ellipse(x, y + 4, 33, 40, skin)
        return
    canvas.box(x - 16, y + 34, x + 16, y + 74, skin, 8)
    canvas.polygon([(x - 30, y + 62), (x + 30, y + 62), (x, y + 112)], PAPER)
    canvas.polygon([(x - 7, y + 76), (x + 7, y + 76), (x + 9, y + 124), (x, y + 136), (x - 9, y + 124)], RED)
    canvas.ellipse(x, y - 2, 39, 43, HAIR)
    canvas.ellipse(x, y + 8, 35, 40, skin)
    if cover == "peci":
        canvas.polygon([(x - 37, y - 46), (x + 37, y - 46), (x + 41, y - 12), (x - 41, y - 12)], "#1d1a1f")
    else:
        canvas.polygon([(x - 38, y - 6), (x - 30, y - 38), (x + 6, y - 46), (x + 38, y - 8), (x + 14, y - 20)], HAIR)


def draw_table(canvas: Canvas) -> None:
    """The long table with its cloth, a band of kawung ovals, microphones and name plates."""
    canvas.box(300, 640, 1500, 700, "#ad8152")
    canvas.box(300, 636, 1500, 648, "#c99c6a")
    canvas.box(452, 536, 1348, 664, NAVY)
    canvas.box(440, 524, 1360, 548, PAPER, 5)
    canvas.box(452, 578, 1348, 622, DEEP)
    for x in range(478, 1340, 44):
        for dx, dy, rx, ry in ((-10, 0, 9, 5), (10, 0, 9, 5), (0, -10, 5, 9), (0, 10, 5, 9)):
            canvas.ellipse(x + dx, 600 + dy, rx, ry, GOLD)
    for x in (560, 787, 1013, 1240):
        canvas.box(x - 44, 500, x + 44, 526, PAPER, 3)
        canvas.box(x - 30, 510, x + 30, 516, "#9aa5b4", 3)
        canvas.line([(x + 70, 526), (x + 58, 470)], "#3b3b40", 5)
        canvas.ellipse(x + 57, 466, 9, 11, "#242428")


def draw_ballot_box(canvas: Canvas) -> None:
    """A ballot box on a stand, a paper half in its slot."""
    canvas.box(58, 690, 322, 712, "#8d6a3f", 5)
    canvas.box(84, 712, 104, 850, "#7a5a35")
    canvas.box(276, 712, 296, 850, "#7a5a35")
    canvas.polygon([(150, 420), (232, 404), (246, 500), (164, 516)], PAPER)
    canvas.line([(174, 436), (222, 427)], "#b9c2cf", 6)
    canvas.line([(178, 458), (226, 449)], "#b9c2cf", 6)
    canvas.polygon([(82, 498), (118, 464), (310, 464), (300, 498)], "#e9edf2")
    canvas.polygon([(150, 486), (160, 476), (252, 476), (248, 486)], "#3c4757")
    canvas.polygon([(158, 482), (164, 450), (240, 440), (244, 482)], PAPER)
    canvas.box(82, 496, 300, 692, "#cdd5df", 4)
    canvas.box(82, 496, 300, 522, "#dde3ea", 4)
    canvas.polygon([(300, 498), (310, 464), (314, 660), (300, 692)], "#aeb9c7")
    canvas.box(112, 548, 270, 654, PAPER, 6)
    canvas.arc(191, 601, 38, RED, 7)
    canvas.line([(174, 602), (187, 616), (210, 586)], RED, 9)
    canvas.box(180, 514, 202, 534, GOLD, 4)


def draw_speaker(canvas: Canvas) -> None:
    """Somebody at a lectern, to the right of the table."""
    x, y = 1574, 356
    canvas.box(x - 70, y + 66, x + 70, y + 300, TEAL, 46)
    canvas.ellipse(x, y + 8, 52, 60, GOLD)
    canvas.polygon([(x - 50, y + 18), (x + 50, y + 18), (x + 64, y + 122), (x, y + 146), (x - 64, y + 122)], GOLD)
    canvas.ellipse(x - 3, y + 6, 34, 41, SKIN[2])
    canvas.line([(x - 62, y + 122), (x - 108, y + 186)], TEAL, 34)
    canvas.ellipse(x - 110, y + 190, 17, 17, SKIN[2])
    canvas.polygon([(x - 112, 566), (x + 112, 566), (x + 92, 800), (x - 92, 800)], WOOD)
    canvas.polygon([(x - 124, 544), (x + 124, 544), (x + 112, 574), (x - 112, 574)], "#cfa271")
    canvas.box(x - 46, 622, x + 46, 714, NAVY, 8)
    canvas.arc(x, 668, 28, GOLD, 6)
    canvas.line([(x - 30, 546), (x - 42, 470)], "#2c2c31", 6)
    canvas.ellipse(x - 43, 462, 10, 14, "#2c2c31")
    canvas.box(x - 106, 796, x + 106, 814, "#7a5a35", 4)


def draw_guest(canvas: Canvas, x: float, y: float, size: float, coat: str, cover: str) -> None:
    """Somebody in the audience, seen from behind, in a chair. `size`: of the head's half width."""
    canvas.box(x - size * 2.05, y + size * 1.15, x + size * 2.05, y + size * 6, coat, size * 1.25)
    if cover == "hijab":
        canvas.ellipse(x, y, size * 1.12, size * 1.22, coat)
        canvas.polygon(
            [
                (x - size * 1.1, y + size * 0.1),
                (x + size * 1.1, y + size * 0.1),
                (x + size * 1.55, y + size * 2.2),
                (x, y + size * 2.75),
                (x - size * 1.55, y + size * 2.2),
            ],
            coat,
        )
    else:
        canvas.box(x - size * 0.42, y + size * 0.6, x + size * 0.42, y + size * 1.6, SKIN[1], size * 0.2)
        canvas.ellipse(x - size * 0.98, y + size * 0.12, size * 0.16, size * 0.26, SKIN[0])
        canvas.ellipse(x + size * 0.98, y + size * 0.12, size * 0.16, size * 0.26, SKIN[0])
        canvas.ellipse(x, y, size * 0.97, size * 1.1, HAIR)
    if cover == "peci":
        top, brim = y - size * 1.3, y - size * 0.15
        canvas.polygon(
            [(x - size * 0.92, top), (x + size * 0.92, top), (x + size * 1.02, brim), (x - size * 1.02, brim)],
            "#17151a",
        )
    canvas.box(x - size * 1.6, y + size * 2.9, x + size * 1.6, y + size * 7, "#ece4d5", size * 0.5)
    canvas.box(x - size * 1.6, y + size * 3.9, x + size * 1.6, y + size * 4.15, SAND)


def draw_audience(canvas: Canvas) -> None:
    """Three rows, the nearest largest."""
    coats = (NAVY, PLUM, SLATE, TEAL, "#8a4b42", SAGE, "#b9893c", DEEP, ROSE)
    covers = ("hair", "hijab", "peci", "hijab", "hair", "hijab", "peci")
    rows = ((36.0, 772.0, 176.0, 392.0, 1420), (47.0, 868.0, 232.0, 60.0, 1800), (62.0, 998.0, 300.0, 150.0, 1800))
    count = 0
    for size, y, step, first, end in rows:
        x = first
        while x < end:
            count += 1
            draw_guest(
                canvas, x, y + (count % 3) * 5, size, coats[count * 4 % len(coats)], covers[count * 3 % len(covers)]
            )
            x += step


def picture() -> bytes:
    """The picture as a JPEG file without metadata."""
    canvas = Canvas()
    draw_room(canvas)
    draw_window(canvas, 84)
    draw_window(canvas, 1520)
    draw_backdrop(canvas)
    draw_flag(canvas, 424)
    for place, (skin, coat, cover) in enumerate(
        ((SKIN[0], SLATE, "peci"), (SKIN[2], PLUM, ROSE), (SKIN[1], "#30475f", "hair"), (SKIN[3], TEAL, "#e7dcc6"))
    ):
        draw_panelist(canvas, 560 + place * 226.7, skin, coat, cover)
    draw_table(canvas)
    draw_ballot_box(canvas)
    draw_speaker(canvas)
    draw_audience(canvas)
    small = canvas.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    target = BytesIO()
    small.save(target, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return target.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(picture())
