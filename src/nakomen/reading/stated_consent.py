"""What waits for a yes or a no of people: advertising, and the data of children."""

import re
from collections.abc import Iterator
from typing import Any

from nakomen.reading.facts import Facts, Promise
from nakomen.reading.find.promises.worded import channels
from nakomen.terms import MarketingGround

Entry = dict[str, Any]
_CONSENT = re.compile(r"toestemming|goedkeuring|akkoord|opt-in|consent|permission", re.I)
_OBJECT = re.compile(r"bezwaar|afmeld|uitschrijf|opt-?out|object|unsubscribe", re.I)
_OWN = re.compile(
    r"gelijksoortig|soortgelijk|eigen\s+(?:producten|diensten)|(?:bij\s+ons\s+)?afneemt|similar",
    re.I,
)
_UNLESS = re.compile(r"\s*(?:tenzij|behalve|mits|unless|except)\b", re.I)
_UNCHECKED = re.compile(
    r"\b(?:niet|cannot|can\s?not|can't|unable)\b[^.]{0,40}\b(?:controler|nagaan|verifi|verify|check)",
    re.I,
)
_APART = 3
"""Characters between two sentences of one paragraph."""


def asks_consent(words: str) -> bool:
    """
    Whether consent is spoken of.

    >>> asks_consent("alleen met uw toestemming"), asks_consent("if you permit it")
    (True, False)
    """
    return _CONSENT.search(words) is not None


def children(facts: Facts, promise: Promise) -> Entry:
    """An age and what a parent can do; that nobody can check an age is no rule."""
    age = promise.parameters.get("age")
    if age is None or _UNCHECKED.search(promise.quote):
        return {}
    words = " ".join((promise.quote, *_exceptions(facts, promise)))
    asks = asks_consent(words)
    written = asks and re.search(r"schriftelijk|in\s+writing|written", words, re.I)
    part: Entry = {"age": age} | ({"consent": True} if asks else {})
    return {"children": part | ({"written": True} if written else {})}


def _exceptions(facts: Facts, promise: Promise) -> Iterator[str]:
    """A sentence of its own that goes on where *promise* ends: "Tenzij een ouder …"."""
    for other in facts.promises:
        follows = 0 <= other.start - promise.end <= _APART
        if follows and other.kind == promise.kind and _UNLESS.match(other.quote):
            yield other.quote


def marketing(promise: Promise) -> Entry:
    """Only where the sentence says when advertising is allowed."""
    words, said = promise.quote, promise.parameters
    ground = None
    if said.get("allowed") is False and not _OBJECT.search(words):
        ground = MarketingGround.NEVER
    elif asks_consent(words):
        ground = MarketingGround.CONSENT
    elif _OBJECT.search(words):
        ground = MarketingGround.OPT_OUT
    elif _OWN.search(words):
        ground = MarketingGround.CUSTOMER
    if ground is None:
        return {}
    ways = channels(words)
    return {"marketing": {"ground": ground.value} | ({"channels": ways} if ways else {})}
