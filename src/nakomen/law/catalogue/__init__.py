"""
The whole catalogue: 331 rules that a privacy statement and its keeper are held against.

What a rule demands stands here, one TOML file a topic; what decides it stands in `nakomen.checks`.
Nothing is read from disk before the first question.
"""

from nakomen.law.catalogue.load import catalogue, of_topic
from nakomen.law.catalogue.model import Look, Rule, Sure, Topic, Unseen
from nakomen.law.catalogue.tell import explain_catalogue_rule

__all__ = [
    "Look",
    "Rule",
    "Sure",
    "Topic",
    "Unseen",
    "catalogue",
    "explain_catalogue_rule",
    "of_topic",
]
