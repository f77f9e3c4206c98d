"""complaint-desk: each complaint has a confirmation, an outcome, and the route to the AP."""

from datetime import date, timedelta

from tests.support.letters import Mailed, printed

AUTHORITY = "Autoriteit Persoonsgegevens"
WORDS = "U stuurde mijn factuur naar mijn buurman."
FOUND = "U hebt gelijk: het huisnummer stond verkeerd. Wij verbeterden het."


def test_a_complaint_is_confirmed_answered_and_leads_on(mailed: Mailed) -> None:
    """
    From a page of its own: a confirmation at once, a term that is told as ours, an owner, an
    outcome that must be there, and the route to the authority in each letter.
    """
    staff = mailed.desk.colleague("owner").client
    email, her = "buurvrouw@nergens.example", mailed.visitor()
    assert AUTHORITY in her.get("/klacht/").words
    assert her.post("/klacht/").to == "/vragen/wie/"
    her.post("/vragen/wie/", {"name": "Dora Bos", "email": email})
    assert her.post("/vragen/uitleg/", {"words": " "}).status == 422, "of what, nobody knows"
    her.post("/vragen/uitleg/", {"words": WORDS})
    path = her.post("/vragen/versturen/").to
    receipt = mailed.letters.last(email, "Wij hebben uw klacht ontvangen")
    assert AUTHORITY in receipt
    assert WORDS not in receipt

    number = mailed.number(path)
    page = staff.get(f"/zaken/{number}/").words
    assert "onze eigen maat, de wet noemt geen termijn voor een klacht" in page
    for wrong in ("plan", "weigeren", "kosten", "verlengen"):
        assert staff.post(f"/zaken/{number}/{wrong}/", {"ground": "ID-05"}).status in (404, 422)
    judge = f"/zaken/{number}/oordeel/"
    for missing in ({"judged": "right"}, {"outcome": FOUND}, {"judged": "ja", "outcome": FOUND}):
        assert staff.post(judge, missing).status == 422
    assert mailed.state(number) == "asked"
    assert staff.post(judge, {"judged": "right", "outcome": FOUND}).status == 302
    assert (mailed.state(number), staff.post(judge).status) == ("answered", 422)

    assert path in mailed.letters.last(email, "staat klaar")
    assert FOUND not in her.get(path).words, "nobody proved yet who reads"
    her.post(path, {"code": mailed.letters.code(email)})
    letter, paper = her.get(path).words, printed(her.post(f"{path}brief/"))
    for told in ("Antwoord op uw klacht", "U hebt gelijk", "het huisnummer", AUTHORITY):
        assert told in letter, told
        assert told in paper, told
    assert "klacht" in staff.get("/zaken/").words.split("Cijfers van")[1]
    owner = mailed.desk.rows("SELECT owner_id FROM dossiers_case WHERE id = ?", number)
    assert owner != [(None,)]


def test_a_complaint_by_telephone_is_one_too(mailed: Mailed) -> None:
    """Written down by staff, it has its own term from the day on which it came."""
    email, on = "beller@nergens.example", date.today() - timedelta(days=2)
    number = mailed.taken_down("phone", "complaint", email, on)
    mailed.letters.last(email, "Wij hebben uw klacht ontvangen")
    shown = mailed.desk.colleague("owner").client.get(f"/zaken/{number}/").words
    assert "Beantwoord de klacht" in shown
    assert "Maak het plan" not in shown


def test_what_is_not_clear_can_turn_out_a_complaint_and_no_plan_is_made(mailed: Mailed) -> None:
    """A request is answered as a request: no judgement ends it."""
    email = "geen-klacht@nergens.example"
    number = mailed.number(mailed.proven("erase", email)[1])
    staff = mailed.desk.colleague("owner").client
    given = {"judged": "wrong", "outcome": "Wij doen niets."}
    assert staff.post(f"/zaken/{number}/oordeel/", given).status == 404
    assert mailed.state(number) == "proven"
