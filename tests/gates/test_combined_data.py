"""combined-data-reclassification: what is linked to a person is hers, and was not before."""

from dataclasses import replace

import pytest
from tests.gates.companies import SILENT, company
from tests.support.shop import ANNA, CRM, TODAY, column, dataset, owner, policy, shop

from nakomen.gates import Answer, Combined, combined_data_gate
from nakomen.gates.combined_data import personal_by_link
from nakomen.plan import Case, Person, access_steps, erase_steps
from nakomen.policy import Control
from nakomen.records import Act, Keys, StoreMap
from nakomen.run.resolve import resolve
from nakomen.stores.memory import MemoryStore
from nakomen.terms import RecordKind

VISITS = dataset(
    "visit", RecordKind.OTHER, column("page"), column("customer_id"),
    links=(owner("customer_id", "customer"),),
)  # fmt: skip
HITS = dataset("hit", RecordKind.OTHER, column("visit_id"), links=(owner("visit_id", "visit"),))
PAGES = dataset("page", RecordKind.OTHER, column("title"))
SITE = replace(CRM, datasets=(*CRM.datasets, VISITS, HITS, PAGES))


@pytest.fixture
def site() -> MemoryStore:
    """The shop with statistics of its site: one visit, linked to nobody."""
    visit = {"id": 1, "page": "/hosting", "customer_id": None}
    return MemoryStore(SITE, shop()._tables | {"visit": [visit]})


def keys_of_anna(site: MemoryStore) -> Keys:
    return resolve([SITE], {"crm": site}, [("email", ANNA)])


def copied(site: MemoryStore) -> int:
    """Visits in the copy that Anna gets."""
    keys = keys_of_anna(site)
    person = Person(subject="s", kinds=frozenset(keys))
    steps = access_steps(Case(policy=policy(), maps=[SITE], person=person, today=TODAY))
    return sum(
        len([*site.export(s.task, keys)])
        for s in steps
        if s.task.dataset == "visit" and s.task.act is Act.EXPORT
    )


def erase(site: MemoryStore) -> None:
    keys = keys_of_anna(site)
    person = Person(subject="s", kinds=frozenset(keys))
    steps = erase_steps(Case(policy=policy(), maps=[SITE], person=person, today=TODAY))
    site.act([s.task for s in steps if s.task.act.destructive], keys)


def test_after_linking_a_visit_is_copied_and_erased_and_before_it_is_not(
    site: MemoryStore,
) -> None:
    """The same row, with and without its link; another person's visit stays."""
    assert copied(site) == 0
    erase(site)
    assert [row["id"] for row in site._tables["visit"]] == [1]

    site = MemoryStore(SITE, shop()._tables | {"visit": [
        {"id": 1, "page": "/hosting", "customer_id": 7},
        {"id": 2, "page": "/hosting", "customer_id": 8},
        {"id": 3, "page": "/hosting", "customer_id": None},
    ]})  # fmt: skip
    assert copied(site) == 1
    erase(site)
    assert [row["id"] for row in site._tables["visit"]] == [2, 3]


@pytest.mark.parametrize(("name", "expected"), [("visit", True), ("hit", True), ("page", False)])
def test_statistics_that_can_lead_to_a_person_are_known(name: str, expected: bool) -> None:
    """Directly or through another dataset; what leads nowhere stays anonymous."""
    assert personal_by_link(SITE.dataset(name), SITE) is expected


def test_what_is_personal_itself_is_not_made_so_by_a_link() -> None:
    """The map already says so; and links in a circle end."""
    assert not personal_by_link(SITE.dataset("customer"), SITE)
    circle = dataset("a", RecordKind.OTHER, column("b"), links=(owner("b", "b"),))
    other = dataset("b", RecordKind.OTHER, column("a"), links=(owner("a", "a"),))
    ring = StoreMap(store="x", kind="memory", datasets=(circle, other))
    assert not personal_by_link(circle, ring)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Combined(linked=True), Answer.DENY),
        (Combined(linked=False), Answer.ALLOW),
        (Combined(linked=None), Answer.ASK),
        (Combined(linked=False, personal=True), Answer.DENY),
    ],
)
def test_linked_data_are_not_treated_as_anonymous(facts: Combined, expected: Answer) -> None:
    """The rule itself, and the promise that says it."""
    assert combined_data_gate(SILENT, facts).answer is expected
    said = company({"control": Control.COMBINED_DATA_RECLASSIFICATION})
    assert combined_data_gate(said, facts).promise == "P1"
