"""
Links that no foreign key declares: guessed by names, types and containment of values.

A survey is asked for `candidates` first and tests a sample of each in the store; what it found
(`SeenFit`) decides with the names. Without values the plainest names alone are believed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nakomen.detect.named_after import (
    Plainly,
    base,
    called_after,
    common_prefix,
    endings,
    is_account,
    last_words,
    names_somebody,
    of_anything,
    rank_of_accounts,
    says_key,
    shortened,
    table_words,
)
from nakomen.detect.parts import pairs
from nakomen.detect.shape import Shape, shape
from nakomen.detect.words import bare, spoken, stems
from nakomen.records import Link, SeenColumn, SeenDataset, SeenFit, SeenPart

# A plain name is believed though a few references lead nowhere any more.
_MOSTLY = 0.8
# Where the name says little, every value must be there.
_ALL = 1.0
_FEW = 2
_MOST_KEYS = 3


Target = tuple[SeenDataset, SeenColumn]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """*column* may point to *to*; *when*, only in rows where another column says so."""

    column: str
    to: str
    to_column: str
    plainly: Plainly
    when: tuple[str, str] | None = None


@dataclass(frozen=True)
class Targets:
    """What columns of one survey may point to, found by the words they are called after."""

    prefix: str
    by_word: Mapping[str, list[Target]]
    by_name: Mapping[str, list[Target]]
    by_start: Mapping[str, list[Target]]
    of_table: Mapping[str, list[Target]]
    accounts: tuple[Target, ...]

    def near(self, column: str, table: str) -> Iterator[Target]:
        """The keys that *column* of *table* could be called after, each once."""
        found = [*self.by_name.get(column, ()), *self.of_table.get(table, ())]
        for word in last_words(column):
            found += self.by_word.get(word, ())
        for said in endings(column):
            found += self.by_name.get(said, ())
        for start in shortened(column):
            found += self.by_start.get(start, ())
        if names_somebody(column):
            found += self.accounts
        yield from {(to.name, key.name): (to, key) for to, key in found}.values()


def targets_of(datasets: Iterable[SeenDataset]) -> Targets:
    """The targets of a survey; made once, as a large one has hundreds of tables."""
    seen = list(datasets)
    prefix = common_prefix(d.name for d in seen)
    of_table = {d.name: [(d, column) for column in _keys(d)] for d in seen}
    by_word: dict[str, list[Target]] = {}
    by_name: dict[str, list[Target]] = {}
    by_start: dict[str, list[Target]] = {}
    for target in (one for several in of_table.values() for one in several):
        for word in table_words(target[0].name, prefix)[-1:]:
            by_word.setdefault(word, []).append(target)
            by_start.setdefault(word[:3], []).append(target)
        for said in {target[1].name, spoken(target[1].name)}:
            by_name.setdefault(said, []).append(target)
    accounts = [t for several in of_table.values() for t in several if is_account(t[0].name)]
    return Targets(prefix, by_word, by_name, by_start, of_table, tuple(accounts))


def candidates(dataset: SeenDataset, targets: Targets) -> Iterator[Candidate]:
    """Where columns of *dataset*, of which the database declares nothing, may point to."""
    declared = {column for link in dataset.links for column in link.columns}
    conditional = {pair.column for pair in pairs(dataset)}
    for column in dataset.columns:
        own = (column.name,) == dataset.primary_key or base(column.name) == stems(
            bare(dataset.name)
        )
        if own or column.name in declared | conditional:
            continue
        for to, key in targets.near(column.name, dataset.name):
            plainly = _plainly(column, dataset, to, key, targets.prefix)
            if plainly is not None:
                yield Candidate(column=column.name, to=to.name, to_column=key.name, plainly=plainly)
    for part in dataset.parts:
        yield from _of_part(part, dataset, targets)


def guessed(dataset: SeenDataset, targets: Targets) -> Iterator[Link]:
    """The links of *dataset* that names and values agree on, at most one of each column."""
    fits = {(f.column, f.when, f.to, f.to_column): f for f in dataset.fits}
    found: dict[tuple[str, tuple[str, str] | None], list[Candidate]] = {}
    for one in candidates(dataset, targets):
        if _agrees(one, fits):
            found.setdefault((one.column, one.when), []).append(one)
    for several in found.values():
        best = _best(several, fits, targets.prefix, dataset.name)
        if best:
            yield Link(
                columns=(best.column,),
                to=best.to,
                to_columns=(best.to_column,),
                declared=False,
                owner=False,
                when=best.when,
            )


def alike(
    seen: Mapping[str, SeenDataset], links: Mapping[str, Sequence[Link]]
) -> dict[str, tuple[Link, ...]]:
    """
    *links*, and where a column is empty those that columns of its very name have elsewhere.

    One name that is a key by its own saying leads to one table throughout a schema, as far as its
    links are known; any other has to be found twice.
    """
    known: dict[str, list[tuple[str, str]]] = {}
    for several in links.values():
        for link in several:
            if len(link.columns) == 1 and not link.when:
                known.setdefault(link.columns[0], []).append((link.to, link.to_columns[0]))
    return {
        name: (*several, *_alike(seen, name, {c for link in several for c in link.columns}, known))
        for name, several in links.items()
    }


def _alike(
    seen: Mapping[str, SeenDataset],
    name: str,
    linked: Collection[str],
    known: Mapping[str, Sequence[tuple[str, str]]],
) -> Iterator[Link]:
    for column in seen[name].columns:
        there = known.get(column.name, ())
        sure = says_key(column.name) or len(there) > 1
        own = (column.name,) == seen[name].primary_key
        if column.sampled or column.name in linked or own or len({*there}) != 1 or not sure:
            continue
        to, key = there[0]
        target = next((c for c in seen[to].columns if c.name == key), None) if to in seen else None
        if target is not None and shape(target) is shape(column):
            yield Link(
                columns=(column.name,), to=to, to_columns=(key,), declared=False, owner=False
            )


Fits = Mapping[tuple[str, tuple[str, str] | None, str, str], SeenFit]


def _keys(dataset: SeenDataset) -> list[SeenColumn]:
    """What other rows can point to: the primary key, and codes that occur once."""
    by_name = {column.name: column for column in dataset.columns}
    primary = [by_name[n] for n in dataset.primary_key if n in by_name]
    if len(primary) == 1:
        others = [
            c for c in dataset.columns
            if c.unique and c not in primary and not of_anything(c.name)
        ]  # fmt: skip
        return primary + others[:_MOST_KEYS]
    # Without a declared key an id that occurs once will do.
    return [c for c in dataset.columns if not primary and c.distinct and stems(c.name) == ("id",)]


def _plainly(
    column: SeenColumn, dataset: SeenDataset, to: SeenDataset, key: SeenColumn, prefix: str
) -> Plainly | None:
    if shape(column) is not shape(key) or shape(column) in (Shape.MOMENT, Shape.FLAG, Shape.BYTES):
        return None
    if to.name == dataset.name and column.name == key.name:
        return None
    if (key.name,) != to.primary_key and not _is_id(key):
        # A code leads somewhere only from a column of the very same name.
        same = column.name == key.name and not of_anything(column.name)
        return Plainly.BARE if same and not column.unique else None
    return called_after(column.name, dataset.name, to.name, key.name, prefix)


def _is_id(key: SeenColumn) -> bool:
    return stems(key.name) == ("id",)


def _of_part(part: SeenPart, dataset: SeenDataset, targets: Targets) -> Iterator[Candidate]:
    """`_customer_user` leads to users; an `object_id` to tickets where the type says "Ticket"."""
    refers = any(pair.column == part.column and pair.refers for pair in pairs(dataset))
    said = stems(part.when[1])
    for to, key in targets.by_word.get(said[-1] if said else "", ()):
        if (key.name,) != to.primary_key or shape(key) is not Shape.NUMBER:
            continue
        words = table_words(to.name, targets.prefix)
        if words and said[-len(words) :] == words:
            plainly = Plainly.SAME if refers else Plainly.BARE
            yield Candidate(
                column=part.column, to=to.name, to_column=key.name, plainly=plainly, when=part.when
            )


def _agrees(one: Candidate, fits: Fits) -> bool:
    """Names and values together: the less the name says, the more the values must."""
    fit = fits.get((one.column, one.when, one.to, one.to_column))
    if fit is None or not fit.tested:
        return one.plainly >= Plainly.ENDS
    if one.plainly is Plainly.THIN and fit.tested < _FEW:
        return False
    return fit.share >= (_MOSTLY if one.plainly >= Plainly.ENDS else _ALL)


def _best(several: list[Candidate], fits: Fits, prefix: str, own: str) -> Candidate | None:
    """
    The plainest; of equals the one with more of the values, then the table of accounts, then the
    one that is called as its own table is: the type of a setting is among the types of settings.
    """
    mine = {*table_words(own, prefix)}

    def order(one: Candidate) -> tuple[float, ...]:
        fit = fits.get((one.column, one.when, one.to, one.to_column))
        accounts = rank_of_accounts(one.to, prefix) if one.plainly is Plainly.ROLE else 0
        alike = len(mine.intersection(table_words(one.to, prefix)))
        return (-one.plainly, -(fit.share if fit else 0.0), accounts, -alike)

    ranked = sorted(several, key=order)
    if len(ranked) > 1 and order(ranked[0]) == order(ranked[1]):
        return None
    return ranked[0]
