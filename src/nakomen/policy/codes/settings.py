"""S001-S099: nakomen.yaml holds a secret, or an address that leads nowhere."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

SETTINGS = (
    Code(
        code="S001",
        severity=Severity.ERROR,
        title=Text("Een wachtwoord in het bestand", "A password in the file"),
        message=Text("in dit adres staat een wachtwoord", "there is a password in this address"),
        hint=Text(
            "zet het wachtwoord in een eigen bestand of omgevingsvariabele en schrijf op die plek "
            "${{file:.nakomen/secrets/{store}}} of ${{env:{variable}}}",
            "put the password in a file of its own or an environment variable and write "
            "${{file:.nakomen/secrets/{store}}} or ${{env:{variable}}} in its place",
        ),
        why=Text(
            "Dit bestand komt in versiebeheer, in back-ups en bij anderen. Wie het wachtwoord "
            "leest, "
            "kan bij alle gegevens (AVG artikel 32). Verander een wachtwoord dat hier gestaan "
            "heeft.",
            "This file gets into version control, backups and other hands. Who reads the password "
            "can reach all data (GDPR article 32). Change a password that has stood here.",
        ),
        article="AVG artikel 32",
    ),
    Code(
        code="S002",
        severity=Severity.ERROR,
        title=Text("Een onbekende plaatshouder", "An unknown placeholder"),
        message=Text(
            "{value} is geen plaatshouder die nakomen kent",
            "{value} is not a placeholder that nakomen knows",
        ),
        hint=Text(
            "schrijf ${{env:NAAM}} voor een omgevingsvariabele of ${{file:PAD}} voor een bestand",
            "write ${{env:NAME}} for an environment variable or ${{file:PATH}} for a file",
        ),
        why=Text(
            "Een plaatshouder die niet ingevuld wordt, zou als wachtwoord gebruikt worden.",
            "A placeholder that is not filled in would be used as the password.",
        ),
    ),
    Code(
        code="S003",
        severity=Severity.ERROR,
        title=Text("Een naam die geen systeem kan zijn", "A name that cannot be a system"),
        message=Text(
            "'{value}' kan niet de naam van een systeem zijn", "'{value}' cannot name a system"
        ),
        hint=Text(
            "begin met een letter of cijfer en gebruik letters, cijfers, - en _, zoals crm",
            "begin with a letter or digit and use letters, digits, - and _, such as crm",
        ),
        why=Text(
            "Het systeem wordt beschreven in systems/NAAM.yaml; de naam moet een bestandsnaam "
            "kunnen "
            "zijn.",
            "The system is described in systems/NAME.yaml; the name must be able to name a file.",
        ),
    ),
    Code(
        code="S004",
        severity=Severity.ERROR,
        title=Text("Geen adres", "Not an address"),
        message=Text("dit is geen adres van een systeem", "this is not the address of a system"),
        hint=Text(
            "begin met de soort, zoals postgresql://gebruiker@machine/database, sqlite:///pad of "
            "maildir:pad",
            "begin with the kind, such as postgresql://user@machine/database, sqlite:///path or "
            "maildir:path",
        ),
        why=Text(
            "Aan het begin van het adres ziet nakomen wat voor systeem het is.",
            "The start of the address tells nakomen what kind of system it is.",
        ),
    ),
    Code(
        code="S005",
        severity=Severity.ERROR,
        title=Text("Een systeem zonder kaart", "A system without a map"),
        message=Text(
            "'{store}' heeft een adres, maar systems/{store}.yaml is er niet",
            "'{store}' has an address, but systems/{store}.yaml is not there",
        ),
        hint=Text(
            "zet de kaart terug, of haal het systeem hier weg en sluit het opnieuw aan met "
            "`nakomen connect`",
            "put the map back, or remove the system here and connect it again with "
            "`nakomen connect`",
        ),
        why=Text(
            "Zonder kaart wordt in dit systeem niet gezocht. Wie daar wel in staat, zou stil "
            "worden overgeslagen.",
            "Without a map nothing is searched in this system. Who is in it would be passed over "
            "in silence.",
        ),
    ),
)
