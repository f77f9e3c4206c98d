"""
What people read in Dutch is plain.

The measure is that of Flesch in the form Douma gave it for Dutch: 206.84 less 0.93 for each word of
a mean sentence and 0.77 for each syllable in a hundred words. Syllables are those at which Dutch
spelling breaks a word off, which are a little fewer than are spoken. From 65 on a text is ordinary;
laws come to about 30.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pyphen
from tests.support.console import ROOT

SOURCE = ROOT / "src" / "nakomen"
ORDINARY = 65
LONGEST = 25
"""Words in a sentence."""
SAID = re.compile(r"""\{%\s*say\s+(?:"([^"]*)"|'([^']*)')""")
TELLING = {"Text", "chosen", "lazily"}
"""What is called with Dutch first and English after it."""
SYLLABLES = pyphen.Pyphen(lang="nl_NL")


def dutch() -> Iterator[tuple[str, str]]:
    """Each Dutch text of the program with the package it stands in."""
    for file in sorted(SOURCE.rglob("*")):
        parts = file.relative_to(SOURCE).parts
        package = "/".join(parts[: 2 if parts[0] == "desk" else 1])
        if file.suffix in (".html", ".txt"):
            found = SAID.finditer(file.read_text("utf-8"))
            yield from ((package, said[1] or said[2]) for said in found)
        elif file.suffix == ".py":
            yield from ((package, said) for said in _called(file))


def _called(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in TELLING:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield re.sub(r"\{\w*\}", "naam", first.value)


def _name(function: ast.expr) -> str:
    return str(getattr(function, "id", getattr(function, "attr", "")))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:;])\s+", text) if words(part)]


def ease(text: str) -> float:
    """
    Flesch-Douma.

    >>> round(ease("U krijgt binnen een maand antwoord. Dat kost u niets."))
    110
    """
    found = words(text)
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in found)
    return 206.84 - 77 * syllables / len(found) - 0.93 * len(found) / len(sentences(text))


@cache
def packages() -> dict[str, list[str]]:
    """The texts of each package that tells more than names."""
    found = {package: [t for _, t in told] for package, told in groupby(dutch(), key=itemgetter(0))}
    return {p: texts for p, texts in found.items() if any(len(words(t)) > 4 for t in texts)}


def test_the_measure_knows_a_hard_text() -> None:
    """A sentence as lawyers write them is far under the line."""
    hard = (
        "Onverminderd de verwerkingsverantwoordelijke toekomende bevoegdheden geschiedt de "
        "gegevensverstrekking aan betrokkene uitsluitend overeenkomstig het in de desbetreffende "
        "algemene maatregel van bestuur bepaalde omtrent de vaststelling van diens identiteit."
    )
    assert ease(hard) < ORDINARY - 30
    assert len(words(hard)) > LONGEST


def test_what_each_package_says_is_ordinary_dutch() -> None:
    """All its sentences together; titles and single words say nothing of its style."""
    told = {
        package: " ".join(f"{text.rstrip('.')}." for text in texts if len(words(text)) > 4)
        for package, texts in packages().items()
    }
    assert {"desk/portal", "papers", "law"} <= told.keys()
    assert {p: ease(text) for p, text in told.items() if ease(text) < ORDINARY} == {}


def test_no_sentence_that_customers_may_read_is_long() -> None:
    """Who reads slowly has forgotten how a long sentence began."""
    read = [t for p, texts in packages().items() if p.startswith(("desk", "papers")) for t in texts]
    told = [part for text in read for part in sentences(text)]
    assert max(len(words(part)) for part in told) > 10
    assert [part for part in told if len(words(part)) > LONGEST] == []
