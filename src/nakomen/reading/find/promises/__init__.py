"""Each sentence that binds the company, as a promise with its kind and its control."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from nakomen.reading.facts import Facts, Promise, Quote
from nakomen.reading.find.promises.classify import NOTHING, Around, Reading, best, traits
from nakomen.reading.find.promises.clauses import clauses
from nakomen.reading.find.promises.document import of_document
from nakomen.reading.find.promises.drafts import Read, draft, from_facts
from nakomen.reading.find.promises.letterhead import details
from nakomen.reading.find.promises.rows import cells
from nakomen.reading.find.promises.stated import Held, hold, stated
from nakomen.reading.find.promises.worded import worded
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.concepts import concepts
from nakomen.reading.words.gazetteer import known_names
from nakomen.terms import Certainty

__all__ = ["Read", "make_promises"]

_SURE, _LIKELY, _WEAK = 10, 7, 4
_ALONE = 8
"""The score from which a clause is a promise beside that of its sentence."""
_COLUMN = {"purpose": "purpose-words", "data_category": "data", "retention": "keep"}
_PLAIN = {
    "purpose": "purpose-binding",
    "data_category": "customer-crm",
    "retention": "retention-sweep",
}
_REGULATORS = frozenset({"autoriteit persoonsgegevens", "gegevensbeschermingsautoriteit"})
"""They hear complaints and reports of leaks; they are no receivers of the company's data."""
_NOT_BESIDE_TERMS = frozenset({NOTHING, "data_category", "legal_basis"})
_LISTED = frozenset({"purpose", "data_category", "legal_basis"})
_SEMICOLON = re.compile(r";\s+")
_LEAST = 2
_OTHER = Reading(kind="other", control="informational", score=1, source="a sentence")
_WORD = re.compile(r"\w+")
_BACK = re.compile(
    r"(?:dit|dat|deze|die|hier\w+|daar\w*|neem|in\s+(?:dat|een\s+dergelijk)|zo\b|ook|tevens|dan|"
    r"wel|indien\s+(?:dit|u)|is\s+dit|this|that|these|it)\b",
    re.I,
)
"""Words that begin a sentence which goes on about what was said just before."""
_IN_HEADINGS = frozenset({"statement_version", "controller_identity", "contact", "dpo"})
_RATHER = frozenset(
    {"right_procedure", "direct_marketing", "identity_verification", "refusal_ground", "portal"}
)
_STRONG = 10
_ONCE = frozenset({"controller_identity", "contact"})
_HEADING_SCORE = 8
_SHORTEST_NAME = 4


def make_promises(
    read: Read, facts: Facts, sentences: tuple[Sentence, ...], parties: frozenset[str]
) -> tuple[Promise, ...]:
    """
    The promises in text order; ids are kind and running number.

    *parties* are names of receivers in small letters; *facts* are all other facts.
    """
    cools = any("afkoel" in sentence.low or "bedenktijd" in sentence.low for sentence in sentences)
    made = [_told(promise, facts, cools=cools) for promise in from_facts(read)]
    around = _around(read, facts, sentences, parties)
    at_hand: dict[int, list[Promise]] = {}
    for promise in made:
        at_hand.setdefault(promise.start, []).append(promise)
    drafts: list[Promise] = []
    quotes = (fact for _, fact in _facts(read, facts))
    run = _Run(facts=facts, around=around, held=hold(quotes, sentences))
    titles = {sentence.columns for sentence in sentences}
    for sentence in sentences:
        if sentence.role is Role.ROW and sentence.text in titles:
            continue
        here = at_hand.get(sentence.start, [])
        kinds = {promise.kind for promise in here}
        drafts.extend(run.of(sentence, kinds))
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


@dataclass(kw_only=True)
class _Run:
    """What was said just before: a question, and what the last sentence of a section promised."""

    facts: Facts
    around: Around
    held: Held
    section: str | None = None
    asked: frozenset[str] = frozenset()
    last: Reading | None = None
    told: set[str] = field(default_factory=set)
    heading: Sentence | None = None

    def of(self, sentence: Sentence, taken: set[str]) -> Iterator[Promise]:
        if sentence.section != self.section:
            self.section, self.asked, self.last = sentence.section, frozenset(), None
        found = traits(sentence, self.around) | self.asked | self._above(sentence)
        self.asked = frozenset()
        reading = self._read(sentence, found)
        if sentence.role is Role.HEADING:
            fit = reading and reading.kind in _IN_HEADINGS and reading.score >= _HEADING_SCORE
            if reading and fit and "dpo" not in found:
                yield from self._once(
                    Quote(quote=sentence.text, start=sentence.start), sentence, reading
                )
            return
        if rows := list(cells(sentence)):
            yield from self._by_column(sentence, rows, taken)
            return
        if "@sentence" not in found and (parts := details(sentence)):
            for place, detail in parts:
                yield from self._once(place, sentence, detail)
            return
        if "@question" in found and not taken:
            self.asked = found - {"@question"}
            return
        if reading is None or (reading.kind == NOTHING and not taken):
            return
        if taken == {"right"} and _rather(reading, found):
            taken.clear()
        self.last = reading
        yield from self._beside(sentence, reading, taken)

    def _by_column(
        self, sentence: Sentence, rows: list[tuple[str, Quote]], taken: set[str]
    ) -> Iterator[Promise]:
        """One promise a cell; how long is a term that was read already, or else unknown."""
        for kind, place in rows:
            if kind in taken:
                continue
            reading = best(traits(sentence, self.around, place.quote) | {f"^{_COLUMN[kind]}"})
            if reading is None or reading.kind != kind:
                reading = Reading(kind=kind, control=_PLAIN[kind], score=_LIKELY, source="column")
            yield self._promise(place, sentence, reading)

    def _promise(self, place: Quote, sentence: Sentence, reading: Reading) -> Promise:
        told = stated(reading.kind, place, self.held.at(sentence.start))
        told |= of_document(reading.kind, place, self.facts)
        certainty = _certainty(reading.score)
        return draft(place, reading.kind, sentence.section, reading.control, told, certainty)

    def _once(self, place: Quote, sentence: Sentence, reading: Reading) -> Iterator[Promise]:
        """Who the company is and where to reach it is promised once, however often it stands."""
        promise = self._promise(place, sentence, reading)
        words = "".join(filter(str.isalnum, promise.quote.casefold()))
        if reading.kind not in _ONCE or words not in self.told:
            self.told.add(words)
            yield promise

    def _above(self, sentence: Sentence) -> frozenset[str]:
        """Of a heading right below another: what that one says, such as whose name follows."""
        above, self.heading = self.heading, None
        if sentence.role is not Role.HEADING:
            return frozenset()
        self.heading = sentence
        ideas = concepts(above.words) if above else frozenset()
        return frozenset(f"#{idea}" for idea in ideas)

    def _read(self, sentence: Sentence, found: frozenset[str]) -> Reading | None:
        reading = best(found)
        if "goes-on" in found and self.last and not found & {"#special", "special"}:
            return replace(self.last, score=_LIKELY)
        weak = reading is None or reading.score <= _WEAK
        back = _BACK.match(sentence.words) and "this-statement" not in found
        if weak and self.last and back:
            return replace(self.last, score=_WEAK + 1)
        if reading is None and not found.isdisjoint({"@sentence", "@long"}):
            return replace(self.last, score=1) if self.last else _OTHER
        return reading

    def _beside(self, sentence: Sentence, reading: Reading, taken: set[str]) -> Iterator[Promise]:
        """The promise of the whole sentence, and those of its clauses that are of another kind."""
        kinds = set(taken)
        if not taken:
            kinds.add(reading.kind)
            for place in _enumerated(sentence, reading.kind):
                yield from self._once(place, sentence, reading)
        for start, end in clauses(sentence.words):
            other = best(traits(sentence, self.around, sentence.words[start:end]))
            if other and other.score >= _ALONE and other.kind not in {*kinds, *_aside(kinds)}:
                kinds.add(other.kind)
                quote = Quote(quote=sentence.text[start:end], start=sentence.start + start)
                yield self._promise(quote, sentence, other)


def _aside(kinds: set[str]) -> frozenset[str]:
    """Kinds that a clause only seems to be: how long data is kept always names the data."""
    return _NOT_BESIDE_TERMS if kinds & {"retention", "deletion_trigger"} else frozenset({NOTHING})


def _enumerated(sentence: Sentence, kind: str) -> list[Quote]:
    """The parts of a list in one sentence; the sentence itself where it is no such list."""
    whole = Quote(quote=sentence.text, start=sentence.start)
    borders = list(_SEMICOLON.finditer(sentence.text))
    if kind not in _LISTED or len(borders) < _LEAST:
        return [whole]
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(sentence.text)]
    return [
        Quote(quote=sentence.text[start:end], start=sentence.start + start)
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]


def _rather(reading: Reading, found: frozenset[str]) -> bool:
    """Whether a sentence that names rights tells how to ask, or when not, rather than grants."""
    addressed = reading.kind != "right_procedure" or not found.isdisjoint({"@email", "dpo"})
    return reading.kind in _RATHER and reading.score >= _STRONG and addressed


def _certainty(score: int) -> Certainty:
    if score >= _SURE:
        return Certainty.SURE
    return Certainty.LIKELY if score >= _LIKELY else Certainty.DOUBTFUL


def _numbered(drafts: list[Promise]) -> tuple[Promise, ...]:
    counts: Counter[str] = Counter()
    promises: list[Promise] = []
    for one in sorted(drafts, key=lambda one: (one.start, one.kind)):
        counts[one.kind] += 1
        promises.append(replace(one, id=f"{one.kind}-{counts[one.kind]}"))
    return tuple(promises)


def _around(
    read: Read, facts: Facts, sentences: tuple[Sentence, ...], parties: frozenset[str]
) -> Around:
    starts = [sentence.start for sentence in sentences]
    held: dict[int, set[str]] = {}
    for name, quote in _facts(read, facts):
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


def _facts(read: Read, facts: Facts) -> Iterator[tuple[str, Quote]]:
    """What the other finders found, by the name that rules use."""
    yield from (("purpose", fact) for fact in facts.purposes)
    yield from (("basis", fact) for fact in facts.legal_bases)
    yield from (("data", fact) for fact in facts.data_categories)
    yield from (("special", fact) for fact in facts.special_categories.items)
    yield from (("measure", fact) for fact in facts.security_measures)
    yield from (("cookie", fact) for fact in facts.cookies.told)
    yield from ((fact.role or "recipient", fact) for fact in read.recipients)
    yield from ((fact.role or "recipient", fact) for fact in read.categories)
