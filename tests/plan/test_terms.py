"""Terms with any clock: of a related row, the earliest or latest of several, at least, at most."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from tests.support.shop import CRM, column, dataset, keeps, owner, policy, promise, shop

from nakomen.plan import retention_steps
from nakomen.policy import Promise
from nakomen.records import Act, Clock, Question, StoreMap
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Bound, Category, Criterion, Moment, Period, RecordKind, Take

TODAY = date(2026, 11, 21)
LOGINS = Clock(column="at", moment=Moment.LAST_LOGIN, of="login")
CONTRACTS = Clock(column="ended_on", moment=Moment.CONTRACT_END, of="contract")
PEOPLE = dataset(
    "customer",
    RecordKind.CUSTOMER,
    column("name", Category.NAME),
    column("added_on"),
    clocks=(Clock(column="added_on", moment=Moment.CREATED), LOGINS, CONTRACTS),
)
CONTRACT = dataset(
    "contract",
    RecordKind.CONTRACT,
    column("customer_id"),
    column("ended_on"),
    links=(owner("customer_id", "customer"),),
)
LOGIN = dataset(
    "login",
    RecordKind.LOGIN,
    column("contract_id"),
    column("at"),
    links=(owner("contract_id", "contract"),),
)
MAP = StoreMap(store="crm", kind="memory", datasets=(PEOPLE, CONTRACT, LOGIN))


def told(rows: dict[str, list[dict[str, Any]]], *promises: Promise) -> dict[Act, set[int]]:
    """Which customers each act takes."""
    store = MemoryStore(MAP, rows)
    acts: dict[Act, set[int]] = {}
    for step in retention_steps(policy(*promises), [MAP], TODAY):
        if step.task.dataset == "customer":
            found = store.values(step.task.selection, ("id",), {}, 99)
            acts.setdefault(step.task.act, set()).update(row[0] for row in found)
    return {act: found for act, found in acts.items() if found}


def person(id: int, added: date | None, *contracts: tuple[date | None, list[Any]]) -> Any:
    return id, added, contracts


def rows(*people: Any) -> dict[str, list[dict[str, Any]]]:
    """Each with contracts that ended on a day, and logins under each contract."""
    made: dict[str, list[dict[str, Any]]] = {"customer": [], "contract": [], "login": []}
    for id, added, contracts in people:
        made["customer"].append({"id": id, "name": "x", "added_on": added})
        for ended, logins in contracts:
            number = len(made["contract"])
            made["contract"].append({"id": number, "customer_id": id, "ended_on": ended})
            made["login"] += [
                {"id": len(made["login"]) + n, "contract_id": number, "at": at}
                for n, at in enumerate(logins)
            ]
    return made


OLD, NEW, ADDED = date(2020, 5, 1), date(2026, 5, 1), date(2012, 1, 1)
TWO = Period(years=2)


def customers(*start: Moment, keep: Period | None = TWO, **more: Any) -> Promise:
    rule = keeps(RecordKind.CUSTOMER, keep, start=start[0], others=start[1:], **more)
    return promise("retention-1", retention=rule)


def test_the_newest_login_counts():
    """Two years after her last login she goes; one old login beside a new one does not count."""
    people = rows(
        person(1, ADDED, (None, [OLD, OLD])),
        person(2, ADDED, (None, [OLD, NEW])),
        person(3, ADDED, (None, [])),
        person(4, ADDED, (None, [OLD, None])),
    )
    acts = told(people, customers(Moment.LAST_LOGIN))
    assert acts == {Act.ERASE: {1}, Act.KEEP: {2}, Act.ASK: {3, 4}}


def test_as_long_as_any_contract_runs_she_is_a_customer():
    """One contract that ended says nothing while another runs; without any nobody knows."""
    people = rows(
        person(1, ADDED, (OLD, []), (OLD, [])),
        person(2, ADDED, (OLD, []), (None, [])),
        person(3, ADDED, (OLD, []), (date(2027, 1, 1), [])),
        person(4, ADDED),
    )
    rule = customers(Moment.CONTRACT_END, keep=None, criterion=Criterion.WHILE_CUSTOMER)
    assert told(people, rule) == {Act.ERASE: {1}, Act.KEEP: {2, 3}, Act.ASK: {4}}


def test_the_latest_of_several_moments():
    """Who logged in after her contract ended stays; who never logged in goes by the contract."""
    people = rows(
        person(1, ADDED, (OLD, [OLD])),
        person(2, ADDED, (OLD, [NEW])),
        person(3, ADDED, (OLD, [])),
        person(4, ADDED, (None, [OLD])),
        person(5, ADDED),
    )
    rule = customers(Moment.CONTRACT_END, Moment.LAST_LOGIN)
    assert told(people, rule) == {Act.ERASE: {1, 3}, Act.KEEP: {2, 4}, Act.ASK: {5}}


def test_the_earliest_of_several_moments():
    """One moment that is past is enough; while none is and one is unknown, a person decides."""
    people = rows(
        person(1, ADDED, (OLD, [NEW])),
        person(2, NEW, (None, [NEW])),
        person(3, None, (None, [OLD])),
        person(4, None, (None, [NEW])),
    )
    rule = customers(Moment.CREATED, Moment.LAST_LOGIN, take=Take.EARLIEST)
    assert told(people, rule) == {Act.ERASE: {1, 3}, Act.KEEP: {2}, Act.ASK: {4}}


def test_the_year_in_which_a_contract_ended():
    """Ended in May 2020 and kept two years from the end of that year: free on 1 January 2023."""
    people = rows(
        person(1, ADDED, (date(2024, 1, 1), [])), person(2, ADDED, (date(2023, 12, 31), []))
    )
    rule = customers(Moment.CONTRACT_YEAR_END)
    assert told(people, rule) == {Act.ERASE: {2}, Act.KEEP: {1}}


def test_a_minimum_and_a_maximum_in_one_promise():
    """At least two years and at most seven: it goes when the seven are over, not at two."""
    people = rows(person(1, date(2019, 11, 20)), person(2, date(2020, 1, 1)), person(3, NEW))
    rule = customers(Moment.CREATED, at_most=Period(years=7))
    assert told(people, rule) == {Act.ERASE: {1}, Act.KEEP: {2, 3}}


def test_a_minimum_and_a_maximum_in_two_sentences():
    """The sentence with the minimum erases nothing by itself; the one with the maximum does."""
    people = rows(person(1, date(2019, 11, 20)), person(2, date(2020, 1, 1)), person(3, NEW))
    least = customers(Moment.CREATED, bound=Bound.AT_LEAST)
    most = customers(Moment.CREATED, keep=Period(years=7), bound=Bound.AT_MOST)
    acts = told(people, least, replace(most, id="retention-2"))
    assert acts == {Act.ERASE: {1}, Act.KEEP: {1, 2, 3}}
    assert told(people, least) == {Act.ERASE: {1, 2}, Act.KEEP: {3}}


def test_the_end_of_the_contract_of_a_call():
    """A call has no end of its own: it takes that of the customer its line belongs to."""
    ends = Clock(column="cancelled_on", moment=Moment.CONTRACT_END, of="customer")
    datasets = tuple(
        replace(d, clocks=(*d.clocks, ends)) if d.name == "call" else d for d in CRM.datasets
    )
    crm = replace(CRM, datasets=datasets)
    rule = keeps(RecordKind.TRAFFIC, Period(months=1), start=Moment.CONTRACT_END)
    store = shop()
    store._tables["customer"][1]["cancelled_on"] = date(2026, 1, 1)
    steps = retention_steps(policy(promise("retention-1", retention=rule)), [crm], TODAY)
    calls = [s for s in steps if s.task.dataset == "call"]
    counts = store.count([Question(selection=s.task.selection) for s in calls], {})
    found = {s.task.act: c.rows for s, c in zip(calls, counts, strict=True) if c.rows}
    assert found == {Act.ERASE: 2, Act.KEEP: 1}


def test_a_row_that_must_point_to_a_person_is_asked_about():
    """It cannot become anonymous; the program neither pretends nor fails."""
    fixed = replace(LOGIN.columns[1], nullable=False)
    login = replace(
        LOGIN,
        columns=(
            LOGIN.columns[0],
            fixed,
            replace(LOGIN.columns[2], category=Category.TRAFFIC_DATA),
        ),
        clocks=(Clock(column="at", moment=Moment.EVENT),),
    )
    crm = replace(MAP, datasets=(PEOPLE, CONTRACT, login))
    rule = keeps(RecordKind.LOGIN, TWO, then=Act.ANONYMISE)
    store = MemoryStore(crm, {"login": [{"id": 1, "contract_id": 1, "at": OLD}]})
    steps = retention_steps(policy(promise("retention-1", retention=rule)), [crm], TODAY)
    mine = [s for s in steps if s.task.dataset == "login"]
    counts = store.count([Question(selection=s.task.selection) for s in mine], {})
    assert {s.task.act: c.rows for s, c in zip(mine, counts, strict=True) if c.rows} == {Act.ASK: 1}


def test_a_day_in_rows_below_is_read_before_they_go():
    """Logins are due sooner than who logged in; she goes all the same, and they go once."""
    login = replace(
        LOGIN,
        columns=(*LOGIN.columns[:2], column("at", Category.TRAFFIC_DATA)),
        clocks=(Clock(column="at", moment=Moment.EVENT),),
    )
    crm = replace(MAP, datasets=(PEOPLE, CONTRACT, login))
    logins = promise("logins", retention=keeps(RecordKind.LOGIN, Period(years=1)))
    rules = policy(logins, customers(Moment.LAST_LOGIN))
    store = MemoryStore(crm, rows(person(1, ADDED, (OLD, [OLD])), person(2, ADDED, (None, [NEW]))))
    steps = [s for s in retention_steps(rules, [crm], TODAY) if s.task.act is Act.ERASE]
    counts = store.count([Question(selection=s.task.selection) for s in steps], {})
    taken = Counter({s.task.dataset: c.rows for s, c in zip(steps, counts, strict=True) if c.rows})
    store.act([s.task for s in steps], {})
    left = {name: len(found) for name, found in store._tables.items()}
    assert taken == {"customer": 1, "contract": 1, "login": 1}
    assert left == {"customer": 1, "contract": 1, "login": 1}
