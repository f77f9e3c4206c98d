"""
What a customer sees of herself, live: the same finding as for a copy, and nothing is written down.

Who asks is known by the address that she proved. That it is still hers is seen by *marks*: keyed
fingerprints of the rows that are she. An address that the company gave to somebody else since
leads to other marks.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from nakomen.ledger import SubjectAmbiguous
from nakomen.papers import AccessPart
from nakomen.plan import Case, Person, Request, Step, whose
from nakomen.plan.requests.access import access_steps
from nakomen.records import Act, Keys, Nothing, Row, Selection, gather, normal
from nakomen.run.archive import archive_steps, copied
from nakomen.run.company import Company
from nakomen.run.counting import counted
from nakomen.run.export import part_of
from nakomen.run.resolve import is_head, resolve
from nakomen.terms import RecordKind

MOST_ROWS = 2
"""Rows of a customer file that are read to see whether an address leads to one customer."""
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Known:
    """A customer. *address* is the one on file, in normal form; *marks* say who she is."""

    address: str
    marks: frozenset[str]
    keys: Keys = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of records with how many *rows* are hers. *name* tells it from the others."""

    name: str
    part: AccessPart
    rows: int

    def read(self, first: int, most: int) -> list[Row]:
        """At most so many rows after the *first*, as they stand now; once, while all is open."""
        rows = iter(self.part.rows)
        found = list(islice(rows, first, first + most))
        if isinstance(rows, Generator):  # what else its store is asked, is asked after it
            rows.close()
        return found


@dataclass(frozen=True, kw_only=True)
class Mine:
    """Everything of hers, as it stands now. *unseen* are places that nobody could search."""

    kinds: tuple[Kind, ...]
    unseen: tuple[str, ...] = ()

    def kind(self, name: str) -> Kind | None:
        return next((kind for kind in self.kinds if kind.name == name), None)


def known(company: Company, email: str) -> Known | None:
    """
    The customer whom *email* names in the systems; None where it names nobody.

    Raises:
        ManyPersons: it stands with several customers.
        StoreUnreachable: a store did not answer.
    """
    return named(company, "email", email)


def named(company: Company, kind: str, value: str) -> Known | None:
    """As `known`, by any kind of key; *address* is then the first on file, or empty."""
    given = (kind, normal(kind, value))
    keys = resolve(company.maps, company.stores, [given])
    marks = frozenset(_marks(company, keys))
    address = given[1] if kind == "email" else next(iter(keys.get("email", ())), "")
    return Known(address=address, marks=marks, keys=keys) if marks else None


def _subject(company: Company, given: Pair) -> str | None:
    try:
        return company.subjects.find([given])
    except SubjectAmbiguous:
        return None


def _marks(company: Company, keys: Keys) -> Iterator[str]:
    for store_map in company.maps:
        owned = whose(store_map, frozenset(keys), found=True)
        for dataset in store_map.datasets:
            hers = owned[dataset.name].hers
            if is_head(dataset) and dataset.primary_key and not isinstance(hers, Nothing):
                store, rows = company.stores[store_map.store], Selection(dataset.name, hers)
                for row in store.values(rows, dataset.primary_key, keys, MOST_ROWS):
                    told = "/".join(str(part) for part in row)
                    kind = f"{store_map.store}.{dataset.name}"
                    yield company.subjects.fingerprint(kind, told)[:32]


def mine(company: Company, her: Known, today: date, place: str | None = None) -> Mine:
    """
    What stands in the systems of *her*: each kind with its rows, what for and how long.

    Args:
        place: only what stands there, such as ``crm.invoice``.

    Raises:
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    company.check_shapes()
    given = ("email", her.address)
    subject = _subject(company, given)
    case = Case(
        policy=company.policy, maps=company.maps, today=today,
        person=Person(subject=subject or "", kinds=frozenset(her.keys)),
    )  # fmt: skip
    asked = [s for s in access_steps(case) if place in (None, _place(s))]
    steps = counted(company, asked, {subject or "": her.keys}, today)
    steps = [replace(step, subject=subject) for step in steps]
    everything = {**her.keys, **gather([given])}
    kept_apart = archive_steps(company, Request.ACCESS, everything, subject)
    steps += [s for s in kept_apart if place in (None, _place(s))]
    kept = copied(company, steps, everything)
    return Mine(
        kinds=tuple(_kinds(company, steps, her.keys, kept)),
        unseen=tuple(_place(s) for s in steps if s.task.act is Act.UNKNOWN),
    )


def _kinds(
    company: Company, steps: Sequence[Step], keys: Keys, kept: Mapping[str, Sequence[Row]]
) -> Iterator[Kind]:
    copies = [step for step in steps if step.task.act is Act.EXPORT and step.rows]
    order = list(RecordKind)
    copies.sort(key=lambda step: order.index(_records(company, step)))
    names: dict[str, int] = {}
    for step in copies:
        place = _place(step)
        names[place] = names.get(place, 0) + 1
        part = part_of(company, step, keys, company.stores[step.store], kept)
        name = place if names[place] == 1 else f"{place}-{names[place]}"
        yield Kind(name=name, part=part, rows=step.rows)


def _records(company: Company, step: Step) -> RecordKind:
    return company.store_map(step.store).dataset(step.task.dataset).records


def _place(step: Step) -> str:
    return f"{step.store}.{step.task.dataset}"
