"""Persons of a list of whom more is known by now than the plan knew: they leave, the others go."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from nakomen.ledger import Entry
from nakomen.plan import Plan, parents_first, whose
from nakomen.records import (
    Condition,
    Dataset,
    KeyIn,
    Keys,
    Missing,
    Nothing,
    Question,
    Says,
    Selection,
    StoreMap,
    all_of,
    any_of,
    is_value,
    not_,
)
from nakomen.run.company import Company
from nakomen.run.crowd import Pair
from nakomen.run.many import TooMany, alone, resolve_many, taught_by
from nakomen.run.resolve import anchor, anchors, can_teach, identifies

_SETTLED = frozenset({"hold", "released", "frozen"})


def let_go(company: Company, plan: Plan, group: str, made: int) -> None:
    """
    Take out of *group* whom the plan no longer fits; the ledger says of each why.

    Args:
        made: the line of the ledger on which the plan was noted.
    """
    book = company.subjects.groups
    names = [member.subject for member in book.members(group)]
    crowd = company.crowd(group)
    overtaken = _overtaken(company, made) & {*names}
    known_yet = {*crowd.names}
    gone = {n: "overtaken" for n in names if n in overtaken or n not in known_yet}
    if any_news(company, crowd.keys):
        known = {
            name: [key for key in keys if not is_value(key[0])]
            for name, keys in crowd.each()
            if name not in overtaken
        }
        gone |= dict.fromkeys(_grown(company, known), "grew")
    if gone:
        book.leave(group, gone)
        company.disperse()
        bodies = [
            {"plan": plan.id, "group": group, "subject": n, "why": w} for n, w in gone.items()
        ]
        entries = [Entry(kind="left", body=body) for body in bodies]
        company.ledger.append(entries, at=datetime.now(UTC))


def any_news(company: Company, keys: Keys) -> bool:
    """
    A row to which *keys* lead, of one person or of many, shows a key that is not among them.

    Asked of each store at once. What only went from one of them to another is no news: the plan
    is about both.
    """
    for store_map in company.maps:
        asked = [
            Question(selection=Selection(dataset.name, news))
            for dataset in parents_first(store_map)
            if not isinstance(news := _news(store_map, dataset, frozenset(keys)), Nothing)
        ]
        counts = company.stores[store_map.store].count(asked, keys) if asked else []
        if any(count.rows for count in counts):
            return True
    return False


@lru_cache(maxsize=512)
def _news(store_map: StoreMap, dataset: Dataset, kinds: frozenset[str]) -> Condition:
    """Rows of *dataset* that teach a key which is not among those known, of *kinds*."""
    if not can_teach(dataset, anchor(store_map, dataset)):
        return Nothing()
    hers = whose(store_map, kinds | anchors(store_map))[dataset.name].hers
    return all_of(hers, not_(all_of(*_known(store_map, dataset))))


def _known(store_map: StoreMap, dataset: Dataset) -> Iterator[Condition]:
    written = {key.column: key.written for key in dataset.keys if identifies(key)}
    for column, kind in taught_by(store_map, dataset):
        form = "normal" if "." in kind else written.get(column, "mixed")
        yield any_of(KeyIn(column, kind, form), Missing(column), Says(column, ""))


def _overtaken(company: Company, made: int) -> set[str]:
    """Everybody whom another plan settled since."""
    return {
        str(line.body["subject"])
        for kind in sorted(_SETTLED)
        for line in company.ledger.lines(kind=kind, after=made)
    }


def _grown(company: Company, known: dict[str, list[Pair]]) -> list[str]:
    """Persons who are now known by more than the plan knew."""
    names = list(known)
    try:
        if len(names) > 1:
            found = resolve_many(company.maps, company.stores, [known[name] for name in names])
        else:
            found = [alone(company.maps, company.stores, keys) for keys in known.values()]
    except TooMany:
        half = len(names) // 2
        parts = (names[:half], names[half:])
        return [name for part in parts for name in _grown(company, _only(known, part))]
    return [
        name
        for name, sought in zip(names, found, strict=True)
        if sought.several or {*sought.pairs} - {*known[name]}
    ]


def _only(known: dict[str, list[Pair]], names: Sequence[str]) -> dict[str, list[Pair]]:
    return {name: known[name] for name in names}
