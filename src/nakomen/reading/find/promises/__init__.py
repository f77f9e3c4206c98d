"""Each sentence that binds the company, as a promise with its kind and its control."""

from collections import Counter
from dataclasses import replace

from nakomen.reading.facts import Facts, Promise
from nakomen.reading.find.promises.document import of_document
from nakomen.reading.find.promises.drafts import Read, from_facts
from nakomen.reading.find.promises.stated import hold
from nakomen.reading.find.promises.surroundings import other_facts, surroundings
from nakomen.reading.find.promises.walk import Walk
from nakomen.reading.find.promises.worded import worded
from nakomen.reading.text.sentences import Role, Sentence

__all__ = ["Read", "make_promises"]


def make_promises(
    read: Read, facts: Facts, sentences: tuple[Sentence, ...], parties: frozenset[str]
) -> tuple[Promise, ...]:
    """
    The promises in text order; ids are kind and running number.

    *parties* are names of receivers in small letters; *facts* are all other facts.
    """
    cools = any("afkoel" in sentence.low or "bedenktijd" in sentence.low for sentence in sentences)
    made = [_told(promise, facts, cools=cools) for promise in from_facts(read)]
    around = surroundings(read, facts, sentences, parties)
    at_hand: dict[int, list[Promise]] = {}
    for promise in made:
        at_hand.setdefault(promise.start, []).append(promise)
    drafts: list[Promise] = []
    quotes = (fact for _, fact in other_facts(read, facts))
    walk = Walk(facts=facts, around=around, held=hold(quotes, sentences))
    titles = {sentence.columns for sentence in sentences}
    for sentence in sentences:
        if sentence.role is Role.ROW and sentence.text in titles:
            continue
        here = at_hand.get(sentence.start, [])
        kinds = {promise.kind for promise in here}
        drafts.extend(walk.of(sentence, kinds))
        drafts.extend(promise for promise in here if promise.kind in kinds)
    return _numbered(drafts)


def _told(promise: Promise, facts: Facts, *, cools: bool) -> Promise:
    """
    With what the whole statement and the words say beside the fact itself.

    A term after notice is a cooling-off only where the statement speaks of one at all.
    """
    more = of_document(promise.kind, promise, facts) | worded(promise.kind, promise.quote)
    hasty = promise.control == "cooling-off-90d" and not cools
    control = "retention-sweep" if hasty else promise.control
    return replace(promise, control=control, parameters=promise.parameters | more)


def _numbered(drafts: list[Promise]) -> tuple[Promise, ...]:
    counts: Counter[str] = Counter()
    promises: list[Promise] = []
    for one in sorted(drafts, key=lambda one: (one.start, one.kind)):
        counts[one.kind] += 1
        promises.append(replace(one, id=f"{one.kind}-{counts[one.kind]}"))
    return tuple(promises)
