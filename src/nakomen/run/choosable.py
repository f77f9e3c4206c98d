"""What a customer says yes or no to: each use of her data, and where her answer stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from nakomen.plan import Request, whose
from nakomen.plan.requests.purposes import (
    ADVERTISING,
    MARKETING,
    by,
    channel_of,
    is_mailing_list,
    purpose_named,
)
from nakomen.plan.requests.stop import EMPTY, TODAY
from nakomen.records import Column, Dataset, Nothing, Question, Selection, StoreMap
from nakomen.run.company import Company
from nakomen.run.mine import Known
from nakomen.run.objecting import objected_on
from nakomen.stores.family import Family, family
from nakomen.terms import Basis, Channel, Text
from nakomen.terms.labels import label

_YES = {"0": "1", "false": "true"}
"""What a column of this kind says where somebody says yes, by what it says where she says no."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """
    Where a yes or no of hers stands, such as ``crm.customer.newsletter``. *yes* is what is written
    there when she says yes again; empty where only another system can note that. *purpose* is what
    is said there, and no more.
    """

    place: str
    says: bool
    yes: str = ""
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class Choosable:
    """
    One use. *purpose* names it in a plan of *stops*, the request that ends it. *said_no* is the
    last day on which she said no to all of it. *also* are purposes that say the same: they end
    with it. *ways*: the channels of advertising that she can end apart, where the systems know
    them apart; of each, *answers* are what becomes no with it. *whole*: with it goes what says yes
    to all of them, in a place that knows no channels.
    """

    purpose: str
    words: Text
    stops: Request
    answers: tuple[Answer, ...] = field(default_factory=tuple)
    said_no: date | None = None
    also: tuple[str, ...] = ()
    ways: "tuple[Choosable, ...]" = ()
    whole: bool = False

    @property
    def on(self) -> bool:
        """Somewhere it says yes, or nowhere it says anything and she did not say no."""
        return any(a.says for a in self.answers) or (not self.answers and self.said_no is None)


def choosable(company: Company, her: Known) -> list[Choosable]:
    """Every use that she can end or allow herself: advertising, and what rests on her consent."""
    said = list(_said(company, her))
    named = [p.id for p in company.policy.promises if p.purpose and Basis.CONSENT in p.grounds]
    about = [one.name for one in said if channel_of(one.name) is None]
    alike: dict[str, list[Choosable]] = {}
    for name in dict.fromkeys((MARKETING, *named, *about)):
        meant = [s for s in said if s.name == name or (name == MARKETING and channel_of(s.name))]
        one = _choosable(company, her, name, [s.answer for s in meant])
        one = replace(one, ways=_ways(company, her, said)) if name == MARKETING else one
        alike.setdefault(one.words.nl.casefold(), []).append(one)
    return [_together(ones) for ones in alike.values()]


def _ways(company: Company, her: Known, said: "list[_Said]") -> tuple[Choosable, ...]:
    """Each channel for which some column of hers has a yes or no of its own, and mailing lists."""
    known = {channel_of(one.name) for one in said if one.column}
    known |= {Channel.EMAIL} if known - {None} and any(not one.column for one in said) else set()
    return tuple(_way(company, her, said, channel) for channel in Channel if channel in known)


def _way(company: Company, her: Known, said: "list[_Said]", channel: Channel) -> Choosable:
    name = by(channel)
    own = {one.dataset for one in said if one.name == name}
    meant = [
        one
        for one in said
        if one.name == name or (one.name == MARKETING and one.dataset not in own)
    ]
    way = _choosable(company, her, name, [one.answer for one in meant])
    whole = any(one.name == MARKETING and one.answer.says for one in meant)
    return replace(way, words=label(channel), whole=whole)


def _together(ones: list[Choosable]) -> Choosable:
    answers = tuple(answer for one in ones for answer in one.answers)
    also = tuple(one.purpose for one in ones[1:])
    said = [one.said_no for one in ones]
    no = None if None in said else max(day for day in said if day)
    return replace(ones[0], answers=answers, also=also, said_no=no)


def _choosable(company: Company, her: Known, name: str, answers: list[Answer]) -> Choosable:
    keys = [(kind, value) for kind, values in her.keys.items() for value in values]
    return Choosable(
        purpose=name,
        words=_words(company, name),
        stops=Request.OBJECT if name == MARKETING else Request.WITHDRAW,
        answers=tuple(answers),
        said_no=objected_on(company, keys, name),
    )


def _words(company: Company, name: str) -> Text:
    found = purpose_named(company.policy, name)
    promise = company.policy.promise(found.promise) if found and found.promise else None
    if name == MARKETING or promise is None or promise.purpose is None:
        return _ADVERTISING
    return Text(promise.purpose.label, promise.purpose.label)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What she says in one place about the purpose *name*; no *column*: a row of a mailing list."""

    dataset: str
    name: str
    answer: Answer
    column: bool


def _said(company: Company, her: Known) -> Iterator[_Said]:
    for store_map in company.maps:
        owned = whose(store_map, frozenset(her.keys), found=True)
        for dataset in store_map.datasets:
            hers = owned[dataset.name].hers
            if isinstance(hers, Nothing):
                continue
            rows = Selection(dataset.name, hers)
            for column in dataset.columns:
                if column.consent_for:
                    yield from _in_column(company, her, store_map, dataset, column, rows)
            if is_mailing_list(dataset, ADVERTISING):
                store = company.stores[store_map.store]
                [count] = store.count([Question(selection=rows)], her.keys)
                place = f"{store_map.store}.{dataset.name}"
                name = by(Channel.EMAIL)
                answer = Answer(place=place, says=bool(count.rows), purpose=name)
                yield _Said(dataset=place, name=name, answer=answer, column=False)


def _in_column(
    company: Company,
    her: Known,
    store_map: StoreMap,
    dataset: Dataset,
    column: Column,
    rows: Selection,
) -> Iterator[_Said]:
    values = company.stores[store_map.store].values(rows, (column.name,), her.keys, 2)
    if values and column.consent_for:
        place = f"{store_map.store}.{dataset.name}"
        says = any(_says(column, value) for (value,) in values)
        yes = _YES.get(str(column.no).casefold(), "") if len(values) == 1 else ""
        bare = family(column.type) in (Family.BOOLEAN, Family.INTEGER, Family.TEXT)
        at = f"{place}.{column.name}"
        answer = Answer(place=at, says=says, yes=yes if bare else "", purpose=column.consent_for)
        yield _Said(dataset=place, name=column.consent_for, answer=answer, column=True)


def _says(column: Column, value: object) -> bool:
    """A day in a column that is filled when she leaves says no; else what is not *no* says yes."""
    if column.no == TODAY:
        return value is None
    if value is None or value == "" or column.no == EMPTY:
        return value is not None and value != ""
    plain = str(int(value)) if isinstance(value, bool) else str(value).casefold()
    return plain not in {str(column.no).casefold(), "0" if column.no == "false" else ""}


_ADVERTISING = Text("reclame en nieuwsbrieven", "advertising and newsletters")
