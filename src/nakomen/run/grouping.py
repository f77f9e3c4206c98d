"""Many persons in one plan: each found by herself, then taken together in groups."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.ledger import JSON, Entry, Member, SubjectAmbiguous, find_among
from nakomen.plan import STEPS, Aside, Case, Claim, Person, Persons, Request, Step
from nakomen.records import Keys, gather, is_value
from nakomen.run.calendar import row_ids
from nakomen.run.company import Company
from nakomen.run.counting import counted
from nakomen.run.frozen import Frozen
from nakomen.run.held import Held
from nakomen.run.listed import Named, read_list
from nakomen.run.many import Pair, Sought, TooMany, alone, one_of_each, resolve_many
from nakomen.run.parting import ERASING
from nakomen.run.resolve import identity
from nakomen.run.spared import Spared
from nakomen.terms import Text

SOUGHT_PERSONS = 2_500
"""Persons who are looked for at the same time, with all their rows that show a key."""
GROUP_PERSONS = 10_000
"""Persons whose keys are in memory at the same time; a longer list makes more groups."""
GROUP_KEYS = 250_000
"""A group that has so many keys is closed, however few persons they are of."""
MANY = frozenset({Request.ACCESS, Request.ERASE})
"""Requests that can be made for a list of persons."""

_SEVERAL = Text(
    "leidt naar meer dan één klant; noem ook het klantnummer",
    "leads to more than one customer; name the customer number too",
)
_NOBODY = Text("niemand gevonden", "nobody found")
_TWICE = Text("dezelfde persoon als op regel {line}", "the same person as on line {line}")
_RESTRICTED = Text(
    "de gegevens van deze persoon zijn beperkt (AVG artikel 18): maak een plan voor haar alleen",
    "the data of this person is restricted (GDPR article 18): make a plan for her alone",
)
_HELD = Text(
    "de gegevens van deze persoon worden vastgehouden: maak een plan voor haar alleen",
    "the data of this person is on hold: make a plan for her alone",
)


class ListEmpty(UsageError):
    """The list names nobody. Put one person on each line."""

    nl = "De lijst noemt niemand. Zet op elke regel één persoon."


class OneByOne(UsageError):
    """This request is made for one person at a time: --key email=ADDRESS."""

    nl = "Dit verzoek maakt u voor één persoon tegelijk: --key email=ADRES."


@dataclass
class Gathered:
    """The group that is being made: who is in it, and by which keys."""

    members: list[Member] = field(default_factory=list)
    keys: dict[str, list[str]] = field(default_factory=dict)
    rows: list[tuple[str, list[Pair]]] = field(default_factory=list)
    """Ids of rows of each of them that are not in the subject book yet."""

    def add(self, member: Member, pairs: Sequence[Pair]) -> None:
        self.members.append(member)
        for kind, value in pairs:
            self.keys.setdefault(kind, []).append(value)
        self.rows.append((member.subject, [pair for pair in pairs if _is_row(pair)]))

    @property
    def full(self) -> bool:
        many = len(self.members) >= GROUP_PERSONS
        return many or sum(map(len, self.keys.values())) >= GROUP_KEYS


@dataclass
class Listing:
    """What became of a list: the steps of its groups, and everybody who was set aside."""

    company: Company
    request: Request
    today: date
    claim: Claim | None
    steps: list[Step] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    groups: list[tuple[str, list[Member]]] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    lines: int = 0

    @property
    def persons(self) -> Persons:
        aside = tuple(sorted(self.aside, key=lambda aside: aside.line))
        return Persons(listed=self.lines, found=len(self.seen), aside=aside)

    def entries(self) -> list[Entry]:
        """Who is in which group, by her name in the subject book."""
        return [
            Entry(kind="named", body=_named(group, member))
            for group, members in self.groups
            for member in members
        ]


def _named(group: str, member: Member) -> dict[str, JSON]:
    return {"group": group, "subject": member.subject, "line": member.line}


def list_persons(
    company: Company, request: Request, file: Path, today: date, claim: Claim | None
) -> Listing:
    """
    The steps for everybody in *file*. Who leads to several customers or to nobody is set aside,
    and the others go on.

    Raises:
        ListEmpty, ListUnreadable, ListFaulty: about the file.
        OneByOne: the request is not made for many.
    """
    if request not in MANY:
        raise OneByOne(request.value)
    listing = Listing(company, request, today, claim)
    named = read_list(file)
    while part := list(islice(named, SOUGHT_PERSONS)):
        listing.lines += len(part)
        _take(listing, part)
        if listing.gathered.full:
            _close(listing)
    if not listing.lines:
        raise ListEmpty
    _close(listing)
    return listing


def _take(listing: Listing, named: Sequence[Named]) -> None:
    """Add everybody of *named* to the group; who has very many rows makes one of her own."""
    for found in _found(listing, named):
        alone = any(sought.large for _, sought in found)
        if alone:
            _close(listing)
        _add(listing, found)
        if alone:
            _close(listing)


def _found(listing: Listing, named: Sequence[Named]) -> Iterator[list[tuple[Named, Sought]]]:
    """Everybody with her keys; in halves when they have too many rows to be found together."""
    try:
        yield list(zip(named, _resolved(listing, named), strict=True))
    except TooMany:
        half = len(named) // 2
        yield from _found(listing, named[:half])
        yield from _found(listing, named[half:])


def _resolved(listing: Listing, named: Sequence[Named]) -> list[Sought]:
    company = listing.company
    before = _before(company, named)
    known = dict(company.subjects.groups.each(list(dict.fromkeys(filter(None, before)))))
    given = [
        [*one.keys, *row_ids(known.get(name or "", ()))]
        for one, name in zip(named, before, strict=True)
    ]
    if len(given) == 1:
        found = [alone(company.maps, company.stores, given[0])]
    else:
        found = resolve_many(company.maps, company.stores, given)
    for sought, name in zip(found, before, strict=True):
        sought.name = name
        sought.several = sought.several or name == _AMBIGUOUS
    return found


_AMBIGUOUS = ""


def _before(company: Company, named: Sequence[Named]) -> list[str | None]:
    """Her name in the subject book if she is there; empty when the book cannot tell who it is."""
    owners = company.subjects.groups.owners(key for one in named for key in one.keys)
    names: list[str | None] = []
    for one in named:
        try:
            names.append(find_among(owners, one.keys))
        except SubjectAmbiguous:
            names.append(_AMBIGUOUS)
    return names


def _add(listing: Listing, found: Sequence[tuple[Named, Sought]]) -> None:
    company = listing.company
    persons: list[tuple[int, Sought]] = []
    for sought, places in one_of_each([sought for _, sought in found]):
        lines = [found[place][0].line for place in places]
        if sought.several or not sought.met:
            why = _SEVERAL if sought.several else _NOBODY
            listing.aside += [_aside(company, found[p][0], why, sought.several) for p in places]
            continue
        listing.aside += [
            _aside(company, found[p][0], _TWICE.fill(line=lines[0])) for p in places[1:]
        ]
        persons.append((lines[0], sought))
    _remember(listing, persons)


def _close(listing: Listing) -> None:
    """
    Make the group and its steps. While the stores count, the ids of its rows are sealed: before
    both are done there is no plan.
    """
    gathered, listing.gathered = listing.gathered, Gathered()
    if not gathered.members:
        return
    book = listing.company.subjects.groups
    group = book.make(gathered.members)
    listing.groups.append((group, gathered.members))
    keys = {kind: tuple(dict.fromkeys(gathered.keys.pop(kind))) for kind in [*gathered.keys]}
    with ThreadPoolExecutor(1) as pool:
        sealed = pool.submit(book.remember, gathered.rows)
        listing.steps += _steps(listing, group, keys)
        sealed.result()


def _steps(listing: Listing, group: str, keys: Keys) -> list[Step]:
    company = listing.company
    case = Case(
        policy=company.policy,
        maps=company.maps,
        person=Person(subject=group, kinds=frozenset(keys)),
        today=listing.today,
        claim=listing.claim,
    )
    steps = Spared.of(company).heeded(company, STEPS[listing.request](case))
    return counted(company, steps, {group: keys}, listing.today)


def _remember(listing: Listing, persons: Sequence[tuple[int, Sought]]) -> None:
    """Give everybody a name in the subject book; who has a place in a group is set aside."""
    book = listing.company.subjects.groups
    by_identity = {id(sought): identity(gather(sought.pairs)) for _, sought in persons}
    owners = book.owners(pair for pairs in by_identity.values() for pair in pairs)
    for _, sought in persons:
        if sought.name is None and (having := owners.get(_first(by_identity[id(sought)]))):
            sought.name = having[0] if len(having) == 1 else None
    names = book.remember([(s.name, [k for k in s.pairs if not _is_row(k)]) for _, s in persons])
    restricted = Frozen.of(listing.company).subjects
    held = Held.of(listing.company).subjects if listing.request in ERASING else frozenset()
    for (line, sought), name in zip(persons, names, strict=True):
        if name in listing.seen:
            why = _TWICE.fill(line=listing.seen[name])
            listing.aside.append(Aside(line=line, subject=(), why=why))
        elif name in restricted:
            listing.aside.append(Aside(line=line, subject=(), why=_RESTRICTED, decide=True))
        elif name in held:
            listing.aside.append(Aside(line=line, subject=(), why=_HELD, decide=True))
        else:
            listing.seen[name] = line
            listing.gathered.add(Member(subject=name, line=line), sought.pairs)


def _is_row(pair: Pair) -> bool:
    return "." in pair[0] and not is_value(pair[0])


def _first(pairs: Sequence[Pair]) -> Pair:
    return pairs[0] if pairs else ("", "")


def _aside(company: Company, named: Named, why: Text, decide: bool = False) -> Aside:
    shown = tuple(f"{k} #{company.subjects.fingerprint(k, v)[:4]}" for k, v in named.keys)
    return Aside(line=named.line, subject=shown, why=why, decide=decide)
