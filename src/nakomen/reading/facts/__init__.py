"""What a statement says: values only, each with its exact words and where they stand."""

from nakomen.reading.facts.controller import Controller
from nakomen.reading.facts.document import StatementFacts, Tension
from nakomen.reading.facts.promise import Promise
from nakomen.reading.facts.quote import Json, Quote
from nakomen.reading.facts.recipients import RecipientCategory, RecipientFact
from nakomen.reading.facts.retention import RetentionFact
from nakomen.reading.facts.rights import ResponseFact, RightFact, RightMention
from nakomen.reading.facts.whole import Facts

__all__ = [
    "Controller",
    "Facts",
    "Json",
    "Promise",
    "Quote",
    "RecipientCategory",
    "RecipientFact",
    "ResponseFact",
    "RetentionFact",
    "RightFact",
    "RightMention",
    "StatementFacts",
    "Tension",
]
