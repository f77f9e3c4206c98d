"""The policy tells itself in plain Dutch and English: values in, sentences out."""

from nakomen.policy.tell.tell import sentences, tell, told_by_promise
from nakomen.policy.tell.telling import Enumeration, Passage, Section, Sentence, Telling

__all__ = [
    "Enumeration",
    "Passage",
    "Section",
    "Sentence",
    "Telling",
    "sentences",
    "tell",
    "told_by_promise",
]
