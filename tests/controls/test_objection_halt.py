"""objection-halt: a use stops at the moment an objection is registered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.circle.providers import provider
from tests.circle.world import World
from tests.controls.everywhere import files_with
from tests.controls.house import ANNA as HERS
from tests.controls.house import POLICY, house

from nakomen.demo.provider import STATEMENT, cast, oracle
from nakomen.plan.requests.purposes import answering
from nakomen.records import Column, Dataset
from nakomen.terms import Category, RecordKind

ANNA = f"email={cast.ANNA.email}"
FLAGS = ("newsletter_optin BOOLEAN", "unsubscribed_at TIMESTAMP NULL", "marketing_status CHAR(9)")
DENY, PERSON, WRONG = 3, 4, 2


@pytest.fixture(params=["postgresql", "mariadb", "sqlite"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The provider, who keeps in the customer file too who wants advertising."""
    with provider(request.param, "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        with world.engine("crm").begin() as connection:
            for flag in FLAGS:
                connection.execute(text(f"ALTER TABLE customer ADD COLUMN {flag}"))
            connection.execute(text("UPDATE customer SET newsletter_optin = true"))
        zone = None if request.param == "postgresql" else "UTC"
        world.begin(Path(str(STATEMENT)), zone, f"{request.param} tiny with flags")
        yield world
        world.close()


def _flags(world: World) -> dict[int, tuple[object, ...]]:
    query = text("SELECT id, newsletter_optin, unsubscribed_at, marketing_status FROM customer")
    with world.engine("crm").connect() as connection:
        return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _may(world: World, key: str, *more: str, code: int = DENY) -> str:
    words = ("may", "marketing", "--channel", "email", "--key", key, *more)
    return str(world.run(*words, code=code)["decision"])


def test_an_objection_stops_every_channel(world: World) -> None:
    """From its registration no message may go; then her yes is a no everywhere, others' is not."""
    agreed = ("--consent", "2026-01-02")
    assert _may(world, ANNA, *agreed, code=0) == "allow"
    before = _flags(world)
    planned = world.plan("object", "--key", ANNA)
    assert _may(world, ANNA, *agreed) == "deny"
    assert _flags(world) == before, "planning changes no store"
    world.apply(planned["plan"], code=PERSON)
    after = _flags(world)
    no, left_on, unsaid = after[cast.ANNA.id]
    assert (bool(no), str(left_on)[:10], unsaid) == (False, "2026-11-21", None)
    assert {k: v for k, v in after.items() if k != cast.ANNA.id} == {
        k: v for k, v in before.items() if k != cast.ANNA.id
    }
    assert not oracle.subscribers(world.engine("newsletter"), cast.ANNA.email)
    acts = {(s["dataset"], s["act"]) for s in planned["steps"] if s["rows"]}
    assert {("customer", "stop"), ("customer", "ask"), ("subscriber", "erase")} <= acts
    again = world.plan("object", "--key", ANNA)
    assert not [s for s in again["steps"] if s["rows"] and s["act"] in ("stop", "erase")]


@pytest.mark.parametrize("world", ["sqlite"], indirect=True)
def test_a_no_holds_when_her_address_is_gone(world: World) -> None:
    """The no of a stranger, or of somebody erased since, is known; new consent undoes it."""
    stranger = "email=Niemand@Elders.example"
    world.plan("object", "--key", stranger)
    assert _may(world, stranger.upper().replace("EMAIL=", "email=")) == "deny"
    assert not files_with(world.folder, "lders.example")
    caller = "email=bel.mij.niet@elders.example"
    world.plan("object", "--key", caller, "--purpose", "marketing:email")
    assert _may(world, caller, "--consent", "2026-01-02") == "deny"
    by_post = ("may", "marketing", "--channel", "post", "--key", caller, "--consent", "2026-01-02")
    assert world.run(*by_post)["decision"] == "allow"
    world.plan("withdraw", "--key", ANNA)
    world.apply(world.plan("erase", "--key", ANNA)["plan"], code=None)
    agreed = ("--consent", "2026-01-02")
    assert _may(world, ANNA, *agreed) == "deny"
    assert _may(world, f"customer={cast.ANNA.number}", *agreed) == "deny"
    assert _may(world, ANNA, "--consent", "2026-12-24", code=DENY) == "deny"
    later = world.today.replace(month=12, day=25)
    told = world.run("may", "marketing", "--channel", "email", "--key", ANNA, "--consent",
                     "2026-12-24", today=later)  # fmt: skip
    assert told["decision"] == "allow"
    assert not files_with(world.folder, cast.ANNA.email)


def test_no_by_one_channel_goes_no_further_than_a_system_can_tell() -> None:
    """In its own column where there is one; else in the one for all, and never in another's."""

    def said(name: str, *uses: str) -> list[str]:
        columns = tuple(
            Column(name=use, type="BOOLEAN", category=Category.NONE, consent_for=use)
            for use in uses
        )
        kind = RecordKind.CUSTOMER
        dataset = Dataset(name="customer", records=kind, primary_key=(), columns=columns)
        return [column.name for column in answering(dataset, name)]

    email, phone = "marketing:email", "marketing:phone"
    assert said(email, "marketing", email, phone, "purpose-1") == [email]
    assert said(email, "marketing", phone) == ["marketing"]
    assert said(email, phone, "purpose-1") == []
    assert said("marketing", "marketing", email, "purpose-1") == ["marketing", email]
    assert said("purpose-1", "marketing", "purpose-1") == ["purpose-1"]


POLICY_OF_INTEREST = POLICY.replace(
    "label: nieuwsbrief sturen, bases: [consent]",
    "label: klantprofiel maken, bases: [legitimate_interests]",
)
SERVES_BOTH = """activities:
  - {id: a, name: crm, status: active, purposes: [purpose-2, purpose-1], stores: [crm.customers]}
"""


def test_a_use_that_is_weighed_stops_meanwhile_and_goes_on_when_grounds_go_first(
    tmp_path: Path, sqlite_url: str
) -> None:
    """OBJ-02: between registration and decision no use; OBJ-03 ends it, a new objection anew."""
    hers, profile = ("--key", f"email={HERS}"), ("--purpose", "purpose-2")
    with house(tmp_path, sqlite_url, POLICY_OF_INTEREST) as small:
        (small.folder / "register.yaml").write_text(SERVES_BOTH, "utf-8")

        def use(*words: str, code: int) -> object:
            said = ("--in", "crm.customers", *words)
            return small.run("may", "use", *said, code=code)["because"]["rule"]

        use(*hers, *profile, code=0)
        planned = small.plan("object", *hers, *profile)
        assert {(s["act"], s["because"]["rule"]) for s in planned["steps"]} == {("ask", "OBJ-02")}
        assert use(*hers, *profile, code=DENY) == "RES-06"
        use("--key", "customer=2", *profile, code=0)
        use(*hers, "--purpose", "purpose-1", code=0)
        use(*hers, *profile, "--ground", "storage", code=0)
        small.run("plan", "object", *hers, "--compelling", "dossier 12", code=WRONG)
        small.run("plan", "object", *hers, *profile, "--compelling", f"van {HERS}", code=WRONG)
        use(*hers, *profile, code=DENY)
        won = small.plan("object", *hers, *profile, "--compelling", "fraude, dossier 12")
        assert {(s["act"], s["because"]["rule"]) for s in won["steps"]} == {("keep", "OBJ-03")}
        use(*hers, *profile, code=0)
        small.plan("object", *hers, *profile)
        use(*hers, *profile, code=DENY)


@pytest.mark.parametrize("world", ["sqlite"], indirect=True)
def test_what_is_no_matter_of_objection_is_refused_with_a_way_out(world: World) -> None:
    """The contract goes on (OBJ-04): nothing changes, and the answer names what she can do."""
    before = oracle.snapshot(world.engine("crm"))
    planned = world.plan("object", "--key", ANNA, "--purpose", "purpose-1")
    assert {s["act"] for s in planned["steps"] if s["rows"]} == {"keep"}
    assert {s["because"]["rule"] for s in planned["steps"] if s["rows"]} == {"OBJ-04"}
    world.apply(planned["plan"])
    assert oracle.snapshot(world.engine("crm")) == before
    world.run("plan", "object", "--key", ANNA, "--purpose", "biljarten", code=WRONG)
