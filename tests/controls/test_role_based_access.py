"""role-based-access: as little as her work needs, and a list of who may see what."""

import re

import pytest
from tests.support.desk import Desk

SEES = {
    "owner": [
        "Beloften",
        "Plannen",
        "Zaken",
        "Hulp",
        "Wijzigingen",
        "Mijn account",
        "Collega’s",
        "Koppelingen",
        "Geheimhouding",
        "Opleidingen",
        "Logins",
        "Toestand",
    ],
    "privacy": [
        "Beloften",
        "Plannen",
        "Zaken",
        "Hulp",
        "Wijzigingen",
        "Geheimhouding",
        "Opleidingen",
        "Mijn account",
    ],
    "support": ["Beloften", "Hulp", "Mijn account"],
    "finance": ["Beloften", "Hulp", "Mijn account"],
    "hr": ["Beloften", "Collega’s", "Geheimhouding", "Opleidingen", "Mijn account"],
    "backup": ["Beloften", "Mijn account"],
    "archive": ["Beloften", "Hulp", "Mijn account"],
}
"""What the menu of each role shows; tests/desk/test_accounts_addresses tries every address."""


@pytest.mark.parametrize("role", SEES)
def test_each_role_is_shown_exactly_what_it_may_open(desk: Desk, role: str) -> None:
    """The menu holds nothing that refuses her, and each of its pages opens."""
    client = desk.colleague(role).client
    page = client.get("/mijn-logins/").text
    menu = re.search(r"<nav.*?</nav>", page, re.S)
    assert menu
    found = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', menu[0])
    assert [words for _, words in found] == SEES[role]
    assert {client.get(path).status for path, _ in found} == {200}


def test_a_leaver_has_none_the_same_day_and_the_review_says_who_has_what(desk: Desk) -> None:
    """She stands under her task, may open its pages, and then neither."""
    who = desk.hired("backup", "vertrok@zonneveld.example")
    owner = desk.colleague("owner").client
    review = owner.get("/collegas/rechten/").words
    assert "Vertrok Proef" in review
    assert "/beloften/ ja ja ja ja ja ja ja" in review
    assert "/logins/ ja nee nee nee nee nee nee" in review
    number = desk.rows("SELECT id FROM accounts_colleague WHERE email = ?", who.email)[0][0]
    told = owner.follow(owner.post(f"/collegas/{number}/uit-dienst/"))
    assert "Vertrok Proef kan er niet meer in." in told.words
    assert who.client.get("/beloften/").to.startswith("/account/login/")
    assert "Vertrok Proef" not in owner.get("/collegas/rechten/").words
