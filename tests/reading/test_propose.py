"""Facts become entries of a policy that wait for a person's yes."""

from typing import Any

from nakomen.reading import read
from nakomen.reading.propose import propose


def _rules(words: str) -> list[dict[str, Any]]:
    return [entry.get("retention", {}) for entry in propose(read(words), "a.md")["promises"]]


def test_two_terms_in_one_sentence_are_two_rules() -> None:
    """The term of the invoices is not given to the logs."""
    rules = _rules("Facturen bewaren wij 7 jaar en logbestanden 6 maanden.")

    assert [(r["records"], r["keep"]) for r in rules] == [("billing", "P7Y"), ("login", "P6M")]


def test_a_term_for_arrears_or_of_another_holder_is_no_rule() -> None:
    """Nobody sweeps the company's own tables for it."""
    words = (
        "Wij maken gebruik van Mollie. Mollie bewaart uw gegevens 2 jaar. Bij wanbetaling kan na "
        "60 dagen vernietiging van de opgeslagen bestanden volgen."
    )

    assert read(words).retention != ()
    assert all("keep" not in rule for rule in _rules(words))
