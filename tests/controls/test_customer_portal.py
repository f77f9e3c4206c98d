"""customer-portal: everything of hers, live, and never an item of another customer."""

import json
import re
from collections.abc import Iterator

import pytest
from tests.support.customers import PASSWORD, Her, customer, entered, link, newcomer
from tests.support.desk import Answer, Client
from tests.support.letters import Mailed

OWN = ("name", "email", "phone", "street", "postcode", "iban", "number")
ENDS = {"mine-close", "account_logout", "usersessions_list", "account_change_password"}
"""Addresses at which a form ends her own session."""
_TABLE = """
import json
from nakomen.desk.kit.addresses import addresses
for each in addresses():
    # What only staff open is refused to her by `test_accounts_addresses`.
    if each.rule and (each.rule.open or each.rule.customers):
        print(json.dumps([each.path, each.name]))
"""


@pytest.fixture(scope="module")
def anna(mailed: Mailed) -> Her:
    return customer(mailed)


@pytest.fixture(scope="module")
def bram(mailed: Mailed) -> Her:
    """Another customer, with a request and a change that waits."""
    made = customer(mailed)
    page = made.get("/mijn/vragen/access/").text
    token = page.split('name="token" value="')[1].split('"')[0]
    asked = made.post("/mijn/vragen/access/", token=token, words="mijn eigen woorden")
    assert asked.to == "/mijn/verzoeken/", asked.words
    made.post("/mijn/aanpassen/crm.customer.phone/vragen/", value="0687654321")
    return made


def _items(her: Her) -> set[str]:
    """What only she may read."""
    found = {str(her.column(name)) for name in OWN}
    found |= {r for (r,) in her.mailed.rows(
        "SELECT number FROM invoice WHERE customer_id = ?", her.number
    )}  # fmt: skip
    found |= {"mijn eigen woorden", "0687654321", her.client.ip, *_references(her)}
    return found - {"None"}


def _references(her: Her) -> list[str]:
    rows = "SELECT id FROM dossiers_case WHERE email = ?"
    return [f"-{number:04}" for (number,) in her.mailed.desk.rows(rows, her.email)]


def _guessed(her: Her) -> dict[str, list[str]]:
    """For each place in an address what is *her*."""
    desk = her.mailed.desk
    cases = desk.rows("SELECT id, token FROM dossiers_case WHERE email = ?", her.email)
    return {
        "number": [str(number) for number, _ in cases],
        "token": [token for _, token in cases] + [path.split("/")[3] for path in her.links],
        "name": ["crm.invoice", f"crm.invoice.{her.number}"],
        "place": ["crm.customer.phone", f"crm.customer.{her.number}"],
        "right": ["access"],
        "purpose": ["marketing"],
    }


def _tries(table: list[list[str]], guessed: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for path, name in table:
        places = re.findall(r"<\w+:(\w+)>", path)
        if set(places) <= set(guessed) and "^" not in path and "(?P" not in path:
            for n in range(max((len(guessed[p]) for p in places), default=1)):
                filled = path
                for place in places:
                    values = guessed[place]
                    value = values[n % len(values)]
                    filled = re.sub(rf"<\w+:{place}>", lambda _, v=value: v, filled, count=1)
                yield filled, name


def test_no_address_gives_an_item_of_another_customer(anna: Her, bram: Her) -> None:
    """Every address with every number of his in it, read and sent; his own answers have them."""
    desk, items = bram.mailed.desk, _items(bram)
    his = bram.get("/mijn/").words + bram.get("/mijn/gegevens/crm.invoice/").words
    assert len([item for item in items if item in his]) > len(OWN)
    table = [json.loads(line) for line in desk.inside(_TABLE).splitlines()]
    before = [*desk.rows("SELECT id, state, proven_at FROM dossiers_case"), bram.column("phone")]
    tried = 0
    for path, name in _tries(table, _guessed(bram)):
        answers = [anna.get(path)] + ([anna.post(path)] if name not in ENDS else [])
        for answer in answers:
            tried += 1
            shown = _shown(answer, path)
            assert not [item for item in items if item in shown], path
    assert tried > 80
    known = {row[0] for row in before[:-1]}
    rows = desk.rows("SELECT id, state, proven_at FROM dossiers_case")
    after = [*(row for row in rows if row[0] in known), bram.column("phone")]
    assert after == before


def _shown(answer: Answer, path: str) -> str:
    """What she reads; that she typed the address herself is no news to her."""
    return answer.text.replace(path, "") if answer.headers["Content-Type"] else answer.to


def test_the_token_of_another_case_opens_and_proves_nothing(anna: Her, bram: Her) -> None:
    """Sent with her own form it is refused: his case stays his, and as it was."""
    [(token,)] = bram.mailed.desk.rows(
        "SELECT token FROM dossiers_case WHERE email = ? AND right = 'access'", bram.email
    )
    assert anna.post("/mijn/vragen/access/", token=token, words="van mij").status == 404
    assert "van mij" not in bram.get("/mijn/verzoeken/").words


def test_what_she_sees_is_live_and_nothing_is_written_down(anna: Her) -> None:
    """A value that changed a moment ago stands there; no plan, no line of evidence, no file."""
    state = anna.mailed.desk.folder / ".nakomen"

    def kept() -> dict[str, bytes]:
        names = ("plans/*", "answers/*", "*.sqlite")
        files = (f for n in names for f in state.glob(n) if not f.name.startswith("desk"))
        return {str(file): file.read_bytes() for file in files}

    before = kept()
    anna.write("city", "Verweggistad")
    assert "Verweggistad" in anna.get("/mijn/").words
    assert "crm.customer.city" in anna.get("/mijn/aanpassen/").text
    assert kept() == before


def test_nobody_learns_whether_an_address_is_known(mailed: Mailed) -> None:
    """The same page for both, and the same work before it; a letter for who is known alone."""
    known, unknown = newcomer(mailed), "niemand@nergens.example"
    seen = []
    for address in (unknown, known):
        client = mailed.desk.client()
        answer = client.post("/mijn/openen/", {"email": address})
        page = client.follow(answer)
        seen.append((answer.status, answer.to, re.sub(r'value="\w{64}"', "", page.text)))
    assert seen[0] == seen[1]
    assert mailed.letters.last(known, "account")
    assert not mailed.letters.to(unknown)
    assert all(unknown.encode() not in content for content in mailed.desk.files().values())


def test_a_link_works_once_and_only_with_a_good_password(mailed: Mailed) -> None:
    """Opened by a scanner it does nothing; a leaked password is refused; used, it is over."""
    email, client = newcomer(mailed), mailed.desk.client()
    path = link(mailed, client, email)
    assert client.get(path).status == client.get(path).status == 200
    assert entered(client, email).status == 200
    bad = {"password": "wachtwoord2026", "again": "wachtwoord2026", "noticed": "on"}
    assert client.post(path, bad).status == 422
    assert client.post(path, {"password": PASSWORD, "again": PASSWORD, "noticed": "on"}).to
    assert client.get(path).status == 410
    assert entered(client, email).to == "/"


def test_an_address_that_is_somebody_elses_by_now_shows_nothing(mailed: Mailed) -> None:
    """Her account stays closed to the data of who has her address since."""
    hers, other = customer(mailed), customer(mailed)
    name, email = str(other.column("name")), other.email
    assert name not in hers.get("/mijn/").words
    other.write("email", "verhuisd@nergens.example")
    hers.write("email", "ook-weg@nergens.example")
    other.write("email", hers.email)
    for path in ("/mijn/", "/mijn/gegevens/crm.customer/", "/mijn/aanpassen/"):
        shown = hers.get(path).words
        assert "Wij kennen u niet meer" in shown
        assert name not in shown
    other.write("email", email)
    hers.write("email", hers.email)
    assert str(hers.column("name")) in hers.get("/mijn/").words


def test_staff_get_in_by_their_own_door_only(mailed: Mailed, anna: Her) -> None:
    """A colleague who is no customer sees no page of customers, and no customer one of staff."""
    staff = mailed.desk.colleague("owner").client
    assert staff.get("/mijn/").status == 403
    assert anna.get("/beloften/").status == anna.get("/zaken/").status == 403
    assert anna.get("/collegas/").status == anna.get("/klanten/wijzigingen/").status == 403
    anyone: Client = mailed.desk.client()
    assert anyone.get("/mijn/").to.startswith("/account/login/")
