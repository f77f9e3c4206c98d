"""
The law catalogue on the five shared statements, against what a reader found in them.

    uv run python benchmarks/findings.py [--all] [FILE.csv FOLDER]

Recall and precision count pairs of statement and rule: with a finding on both sides it is found,
whatever the words quoted. Rows marked ok must give no finding. Prints both, per statement and in
all, and with ``--all`` every pair that differs.
"""

import csv
import sys
import time
from collections import defaultdict
from datetime import date
from pathlib import Path

from nakomen.checks.text import Checked, check_text
from nakomen.checks.text.registry import DECIDED

SHARED = Path(__file__).parents[2] / "shared"
TODAY = date(2026, 11, 21)
Pair = tuple[str, str]


def main(words: list[str]) -> int:
    given = [Path(word) for word in words if not word.startswith("-")]
    table, folder = (
        given if len(given) == 2 else (SHARED / "law/findings.csv", SHARED / "statements")
    )
    rows = list(csv.DictReader(table.open(encoding="utf-8")))
    texts = {name: (folder / name).read_text("utf-8") for name in sorted({r["file"] for r in rows})}
    began = time.perf_counter()
    found = {name: check_text(text, TODAY) for name, text in texts.items()}
    seconds = time.perf_counter() - began
    wanted = {(r["file"], r["rule_id"]) for r in rows if r["verdict"] != "ok"}
    fine = {(r["file"], r["rule_id"]) for r in rows if r["verdict"] == "ok"} - wanted
    given_pairs = {(name, j.rule.id) for name, checked in found.items() for j in checked.amiss}
    for name in (*texts, None):
        _line(name or "all", _of(wanted, name), _of(given_pairs, name), _of(fine, name))
    print(f"quotes that overlap  {_overlap(rows, found, texts):.3f}   seconds {seconds:.2f}")
    if "--all" in words:
        _differences(wanted, given_pairs, fine, found)
    return 0


def _of(pairs: set[Pair], name: str | None) -> set[Pair]:
    return {pair for pair in pairs if name is None or pair[0] == name}


def _line(name: str, wanted: set[Pair], given: set[Pair], fine: set[Pair]) -> None:
    both = len(wanted & given)
    read = {pair for pair in wanted if pair[1] in DECIDED}
    recall, precision = both / max(len(wanted), 1), both / max(len(given), 1)
    print(
        f"{name:18} recall {recall:.3f} (of rules that read the text "
        f"{both / max(len(read), 1):.3f})  precision {precision:.3f}  "
        f"ok but found {len(fine & given)}  wanted {len(wanted)} given {len(given)}"
    )


def _overlap(rows: list[dict[str, str]], found: dict[str, Checked], texts: dict[str, str]) -> float:
    """The share of quoted findings whose words overlap one of ours for that rule."""
    places: dict[Pair, list[tuple[int, int]]] = defaultdict(list)
    for name, checked in found.items():
        for judged in checked.amiss:
            if judged.start is not None:
                places[name, judged.rule.id].append(
                    (judged.start, judged.start + len(judged.quote))
                )
    quoted = [r for r in rows if r["verdict"] != "ok" and r["quote"]]
    hit = 0
    for row in quoted:
        starts = _starts(texts[row["file"]], row["quote"])
        ours = places[row["file"], row["rule_id"]]
        hit += any(a < at + len(row["quote"]) and at < b for at in starts for a, b in ours)
    return hit / max(len(quoted), 1)


def _starts(text: str, quote: str) -> list[int]:
    at, starts = text.find(quote), []
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


def _differences(
    wanted: set[Pair], given: set[Pair], fine: set[Pair], found: dict[str, Checked]
) -> None:
    for name, rule in sorted(wanted - given):
        print(f"- missed  {name:16} {rule}{'' if rule in DECIDED else '  (unseen)'}")
    for name, checked in sorted(found.items()):
        for j in checked.amiss:
            pair = (name, j.rule.id)
            if pair not in wanted:
                mark = "! ok    " if pair in fine else "+ extra "
                print(
                    f"{mark}{name:16} {j.rule.id} {j.verdict} | {' '.join(j.quote.split())[:150]}"
                )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
