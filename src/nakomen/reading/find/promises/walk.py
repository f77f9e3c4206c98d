"""From sentence to sentence: what each promises, with what was said just before in mind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from nakomen.reading.facts import Facts, Promise, Quote
from nakomen.reading.find.promises.classify import NOTHING, Around, Reading, best, traits
from nakomen.reading.find.promises.clauses import clauses, enumerated
from nakomen.reading.find.promises.document import of_document
from nakomen.reading.find.promises.drafts import draft
from nakomen.reading.find.promises.letterhead import details
from nakomen.reading.find.promises.rows import cells
from nakomen.reading.find.promises.stated import Held, stated
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.concepts import concepts
from nakomen.terms import Certainty

_SURE, _LIKELY, _WEAK = 10, 7, 4
"""As measured in texts not seen before: nine of ten that are sure are right, seven of ten that are
likely, three of ten that are doubtful."""
_ALONE = 8
"""The score from which a clause is a promise beside that of its sentence."""
_COLUMN = {"purpose": "purpose-words", "data_category": "data", "retention": "keep"}
_PLAIN = {
    "purpose": "purpose-binding",
    "data_category": "customer-crm",
    "retention": "retention-sweep",
}
_NOT_BESIDE_TERMS = frozenset({NOTHING, "data_category", "legal_basis"})
_BACK = re.compile(
    r"(?:dit|dat|deze|die|hier\w+|daar\w*|neem|in\s+(?:dat|een\s+dergelijk)|zo\b|ook|tevens|dan|"
    r"wel|indien\s+(?:dit|u)|is\s+dit|this|that|these|it)\b",
    re.I,
)
"""Words that begin a sentence which goes on about what was said just before."""
_IN_HEADINGS = frozenset({"statement_version", "controller_identity", "contact", "dpo"})
_HEADING_SCORE = 8
_RATHER = frozenset(
    {"right_procedure", "direct_marketing", "identity_verification", "refusal_ground", "portal"}
)
_STRONG = 10
_ONCE = frozenset({"controller_identity", "contact"})


@dataclass(kw_only=True)
class Walk:
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
        """
        What *sentence* promises beside the kinds in *taken*, which other finders made of it.

        *taken* is emptied where the sentence turns out to promise something else.
        """
        if sentence.section != self.section:
            self.section, self.asked, self.last = sentence.section, frozenset(), None
        found = traits(sentence, self.around) | self.asked | self._above(sentence)
        self.asked = frozenset()
        reading = self._read(sentence, found)
        if sentence.role is Role.HEADING:
            yield from self._titled(sentence, reading, found)
        elif rows := list(cells(sentence)):
            yield from self._by_column(sentence, rows, taken)
        elif "@sentence" not in found and (parts := details(sentence)):
            for place, detail in parts:
                yield from self._once(place, sentence, detail)
        elif "@question" in found and not taken:
            self.asked = found - {"@question"}
        elif reading and (reading.kind != NOTHING or taken):
            if taken == {"right"} and _rather(reading, found):
                taken.clear()
            self.last = reading
            yield from self._beside(sentence, reading, taken)

    def _titled(
        self, sentence: Sentence, reading: Reading | None, found: frozenset[str]
    ) -> Iterator[Promise]:
        """A heading promises nothing, but it may be a title, a name or a date."""
        fit = reading and reading.kind in _IN_HEADINGS and reading.score >= _HEADING_SCORE
        if reading and fit and "dpo" not in found:
            place = Quote(quote=sentence.text, start=sentence.start)
            yield from self._once(place, sentence, reading)

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
            # Without a rule or a sentence before it, a guess would be wrong four times in five.
            return replace(self.last, score=1) if self.last else None
        return reading

    def _beside(self, sentence: Sentence, reading: Reading, taken: set[str]) -> Iterator[Promise]:
        """The promise of the whole sentence, and those of its clauses that are of another kind."""
        kinds = set(taken)
        if not taken:
            kinds.add(reading.kind)
            for place in enumerated(sentence, reading.kind):
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


def _rather(reading: Reading, found: frozenset[str]) -> bool:
    """Whether a sentence that names rights tells how to ask, or when not, rather than grants."""
    addressed = reading.kind != "right_procedure" or not found.isdisjoint({"@email", "dpo"})
    return reading.kind in _RATHER and reading.score >= _STRONG and addressed


def _certainty(score: int) -> Certainty:
    if score >= _SURE:
        return Certainty.SURE
    return Certainty.LIKELY if score >= _LIKELY else Certainty.DOUBTFUL
