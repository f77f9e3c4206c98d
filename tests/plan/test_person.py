"""Plans for one person: what goes, what stays and why, and nobody else's row."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.support.shop import ANNA, CALLS_ONE_YEAR, CRM, TODAY, policy, shop

from nakomen.plan import Case, Claim, Person, Step, access_steps, erase_steps
from nakomen.records import Act, Keys, Question
from nakomen.run.resolve import ManyPersons, resolve
from nakomen.stores.memory import MemoryStore


def find(store: MemoryStore, *given: tuple[str, str]) -> Keys:
    return resolve([CRM], {"crm": store}, given)


def erase(store: MemoryStore, keys: Keys, claim: Claim | None = None, today: date = TODAY) -> None:
    steps = erasure(keys, claim, today)
    store.act([s.task for s in steps if s.task.act.destructive], keys)


def erasure(keys: Keys, claim: Claim | None = None, today: date = TODAY) -> list[Step]:
    person = Person(subject="subject-1", kinds=frozenset(keys))
    rules = policy(CALLS_ONE_YEAR)
    return erase_steps(Case(policy=rules, maps=[CRM], person=person, today=today, claim=claim))


def counts(store: MemoryStore, steps: Sequence[Step], keys: Keys) -> dict[tuple[str, Act], int]:
    asked = [Question(selection=step.task.selection) for step in steps]
    found = store.count(asked, keys)
    pairs = zip(steps, found, strict=True)
    return {(s.task.dataset, s.task.act): c.rows for s, c in pairs if c.rows}


def ids(store: MemoryStore, dataset: str) -> set[int]:
    return {row["id"] for row in store._tables[dataset]}


def test_an_address_leads_to_number_line_and_calls():
    """From her e-mail address every id and number of hers is known, and nobody else's."""
    keys = find(shop(), ("email", " Anna@Post.Example"))
    assert keys["crm.customer.id"] == ("7",)
    assert keys["phone"] == ("+31611111111",)
    assert keys["crm.invoice.id"] == ("1", "2")


def test_her_own_number_leads_up_to_her():
    """A line number finds its subscription, and through it the customer and her invoices."""
    keys = find(shop(), ("phone", "06 11111111"))
    assert keys["email"] == (ANNA,)
    assert keys["crm.invoice.id"] == ("1", "2")


def test_a_shared_phone_finds_nobody_alone():
    """A number that two customers share does not pick one of them."""
    with pytest.raises(ManyPersons):
        find(shop(), ("phone", "020-1234567"))


def test_two_customers_with_one_address_must_be_told_apart():
    """The same address twice is a question for a person, unless the customer is named."""
    store = shop()
    store._tables["customer"][1]["email"] = ANNA.upper()
    with pytest.raises(ManyPersons):
        find(store, ("email", ANNA))


def test_an_erasure_leaves_what_the_books_need_and_others():
    """Her old invoice goes, the one under the duty to keep stays, and Bram notices nothing."""
    store = shop()
    keys = find(store, ("email", ANNA))
    assert counts(store, erasure(keys), keys) == {
        ("customer", Act.BLANK): 1,
        ("line", Act.ERASE): 1,
        ("invoice", Act.ERASE): 1,
        ("invoice", Act.KEEP): 1,
        ("payment", Act.ERASE): 1,
        ("payment", Act.KEEP): 1,
        ("call", Act.ERASE): 1,
        ("call", Act.KEEP): 1,
    }
    bram = [dict(row) for row in store._tables["customer"] if row["id"] == 8]

    erase(store, keys)

    assert ids(store, "invoice") == {2, 3}
    assert ids(store, "payment") == {2, 3}
    assert ids(store, "call") == {2, 3}
    assert ids(store, "line") == {2}
    anna = next(row for row in store._tables["customer"] if row["id"] == 7)
    assert (anna["email"], anna["name"], anna["phone"]) == (None, None, None)
    assert [dict(row) for row in store._tables["customer"] if row["id"] == 8] == bram


def test_erasing_twice_equals_once():
    """After an erasure the same plan finds nothing more to do."""
    store = shop()
    keys = find(store, ("email", ANNA))
    erase(store, keys)
    acts = {act for _, act in counts(store, erasure(keys), keys)}
    assert not any(act.destructive for act in acts)


def test_when_the_hold_ends_the_rest_goes():
    """The day after the hold, the same removal takes the invoice and the empty customer row."""
    store = shop()
    keys = find(store, ("email", ANNA))
    erase(store, keys)
    held = {kind: values for kind, values in keys.items() if "." in kind}

    erase(store, held, today=date(2026, 12, 31))
    assert 7 in ids(store, "customer")
    erase(store, held, today=date(2027, 1, 1))

    assert ids(store, "customer") == {8}
    assert ids(store, "invoice") == {3}


def test_a_payment_in_a_later_year_holds_its_invoice():
    """The books of the later year need the payment, and the payment needs its invoice."""
    store = shop()
    store._tables["payment"][0]["paid_on"] = date(2019, 1, 9)
    keys = find(store, ("email", ANNA))
    erase(store, keys)
    assert ids(store, "invoice") == {1, 2, 3}


def test_an_invoice_without_date_is_asked():
    """Without a date nobody can see whether the duty runs; nothing is guessed."""
    store = shop()
    store._tables["invoice"][0]["issued_on"] = None
    keys = find(store, ("email", ANNA))
    assert counts(store, erasure(keys), keys)["invoice", Act.ASK] == 1
    erase(store, keys)
    assert ids(store, "invoice") == {1, 2, 3}


def test_a_claim_keeps_the_file_together():
    """While a claim runs, contract, invoices and the customer's own row stay readable."""
    store = shop()
    keys = find(store, ("email", ANNA))
    claim = Claim(reason="dossier 12", until=date(2027, 5, 1))
    erase(store, keys, claim)
    assert ids(store, "invoice") == {1, 2, 3}
    assert ids(store, "line") == {1, 2}
    assert store._tables["customer"][0]["name"] == "Anna"
    assert ids(store, "call") == {2, 3}


def test_a_contact_with_an_address_of_her_own_is_somebody_else():
    """A colleague at the company is shown masked and never erased with the customer."""
    store = shop()
    store._tables["contact"] += [
        {"id": 1, "customer_id": 7, "name": "Chaima", "email": "chaima@werk.example"},
        {"id": 2, "customer_id": 7, "name": "Anna", "email": ANNA},
    ]
    keys = find(store, ("email", ANNA))
    assert counts(store, erasure(keys), keys)["contact", Act.ASK] == 1
    erase(store, keys)
    assert ids(store, "contact") == {1}
    assert ids(store, "customer") == {7, 8}


def test_a_circle_of_references_is_taken_apart():
    """A customer that points to its own contact goes with it, whatever points to what."""
    store = shop()
    store._tables["invoice"].clear()
    store._tables["payment"].clear()
    store._tables["contact"] += [{"id": 2, "customer_id": 7, "name": "Anna", "email": ANNA}]
    store._tables["customer"][0]["contact_id"] = 2
    keys = find(store, ("email", ANNA))
    steps = erasure(keys)
    acts = [(s.task.act, s.task.dataset) for s in steps]
    assert acts.index((Act.DETACH, "customer")) < acts.index((Act.ERASE, "contact"))
    erase(store, keys)
    assert ids(store, "contact") == set()
    assert ids(store, "customer") == {8}


def test_a_row_somebody_else_points_to_stays_as_a_shell():
    """Bram's row refers to Anna's contact: the contact is emptied, Bram's row is untouched."""
    store = shop()
    store._tables["contact"] += [{"id": 2, "customer_id": 7, "name": "Anna", "email": ANNA}]
    store._tables["customer"][1]["contact_id"] = 2
    keys = find(store, ("email", ANNA))
    erase(store, keys)
    assert store._tables["contact"] == [{"id": 2, "customer_id": 7, "name": None, "email": None}]
    assert store._tables["customer"][1]["contact_id"] == 2


def test_access_shows_hers_and_masks_what_is_shared():
    """Her copy has her rows; a call on another line shows only what concerns her."""
    store = shop()
    keys = find(store, ("email", ANNA))
    person = Person(subject="subject-1", kinds=frozenset(keys))
    steps = access_steps(Case(policy=policy(), maps=[CRM], person=person, today=TODAY))
    calls = [s for s in steps if s.task.dataset == "call"]
    assert [store.count([Question(selection=s.task.selection)], keys)[0].rows for s in calls] == [
        1,
        1,
    ]
    assert calls[0].task.masked == ()
    assert set(calls[1].task.masked) == {"line_id", "caller", "callee"}


def test_a_place_where_nobody_can_be_found_is_said():
    """Personal data without key or link is a step of its own, never passed over."""
    lost = replace(CRM.dataset("contact"), keys=(), links=())
    lonely = replace(CRM, datasets=(CRM.dataset("customer"), lost))
    person = Person(subject="subject-1", kinds=frozenset({"email"}))
    steps = erase_steps(Case(policy=policy(), maps=[lonely], person=person, today=TODAY))
    assert (Act.UNKNOWN, "contact") in [(s.task.act, s.task.dataset) for s in steps]
