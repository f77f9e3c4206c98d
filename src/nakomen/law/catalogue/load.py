"""From the files beside this one to rules. Read once, when first asked."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from nakomen.law.catalogue.model import Look, Rule, Sure, Topic, Unseen
from nakomen.terms import Severity, Text


@cache
def catalogue() -> Mapping[str, Rule]:
    """
    Every rule by its id, topic by topic.

    >>> catalogue()["art12-5-free-of-charge"].article
    'AVG artikel 12 lid 5, 15 lid 3'
    """
    return MappingProxyType({rule.id: rule for topic in Topic for rule in of_topic(topic)})


@cache
def of_topic(topic: Topic) -> tuple[Rule, ...]:
    """The rules of one topic, in the order of its file."""
    text = files(__package__).joinpath(f"{topic.value}.toml").read_text("utf-8")
    return tuple(_rule(id, topic, row) for id, row in tomllib.loads(text).items())


def _rule(id: str, topic: Topic, row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=id,
        topic=topic,
        article=row["article"],
        about=row["about"],
        severity=Severity(row["severity"]),
        looks_at=frozenset(map(Look, row["looks_at"])),
        message=Text(row["message"]["nl"], row["message"]["en"]),
        cure=Text(row["cure"]["nl"], row["cure"]["en"]),
        source=tuple(row["source"]),
        sure=tuple(map(Sure, row["sure"])),
        unseen=Unseen(row["unseen"]) if "unseen" in row else None,
    )
