"""What falls due by itself, and what the law still holds."""

from datetime import date

from tests.support.shop import (
    CALLS_ONE_YEAR,
    CRM,
    INVOICES_ON_REQUEST,
    TODAY,
    column,
    dataset,
    keeps,
    policy,
    promise,
    shop,
)

from nakomen.plan import retention_steps
from nakomen.policy import Policy
from nakomen.records import Act, Clock, Question, StoreMap
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Category, Criterion, Moment, Period, RecordKind

WHILE_CUSTOMER = promise(
    "retention-4",
    retention=keeps(
        RecordKind.ALL, None, criterion=Criterion.WHILE_CUSTOMER, start=Moment.CONTRACT_END
    ),
)


def table(store: MemoryStore, rules: Policy, today: date) -> dict[tuple[str, Act], int]:
    steps = retention_steps(rules, [CRM], today)
    found = store.count([Question(selection=s.task.selection) for s in steps], {})
    pairs = zip(steps, found, strict=True)
    return {(s.task.dataset, s.task.act): c.rows for s, c in pairs if c.rows}


def test_a_call_is_due_the_day_after_its_year():
    """A call of 1 January 2026 is there on 1 January 2027 and due the day after."""
    due = [
        table(shop(), policy(CALLS_ONE_YEAR), date(2027, 1, day)).get(("call", Act.ERASE))
        for day in (1, 2, 3, 4)
    ]
    assert due == [None, 1, 2, 3]


def test_what_is_not_due_is_a_step_too():
    """The rows that stay are counted beside the rows that go."""
    told = table(shop(), policy(CALLS_ONE_YEAR), date(2027, 1, 2))
    assert told["call", Act.ERASE] + told["call", Act.KEEP] == 3


def test_a_dataset_without_a_promise_is_said():
    """No promise, no term, no act: the dataset is shown as unknown."""
    told = table(shop(), policy(), TODAY)
    assert told["customer", Act.UNKNOWN] == 2


def test_a_minimum_on_request_asks_and_does_not_erase():
    """A statement that erases old invoices only on request leaves the decision to a person."""
    told = table(shop(), policy(INVOICES_ON_REQUEST), date(2027, 1, 1))
    assert told["invoice", Act.ASK] == 3
    assert ("invoice", Act.ERASE) not in told


def test_no_promise_goes_before_the_law():
    """A promise to erase invoices after a year erases none that the tax law still holds."""
    hasty = promise("retention-2", retention=keeps(RecordKind.BILLING, Period(years=1)))
    told = table(shop(), policy(hasty), TODAY)
    assert told["invoice", Act.ERASE] == 2
    assert told["payment", Act.ERASE] == 2


def test_as_long_as_you_are_a_customer_ends_with_the_contract():
    """Who left goes the day after; her invoices stay, and her row stays behind, empty."""
    rule = keeps(
        RecordKind.CUSTOMER, None, criterion=Criterion.WHILE_CUSTOMER, start=Moment.CONTRACT_END
    )
    store = shop()
    store._tables["customer"][0]["cancelled_on"] = date(2026, 11, 20)
    told = table(store, policy(promise("retention-3", retention=rule)), TODAY)
    assert told["customer", Act.BLANK] == 1
    assert told["line", Act.ERASE] == 1
    assert told["invoice", Act.KEEP] == 1
    assert ("customer", Act.ERASE) not in told


def test_a_customer_without_an_end_date_is_a_customer():
    """Nobody is asked about a contract that simply runs; the rows are shown as staying."""
    told = table(shop(), policy(WHILE_CUSTOMER), TODAY)
    assert told["customer", Act.KEEP] == 2
    assert ("customer", Act.ASK) not in told


def test_all_your_data_is_not_said_of_staff():
    """A promise to customers about everything erases no former employee."""
    ended = Clock(column="ended_on", moment=Moment.CONTRACT_END)
    columns = (column("name", Category.NAME), column("ended_on"))
    rows = {"staff": [{"id": 1, "name": "Bram", "ended_on": date(2020, 1, 1)}]}
    for kind, act in ((RecordKind.CUSTOMER, Act.ERASE), (RecordKind.STAFF, Act.UNKNOWN)):
        people = dataset("staff", kind, *columns, clocks=(ended,))
        firm = StoreMap(store="crm", kind="memory", datasets=(people,))
        steps = retention_steps(policy(WHILE_CUSTOMER), [firm], TODAY)
        asked = [Question(selection=step.task.selection) for step in steps]
        found = zip(steps, MemoryStore(firm, rows).count(asked, {}), strict=True)
        assert {step.task.act for step, count in found if count.rows} == {act}


def test_an_undated_row_is_asked():
    """A row without a date is never due by itself."""
    store = shop()
    store._tables["call"][0]["at"] = None
    told = table(store, policy(CALLS_ONE_YEAR), date(2030, 1, 1))
    assert told["call", Act.ASK] == 1
    assert told["call", Act.ERASE] == 2
