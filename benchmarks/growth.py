"""
What one person costs as the data grows tenfold, as a table and a picture.

    uv run python benchmarks/growth.py [PICTURE.svg] [SIZE ...]

The person stays the same; everybody else becomes more.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import ceil, log10
from pathlib import Path

from nakomen import Request
from person import RUNS, WARM, access_by_hand, erase_by_hand, measure_by_hand, measure_ours
from provider import copy, median, persons, provider

SIZES = ("small", "large")
LINES = ("access", "access by hand", "erase", "erase by hand")
COLOURS = ("#1f5fa8", "#1f5fa8", "#b3471d", "#b3471d")
WIDE, HIGH, EDGE, RIGHT = 640, 320, 56, 160


def measured(size: str) -> list[float]:
    """Milliseconds of each of `LINES`, the median."""
    with provider(size) as url, tempfile.TemporaryDirectory() as folder:
        found: list[float] = []
        for request, by_hand in ((Request.ACCESS, access_by_hand), (Request.ERASE, erase_by_hand)):
            with copy(url) as mine, copy(url) as theirs:
                people = persons(theirs, RUNS + WARM)
                file = Path(folder) / "copy.zip"
                found.append(median(measure_ours(mine, request, people, file)))
                found.append(median(measure_by_hand(theirs, by_hand, people)))
        return found


def table(sizes: Sequence[str], rows: Sequence[Sequence[float]]) -> Iterator[str]:
    """Markdown."""
    yield "| | " + " | ".join(sizes) + " |"
    yield "|---|" + "---:|" * len(sizes)
    for place, name in enumerate(LINES):
        yield f"| {name} | " + " | ".join(f"{row[place]:.1f} ms" for row in rows) + " |"


def picture(sizes: Sequence[str], rows: Sequence[Sequence[float]]) -> str:
    """An SVG; both axes grow tenfold a step. What is by hand is dashed."""
    top = ceil(max(1, *(log10(value) for row in rows for value in row)))
    steps = max(1, len(sizes) - 1)

    def at(column: int, value: float) -> tuple[float, float]:
        x = EDGE + column * (WIDE - EDGE - RIGHT) / steps
        return x, HIGH - EDGE - log10(max(value, 1)) / top * (HIGH - 2 * EDGE)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        'font-family="sans-serif" font-size="12">',
        "<title>Milliseconds for one person as everybody else becomes tenfold</title>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#ffffff"/>',
    ]
    for power in range(top + 1):
        y = at(0, 10**power)[1]
        parts.append(
            f'<path d="M{EDGE} {y:.0f}H{WIDE - RIGHT}" stroke="#d5d9de"/>'
            f'<text x="{EDGE - 6}" y="{y + 4:.0f}" text-anchor="end" fill="#444">'
            f"{10**power} ms</text>"
        )
    for column, size in enumerate(sizes):
        parts.append(
            f'<text x="{at(column, 1)[0]:.0f}" y="{HIGH - EDGE + 20}" text-anchor="middle" '
            f'fill="#444">{size}</text>'
        )
    for place, (name, colour) in enumerate(zip(LINES, COLOURS, strict=True)):
        where = [at(column, row[place]) for column, row in enumerate(rows)]
        points = " ".join(f"{x:.0f},{y:.0f}" for x, y in where)
        dashes = ' stroke-dasharray="5 4"' if "by hand" in name else ""
        x, y = where[-1]
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
            f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{name} '
            f"{rows[-1][place]:.0f} ms</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def main(file: Path | None, sizes: Sequence[str]) -> None:
    rows = [measured(size) for size in sizes]
    print("\n".join(table(sizes, rows)))
    if file:
        file.write_text(picture(sizes, rows), "utf-8")


if __name__ == "__main__":
    chosen = sys.argv[2:] or SIZES
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None, chosen)
