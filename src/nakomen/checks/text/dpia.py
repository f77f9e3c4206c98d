"""Impact assessments and registers, as far as the text speaks of them."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing, wrong
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_WORDS = ("dpia", "effectbeoordeling", "impact assessment")
_NOT_NEEDED = (
    r"(?:niet (?:noodzakelijk|nodig|verplicht|vereist)|geen (?:noodzaak|verplichting)|"
    r"not (?:necessary|needed|required))\b.{0,80}(?:dpia|effectbeoordeling|"
    r"impact assessment)|(?:dpia|effectbeoordeling|"
    r"impact assessment)\b.{0,80}(?:niet (?:noodzakelijk|nodig|verplicht|vereist)|"
    r"not (?:necessary|needed|required))"
)

phrase("art35-not-shifted", Verdict.WRONG, _WORDS, _NOT_NEEDED)
_CONTAINS = Pattern(
    r"(?:deze|dit|this)\b.{0,40}(?:verklaring|document|statement|"
    r"beleid)\b.{0,60}(?:voorzien van|bevat|omvat|contains|includes)\b.{0,60}(?:dpia|"
    r"effectbeoordeling|impact assessment)|deze dpia|this dpia"
)


@rule("art35-text-is-not-dpia")
def not_an_assessment(told: Told) -> Answers:
    """A chapter of a statement is no impact assessment."""
    found = told.places(_WORDS, _CONTAINS)
    if not found:
        return NOT_APPLICABLE
    denied = told.says(_WORDS, Pattern(_NOT_NEEDED))
    return amiss(Verdict.CONTRADICTION if denied else Verdict.VAGUE, found[0])


_LISTED = Pattern(
    r"biometri|genetisch|genetic|gezichtsherkenning|vingerafdruk|face recognition|fingerprint"
)
_HANDLES = Pattern(
    r"verwerk|opslaan|op te slaan|registrer|gebruik|verzamel|store|process|collect|\buse\b"
)
_DONE = Pattern(
    r"(?:dpia|effectbeoordeling|impact assessment)\b.{0,60}(?:uitgevoerd|gedaan|"
    r"gemaakt|afgerond|performed|carried out|done)|(?:hebben|have)\b.{0,40}(?:dpia|"
    r"effectbeoordeling|impact assessment)\b.{0,20}(?:uitgevoerd|gedaan|done|"
    r"performed)"
)


@rule("art35-4-ap-list")
def on_the_list(told: Told) -> Answers:
    """Biometric and genetic data come with an impact assessment."""
    words = (
        "biometri",
        "genetisch",
        "genetic",
        "gezichtsherkenning",
        "vingerafdruk",
        "fingerprint",
        "face recognition",
    )
    found = [
        s
        for s in told.those(words, _LISTED, Pattern(r"\b(?:geen|niet|nooit|no|not|never)\b"))
        if _HANDLES.search(s.low)
        and not Pattern(
            r"verwijst naar|betekent|refers to|gevoelige informatie'|wordt verstaan|"
            r"persoonsgegevens zijn"
        ).search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    return OK if told.says(_WORDS, _DONE) else missing(found[-1].span)


_REGISTER = Pattern(
    r"register van (?:de )?verwerking|verwerkingsregister|record of processing|"
    r"register of processing"
)
_HERE = Pattern(
    r"(?:deze|dit|this)\b.{0,60}(?:verklaring|document|statement|"
    r"beleid)\b.{0,80}(?:register|record)"
)
_ELEMENTS = (
    Pattern(r"doel|purpose"),
    Pattern(r"categorie\w{0,4} .{0,30}(?:gegevens|betrokken)|categories of"),
    Pattern(r"ontvanger|gedeeld met|verstrekt aan|recipient"),
    Pattern(r"bewaartermijn|bewaard|retention|\d (?:jaar|maanden|dagen|years|months)"),
    Pattern(r"doorgifte|buiten de e|transfer"),
    Pattern(r"beveilig|maatregel|security|measures"),
)
_ENOUGH = 5


@rule("art30-public-register-is-real")
def register(told: Told) -> Answers:
    """What is called a register holds its elements."""
    words = ("register", "record of processing")
    heads = [s for s in told.those(words, _REGISTER) if s.is_heading]
    claims = [s for s in told.those(words, _REGISTER) if _HERE.search(s.low)]
    if not heads and not claims:
        return NOT_APPLICABLE
    body = [n for s in heads for n in told.said if n.section == s.section and not n.is_heading]
    held = sum(any(element.search(n.low) for n in body) for element in _ELEMENTS)
    return OK if held >= _ENOUGH else wrong((claims or heads)[0].span)
