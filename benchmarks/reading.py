"""
How well statements are read: precision and recall beside gold that people made.

    uv run python benchmarks/reading.py [--set SET] [--statement NAME] [--field FIELD]
        [--errors FIELD] [--json]

``five`` are the annotated statements in ../shared, ``own`` the fictional ones to practise on,
``held-out`` those on which nothing is tuned: their scores are shown and their words are not.
``reordered``, ``reworded`` and ``negated`` are the own ones, told otherwise.
A silence in the gold is an answer: what is read there is wrong.
"""

import argparse
import json
import sys
from collections.abc import Iterator

from reading_score.card import Card, as_json, by_field, score
from reading_score.five import load_five
from reading_score.gold import SETS, Gold, load
from reading_score.mutations import MUTATIONS
from reading_score.result import Json, Result, total

ALL = ("five", "own", "held-out", *MUTATIONS)
ROW = "{:<30}{:>7}{:>7}{:>7}{:>7}   {:>6} {:>6} {:>6}"


def main() -> None:
    """Score what is asked and print it."""
    asked = _arguments()
    if asked.errors and asked.set in ("held-out", "all"):
        sys.exit("What is held out is not shown: nobody tunes on it. Ask --set five or own.")
    told: Json = {}
    for name in ALL if asked.set == "all" else (asked.set,):
        cards = [score(gold) for gold in _golds(name) if asked.statement in (None, gold.name)]
        if not cards:
            print(f"{name}: there is nothing to score here.", file=sys.stderr)
        elif asked.errors:
            _print_errors(cards, None if asked.errors == "all" else asked.errors)
        elif asked.json:
            told[name] = as_json(cards)
        else:
            _print(name, cards, asked.field)
    if asked.json:
        print(json.dumps(told, indent=2))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--set", choices=[*ALL, "all"], default="five")
    parser.add_argument("--statement", metavar="NAME", help="one statement only")
    parser.add_argument("--field", help="one field only; 'controller' is all of its fields")
    parser.add_argument(
        "--errors", metavar="FIELD", help="what was missed and guessed wrong; or 'all'"
    )
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _golds(name: str) -> Iterator[Gold]:
    if name == "five":
        return load_five()
    return load(SETS["own"], MUTATIONS[name]) if name in MUTATIONS else load(SETS[name])


def _is(result: Result, field: str | None) -> bool:
    return field is None or result.field == field or result.field.startswith(f"{field}.")


def _print(name: str, cards: list[Card], field: str | None) -> None:
    heads = ("asked", "found", "read", "right", "prec.", "recall", "F1")
    print(ROW.format(name, *heads))
    for result in by_field(cards):
        if _is(result, field):
            _row(result.field, result)
    print()
    for card in cards:
        _row(card.name, total(_counted(card, field)))
    _row(field or "facts", total(r for card in cards for r in _counted(card, field)))
    print()


def _counted(card: Card, field: str | None) -> list[Result]:
    """Facts, unless a level of promises is asked for: the two are never summed."""
    results = card.promises if field and field.startswith("promises") else card.facts
    return [result for result in results if _is(result, field)]


def _row(label: str, result: Result) -> None:
    shares = (f"{share:.3f}" for share in (result.precision, result.recall, result.f1))
    print(ROW.format(label, result.asked, result.found, result.read, result.right, *shares))


def _print_errors(cards: list[Card], field: str | None) -> None:
    for card in cards:
        for result in (*card.facts, *card.promises):
            if _is(result, field):
                for sign, lines in (("missed", result.missed), ("wrong ", result.wrong)):
                    for line in lines:
                        print(f"{card.name} {result.field} {sign} {line}")


if __name__ == "__main__":
    main()
