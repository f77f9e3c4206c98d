"""Draws docs/img/status.svg from what `nakomen status` says before and after. See `just docs`."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from scripts.ask import Ask, ask
from scripts.company import made_in

FILE = Path(__file__).parents[1] / "docs" / "img" / "status.svg"
COLUMNS = 104
WIDTH, LINE, LETTER, MARGIN = 900, 19, 8.1, 28
INK = {"✗": "broken", "✓": "kept", "·": "unseen", "$": "typed"}
SHOWN = ("✗", "✓ kept · counted", "· unseen · no connected system")
"""The groups of promises that fit in a picture: those that turn, and one that nobody can see."""
STYLE = """
  text { font: 13.5px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
         fill: #1c1b19; white-space: pre }
  rect { fill: #fbfaf7; stroke: #d9d5cb }
  .typed { font-weight: bold } .broken { fill: #a3201a } .kept { fill: #1d6b34 }
  .unseen, .quiet { fill: #6a665d }
  @media (prefers-color-scheme: dark) {
    text { fill: #ece8df } rect { fill: #1d1c1a; stroke: #45423c }
    .broken { fill: #ff8f85 } .kept { fill: #7fd09a } .unseen, .quiet { fill: #a9a498 }
  }
"""


def picture(ask: Ask) -> str:
    """The SVG: the same day and the same data give the same bytes."""
    lines = list(_story(ask))
    height = 2 * MARGIN + LINE * (len(lines) - 1) + 6
    told = "nakomen status: five promises are broken; after one plan was applied all five are kept"
    body = "\n".join(_drawn(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-label="{told}">\n'
        f"<title>{told}</title>\n<style>{STYLE}</style>\n"
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}"/>\n{body}\n</svg>\n'
    )


def _story(ask: Ask) -> Iterator[str]:
    """What somebody sees who mends the example provider."""
    with tempfile.TemporaryDirectory() as place:
        home = made_in(Path(place), ask)

        def said(*words: str) -> list[str]:
            text = re.sub(r"\d+-[0-9a-f]{16}", "…", ask(*home, *words, columns=COLUMNS))
            return [line.rstrip() for line in text.splitlines()]

        yield "$ nakomen status"
        yield from _few(said("status"))
        yield from ("", "$ nakomen plan retention")
        yield from _around(said("plan", "retention"), "kept: 1 year")
        yield "$ nakomen apply plan-0001 --by Chaima"
        applied = said("apply", "plan-0001", "--by", "Chaima")
        yield from [line for line in applied if "proven" in line]
        yield from ("", "$ nakomen status")
        yield from _few(said("status"))


def _few(table: Sequence[str]) -> Iterator[str]:
    """The heading, a few groups of promises whole, and the total."""
    yield table[0]
    shown = False
    for line in table[1:]:
        if line and not line.startswith(" "):
            shown = line.startswith(SHOWN)
        if shown and line:
            yield line
    yield next(line for line in reversed(table) if re.match(r"\d+ \w+ · \d", line))


def _around(plan: Sequence[str], words: str) -> Iterator[str]:
    """One group of a plan, and its sum."""
    at = next(i for i, line in enumerate(plan) if words in line)
    yield from plan[at : at + 2]
    yield next(line for line in plan if re.match(r"erase: ", line))


def _drawn(lines: Iterable[str]) -> Iterator[str]:
    """One line of text each; colour on the mark and its word, never alone."""
    for number, line in enumerate(lines):
        top = MARGIN + LINE * number + 3
        length = f'textLength="{len(line) * LETTER:.0f}"' if line else ""
        ink = "quiet" if line.startswith("  sentence") else INK.get(line[:1], "")
        cut = line.find(" · ") if ink in ("broken", "kept", "unseen") else len(line)
        word = f'<tspan class="{ink}">{escape(line[:cut])}</tspan>' if ink else escape(line[:cut])
        yield f'<text x="{MARGIN}" y="{top}" {length}>{word}{escape(line[cut:])}</text>'


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(picture(ask), "utf-8")
