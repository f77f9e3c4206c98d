"""What every section needs: the policy, the language, and the words of a list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nakomen.policy.model import Policy, Promise
from nakomen.policy.tell.dictionary import english
from nakomen.policy.tell.telling import Enumeration, Passage, Section, Sentence
from nakomen.terms import Lang, Text
from nakomen.terms.labels import Labelled, label

AND = Text("en", "and")
_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Tells *policy* in *lang*."""

    policy: Policy
    lang: Lang

    def say(self, words: Text, **facts: object) -> str:
        """One sentence; facts are in the right language already."""
        return words.in_(self.lang).format(**facts)

    def about(self, promise: Promise, words: Text, **facts: object) -> Sentence:
        """One sentence of one promise."""
        return Sentence(text=self.say(words, **facts), promise=promise.id)

    def label(self, word: Labelled) -> str:
        return label(word).in_(self.lang)

    def labels(self, words: Sequence[Labelled]) -> str:
        """
        Several labels as people say them: "naam, adres en e-mailadres".
        """
        return self.joined([self.label(word) for word in words])

    def own(self, words: str) -> str:
        """The company's own words: in English where the policy or the dictionary knows them."""
        if self.lang is self.policy.statement.language or self.lang is Lang.NL:
            return words
        return self.policy.english.get(words) or english(words) or words

    def owns(self, words: Sequence[str]) -> str:
        return self.joined([self.own(word) for word in words])

    def joined(self, parts: Sequence[str]) -> str:
        return joined(parts, AND.in_(self.lang))

    def listed(
        self,
        lead: Text,
        stated: Sequence[tuple[Promise, _Value]],
        item: Callable[["Teller", _Value], str],
    ) -> Iterator[Enumeration]:
        """What each promise states, as items under one lead, if there are any."""
        if stated:
            items = tuple(Sentence(text=item(self, said), promise=p.id) for p, said in stated)
            yield Enumeration(lead=Sentence(text=lead.in_(self.lang)), items=items)

    def told(
        self,
        sentence: Text,
        lead: Text,
        stated: Sequence[tuple[Promise, _Value]],
        item: Callable[["Teller", _Value], str],
    ) -> Iterator[Passage]:
        """One promise as a sentence, with its words in ``{what}``; more as items under *lead*."""
        if len(stated) == 1:
            (promise, said), *_ = stated
            yield self.about(promise, sentence, what=item(self, said))
        else:
            yield from self.listed(lead, stated, item)

    def section(
        self, id: Text, heading: Text, short: str | None, passages: Sequence[Passage]
    ) -> Section | None:
        """The section, unless the policy is silent about all of it."""
        if not passages:
            return None
        return Section(
            id=id.in_(self.lang),
            heading=heading.in_(self.lang),
            short=short or "",
            passages=tuple(passages),
        )


def joined(parts: Sequence[str], last: str) -> str:
    """
    A list in running text.

    >>> joined(["naam", "adres", "e-mailadres"], "en")
    'naam, adres en e-mailadres'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
