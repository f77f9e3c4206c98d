"""self-service-edit: what she entered she changes and deletes, as easily as she entered it."""

import pytest
from tests.support.customers import Her, customer
from tests.support.letters import Mailed

PLACE = "/mijn/aanpassen/crm.customer.gender/"


@pytest.fixture(scope="module")
def her(mailed: Mailed) -> Her:
    return customer(mailed)


def test_a_change_is_shown_then_done_and_live_at_once(her: Her) -> None:
    """Two steps: what would happen, with nothing changed yet; then it stands in the store."""
    other = her.mailed.rows("SELECT id, gender FROM customer WHERE id != ? LIMIT 1", her.number)
    shown = her.post(PLACE, value="non-binair")
    assert "Straks staat er non-binair" in shown.words
    assert "crm.customer: 1 rij" in shown.words
    assert her.column("gender") == "vrouw"
    assert her.post(f"{PLACE}doen/").to == "/mijn/aanpassen/"
    assert her.column("gender") == "non-binair"
    assert "non-binair" in her.get("/mijn/").words
    assert her.mailed.rows("SELECT id, gender FROM customer WHERE id = ?", other[0][0]) == other


def test_deleting_takes_no_more_steps_than_entering(her: Her) -> None:
    """One button on the list, then the same yes; nothing of it stands on her pages after that."""
    her.write("gender", "eigen woord")
    assert "eigen woord" in her.get("/mijn/aanpassen/").words
    assert "Straks staat er niets" in her.post(PLACE, value="").words
    assert her.post(f"{PLACE}doen/").to == "/mijn/aanpassen/"
    assert her.column("gender") == ""
    assert "eigen woord" not in her.get("/mijn/").words + her.get("/mijn/aanpassen/").words


def test_only_what_was_shown_is_done(her: Her) -> None:
    """A yes without a plan, or to another field than the one that was shown, changes nothing."""
    her.write("gender", "vrouw")
    before = her.mailed.rows("SELECT * FROM customer WHERE id = ?", her.number)
    her.post(f"{PLACE}doen/")
    her.post(PLACE, value="man")
    her.post("/mijn/aanpassen/crm.customer.email/doen/")
    her.post(f"{PLACE}doen/")
    assert her.mailed.rows("SELECT * FROM customer WHERE id = ?", her.number) == before
