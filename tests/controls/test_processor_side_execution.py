"""processor-side-execution: a request stays open until each holder confirmed or refused."""

import ast
from datetime import timedelta
from pathlib import Path

from tests.circle.world import World
from tests.controls.everywhere import files_with
from tests.support.letters import Mailed

from nakomen.demo.provider import cast

ANNA = f"email={cast.ANNA.email}"
READER = f"email={cast.READER.email}"
LATE, WRONG = 5, 2
ERASURE = "om uw gegevens te wissen"
BOOKS, LETTERS, HOST = "processor-5", "processor-4", "processor-3-2"


def _asks(world: World, *words: object, code: int | None = 0, **more: object) -> list[dict]:
    return list(world.run("asks", *words, code=code, **more)["asks"])


def _verdict(world: World, **more: object) -> tuple[str, int | None]:
    told = world.run("status", code=None, **more)["promises"]
    found = next(p for p in told if ERASURE in p["quote"])
    return found["verdict"], found["count"]


def test_a_request_is_open_until_each_holder_answered(sqlite_world: World, tmp_path: Path) -> None:
    """Not kept while one is silent; broken when that lasts too long; a refusal needs a ground."""
    world = sqlite_world
    assert _asks(world) == []
    planned = world.plan("erase", "--key", ANNA)
    named = [a["to"] for a in planned["asks"]]
    assert named == ["Mollie", "Helderwolk B.V.", "Briefduif Mail B.V.", "Boekhuys Noord B.V."]
    assert not {n["recipient"] for n in planned["notices"]} & set(named)
    assert _asks(world) == []
    world.apply(planned["plan"], code=None)
    assert [(a["to"], a["state"]) for a in _asks(world)] == [(name, "open") for name in named]
    assert _verdict(world) == ("unseen", 4)
    later = world.today + timedelta(days=40)
    assert {a["state"] for a in _asks(world, code=LATE, today=later)} == {"overdue"}
    assert _verdict(world, today=later) == ("broken", 4)
    names = [a["ask"] for a in _asks(world)]
    letter = tmp_path / "brief.txt"
    letter.write_text(f"Wij wisten {cast.ANNA.email}.", "utf-8")
    _asks(world, "--sent", names[0])
    _asks(world, "--done", names[0], "--receipt", letter)
    _asks(world, "--done", names[1], "--receipt", f"gedaan, {cast.ANNA.email}")
    _asks(world, "--done", names[2])
    for words in (("--refused", names[3]), ("--refused", names[3], "--because", "a@b.example")):
        world.run("asks", *words, code=WRONG)
    assert _verdict(world) == ("unseen", 1)
    answered = _asks(world, "--refused", names[3], "--because", "AWR artikel 52: zeven jaar")
    assert [a["state"] for a in answered] == ["done", "done", "done", "refused"]
    assert len(answered[0]["receipt"]) == 64
    assert _verdict(world) == ("kept", 0)
    world.run("asks", "--done", "plan-0001/9", code=WRONG)
    assert not files_with(world.folder, cast.ANNA.email)


def test_only_who_holds_something_of_her_is_asked(sqlite_world: World) -> None:
    """By the register: the mailer for a mere reader, the books for a customer, and who is under."""
    world = sqlite_world
    (world.folder / "register.yaml").write_text(REGISTER, "utf-8")
    reader = world.plan("erase", "--key", READER)
    assert [a["to"] for a in reader["asks"]] == ["Helderwolk B.V.", "Briefduif Mail B.V.", "Wolkje"]
    anna = world.plan("erase", "--key", ANNA)
    assert {"Boekhuys Noord B.V.", "Briefduif Mail B.V."} <= {a["to"] for a in anna["asks"]}
    assert "Mollie" not in {a["to"] for a in anna["asks"]}


REGISTER = f"""
activities:
  - id: books
    name: Boekhouding
    receivers: [{BOOKS}]
    stores: [crm.invoice]
  - id: cards
    name: Cadeaubonnen
    receivers: [processor-2]
    stores: [crm.product]
  - id: letters
    name: Nieuwsbrief
    receivers: [{LETTERS}, {HOST}]
    stores: [newsletter.subscriber]
processors:
  - name: Briefduif Mail B.V.
    promises: [{LETTERS}]
    subprocessors: [Wolkje]
"""


def test_a_case_stays_open_until_each_holder_answered(mailed: Mailed) -> None:
    """
    She has her answer, with who was told; the case ends when each confirmed with what was received,
    or refused on a ground. An ask of another case, a refusal without ground, or closing before
    that: nothing is noted.
    """
    staff = mailed.desk.colleague("owner").client
    email = mailed.joined("overal@nergens.example")
    her, path = mailed.proven("erase", email)
    number = mailed.number(path)
    plan = mailed.planned(staff, number)
    mailed.carried_out(staff, number, plan)
    page = f"/zaken/{number}/"
    told = ("Mollie", "Helderwolk B.V.", "Briefduif Mail B.V.", "Boekhuys Noord B.V.")
    assert all(name in staff.get(page).words for name in told)
    assert staff.post(f"{page}antwoord/").status == 302
    assert mailed.state(number) == "waits"
    assert "Wij doen" in her.get(path).words
    assert "Z-" in staff.get("/zaken/").words.split("Klaar")[0]
    assert f"/zaken/{number}/" in staff.get("/zaken/").text.split("<h2>")[0]

    late = "from datetime import date, timedelta; from nakomen.desk.dossiers.asks import overdue;"
    late += "print([sorted(overdue(date.today() + timedelta(days=days))) for days in (0, 40)])"
    now, later = ast.literal_eval(mailed.desk.inside(late))
    assert plan in later
    assert plan not in now

    close, other = f"{page}sluiten/", f"{page}anderen/"
    elsewhere = "plan-0001" if plan != "plan-0001" else "plan-0002"
    assert "zei nog niet wat er is gedaan" in staff.post(close).words
    for wrong in (
        {"ask": f"{plan}/1", "state": "done"},
        {"ask": f"{plan}/1", "state": "refused", "said": " "},
        {"ask": f"{plan}/1", "state": "refused", "said": f"wij kennen {email} niet"},
        {"ask": f"{plan}/99", "state": "done", "said": "gedaan"},
        {"ask": f"{elsewhere}/1", "state": "done", "said": "gedaan"},
        {"ask": f"{plan}/1", "state": "open", "said": "gedaan"},
    ):
        assert staff.post(other, wrong).status == 422, wrong
    assert staff.post(other, {"ask": f"{plan}/1", "state": "sent"}).status == 302
    for ask in (1, 2, 3):
        said = {"ask": f"{plan}/{ask}", "state": "done", "said": "Gedaan op 3 december."}
        assert staff.post(other, said).status == 302
        assert mailed.state(number) == "waits"
    ground = {"ask": f"{plan}/4", "state": "refused", "said": "AWR artikel 52: zeven jaar"}
    assert staff.post(other, ground).status == 302
    assert mailed.state(number) == "answered"
    assert "AWR artikel 52: zeven jaar" in staff.get(page).words
    [[answered, ended]] = mailed.desk.rows(
        "SELECT answered_on, ended_on FROM dossiers_case WHERE id = ?", number
    )
    assert answered
    assert ended
    assert not files_with(mailed.desk.folder / ".nakomen" / "plans", email)
