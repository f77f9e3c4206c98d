"""Two promises that say the same are one sentence, with the address of both."""

from collections.abc import Iterator
from dataclasses import replace

from nakomen.policy.tell.telling import Enumeration, Passage, Section, Sentence


def merged(section: Section) -> Section:
    """The section with each sentence told once, where it is told first."""
    first: dict[tuple[str, object], Sentence] = {}
    for sentence in _sentences(section):
        key = (sentence.text, sentence.lang)
        known = first.setdefault(key, sentence)
        if sentence.promise not in (None, known.promise, *known.also):
            first[key] = replace(known, also=(*known.also, str(sentence.promise)))
    told = set[tuple[str, object]]()
    passages = tuple(p for passage in section.passages if (p := _once(passage, first, told)))
    return replace(section, passages=passages)


def _sentences(section: Section) -> Iterator[Sentence]:
    for passage in section.passages:
        yield from passage.items if isinstance(passage, Enumeration) else (passage,)


def _once(
    passage: Passage, first: dict[tuple[str, object], Sentence], told: set[tuple[str, object]]
) -> Passage | None:
    if isinstance(passage, Sentence):
        return _one(passage, first, told)
    kept = (_one(item, first, told) for item in passage.items)
    items = tuple(item for item in kept if item)
    return replace(passage, items=items) if items else None


def _one(
    sentence: Sentence,
    first: dict[tuple[str, object], Sentence],
    told: set[tuple[str, object]],
) -> Sentence | None:
    key = (sentence.text, sentence.lang)
    if key in told:
        return None
    told.add(key)
    return first[key]
