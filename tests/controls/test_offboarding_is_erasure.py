"""offboarding-is-erasure: who gives notice has asked for erasure, on the promised day."""

from datetime import date, timedelta

from tests.circle.witness import filled, subject, there
from tests.circle.world import World
from tests.controls.everywhere import places
from tests.support.customers import customer
from tests.support.letters import Mailed

from nakomen.demo.provider import cast, oracle
from nakomen.ledger import Ledger

ANNA = f"email={cast.ANNA.email}"


def _lines(world: World) -> list[tuple[str, dict]]:
    with Ledger.open(world.folder / ".nakomen") as ledger:
        return [(line.kind, dict(line.body)) for line in ledger.lines()]


def test_notice_opens_an_erasure_that_runs_on_its_day(sqlite_world: World) -> None:
    """The due day is noted with the notice; a day sooner nothing goes, on it all but the books."""
    world = sqlite_world
    crm, letters = world.engine("crm"), world.engine("newsletter")
    hers = subject(crm, cast.ANNA)
    due = world.today + timedelta(days=90)
    planned = world.plan("offboard", "--key", ANNA)
    untils = {s["because"]["until"] for s in planned["steps"] if s["rows"]}
    assert untils == {due.isoformat()}
    before = oracle.snapshot(crm)
    world.apply(planned["plan"])
    assert oracle.snapshot(crm) == before
    noted = _lines(world)
    last = len(noted) - 1
    holds = [n for n, (kind, _) in enumerate(noted) if kind == "hold"]
    assert noted[last][0] == "done"
    assert {noted[n][1]["until"] for n in holds} == {due.isoformat()}
    world.today = due - timedelta(days=1)
    early = world.plan("retention")
    assert not [s for s in early["steps"] if s["because"]["rule"] == "avg-17" and s["rows"]]
    assert oracle.subscribers(letters, cast.ANNA.email)
    world.today = due
    world.apply(world.plan("retention")["plan"], code=None)
    assert not oracle.subscribers(letters, cast.ANNA.email)
    assert "customer.email" not in places(crm, cast.ANNA.email)
    assert filled(there(crm, hers.gone)) == {}
    assert there(crm, hers.held)["invoice"]


def test_a_customer_who_stops_has_asked_for_erasure_in_the_same_transaction(mailed: Mailed) -> None:
    """One button: notice, case and due day stand there together, once, also pressed twice."""
    her = customer(mailed)
    assert "wissen" in her.get("/mijn/stoppen/").words
    for _ in range(2):
        assert her.post("/mijn/stoppen/").to == "/mijn/verzoeken/"
    case, *more = mailed.desk.rows(
        "SELECT id, state, due, proven_at FROM dossiers_case WHERE email = ?", her.email
    )
    assert not more
    number, state, due, proven = case
    assert (state, bool(due), bool(proven)) == ("proven", True, True)
    assert str(number) in her.get("/mijn/verzoeken/").words
    staff = mailed.desk.colleague("owner").client
    plan = mailed.planned(staff, number)
    mailed.carried_out(staff, number, plan)
    with Ledger.open(mailed.desk.folder / ".nakomen") as ledger:
        lines = [line for line in ledger.lines(kind="hold") if line.body.get("plan") == plan]
    assert {str(line.body["until"]) for line in lines} == {
        (date.today() + timedelta(days=90)).isoformat()
    }
