"""Third parties that receive data, by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from nakomen.reading.facts import RecipientFact
from nakomen.reading.find.named_lines import NO_RECEIVERS, Line, receivers_of
from nakomen.reading.find.parties import Party, glued, parties, unglued
from nakomen.reading.find.receiver_details import (
    ALL_OF_THEM,
    BINDS,
    STANDS,
    country_after,
    country_before,
    country_of,
    given_as_third,
    purpose_after,
    purpose_of,
    role_of,
)
from nakomen.reading.find.receiver_kinds import kinds_named
from nakomen.reading.find.sharing import shares, withheld
from nakomen.reading.find.tables import ReceiverRow, receiver_row
from nakomen.reading.text.sentences import Role, Sentence, plain
from nakomen.reading.words.gazetteer import Service, known

_THIS_PARTY = re.compile(
    r"\bdeze\s+(?:partij|dienst|leverancier|aanbieder|organisatie)|\b(?:wij|we)\s+delen\b|"
    r"\bwe\s+share\b|\[[^\]]{2,40}\]|\bzij\b|this\s+(?:party|service|provider)|\bhier(?:voor|mee)\b",
    re.I,
)
_FIRST = 4
"""Where a name begins an item, its marks counted."""
_SHORT_HEADING = 6
_DENYING_HEAD = re.compile(r"\b(?:niet|geen|nooit|not|no|never)\b", re.I)


def read_recipients(
    sentences: tuple[Sentence, ...], own: frozenset[str]
) -> tuple[RecipientFact, ...]:
    """Every mention of a named third party that receives data; *own* are the company's names."""
    lines = _lines(sentences, own)
    where = dict(_places(lines))
    found: list[RecipientFact] = []
    for _, group in groupby(lines, key=lambda line: line.sentence.section):
        found.extend(_of_section(list(group)))
    return tuple(replace(f, country=f.country or where.get(_key(f.name))) for f in found)


def _lines(sentences: tuple[Sentence, ...], own: frozenset[str]) -> list[Line]:
    """Each sentence with the names in it; a name told once is known everywhere else."""
    lines = [
        Line(sentence=s, names=tuple(parties(s.words, own)), row=receiver_row(s), own=own)
        for s in sentences
    ]
    lines = _among_names(lines)
    told = {p.name for line in lines for p in receivers_of(line) if p.service is None}
    return [line.also(told) for line in lines] if told else lines


def _among_names(lines: list[Line]) -> list[Line]:
    """An item of a list in which others begin with a known name may begin with an unknown one."""
    named = {
        (line.sentence.section, line.sentence.lead)
        for line in lines
        if line.sentence.role is Role.ITEM and any(p.start < _FIRST for p in line.names)
    }
    return [
        replace(line, among=(line.sentence.section, line.sentence.lead) in named) for line in lines
    ]


def _of_section(section: list[Line]) -> list[RecipientFact]:
    """The mentions below one heading; an agreement with "these parties" makes them processors."""
    party = _party_of_heading(section[0])
    found: list[RecipientFact] = []
    for line in section:
        facts = list(_facts(line))
        if not facts and party and _goes_to_them(line.sentence):
            facts = [_fact(line.sentence, party)]
        if facts:
            party = Party(name=facts[-1].name, start=0, end=0, service=known(facts[-1].name))
        found.extend(facts)
    open_roles = any(fact.role is None for fact in found)
    if open_roles and any(BINDS.search(line.sentence.words) for line in section):
        return [replace(fact, role=fact.role or "processor") for fact in found]
    return found


def _facts(line: Line) -> Iterator[RecipientFact]:
    found, row = list(receivers_of(line)), line.row
    for party in found:
        yield _of_row(row, party.name) if row else _fact(line.sentence, party, len(found) == 1)


def one_per_party(mentions: tuple[RecipientFact, ...]) -> tuple[RecipientFact, ...]:
    """The first mention of each party, filled in from later ones; a product yields to its maker."""
    keys = [_key(fact.name) for fact in mentions]
    makers = {key for key in keys if " " not in key}
    first: dict[str, RecipientFact] = {}
    for fact, key in zip(mentions, keys, strict=True):
        party = key.split()[0] if key.split()[0] in makers else key
        told = first.setdefault(party, fact)
        named = fact if key == party and _key(told.name) != party else told
        first[party] = replace(
            told,
            name=named.name,
            role=told.role or fact.role,
            purpose=told.purpose or fact.purpose,
            country=told.country or fact.country,
        )
    return tuple(first.values())


def glued_names(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Sentences in which a remnant of a form stands glued to a name."""
    return (sentence for sentence in sentences if glued(sentence.words))


def _places(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Where parties are, told in a sentence of its own: "X en Y zitten in de Verenigde Staten"."""
    before: tuple[Party, ...] = ()
    for line in lines:
        words, done = line.sentence.words, 0
        for told in STANDS.finditer(words) if line.names or before else ():
            country = country_of(told.group())
            if not country or withheld(words, told.end()):
                continue
            subject = tuple(p for p in line.names if done <= p.start and p.end <= told.start())
            subject = subject or (before if ALL_OF_THEM.match(words) else ())
            yield from ((_key(party.name), country) for party in subject)
            done = told.end()
        before = line.names


def _party_of_heading(line: Line) -> Party | None:
    """The party that the heading of a chapter names: "Mollie", "Betalingen - Mollie"."""
    heading = line.sentence
    if heading.role is not Role.HEADING or _DENYING_HEAD.search(heading.words):
        return None
    named = [party for party in line.names if party.service]
    if len(named) != 1 or len(plain(heading.words).split()) > _SHORT_HEADING:
        return None
    service = named[0].service
    return named[0] if service and service.kind not in NO_RECEIVERS else None


def _goes_to_them(sentence: Sentence) -> bool:
    """ "Uw gegevens worden met deze partij gedeeld." """
    if sentence.role is Role.HEADING or not shares(sentence.words):
        return False
    return not kinds_named(sentence.words) and bool(_THIS_PARTY.search(sentence.words))


def _of_row(row: ReceiverRow, name: str) -> RecipientFact:
    sentence, service = row.sentence, known(name)
    told = row.country and country_of(row.country)
    return RecipientFact(
        quote=sentence.text,
        start=sentence.start,
        name=unglued(name),
        role="processor" if row.processor else _role(sentence, service, 0),
        purpose=row.purpose,
        country=told or country_of(sentence.words),
        section=sentence.section,
    )


def _fact(sentence: Sentence, party: Party, alone: bool = False) -> RecipientFact:
    words = sentence.words
    country = country_after(words, party.end) or country_before(words, party.start)
    return RecipientFact(
        quote=sentence.text,
        start=sentence.start,
        name=unglued(party.name),
        role=_role(sentence, party.service, party.start),
        purpose=purpose_after(words, party.end) or purpose_of(words[: party.start]),
        country=country or (country_of(words[party.end :]) if alone else None),
        section=sentence.section,
    )


def _role(sentence: Sentence, service: Service | None, start: int) -> str | None:
    if service and service.authority:
        return "authority"
    around = f"{sentence.words} {sentence.lead or ''}"
    if given_as_third(sentence.words, start) and not BINDS.search(around):
        return "third_party"
    return role_of(around)


def _key(name: str) -> str:
    service = known(name)
    if service:
        return service.name.casefold()
    return re.sub(r"[ ,]+(?:b\.?v\.?|n\.?v\.?|inc\.?|llc|ltd\.?|gmbh)$", "", name.casefold())
