""" "Never shared", beside parties that receive data all the same."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Facts, Quote, Tension
from nakomen.reading.find.tensions.place import whole
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick
from nakomen.terms import Text

_NEVER = Text(
    "Hier staat dat gegevens niet worden gedeeld, en elders wie ze toch krijgt: {name}.",
    "Here it says that data is not shared, and elsewhere who gets it all the same: {name}.",
)
_DENIED = Quick(
    r"\b(?:nooit|nimmer|niet|noch|never|not)\b.{0,60}\b(?:aan|met|with|to)\s+(?:andere\s+|any\s+)?"
    r"(?:derden?|anderen|derde\s+partijen|third\s+parties|anyone|others)\b"
    r"|\b(?:derden?|derde\s+partijen|third\s+parties)\b.{0,50}\b(?:niet|nooit|nimmer|never|not)\b"
    r"|\b(?:geen|no)\b.{0,50}\b(?:aan|met|with|to)\s+(?:andere\s+)?(?:derden|derde\s+partijen|third)",
    re.I,
)
_SHARED = re.compile(
    r"\b(?:gedeeld|delen|deelt|verstrek\w*|doorgegeven|doorgeven|geven\b.{0,40}\bdoor|ter\s+beschikking|"
    r"shared?|disclosed?|passed\s+on)\b",
    re.I,
)
_BUT = Quick(
    r"\b(?:tenzij|behalve|anders\s+dan|uitgezonderd|alleen|uitsluitend|slechts|enkel|zonder|buiten|unless|"
    r"except|only|without|commerci\w+|marketing\w*|reclame\w*|bijzondere|wanneer|indien|als|voor\s+andere|"
    r"onnodig|zomaar|in\s+beginsel|in\s+principe|verkop\w+|verkocht|sold|sell)\b",
    re.I,
)
_NEXT = re.compile(
    r"(?:tenzij|behalve|alleen|uitsluitend|uitzondering|wel\b|dit\s+(?:doen|kan|gebeurt)|dat\s+(?:doen|kan)|"
    r"we\s+doen|wij\s+doen|unless|except|only)",
    re.I,
)
_ROLES = ("processor", "sub_processor", "third_party", None)


def never_shared(sentences: tuple[Sentence, ...], facts: Facts) -> Iterator[Tension]:
    """A plain denial without "unless" or "only", and the first party named as receiver."""
    receiver = next((fact for fact in facts.recipients if fact.role in _ROLES), None)
    if receiver is None:
        return
    for sentence, after in zip(sentences, [*sentences[1:], None], strict=True):
        if _denies(sentence, after) and not sentence.start <= receiver.start < sentence.end:
            quotes = (whole(sentence), Quote(quote=receiver.quote, start=receiver.start))
            ordered = tuple(sorted(quotes, key=lambda quote: quote.start))
            message = _NEVER.fill(name=receiver.name)
            yield Tension(kind="never_shared", message=message, quotes=ordered)
            return


def _denies(sentence: Sentence, after: Sentence | None) -> bool:
    words = sentence.words
    if sentence.role is Role.HEADING or not _DENIED.search(words) or not _SHARED.search(words):
        return False
    return not _BUT.search(words) and not (after and _NEXT.match(after.words))
