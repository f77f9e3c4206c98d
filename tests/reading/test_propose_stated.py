"""What a sentence states stands typed in its entry of the policy, and loads without a finding."""

from typing import Any

import pytest

from nakomen.policy import load_policy
from nakomen.policy.write import policy_yaml
from nakomen.reading import read
from nakomen.reading.propose import propose

TEXT = """# Privacyverklaring Bakkerij Zeldenrust

Versie 2.1, 3 maart 2026

Bakkerij Zeldenrust, Molenstraat 4, 1234 AB Dorpzicht, KvK 12345678.

## Waarvoor wij gegevens gebruiken

Wij gebruiken uw gegevens voor de volgende doelen:

- het bezorgen van uw bestelling
- het versturen van de nieuwsbrief, alleen met uw toestemming

## Wie meekijkt

Betalingen lopen via Mollie. Wij delen gegevens met de politie als de wet ons daartoe verplicht.

## Bijzondere gegevens

Wij verwerken geen bijzondere persoonsgegevens.

## Kinderen

Bent u jonger dan 16 jaar, dan vragen wij toestemming van uw ouders.

## Beveiliging

De verbinding met onze website is versleuteld met TLS.

## Klachten

U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.

## Wijzigingen

Belangrijke wijzigingen van deze verklaring mailen wij u 30 dagen van tevoren.

## Vragen

Voor vragen over privacy mailt u naar privacy@zeldenrust.example.
"""


@pytest.fixture(scope="module")
def entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = propose(read(TEXT), "statement.nl.md")["promises"]
    return found


def _told(entries: list[dict[str, Any]], field: str) -> list[Any]:
    return [entry[field] for entry in entries if field in entry]


def test_each_value_stands_in_its_own_field(entries: list[dict[str, Any]]) -> None:
    """A gate, a check and the register read the same words as the public does."""
    assert "Mollie" in [party["name"] for party in _told(entries, "recipient")]
    assert _told(entries, "special") == [{"status": "none", "rule": "refused"}]
    assert _told(entries, "children") == [{"age": 16, "consent": True}]
    assert _told(entries, "authority") == ["Autoriteit Persoonsgegevens"]
    assert ["tls"] in _told(entries, "measures")
    assert _told(entries, "marketing") == [{"ground": "consent", "channels": ["email"]}]
    assert _told(entries, "notice") == [{"channels": ["email"], "material": True, "before": "P30D"}]
    assert {"email": "privacy@zeldenrust.example"} in _told(entries, "contact")


def test_each_entry_keeps_its_exact_words(entries: list[dict[str, Any]]) -> None:
    """Behind every entry stands a quote at its offset, and how surely it was read."""
    assert len(entries) > 10
    assert all(TEXT[e["at"] : e["at"] + len(e["says"])] == e["says"] for e in entries)
    assert {entry["certainty"] for entry in entries} <= {"sure", "likely", "doubtful"}
    assert len({entry["id"] for entry in entries}) == len(entries)


def test_what_is_proposed_loads(entries: list[dict[str, Any]]) -> None:
    """Nothing that is written needs mending before a person can confirm it."""
    parts = propose(read(TEXT), "statement.nl.md")

    policy, findings = load_policy(policy_yaml(**parts), "policy.yaml", TEXT)

    assert [f.code for f in findings if f.severity.value == "error"] == []
    assert policy is not None
    assert len(policy.promises) == len(entries)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("Wij verzamelen geen gegevens van kinderen jonger dan 16 jaar.", [{"age": 16}]),
        (
            "Wij verzamelen geen gegevens van kinderen jonger dan 16 jaar. Tenzij een ouder "
            "toestemming geeft. Wij kunnen niet controleren of een kind ouder is dan 16 jaar.",
            [{"age": 16, "consent": True}],
        ),
        (
            "Personen jonger dan 18 jaar hebben schriftelijke toestemming van een ouder nodig.",
            [{"age": 18, "consent": True, "written": True}],
        ),
    ],
)
def test_an_age_binds_with_the_exception_that_follows_it(
    words: str, rules: list[dict[str, Any]]
) -> None:
    """An exception may be a sentence of its own; that nobody can check an age is no rule."""
    text = f"# Privacyverklaring\n\n{words}\n"
    found = propose(read(text), "statement.nl.md")["promises"]
    assert [entry["children"] for entry in found if "children" in entry] == rules


def test_what_stands_beside_the_kind_of_a_promise_is_kept() -> None:
    """Whose data, where it comes from, a ground in brackets: whatever the sentence is."""
    words = (
        "# Privacyverklaring\n\nMail: info@linde.example\n\n## Doelen\n\n"
        "Wij gebruiken uw gegevens voor deze doelen:\n\n"
        "- pakketten bezorgen (grondslag: de overeenkomst met u)\n\n## Gegevens\n\n"
        "Wij verwerken gegevens van klanten en sollicitanten. "
        "Wij krijgen ook gegevens uit andere bronnen: het Kadaster en verhuurders.\n"
    )
    entries = propose(read(words), "statement.nl.md")["promises"]

    assert {"label": "pakketten bezorgen", "bases": ["contract"]} in _told(entries, "purpose")
    assert _told(entries, "groups") == [["klanten", "sollicitanten"]]
    assert _told(entries, "sources") == [["het Kadaster", "verhuurders"]]
    assert _told(entries, "contact") == []
