"""
How fast a statement is read, beside the least that any reader must do with the same words.

    uv run python benchmarks/read_speed.py

Beside it: plain Python splits the text into sentences, and every sentence into words with one
regular expression, in the same run. The long text is the own practice statements over and over.
"""

import re
from collections.abc import Callable
from statistics import median
from time import process_time

from nakomen.reading import read
from reading_score.five import load_five
from reading_score.gold import SETS, load

WORD = re.compile(r"\w+(?:[-'.@]\w+){0,8}")
END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
ROW = "{:<28}{:>10}{:>12}{:>14}{:>14}{:>9}"
LARGE = 5_000_000


def tokenise(text: str) -> int:
    """Sentences, then words: what costs nothing to leave out and everything to lack."""
    return sum(len(WORD.findall(sentence)) for sentence in END.split(text))


def seconds(work: Callable[[str], object], text: str, times: int) -> float:
    """The median of *times* runs: processor time, so that neighbours do not count."""
    taken = []
    for _ in range(times):
        started = process_time()
        work(text)
        taken.append(process_time() - started)
    return median(taken)


def main() -> None:
    """The longest of the five if they are there, the longest of our own, and 5 MB of these."""
    own = [gold.text for gold in load(SETS["own"])]
    five = [gold.text for gold in load_five()]
    pile = "\n\n".join(own)
    texts = {"longest of the five": max(five, key=len)} if five else {}
    texts["longest of our own"] = max(own, key=len)
    texts["5 MB"] = (pile * (LARGE // len(pile.encode()) + 1))[:LARGE]
    read(own[0])  # what is loaded once is not the reading
    print(ROW.format("", "words", "read", "words/s", "words alone", "ratio"))
    for name, text in texts.items():
        _print(name, text, times=1 if len(text) > 1_000_000 else 5)


def _print(name: str, text: str, times: int) -> None:
    words = len(text.split())
    ours, plain = seconds(read, text, times), seconds(tokenise, text, times)
    speed, ratio = f"{words / ours:,.0f}", f"{ours / plain:.0f}"
    print(ROW.format(name, words, f"{ours:.3f} s", speed, f"{plain:.4f} s", ratio))


if __name__ == "__main__":
    main()
