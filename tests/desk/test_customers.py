"""Customers: what they say yes or no to, who is no customer any more, one writing of an address."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any
from uuid import uuid4

from tests.desk.test_api import Program, key, problem, program
from tests.support.customers import Her, customer, newcomer
from tests.support.desk import Answer
from tests.support.letters import Mailed, ask

from nakomen import Company, verbs
from nakomen.ledger import Ledger

LISTS = ["newsletter.subscriber"]
"""Who is on a mailing list joined it there; nobody else writes her down."""
MAILINGS = "/mijn/toestemmingen/marketing/"


def _objections(her: Her) -> int:
    with Ledger.open(her.mailed.desk.folder / ".nakomen") as ledger:
        return len(list(ledger.lines(kind="objected")))


def test_no_holds_at_once_and_yes_is_as_easy(mailed: Mailed) -> None:
    """One press each; the store says so, and no is remembered where the use is refused."""
    her = customer(mailed)
    before = _objections(her)
    assert "ja" in her.get("/mijn/toestemmingen/").words
    assert her.post(f"{MAILINGS}nee/").to == "/mijn/toestemmingen/"
    assert not her.column("mailings")
    assert _objections(her) == before + 1
    assert "Dit gebruik staat uit" in her.get("/mijn/toestemmingen/").words
    assert her.post(f"{MAILINGS}crm.customer.mailings/ja/").to == "/mijn/toestemmingen/"
    assert her.column("mailings")
    assert her.post(f"{MAILINGS}crm.customer.email/ja/").status == 404


def test_one_way_of_advertising_stops_and_the_others_go_on(mailed: Mailed) -> None:
    """Only in its own column; the gate refuses that way alone, for her and nobody else."""
    her = customer(mailed)
    seen = her.get("/mijn/toestemmingen/").words
    assert all(words in seen for words in ("E-mail mag", "Telefoon mag"))
    assert "Post" not in seen, "no system knows it apart"
    assert her.post("/mijn/toestemmingen/marketing:post/nee/").status == 404
    assert her.post("/mijn/toestemmingen/marketing:email/nee/").to == "/mijn/toestemmingen/"
    says = [bool(her.column(name)) for name in ("ads_email", "ads_phone", "mailings")]
    assert says == [False, True, True]
    assert "E-mail nee" in her.get("/mijn/toestemmingen/").words
    with Company.open(mailed.desk.folder) as company:
        for way, stopped in (("email", True), ("phone", False)):
            no = verbs.objected_on(company, [("email", her.email)], f"marketing:{way}")
            assert (no is not None) == stopped, way
        assert verbs.objected_on(company, [("email", her.email)]) is None
    assert her.post(f"{MAILINGS}nee/").status == 302
    assert not her.column("ads_phone"), "no to all of it is no to each way"


def test_a_program_hands_on_a_yes_with_its_words_and_takes_it_back(mailed: Mailed) -> None:
    """Once, for what was said and no more; only with the scope, and never a wider yes."""
    email, today = newcomer(mailed), date.today().isoformat()
    crm = "UPDATE customer SET ads_email = 0, ads_phone = 0, mailings = 0 WHERE email = ?"
    mailed.write_crm(crm, email)

    def says() -> list[bool]:
        asked = "SELECT ads_email, ads_phone, mailings FROM customer WHERE email = ?"
        return [bool(said) for said in mailed.rows(asked, email)[0]]

    shop = program(mailed.desk, key(mailed.desk, "consents:write"))
    body = {
        "email": email,
        "purpose": "marketing:email",
        "given_on": today,
        "words": "Ja, mail mij.",
    }
    made = [json.loads(shop.open(body, "kassa-1", "/consents").body) for _ in range(2)]
    assert made[0] == made[1]
    assert (made[0]["written"], made[0]["not_written"]) == (["crm.customer.ads_email"], LISTS)
    assert says() == [True, False, False]
    line = _lines(mailed, "consented")[-1]
    assert (line["words"], line["on"], email in json.dumps(line)) == ("Ja, mail mij.", today, False)

    use = {"email": email, "purpose": "marketing:email"}
    other = program(mailed.desk, key(mailed.desk, "requests:write", "may:ask", name="ander"))
    assert problem(_taken(other, use), 403)
    assert problem(other.open(body, path="/consents"), 403)
    assert problem(shop.open({**body, "email": "niemand@ergens.example"}, path="/consents"), 404)
    assert problem(shop.ask("DELETE", "/consents", use), 400), "without a name for it"
    assert problem(_taken(shop, use | {"purpose": "x"}), 422)
    for wrong in ({"purpose": "x"}, {"words": f"Ja, mail {email}"}, {"given_on": "2999-01-01"}):
        assert problem(shop.open(body | wrong, path="/consents"), 422), wrong
    assert says() == [True, False, False]

    for again in ({}, {}, {"email": "niemand@ergens.example"}):
        done = json.loads(_taken(shop, use | again).body)
        assert done == {"stopped": True, "request": None}
    assert says() == [False, False, False]
    assert len(_lines(mailed, "consented")) == 1
    assert _lines(mailed, "objected")[-1]["purpose"] == "marketing:email"


def _taken(shop: Program, use: dict[str, str]) -> Answer:
    return shop.ask("DELETE", "/consents", use, Idempotency_Key=str(uuid4()))


def _lines(mailed: Mailed, kind: str) -> list[dict[str, Any]]:
    with Ledger.open(mailed.desk.folder / ".nakomen") as ledger:
        return [dict(line.body) for line in ledger.lines(kind=kind)]


def test_an_amount_is_written_as_the_language_of_the_page_writes_it(mailed: Mailed) -> None:
    """For a customer among her invoices, and for staff in what an answer costs."""
    her, staff = customer(mailed), mailed.desk.colleague("owner").client
    mailed.write_crm("UPDATE invoice SET total = 1234.5 WHERE customer_id = ?", her.number)
    number = mailed.taken_down("phone", "access", her.email)
    cost = "UPDATE dossiers_case SET fee_cents = 123450 WHERE id = ?"
    mailed.desk.write(cost, number)
    for lang, amount in (("nl", "1.234,50"), ("en", "1,234.50")):
        bills = her.client.get("/mijn/gegevens/crm.invoice/", Accept_Language=lang).words
        assert f" {amount} " in bills, lang
        assert f"{amount} · " in staff.get(f"/zaken/{number}/", Accept_Language=lang).words, lang


_LATER = """
from datetime import timedelta
from django.utils import timezone
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers import tidying
for days in (1, 30, 32):
    tidying.close_lost(timezone.localdate() + timedelta(days))
    print(int(Colleague.objects.filter(email="{email}").exists()))
"""


def test_whoever_is_lost_for_a_month_has_no_account(mailed: Mailed) -> None:
    """Not before, so that she reads the answer; who is a customer still keeps hers."""
    her, stays = customer(mailed), customer(mailed)
    her.write("email", "weg@nergens.example")
    assert "Wij kennen u niet meer" in her.get("/mijn/").words
    assert her.get("/mijn/verzoeken/").status == 200
    assert mailed.desk.inside(_LATER.format(email=her.email)).split() == ["1", "1", "0"]
    assert her.get("/mijn/").to.startswith("/account/login/")
    assert stays.get("/mijn/").status == 200


def test_a_letter_goes_where_the_search_leads(mailed: Mailed) -> None:
    """An address that a search takes for hers is written as hers: no code goes to a look-alike."""
    her = customer(mailed)
    her.write("email", "anna@strasse.example")
    client = mailed.visitor()
    ask(client, "access", "anna@straße.example")
    assert mailed.letters.code("anna@strasse.example")
    assert not [m for m in mailed.letters.got if "ß" in str(m["to"]) or "xn--" in str(m["to"])]


def test_pages_that_are_made_at_the_same_time_keep_customers_apart(mailed: Mailed) -> None:
    """What is kept between pages is how to ask, never about whom."""
    people = [customer(mailed) for _ in range(3)]
    names = [str(her.column("name")) for her in people]

    def seen(number: int) -> set[str]:
        words = people[number % 3].get("/mijn/").words
        return {name for name in names if name in words}

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(seen, range(30)))
    assert found == [{names[number % 3]} for number in range(30)]
