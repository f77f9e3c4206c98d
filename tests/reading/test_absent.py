"""What the law wants told and the statement is silent about."""

from nakomen.reading import read

TOLD = (
    "Privacyverklaring\n\nWilgenhof ICT B.V., Kade 4, 8011 AA Zwolle, info@wilgenhof.example.\n\n"
    "Facturen bewaren wij zeven jaar. U heeft recht op inzage en verwijdering. Wij reageren binnen "
    "vier weken op uw verzoek. Een klacht kunt u indienen bij de Autoriteit Persoonsgegevens."
)


def test_what_is_told_is_not_absent() -> None:
    """Each subject leaves the list when the text speaks of it, and only then."""
    silent, told = set(read("Welkom op deze pagina.").absent), set(read(TOLD).absent)

    assert silent - told == {
        *("controller.name", "controller.contact", "retention", "response_term"),
        *("complaint_authority", "rights.access", "rights.erasure", "rights.complaint"),
    }
    assert {"rights.portability", "legal_bases", "statement.date"} <= told


def test_a_denial_is_no_silence() -> None:
    """Who says that no machine decides has told it."""
    assert "automated_decision" in read(TOLD).absent
    assert (
        "automated_decision"
        not in read(f"{TOLD} Wij nemen geen geautomatiseerde besluiten.").absent
    )
