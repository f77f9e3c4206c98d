"""What a sentence stands among: the company's own names, the parties in the text, other facts."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from nakomen.reading.facts import Facts, Quote
from nakomen.reading.find.promises.classify import Around
from nakomen.reading.find.promises.drafts import Read
from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.gazetteer import known_names

_REGULATORS = frozenset({"autoriteit persoonsgegevens", "gegevensbeschermingsautoriteit"})
"""They hear complaints and reports of leaks; they are no receivers of the company's data."""
_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 4


def surroundings(
    read: Read, facts: Facts, sentences: tuple[Sentence, ...], parties: frozenset[str]
) -> Around:
    """*parties* are names of receivers in small letters, beside those that the gazetteer knows."""
    starts = [sentence.start for sentence in sentences]
    held: dict[int, set[str]] = {}
    for name, quote in other_facts(read, facts):
        at = bisect_right(starts, quote.start) - 1
        if at >= 0:
            held.setdefault(starts[at], set()).add(name)
    own = (facts.controller.name, *facts.controller.aliases)
    return Around(
        names=frozenset(name.casefold() for name in own if name),
        parties=_present((parties | frozenset(known_names())) - _REGULATORS, sentences),
        title=facts.statement.title,
        facts=held,
    )


def _present(names: frozenset[str], sentences: tuple[Sentence, ...]) -> re.Pattern[str]:
    """Finds those names that stand in the text at all, as words of their own."""
    whole = " ".join(sentence.words for sentence in sentences).casefold()
    # Few names begin with a word of this text; only those are worth a look through all of it.
    words = set(_WORD.findall(whole))
    first = (name for name in names if len(name) >= _SHORTEST_NAME and _begins(name, words))
    here = [name for name in first if name in whole]
    longest_first = sorted(here, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")


def _begins(name: str, words: set[str]) -> bool:
    found = _WORD.search(name)
    return found is None or found.group() in words


def other_facts(read: Read, facts: Facts) -> Iterator[tuple[str, Quote]]:
    """What the other finders found, by the name that rules use."""
    yield from (("purpose", fact) for fact in facts.purposes)
    yield from (("basis", fact) for fact in facts.legal_bases)
    yield from (("data", fact) for fact in facts.data_categories)
    yield from (("special", fact) for fact in facts.special_categories.items)
    yield from (("measure", fact) for fact in facts.security_measures)
    yield from (("cookie", fact) for fact in facts.cookies.told)
    yield from ((fact.role or "recipient", fact) for fact in read.recipients)
    yield from ((fact.role or "recipient", fact) for fact in read.categories)
