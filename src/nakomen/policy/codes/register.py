"""G001-G099: an entry of register.yaml does not fit the policy, itself or the others."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

REGISTER = (
    Code(
        code="G001",
        severity=Severity.ERROR,
        title=Text("Twee verwerkingen met dezelfde naam", "Two activities with the same name"),
        message=Text(
            "de verwerking '{id}' bestaat al, op regel {line}",
            "the activity '{id}' is there already, on line {line}",
        ),
        hint=Text("geef een van beide een andere 'id'", "give one of them another 'id'"),
        why=Text(
            "Aan zijn naam is een verwerking terug te vinden in het register van elke dag.",
            "An activity is found back by its name in the register of every day.",
        ),
        article="AVG artikel 30",
    ),
    Code(
        code="G002",
        severity=Severity.WARNING,
        title=Text("Een belofte die er niet is", "A promise that is not there"),
        message=Text("er is geen belofte '{id}'", "there is no promise '{id}'"),
        hint=Text(
            "noem een belofte uit policy.yaml, of haal deze naam weg",
            "name a promise of policy.yaml, or take this name away",
        ),
        why=Text(
            "Het register noemt geen eigen termijnen en ontvangers: het wijst naar de belofte, "
            "zodat tekst en praktijk niet uit elkaar kunnen lopen.",
            "The register has no terms and receivers of its own: it points to the promise, so that "
            "text and practice cannot drift apart.",
        ),
        article="AVG artikel 30",
    ),
)
