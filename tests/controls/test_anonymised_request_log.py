"""Control `anonymised-request-log`: after an erasure the log of requests leads to nobody."""

import time
from datetime import date, timedelta
from pathlib import Path

from tests.support.mortal_desk import Mortal

NAME, WORDS = "Zonnebloem Proefpersoon", "Pruimenpitten zijn mijn geheim."


def test_a_case_long_ended_leads_to_nobody_and_still_counts(mortal: Mortal) -> None:
    """
    Her name, address, number and words are in no byte of the desk's files, its log or the ledger;
    what was asked, and when it came and ended, stays and counts.
    """
    email = mortal.at.customers(1, 10)[0]
    customer = mortal.at.rows("SELECT number FROM customer WHERE email = ?", email)[0][0]
    hers = [word.encode() for word in (NAME, WORDS, email)]
    _, path = mortal.at.proven("erase", email, name=NAME, words=WORDS)
    number = mortal.at.number(path)
    mortal.at.carried_out(mortal.staff, number, mortal.at.planned(mortal.staff, number))
    mortal.staff.post(f"/zaken/{number}/antwoord/")
    assert all(_held(mortal, word) for word in hers)
    kept = "SELECT right, channel, state, received_on, due FROM dossiers_case ORDER BY id"
    before = mortal.at.desk.rows(kept)
    ended = (date.today() - timedelta(days=31)).isoformat()
    mortal.change("UPDATE dossiers_case SET ended_on = ? WHERE id = ?", ended, number)
    mortal.again()
    nameless = "SELECT what FROM dossiers_event WHERE case_id = ? AND what = 'nameless'"
    mortal.wait(nameless, [("nameless",)], number)
    until = time.monotonic() + 20
    while any(_held(mortal, word) for word in hers):
        assert time.monotonic() < until
        time.sleep(0.05)
    assert not _held(mortal, customer.encode())
    assert mortal.at.desk.rows(kept) == before
    assert "wissen" in mortal.staff.get("/zaken/").words.split("Cijfers van")[1]
    assert mortal.staff.get(f"/zaken/{number}/").status == 200
    told = [*mortal.home.glob("desk-*.log"), *(mortal.folder / ".nakomen").glob("ledger*")]
    assert len(told) > mortal.times
    words = [*hers, customer.encode()]
    assert not [file for file in told for word in words if word in file.read_bytes()]


def test_whatever_is_written_about_a_person_goes_with_her_name(mortal: Mortal) -> None:
    """A new field for words of hers, or about her, is emptied too: nobody need remember it."""
    script = "from django.db.models import TextField; from nakomen.desk.dossiers.flow import HERS;"
    script += "from nakomen.desk.dossiers.models import Case; fields = Case._meta.get_fields();"
    script += "texts = {f.name for f in fields if isinstance(f, TextField)};"
    script += "print(len(texts), sorted(texts - set(HERS)))"
    assert mortal.at.desk.inside(script).strip() == "6 []"


def _held(mortal: Mortal, word: bytes) -> list[Path]:
    """The desk's own files, with the journal beside them, in which *word* stands."""
    files = (mortal.folder / ".nakomen").glob("desk.sqlite*")
    return [file for file in files if word in file.read_bytes()]
