"""controller-identity-block: one record names the company, and every text reads it."""

import pytest
from tests.controls.office import Office


def test_a_changed_phone_number_changes_in_every_text(company: Office) -> None:
    """Statement, register and the machine's copy read one record."""
    before = _texts(company)
    company.edit(("015 123 45 67", "015 765 43 21"))
    after = _texts(company)

    assert all("015 123 45 67" in text for text in before.values())
    assert all("015 765 43 21" in text for text in after.values())
    assert not any("015 123 45 67" in text for text in after.values())


def _texts(company: Office) -> dict[str, str]:
    site = company.publish()
    names = ("statement.nl.html", "statement.en.md", "registers.nl.json", "statement.tilt.json")
    return {name: (site / name).read_text("utf-8") for name in names}


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ('iban: "NL00ABNA0417164300"', "iban", "P012"),
        (
            "other_addresses: [{address: Havenkade 3, postcode: 1234 AB, city: Rijswijk}]",
            "city",
            "P016",
        ),
        ('kvk: "1234567"', "kvk", "P011"),
    ],
)
def test_a_record_that_cannot_be_right_is_refused(
    company: Office, wrong: str, field: str, code: str
) -> None:
    """A wrong check digit, or two towns for one postcode: refused, with the field named."""
    if field == "kvk":
        company.edit(('kvk: "12345678"', wrong))
    else:
        company.edit(("  city: Delft", f"  city: Delft\n  {wrong}"))
    told = company.run("check", code=2)

    (found,) = told["error"]["findings"]
    assert (found["code"], found["place"]["file"]) == (code, "policy.yaml")
    assert field in found["message"].casefold()
    company.run("publish", "-o", company.site, code=2)
    assert not company.site.exists()
