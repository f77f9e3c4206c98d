"""What a statement says: values only, each with its exact words and where they stand."""

from nakomen.reading.facts.controller import Controller
from nakomen.reading.facts.cookies import CookieFact
from nakomen.reading.facts.data import CategoryFact, SpecialFact, SpecialItem
from nakomen.reading.facts.document import StatementFacts, Tension
from nakomen.reading.facts.measures import MeasureFact
from nakomen.reading.facts.privacy import PrivacyContact
from nakomen.reading.facts.promise import Promise
from nakomen.reading.facts.purposes import BasisFact, PurposeFact
from nakomen.reading.facts.quote import Json, Quote
from nakomen.reading.facts.recipients import RecipientCategory, RecipientFact
from nakomen.reading.facts.retention import RetentionFact
from nakomen.reading.facts.rights import ResponseFact, RightFact, RightMention
from nakomen.reading.facts.said import Said
from nakomen.reading.facts.transfers import TransferFact
from nakomen.reading.facts.whole import Facts

__all__ = [
    "BasisFact",
    "CategoryFact",
    "Controller",
    "CookieFact",
    "Facts",
    "Json",
    "MeasureFact",
    "PrivacyContact",
    "Promise",
    "PurposeFact",
    "Quote",
    "RecipientCategory",
    "RecipientFact",
    "ResponseFact",
    "RetentionFact",
    "RightFact",
    "RightMention",
    "Said",
    "SpecialFact",
    "SpecialItem",
    "StatementFacts",
    "Tension",
    "TransferFact",
]
