"""C020-C029: what the register lacks or has too many, and a version that was left."""

from nakomen.policy.codes import Code
from nakomen.terms import Severity, Text

REGISTER_CODES = (
    Code(
        code="C020",
        severity=Severity.NOTE,
        title=Text("Nog geen register", "No register yet"),
        message=Text(
            "er is nog geen register van verwerkingen; nakomen stelt er een op uit beleid en kaart",
            "there is no register of processing activities yet; nakomen drafts one from policy and "
            "map",
        ),
        hint=Text(
            "schrijf het met `nakomen register --write` en vul het aan",
            "write it with `nakomen register --write` and complete it",
        ),
        why=Text(
            "Wie meer dan af en toe persoonsgegevens verwerkt, moet een register bijhouden.",
            "Who processes personal data more than now and then must keep a register.",
        ),
        article="AVG artikel 30",
    ),
    Code(
        code="C021",
        severity=Severity.WARNING,
        title=Text("Persoonsgegevens buiten het register", "Personal data outside the register"),
        message=Text(
            "'{dataset}' bevat persoonsgegevens, maar hoort bij geen verwerking in het register",
            "'{dataset}' holds personal data, but belongs to no activity of the register",
        ),
        hint=Text(
            "noem '{name}' onder 'stores' van een verwerking in register.yaml",
            "name '{name}' under 'stores' of an activity in register.yaml",
        ),
        why=Text(
            "Een register dat een systeem vergeet, beschrijft niet wat er gebeurt.",
            "A register that forgets a system does not describe what happens.",
        ),
        article="AVG artikel 30",
    ),
    Code(
        code="C022",
        severity=Severity.WARNING,
        title=Text("Een verwerking zonder één grondslag", "An activity without one legal basis"),
        message=Text(
            "de verwerking '{name}' heeft {count} grondslagen",
            "the activity '{name}' has {count} legal bases",
        ),
        hint=Text(
            "geef elke verwerking één grondslag; splits haar als er meer zijn",
            "give each activity one legal basis; split it where there are more",
        ),
        why=Text(
            "Van de grondslag hangt af welke rechten iemand heeft en wanneer u moet stoppen.",
            "On the basis depends which rights a person has and when you must stop.",
        ),
        article="AVG artikel 6 lid 1",
    ),
    Code(
        code="C023",
        severity=Severity.WARNING,
        title=Text("Een verwerking zonder bewaartermijn", "An activity without a term"),
        message=Text(
            "de verwerking '{name}' noemt geen bewaartermijn",
            "the activity '{name}' names no retention term",
        ),
        hint=Text(
            "noem onder 'retention' de belofte met de termijn",
            "name the promise with the term under 'retention'",
        ),
        why=Text(
            "Zonder termijn blijft alles staan.",
            "Without a term everything stays.",
        ),
        article="AVG artikel 30 lid 1 onder f",
    ),
    Code(
        code="C024",
        severity=Severity.WARNING,
        title=Text("Een systeem dat er niet is", "A system that is not there"),
        message=Text(
            "het register noemt '{name}', maar geen gegevenskaart kent die",
            "the register names '{name}', but no data map knows it",
        ),
        hint=Text(
            "sluit het systeem aan met `nakomen connect`, of haal de naam weg",
            "connect the system with `nakomen connect`, or take the name away",
        ),
        why=Text(
            "Van een systeem zonder kaart kan nakomen niets tonen.",
            "Of a system without a map nakomen can show nothing.",
        ),
        article="AVG artikel 30",
    ),
    Code(
        code="C025",
        severity=Severity.WARNING,
        title=Text("Gewijzigd sinds de vastgelegde versie", "Changed since the noted version"),
        message=Text(
            "beleid of tekst is anders dan versie {number}, die nu geldt",
            "policy or text differs from version {number}, which is in force",
        ),
        hint=Text(
            "leg de wijziging vast met `nakomen version add`, of draai haar terug",
            "note the change with `nakomen version add`, or undo it",
        ),
        why=Text(
            "Wat u uitvoert en wat u publiceerde, moeten hetzelfde zijn.",
            "What you carry out and what you published must be the same.",
        ),
        article="AVG artikel 5 lid 1 onder a",
    ),
    Code(
        code="C026",
        severity=Severity.WARNING,
        title=Text("Een verwerker buiten de verklaring", "A processor outside the statement"),
        message=Text(
            "het register noemt verwerker '{name}', maar de verklaring niet",
            "the register names processor '{name}', but the statement does not",
        ),
        hint=Text(
            "noem hem in de verklaring, of werk niet met hem",
            "name it in the statement, or do not work with it",
        ),
        why=Text(
            "Wie gegevens afstaat, moet kunnen weten bij wie ze terechtkomen.",
            "Who gives data must be able to know with whom it ends up.",
        ),
        article="AVG artikel 13 lid 1 onder e",
    ),
)
