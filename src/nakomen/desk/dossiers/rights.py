"""What people can ask, in their words."""

from dataclasses import dataclass
from enum import StrEnum

from nakomen.terms import Text


class Right(StrEnum):
    """Named after the requests that a plan can be made for, and a complaint beside them."""

    ACCESS = "access"
    RECTIFY = "rectify"
    ERASE = "erase"
    RESTRICT = "restrict"
    PORT = "port"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    OFFBOARD = "offboard"
    COMPLAINT = "complaint"
    """No right that a plan is made for: a person answers it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """*short* for lists, *whole* as a person says it, *hint* what happens then."""

    short: Text
    whole: Text
    hint: Text
    needs_words: bool = False
    """Without a word of explanation nobody knows what is meant."""


ASKED = {
    Right.ACCESS: Asked(
        short=Text("inzage", "access"),
        whole=Text("Ik wil zien wat u over mij hebt", "I want to see what you have about me"),
        hint=Text("U krijgt een kopie.", "You receive a copy."),
    ),
    Right.RECTIFY: Asked(
        short=Text("verbeteren", "rectification"),
        whole=Text("Er klopt iets niet", "Something is not right"),
        hint=Text("Wij verbeteren het overal.", "We correct it everywhere."),
        needs_words=True,
    ),
    Right.ERASE: Asked(
        short=Text("wissen", "erasure"),
        whole=Text("Ik wil dat u mijn gegevens wist", "I want you to erase my data"),
        hint=Text(
            "Wat de wet ons laat wissen, wissen wij.", "What the law lets us erase, we erase."
        ),
    ),
    Right.RESTRICT: Asked(
        short=Text("beperken", "restriction"),
        whole=Text(
            "Ik wil dat u mijn gegevens even niet gebruikt",
            "I want you not to use my data for a while",
        ),
        hint=Text("Wij zetten ze apart.", "We set them apart."),
        needs_words=True,
    ),
    Right.PORT: Asked(
        short=Text("meenemen", "portability"),
        whole=Text("Ik wil mijn gegevens meenemen", "I want to take my data along"),
        hint=Text(
            "U krijgt een bestand dat een ander bedrijf kan inlezen.",
            "You receive a file that another company can read.",
        ),
    ),
    Right.OBJECT: Asked(
        short=Text("bezwaar", "objection"),
        whole=Text(
            "Ik wil niet dat u mijn gegevens hiervoor gebruikt",
            "I do not want you to use my data for this",
        ),
        hint=Text("Reclame stopt meteen.", "Advertising stops at once."),
        needs_words=True,
    ),
    Right.WITHDRAW: Asked(
        short=Text("toestemming intrekken", "withdrawal of consent"),
        whole=Text("Ik trek mijn toestemming in", "I withdraw my consent"),
        hint=Text("Dat is even makkelijk als geven.", "That is as easy as giving it."),
    ),
    Right.OFFBOARD: Asked(
        short=Text("opzeggen", "leaving"),
        whole=Text("Ik zeg op en ga weg", "I give notice and leave"),
        hint=Text(
            "Uw gegevens gaan weg op de dag die wij beloofden.",
            "Your data goes on the day that we promised.",
        ),
    ),
    Right.COMPLAINT: Asked(
        short=Text("klacht", "complaint"),
        whole=Text("Ik heb een klacht", "I have a complaint"),
        hint=Text(
            "Een mens leest hem en antwoordt. U hoeft niets te bewijzen.",
            "A person reads it and answers. You need not prove anything.",
        ),
        needs_words=True,
    ),
}
UNCLEAR = Asked(
    short=Text("nog onduidelijk", "not yet clear"),
    whole=Text("Een bericht over mijn gegevens", "A message about my data"),
    hint=Text("Wij lezen eerst wat u vraagt.", "We first read what you ask."),
)


def asked(right: str) -> Asked:
    """Of a case whose *right* is empty a person has yet to read what is asked."""
    return ASKED[Right(right)] if right else UNCLEAR
