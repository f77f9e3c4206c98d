"""known-address-only-delivery: to an address on file before the request, else as was promised."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.circle.world import World, statement
from tests.support.letters import Mailed

from nakomen import Company, verbs
from nakomen.demo.provider import STATEMENT

SENTENCE = "Wij sturen uw gegevens alleen naar het e-mailadres dat wij al van u kennen."


@pytest.mark.parametrize(
    ("name", "never"),
    [("itsb", False), ("etsoft", True), ("vextra", False), ("", True)],
    ids=["itsb", "etsoft", "silent", "example"],
)
def test_what_is_promised_decides_where_else_an_answer_may_go(
    name: str, never: bool, tmp_path: Path
) -> None:
    """Elsewhere after identification, never elsewhere, or silence, in which the law speaks."""
    source = statement(name) if name else Path(str(STATEMENT))
    world = World(folder=tmp_path / "x", urls={})
    world.run("init", world.folder, "--statement", source, code=None)
    with Company.open(world.folder) as company:
        assert verbs.handling(company).never_elsewhere is never


def test_an_address_that_was_added_after_the_request_gets_no_answer(mailed: Mailed) -> None:
    """
    Refused with its cure, also after an identification where the statement says never; where it
    says nothing of the kind an identification that was noted, with who, how and when, opens it.
    """
    email = "indringer@nergens.example"
    staff = mailed.desk.colleague("owner").client
    _, path = mailed.proven("access", email)
    number = mailed.number(path)
    assert _looked(mailed, number) == 0
    mailed.joined(email, date.today())
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    answer = f"/zaken/{number}/antwoord/"

    refused = staff.post(answer)
    assert (refused.status, mailed.state(number)) == (422, "carried_out")
    assert SENTENCE in refused.words
    assert "vanaf het adres dat u van haar hebt" in refused.words
    with _silent(mailed):
        assert "Stel eerst vast wie zij is" in staff.post(answer).words
        assert staff.post(f"/zaken/{number}/wie/", {"how": "paspoort"}).status == 422
        assert staff.post(f"/zaken/{number}/wie/", {"how": "called"}).status == 302
    assert staff.post(answer).status == 422, "the statement is as it was"
    assert not mailed.letters.to(email, "staat klaar")
    with _silent(mailed):
        assert staff.post(answer).status == 302
    assert path in mailed.letters.last(email, "staat klaar")
    kept = "SELECT identified_how, identified_on, identified_by_id FROM dossiers_case WHERE id = ?"
    [[how, on, by]] = mailed.desk.rows(kept, number)
    assert (how, on, by is not None) == ("called", date.today().isoformat(), True)
    assert "wij belden het nummer dat wij van haar hadden" in staff.get(f"/zaken/{number}/").words


def test_what_cannot_be_seen_is_not_known(mailed: Mailed) -> None:
    """A request of days ago is held against rows that are older than it, by their own clock."""
    asked = date.today() - timedelta(days=3)
    mailed.joined("oud@nergens.example", asked - timedelta(days=9))
    mailed.joined("nieuw@nergens.example", date.today() - timedelta(days=1))
    for email, known in (("oud@nergens.example", 1), ("nieuw@nergens.example", 0)):
        number = mailed.taken_down("post", "access", email, asked)
        assert _looked(mailed, number) == known, email


def _looked(mailed: Mailed, number: int) -> int:
    """What the systems said when the desk asked them."""
    until = time.monotonic() + 20
    while (found := _known(mailed, number)) is None:
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


def _known(mailed: Mailed, number: int) -> int | None:
    [[known]] = mailed.desk.rows("SELECT known FROM dossiers_case WHERE id = ?", number)
    return None if known is None else int(known)


@contextmanager
def _silent(mailed: Mailed) -> Iterator[None]:
    """The policy without its sentence about known addresses."""
    file = mailed.desk.folder / "policy.yaml"
    before = file.read_text("utf-8")
    kind = "kind: identity_verification\n    control: known-address-only-delivery"
    assert kind in before
    other = "kind: identity_verification\n    control: rights-request-desk"
    file.write_text(before.replace(kind, other), "utf-8")
    try:
        yield
    finally:
        file.write_text(before, "utf-8")
