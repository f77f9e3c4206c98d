"""rectification-confirm: corrected in all stores, confirmed to the address that was known."""

from tests.circle.world import World
from tests.controls.everywhere import files_with, places
from tests.support.letters import Mailed

from nakomen.demo.provider import cast, oracle

NEW = "anna.nieuw@post.example"
ANNA = f"email={cast.ANNA.email}"
PERSON = 4
WRONG = 2


def test_no_store_holds_the_old_value(provider_world: World) -> None:
    """Everywhere the old address stood the new one stands; every other row is as it was."""
    world = provider_world
    crm, letters = world.engine("crm"), world.engine("newsletter")
    stood = {"crm": places(crm, cast.ANNA.email), "letters": places(letters, cast.ANNA.email)}
    said = {"ticket_message.body"}
    assert stood == {"crm": {"customer.email"} | said, "letters": {"subscriber.email"}}
    others = oracle.snapshot(crm, {"customer": {cast.ANNA.id}})
    planned = world.plan("rectify", "--key", ANNA, "--set", f"email={NEW}")
    assert places(crm, NEW) == set()
    world.apply(planned["plan"], code=PERSON)
    assert places(crm, cast.ANNA.email) | places(letters, cast.ANNA.email) == said
    assert places(crm, NEW) | places(letters, NEW) == {"customer.email", "subscriber.email"}
    asked = [s["dataset"] for s in planned["steps"] if s["act"] == "ask" and s["rows"]]
    assert asked == ["ticket_message"]
    assert oracle.snapshot(crm, {"customer": {cast.ANNA.id}}) == others
    kept = [s["dataset"] for s in planned["steps"] if s["act"] == "keep" and s["rows"]]
    assert {"invoice", "payment", "login_event"} <= set(kept)
    assert not files_with(world.folder, NEW)
    assert not files_with(world.folder, cast.ANNA.email)
    confirmation = planned["asks"][-1]
    assert confirmation["to"] == planned["subject"][0]
    assert "Mollie" in [ask["to"] for ask in planned["asks"]]
    assert world.apply(planned["plan"], code=PERSON)[-1]["state"] == "done"
    again = world.plan("access", "--key", f"email={NEW}")
    assert {s["dataset"] for s in again["steps"] if s["rows"]} >= {"customer", "subscriber"}


def test_an_invoice_stays_as_it_was_issued(sqlite_world: World) -> None:
    """A name is put right in the customer file; the invoice keeps its own, with the article."""
    world = sqlite_world
    before = oracle.snapshot(world.engine("crm"), {"customer": {cast.ANNA.id}})
    planned = world.plan("rectify", "--key", ANNA, "--set", "name=Anna de Witte")
    world.apply(planned["plan"], code=PERSON)
    assert oracle.profile(world.engine("crm"), cast.ANNA.id)["name"] == "Anna de Witte"
    assert oracle.snapshot(world.engine("crm"), {"customer": {cast.ANNA.id}}) == before
    invoice = next(s for s in planned["steps"] if s["dataset"] == "invoice")
    assert (invoice["act"], invoice["because"]["article"][:6]) == ("keep", "AWR ar")
    forgotten = world.plan("retention", today=world.today.replace(year=2040))
    assert not [s for s in forgotten["steps"] if s["because"]["rule"] == "avg-17"]


def test_in_doubt_a_person_decides(sqlite_world: World) -> None:
    """What may mean several columns, or is another customer's address, changes nothing."""
    world = sqlite_world
    before = oracle.snapshot(world.engine("crm"))
    for setting in ("address=Kade 1", f"email={cast.BRAM_AT_HOME.email}"):
        planned = world.plan("rectify", "--key", ANNA, "--set", setting)
        assert {s["act"] for s in planned["steps"] if s["dataset"] == "customer"} == {"ask"}
        world.apply(planned["plan"], code=PERSON)
        assert oracle.snapshot(world.engine("crm")) == before


def test_a_part_can_be_named(sqlite_world: World) -> None:
    """
    ``address.postcode`` and ``crm.customer.city`` mean one column each; both go in one plan. A
    value too long or of another type, and a name that means nothing, are refused at once.
    """
    world = sqlite_world
    before = oracle.snapshot(world.engine("crm"))
    for wrong in ("date_of_birth=31-12-1980", "phone=" + "0" * 31, "shoe_size=39", "email"):
        world.run("plan", "rectify", "--key", ANNA, "--set", wrong, code=WRONG)
    assert not list((world.folder / ".nakomen").glob("plans/*"))
    assert oracle.snapshot(world.engine("crm")) == before
    two = ("--set", "address.postcode=3511 AB", "--set", "crm.customer.city=Utrecht-Oost")
    world.apply(world.plan("rectify", "--key", ANNA, *two)["plan"], code=None)
    profile = oracle.profile(world.engine("crm"), cast.ANNA.id)
    assert (profile["postcode"], profile["city"]) == ("3511 AB", "Utrecht-Oost")


def test_the_confirmation_of_a_new_address_goes_to_the_old(mailed: Mailed) -> None:
    """
    Whoever could change an address could else hide it from her: she reads at the address that was
    known, and there only. The ask to confirm is done when that letter left.
    """
    staff = mailed.desk.colleague("owner").client
    email = mailed.joined("verhuisd@nergens.example")
    new = f"nieuw-{email}"
    her, path = mailed.proven("rectify", email, words=f"Mijn adres wordt {new}.")
    number = mailed.number(path)
    plan = mailed.planned(staff, number, set=f"email={new}")
    mailed.carried_out(staff, number, plan)
    assert mailed.rows("SELECT count(*) FROM customer WHERE email = ?", new) == [(1,)]
    assert staff.post(f"/zaken/{number}/antwoord/").status == 302
    assert path in mailed.letters.last(email, "staat klaar")
    assert not mailed.letters.to(new)
    assert "naar het adres dat wij van u hadden voordat u het vroeg" in her.get(path).words
    page = staff.get(f"/zaken/{number}/").words
    assert "aan haarzelf, met onze brief" in page
    for ask in range(1, page.count("Antwoord noteren") + 1):
        said = {"ask": f"{plan}/{ask}", "state": "done", "said": "Verbeterd."}
        assert staff.post(f"/zaken/{number}/anderen/", said).status == 302
    assert mailed.state(number) == "answered"
