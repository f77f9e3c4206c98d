"""Whole statements of fictional companies: marked-up, English, pasted, in lists, in "je"."""

from pathlib import Path
from typing import Any

import pytest

from nakomen.reading import load_text, read

HERE = Path(__file__).parent / "statements"
ALL_BUT = {"access", "rectification", "erasure", "portability", "objection", "complaint"}

EXPECTED: dict[str, dict[str, Any]] = {
    "lindeboom.md": {
        "document": ("Privacyverklaring Lindeboom Internet B.V.", "2.1", "2024-03-04", "nl"),
        "controller": ("Lindeboom Internet B.V.", "08123456", "Handelskade 14-2", "Deventer"),
        "emails": ["privacy@lindeboom.example", "fg@lindeboom.example"],
        "recipients": {"Mollie": None, "Hetzner": "DE", "Moneybird": None},
        "categories": ["accountant"],
        "retention": [
            ("all", None, "purpose"),
            ("billing", "P7Y", None),
            ("customer", "P2Y", None),
            ("login", "P90D", None),
            ("newsletter", None, "until_withdrawn"),
        ],
        "rights": ALL_BUT | {"withdraw_consent"},
        "response_term": "P4W",
    },
    "otterloo.md": {
        "document": ("Privacy statement Otterloo Hosting", None, "2023-05-03", "en"),
        "controller": ("Otterloo Hosting V.O.F.", "12345678", "Dorpsstraat 9", "Otterlo"),
        "emails": ["support@otterloo.example"],
        "recipients": {"Stripe": None, "Google Analytics": None},
        "categories": [],
        "retention": [
            ("customer", "P30D", None),
            ("billing", "P7Y", None),
            ("login", "P6M", None),
            ("correspondence", "P2Y", None),
        ],
        "rights": ALL_BUT | {"restriction", "withdraw_consent"},
        "response_term": "P1M",
    },
    "vlierbes.txt": {
        "document": ("PRIVACYBELEID", None, "2022-01", "nl"),
        "controller": ("De Vlierbes ICT", "87654321", "Kerkstraat 10", "Amersfoort"),
        "emails": ["info@vlierbes.example"],
        "recipients": {"TransIP": None, "Mailchimp": "US", "PostNL": None},
        "categories": ["politie"],
        "retention": [
            ("customer", "P1Y", None),
            ("billing", "P7Y", None),
            ("correspondence", "P2Y", None),
            ("camera", "P4W", None),
            ("staff", "P4W", None),
            ("staff", "P1Y", None),
            ("other", None, "purpose"),
        ],
        "rights": ALL_BUT,
        "response_term": "P14D",
    },
    "delinde.txt": {
        "document": ("Privacyverklaring Boekhuis De Linde V.O.F.", None, "2025-04-14", "nl"),
        "controller": (
            *("Boekhuis De Linde V.O.F.", "30112233", "Prinses Irenestraat 12-a", "Utrecht"),
        ),
        "emails": ["privacy@boekhuisdelinde.example"],
        "recipients": dict.fromkeys(("Mollie", "PostNL", "DHL", "Mailchimp", "Belastingdienst")),
        "categories": [],
        "retention": [
            ("customer", "P2Y", None),
            ("billing", "P7Y", None),
            ("correspondence", "P6M", None),
            ("newsletter", None, "until_withdrawn"),
            ("camera", "P4W", None),
            ("staff", "P4W", None),
            ("staff", "P1Y", None),
        ],
        "rights": ALL_BUT,
        "response_term": "P2W",
    },
    "noorderlicht.md": {
        "document": ("Privacy policy", "3.1", "2026-03-01", "en"),
        "controller": ("Noorderlicht Cloud B.V.", "81234567", "Keizersgracht 100", "Amsterdam"),
        "emails": ["privacy@noorderlicht.example"],
        "recipients": {"Amazon Web Services": "IE", "Stripe": None, "Zendesk": None},
        "categories": ["accountant"],
        "retention": [
            ("billing", "P7Y", None),
            ("login", "P90D", None),
            ("correspondence", "P24M", None),
            ("backup", "P35D", None),
            ("customer", "P30D", None),
        ],
        "rights": ALL_BUT | {"restriction", "withdraw_consent"},
        "response_term": "P1M",
    },
    "hetveer.txt": {
        "document": ("PRIVACYBELEID", None, None, "nl"),
        "controller": ("Huisartsenpost Het Veer", "05123456", "Kade 3", "Zwolle"),
        "emails": ["info@hetveer.example"],
        "recipients": {"Zorgwijzer Plus": None},
        "categories": [],
        "retention": [
            ("all", None, "purpose"),
            ("login", "P6M", None),
            ("billing", "P7Y", None),
            ("other", "P30D", None),
            ("traffic", "P3M", None),
            ("customer", "P14D", None),
        ],
        "rights": {"access", "rectification", "erasure"},
        "response_term": "P4W",
    },
    "tarwe.txt": {
        "document": ("Privacy en cookies", None, None, "nl"),
        "controller": ("Bakkerij Tarwe & Zo", "09876543", "Molenweg 7b", "Ede"),
        "emails": [],
        "recipients": {"Exact Online": None, "Vimexx": "NL"},
        "categories": ["politie", "justitie"],
        "retention": [
            ("contract", "P24M", None),
            ("billing", "P7Y", None),
            ("other", "P3M", None),
            ("backup", "P30D", None),
            ("staff", "P4W", None),
            ("customer", "P3Y", None),
            ("login", "P2D", None),
            ("contact", "P1Y", None),
        ],
        "rights": ALL_BUT | {"restriction", "withdraw_consent", "no_automated_decision"},
        "response_term": "P1M",
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_whole_statement_is_read(name: str) -> None:
    """Tables, lists without marks and both languages give the same kinds of fact."""
    text, findings = load_text((HERE / name).read_bytes(), name)
    facts = read(text).as_json()
    document, controller = facts["statement"], facts["controller"]

    assert findings == []
    assert EXPECTED[name] == {
        "document": tuple(document[k] for k in ("title", "version", "date", "language")),
        "controller": tuple(controller[k] for k in ("name", "kvk", "address", "city")),
        "emails": controller["emails"],
        "recipients": {r["name"]: r["country"] for r in facts["recipients"]},
        "categories": [c["label"] for c in facts["recipient_categories"]],
        "retention": [(r["object"], r["period"], r["criterion"]) for r in facts["retention"]],
        "rights": {right["code"] for right in facts["rights"]},
        "response_term": facts["response_term"],
    }


def test_a_purpose_belongs_to_the_party_it_stands_with() -> None:
    """What one party is for is not said of the others in the sentence."""
    facts = read((HERE / "delinde.txt").read_text("utf-8"))
    purposes = {party.name: party.purpose for party in facts.recipients}

    assert purposes == {
        "Mollie": "betalingen",
        "PostNL": None,
        "DHL": "bezorging",
        "Mailchimp": "het verzenden van de nieuwsbrief",
        "Belastingdienst": None,
    }


def test_a_term_starts_where_its_own_words_say() -> None:
    """The last order is a last contact; «and a year after that» counts from the contract's end."""
    tarwe, linde = (
        {f.object.value: f.start_event and f.start_event.value for f in read(text).retention}
        for text in ((HERE / name).read_text("utf-8") for name in ("tarwe.txt", "delinde.txt"))
    )

    assert tarwe["contact"] == "contract_end"
    assert tarwe["customer"] == "last_contact"
    assert tarwe["billing"] == "calendar_year_end"
    assert linde["customer"] == "last_contact"


def test_the_document_has_the_agreed_keys() -> None:
    """Scripts rely on these names and this order; what is not read yet is empty."""
    facts = read("Wij bewaren facturen 7 jaar.").as_json()

    assert list(facts) == [
        *("statement", "controller", "privacy_contact", "purposes", "legal_bases"),
        *("data_categories", "special_categories", "recipients", "recipient_categories"),
        *("transfers", "retention", "rights", "response_term", "complaint_authority", "cookies"),
        *("automated_decision", "children_age", "security_measures", "breach_procedure"),
        *("authority_disclosure", "promises", "absent", "tensions"),
    ]
    assert list(facts["retention"][0]) == [
        *("object", "period", "criterion", "start_event", "act", "quote", "start")
    ]
    assert list(facts["promises"][0]) == [
        *("id", "kind", "quote", "start", "section", "control", "parameters", "certainty")
    ]
    assert facts["special_categories"] == {"status": "not_mentioned", "items": []}
