"""What in the text does not fit: remnants of a form, empty sections, claims that disagree."""

from collections.abc import Iterator

from nakomen.reading.facts import Facts, ResponseFact, RetentionFact, Tension
from nakomen.reading.find.tensions.claims import denied_yet_done
from nakomen.reading.find.tensions.empty import empty_sections
from nakomen.reading.find.tensions.hosting import hosting_claims
from nakomen.reading.find.tensions.law import laws_of_the_past
from nakomen.reading.find.tensions.numbers import ages, answers, numbering, terms
from nakomen.reading.find.tensions.remnants import remnants
from nakomen.reading.find.tensions.sharing import never_shared
from nakomen.reading.text.sentences import Sentence

__all__ = ["read_tensions"]


def read_tensions(
    text: str,
    sentences: tuple[Sentence, ...],
    facts: Facts,
    retention: tuple[RetentionFact, ...],
    response: tuple[ResponseFact, ...],
) -> Iterator[Tension]:
    """Each thing that does not fit once, with all places where it stands; nothing is judged."""
    yield from remnants(sentences)
    yield from empty_sections(text, sentences)
    yield from hosting_claims(sentences)
    yield from never_shared(sentences, facts)
    yield from denied_yet_done(sentences)
    yield from terms(retention)
    yield from answers(response)
    yield from ages(sentences)
    yield from numbering(text, sentences)
    yield from laws_of_the_past(sentences)
