"""The mail server or the desk is killed: nothing is lost, and nothing happens twice."""

import sqlite3
import time
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from threading import Thread

from tests.support.desk import Client
from tests.support.mortal_desk import Mortal

ASKED = "SELECT state FROM dossiers_letter WHERE case_id = ? ORDER BY id"


def _states(mortal: Mortal, number: int) -> list[tuple[str]]:
    return mortal.at.desk.rows(ASKED, number)


def test_letters_wait_for_a_server_that_is_down_and_arrive_once(mortal: Mortal) -> None:
    """What could not leave is kept, through a restart; a code that grew old does not leave."""
    mortal.mail_down()
    email = mortal.at.customers(1, 0)[0]
    path = mortal.at.asked(mortal.at.visitor(), "access", email)
    number = mortal.at.number(path)
    time.sleep(0.5)
    assert _states(mortal, number) == [("waiting",), ("waiting",)]
    mortal.change(
        "UPDATE dossiers_letter SET made_at = datetime('now', '-16 minutes') WHERE fleeting"
    )
    mortal.kill()
    box = mortal.mail_up()
    mortal.open()
    box.last(email, "ontvangen")
    mortal.wait(ASKED, [("sent",), ("over",)], number)
    time.sleep(2.5)  # Another round of the post.
    assert [m["subject"] for m in box.to(email)] == [
        f"Wij hebben uw verzoek ontvangen: Z-{date.today().year}-{number:04}"
    ]
    codes = "SELECT count(*) FROM dossiers_letter WHERE fleeting AND body <> ''"
    assert mortal.at.desk.rows(codes) == [(0,)]
    assert "verlopen, niet verstuurd" in mortal.staff.get(f"/zaken/{number}/").words


def test_not_now_is_tried_later_and_never_is_told(mortal: Mortal) -> None:
    """A server that refuses for now gets it later; one that refuses for good: staff read so."""
    mortal.letters.replies = ["451 later", "550 no"]
    number = mortal.at.taken_down("phone", "access", "later@nergens.example")
    last = "SELECT state, again_at IS NOT NULL FROM dossiers_letter WHERE case_id = ?"
    mortal.wait(last, [("waiting", 1)], number)
    refused = mortal.at.taken_down("phone", "access", "nooit@nergens.example")
    mortal.wait(last, [("failed", 0)], refused)
    assert "geweigerd door de mailserver" in mortal.staff.get(f"/zaken/{refused}/").words
    assert mortal.letters.to("later@nergens.example") == []
    mortal.change("UPDATE dossiers_letter SET again_at = datetime('now') WHERE case_id = ?", number)
    mortal.letters.last("later@nergens.example", "ontvangen")
    assert mortal.letters.to("nooit@nergens.example") == []


def test_killed_while_a_letter_leaves_it_is_shown_as_perhaps_sent_and_goes_once_more_by_hand(
    mortal: Mortal,
) -> None:
    """Nobody can know whether it arrived; a machine does not guess."""
    mortal.letters.slow_s = 5
    email = "traag@nergens.example"
    number = mortal.at.taken_down("phone", "access", email)
    mortal.letters.last(email, "ontvangen")
    assert _states(mortal, number) == [("leaving",)]
    mortal.letters.slow_s = 0
    mortal.again()
    time.sleep(0.5)
    assert (len(mortal.letters.to(email)), _states(mortal, number)) == (1, [("leaving",)])
    page = mortal.staff.get(f"/zaken/{number}/")
    assert "misschien verstuurd" in page.words
    letter = mortal.at.desk.rows("SELECT id FROM dossiers_letter WHERE case_id = ?", number)[0][0]
    for _ in range(2):
        assert mortal.staff.post(f"/zaken/{number}/brieven/{letter}/").status == 302
    mortal.letters.last(email, "ontvangen", 2)
    mortal.wait("SELECT state FROM dossiers_letter WHERE case_id = ?", [("sent",)], number)
    assert len(mortal.letters.to(email)) == 2


def test_killed_between_intent_and_act_the_button_goes_on_and_ends_the_same(mortal: Mortal) -> None:
    """Begun is begun: it cannot be refused any more, and the letter counts what is really gone."""
    email = mortal.at.customers(1, 1)[0]
    her, path = mortal.at.proven("erase", email)
    number = mortal.at.number(path)
    plan = mortal.at.planned(mortal.staff, number)
    with closing(sqlite3.connect(mortal.at.crm, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # Whoever writes there waits; who reads does not.
        press = Thread(target=_press, args=(mortal.staff, number, plan))
        press.start()
        _wait_for_intent(mortal.folder / ".nakomen", plan)
        assert mortal.at.state(number) == "begun"
        mortal.kill()
        press.join()
        other.execute("ROLLBACK")
    mortal.open()
    assert mortal.at.state(number) == "begun"
    page = mortal.staff.get(f"/zaken/{number}/").words
    assert "Ga verder" in page
    assert "Weiger, met deze reden" not in page
    assert (
        mortal.staff.post(
            f"/zaken/{number}/weigeren/", {"ground": "ID-05", "because": "Nee."}
        ).status
        == 422
    )
    assert mortal.staff.post(f"/zaken/{number}/plan/").status == 422
    mortal.at.carried_out(mortal.staff, number, plan)
    assert mortal.staff.post(f"/zaken/{number}/antwoord/").status == 302
    her.address = mortal.at.desk.address
    answer = her.get(path).words
    assert "Wat wij hebben gedaan" in answer
    assert "Wat blijft, en waarom" in answer
    mortal.letters.last(email, "staat klaar")
    assert len(mortal.letters.to(email, "staat klaar")) == 1


def _press(staff: Client, number: int, plan: str) -> None:
    with suppress(OSError):  # It is killed before it answers.
        staff.post(f"/zaken/{number}/uitvoeren/", {"plan": plan})


def _wait_for_intent(state: Path, plan: str) -> None:
    """Until the ledger has an intent of *plan*."""
    until = time.monotonic() + 60
    asked = "SELECT 1 FROM line WHERE kind = 'intent' AND plan = ? LIMIT 1"
    while True:
        with closing(sqlite3.connect(f"file:{state}/ledger.sqlite?mode=ro", uri=True)) as ledger:
            if ledger.execute(asked, (plan,)).fetchall():
                return
        assert time.monotonic() < until
        time.sleep(0.02)
