"""How long which records are kept, and what makes them go."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from nakomen.reading.facts import RetentionFact
from nakomen.reading.find.objects import Seen, objects_at
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.criteria import reasons
from nakomen.reading.words.durations import Duration, durations
from nakomen.reading.words.kinds import kinds, specific
from nakomen.reading.words.moments import CONTRACT_ENDS, afterwards, moment_end, moment_of
from nakomen.reading.words.quick import Quick
from nakomen.reading.words.wording import (
    ARREARS,
    GO,
    HEDGED,
    HERS,
    HINTS,
    KEEP,
    OURS,
    TERM_SECTION,
    TREATED_AS_ERASURE,
    act_of,
    bound_of,
    goes,
    is_other_term,
)
from nakomen.records import Act
from nakomen.terms import Bound, Certainty, Criterion, Moment, Period, RecordKind

_CUSTOMER = re.compile(r"\b(?:klant|cli[eë]nt|customer|client)\b", re.I)
_LENGTH = re.compile(r"\d\s*(?:jaar|maand|dag|we?ek|year|month|day)|jaren\b", re.I)
_TERM_HEAD = Quick(
    r"bewaa?r|hoe\s+lang|termijn|bewaard|retention|how\s+long|\bkept\b|\bperiod\b|\bkeep\b", re.I
)
_LABELLED = re.compile(r"[A-Z][\w '’/-]{2,60}:\s")
_NO_VERB = re.compile(
    r"[A-Z][\w'’-]{2,40}(?:\s(?:en|van|and)\s[\w'’-]{2,40}|\s[a-z][\w'’-]{2,30}){0,2}\s"
    r"(?:na|tot|maximaal|hooguit|minimaal|\d|een|twee|drie|vier|vijf|zes|zeven|after|for|up\s+to)\b"
)
_HOLDER = re.compile(
    r"([A-Z][\w&.-]{1,30}(?:\s[A-Z][\w&.-]{1,30}){0,3})\s+"
    r"(?:bewaart|verwijdert|hanteert|slaat|keeps|stores|retains|deletes)\b"
)
_WITH_CONSENT = Quick(r"\bmet\s+(?:uw|jouw|je)\s+toestemming|with\s+your\s+consent", re.I)
_THEN = Quick(r"dan\b|daarna\b|in\s+dat\s+geval\b|then\b|in\s+that\s+case\b", re.I)
_WILL = Quick(
    r"\b(?:zal|zullen|word(?:t|en)|(?:verwijder|vernietig|wis)\w{0,3}\s+(?:wij|we)|"
    r"(?:wij|we)\s+(?:verwijder|vernietig|wis)\w{0,4}|will|are)\b",
    re.I,
)


def read_retention(
    sentences: tuple[Sentence, ...], third_parties: frozenset[str] = frozenset()
) -> tuple[RetentionFact, ...]:
    """Every mention of a term or an end, in text order; *third_parties* hold data of their own."""
    facts: list[RetentionFact] = []
    for number, sentence in enumerate(sentences):
        if not any(hint in sentence.low for hint in HINTS):
            continue
        before = reversed(sentences[max(0, number - 2) : number])
        near = tuple(s for s in before if s.section == sentence.section)
        holder = _holder(sentence.words, third_parties)
        cells = _cells(sentence.words) if _of_terms(sentence) else ()
        facts.extend(_facts(Seen(sentence=sentence, near=near, holder=holder, cells=cells)))
    return tuple(facts)


def _of_terms(sentence: Sentence) -> bool:
    """Whether this is a row of a table whose columns are named, one of them a term."""
    titles = sentence.columns
    return bool(titles and _TERM_HEAD.search(titles) and not _LENGTH.search(titles))


def _cells(words: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each cell that holds something."""
    return tuple(
        found.span() for found in re.finditer(r"[^|\t]{1,400}", words) if found.group().strip()
    )


def one_per_object(mentions: tuple[RetentionFact, ...]) -> tuple[RetentionFact, ...]:
    """
    The best mention of each object and term; a criterion gives way to a number.

    Rows and list items stand for themselves. What another sentence says of the same term (from
    when it counts, how it ends) is added; "na deze termijn" alone is no term of its own.
    """
    stated = [m for m in mentions if m.period or m.criterion]
    numbered = {(m.object, m.holder) for m in stated if m.period} - {(RecordKind.ALL, None)}
    kept: dict[tuple[object, ...], RetentionFact] = {}
    last: RetentionFact | None = None
    for fact in stated:
        unlimited = fact.criterion is Criterion.UNLIMITED
        if fact.period is None and not unlimited and (fact.object, fact.holder) in numbered:
            continue
        if fact.criterion is Criterion.TERM_ENDED and kept:
            continue
        key = _key(fact)
        if last is not None and _goes_with(fact, last):
            key = _key(last)
        last = fact
        known = kept.setdefault(key, fact)
        kept[key] = replace(
            fact if known.start_event is None and fact.start_event else known,
            act=known.act or fact.act,
        )
    return tuple(sorted(kept.values(), key=lambda fact: fact.start))


def _goes_with(fact: RetentionFact, last: RetentionFact) -> bool:
    """Whether two sentences of one list item tell the same term; a row has but one."""
    if not fact.listed or fact.start - last.end > 2 or re.search(r"[|\t]", fact.quote):
        return False
    told = (last.object, last.holder, last.period)
    return (fact.object, fact.holder, fact.period) == told


def _key(fact: RetentionFact) -> tuple[object, ...]:
    """Each row is its own; things of no known kind are not the same thing."""
    place = fact.start if fact.listed or fact.object is RecordKind.OTHER else None
    return (fact.object, fact.holder, fact.period, fact.criterion, fact.act is Act.ASK, place)


def _facts(seen: Seen) -> Iterator[RetentionFact]:
    words = seen.words
    if seen.sentence.role is Role.HEADING or _of_cookies(seen):
        return
    if TREATED_AS_ERASURE.search(words):
        leaving = Moment.CONTRACT_END if any(_while_customer(s) for s in seen.near) else None
        yield _fact(seen, RecordKind.ALL, start_event=leaving, act=Act.ERASE, trigger=True)
    elif KEEP.search(words) or GO.search(words) or _listed(seen):
        numbered = list(_numbered(seen))
        objects = {fact.object for fact in numbered}
        named = [fact for fact in _reasoned(seen) if fact.object not in objects]
        yield from numbered
        yield from named
        if not (numbered or named):
            yield from _ended(seen)


def _of_cookies(seen: Seen) -> bool:
    """How long a cookie stays in a browser is no term of the company's records."""
    if "cookie" not in seen.sentence.low:
        return False
    return all(mention.kind in (RecordKind.OTHER, RecordKind.ALL) for mention in kinds(seen.words))


def _numbered(seen: Seen) -> Iterator[RetentionFact]:
    """One fact for each object and each number of the sentence."""
    done = 0
    lengths = [d for d in durations(seen.words) if _is_term(seen, d)]
    stops = [*(later.start for later in lengths[1:]), None]
    for duration, stop in zip(lengths, stops, strict=False):
        for kind, sure in objects_at(seen, duration.start, duration.end, done, stop):
            yield _term(seen, duration, done, kind, sure)
        done = min(moment_end(seen.words, duration), stop or len(seen.words))


def _term(
    seen: Seen, duration: Duration, done: int, kind: RecordKind, certainty: Certainty
) -> RetentionFact:
    words = seen.words
    arrears = ARREARS.search(words) is not None
    hedged = arrears or HEDGED.search(words) or _WITH_CONSENT.search(words, done, duration.end + 30)
    return _fact(
        seen,
        kind,
        period=duration.period,
        bound=bound_of(words, duration, done),
        criterion=Criterion.NON_PAYMENT if arrears else None,
        start_event=None if arrears else _starts(seen, duration, done),
        act=act_of(words),
        trigger=goes(words, duration.start),
        certainty=Certainty.DOUBTFUL if hedged else certainty,
    )


def _starts(seen: Seen, duration: Duration, done: int) -> Moment | None:
    """What the words say; "daarna" counts from the end of the contract that was named before."""
    if found := moment_of(seen.words, duration, done):
        return found
    if afterwards(seen.words, duration):
        earlier = reasons(seen.words[: duration.start])
        if any(reason.criterion is Criterion.WHILE_CUSTOMER for reason in earlier):
            return Moment.CONTRACT_END
    return _asked_before(seen)


def _asked_before(seen: Seen) -> Moment | None:
    """After "Zegt u op?", "dan wissen wij" counts from the end of the contract."""
    question = seen.near[0].words if seen.near else ""
    follows = _THEN.match(seen.words) and question.rstrip().endswith("?")
    return Moment.CONTRACT_END if follows and CONTRACT_ENDS.search(question) else None


def _reasoned(seen: Seen) -> Iterator[RetentionFact]:
    """One fact for each criterion of the sentence."""
    words = seen.words
    if _is_right(words) and not _listed(seen):
        return
    for reason in reasons(words):
        ends = reason.criterion is Criterion.TERM_ENDED
        if ends and not GO.search(words):
            continue
        stop = reason.end if any(kinds(words, 0, reason.start)) else None
        kind, certainty = objects_at(seen, reason.start, reason.end, stop=stop)[0]
        criterion = reason.criterion
        subscribed = kind is RecordKind.NEWSLETTER and not _CUSTOMER.search(words)
        if criterion is Criterion.WHILE_CUSTOMER and subscribed:
            criterion = Criterion.UNTIL_WITHDRAWN
        while_customer = criterion is Criterion.WHILE_CUSTOMER
        yield _fact(
            seen,
            kind,
            criterion=criterion,
            start_event=Moment.CONTRACT_END if while_customer else None,
            act=act_of(words),
            trigger=ends or goes(words, reason.start),
            certainty=Certainty.LIKELY if HEDGED.search(words) else certainty,
        )


def _ended(seen: Seen) -> Iterator[RetentionFact]:
    """Data goes, without a term: when the contract ends, or in a chapter on keeping."""
    words = seen.words
    gone = GO.search(words)
    if not gone or act_of(words) is None or not _WILL.search(words) or _is_right(words):
        return
    leaving = CONTRACT_ENDS.search(words) is not None
    if leaving or _about_terms(seen.sentence.section or ""):
        kind, certainty = objects_at(seen, gone.start(), gone.end())[0]
        yield _fact(
            seen,
            kind,
            criterion=Criterion.WHILE_CUSTOMER if leaving else None,
            start_event=Moment.CONTRACT_END if leaving else None,
            act=act_of(words),
            trigger=True,
            certainty=certainty,
        )


def _while_customer(sentence: Sentence) -> bool:
    return any(r.criterion is Criterion.WHILE_CUSTOMER for r in reasons(sentence.words))


def _is_right(words: str) -> bool:
    """She may have it removed, or we may: no end of a term."""
    keep, hers = KEEP.search(words), HERS.search(words)
    if keep and not (hers and hers.start() < keep.start()):
        return False
    return bool(hers or OURS.search(words) or not GO.search(words))


def _is_term(seen: Seen, duration: Duration) -> bool:
    words = seen.words
    if is_other_term(words, duration) and not seen.cells:
        return False
    if KEEP.search(words) or (_listed(seen) and not GO.search(words)):
        return True
    return not OURS.search(words) and (
        not HERS.search(words) or moment_of(words, duration) is Moment.CONTRACT_END
    )


def _listed(seen: Seen) -> bool:
    """A line under "Bewaartermijnen": the heading says what its numbers are."""
    sentence = seen.sentence
    if seen.cells:
        return True
    if sentence.role in (Role.ITEM, Role.ROW) and TERM_SECTION.search(sentence.lead or ""):
        return True
    within = _about_terms(sentence.section or "")
    if _goes_on(seen):
        return True
    labelled = _LABELLED.match(sentence.words) or specific(sentence.words) or _is_line(sentence)
    return bool(within and (sentence.role is not Role.PROSE or labelled))


def _is_line(sentence: Sentence) -> bool:
    """A short line that ends in no full stop: "Toegangslijsten 6 maanden"."""
    if not sentence.words[:1].isalpha():
        return False
    return len(sentence.words) <= 80 and sentence.words[-1:] not in (".", "?", "!", ":")


def _goes_on(seen: Seen) -> bool:
    """ "Sollicitaties na vier weken." goes on where the sentence before had the verb."""
    words = seen.words
    if not seen.near or len(words) > 120 or not specific(words) or KEEP.search(words):
        return False
    before = seen.near[0].words
    told = KEEP.search(before) or GO.search(before)
    return bool(told and _NO_VERB.match(words) and next(durations(before), None))


@lru_cache(maxsize=64)
def _about_terms(heading: str) -> bool:
    return TERM_SECTION.search(heading) is not None


def _holder(words: str, third_parties: frozenset[str]) -> str | None:
    """The third party that is the subject of "bewaart"."""
    found = _HOLDER.search(words)
    return found.group(1) if found and found.group(1).casefold() in third_parties else None


def _fact(
    seen: Seen,
    kind: RecordKind,
    *,
    period: Period | None = None,
    bound: Bound = Bound.EXACTLY,
    criterion: Criterion | None = None,
    start_event: Moment | None = None,
    act: Act | None = None,
    trigger: bool = False,
    certainty: Certainty = Certainty.SURE,
) -> RetentionFact:
    return RetentionFact(
        quote=seen.sentence.text,
        start=seen.sentence.start,
        object=kind,
        period=period,
        bound=bound,
        criterion=criterion,
        start_event=start_event,
        act=act,
        holder=seen.holder,
        trigger=trigger,
        section=seen.sentence.section,
        listed=seen.sentence.role in (Role.ITEM, Role.ROW),
        certainty=certainty,
    )
