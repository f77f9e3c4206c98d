"""Health, belief, biometrics and the like."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing, wrong
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Said, Told

_KINDS = Pattern(
    r"gezondheid|medisch|biometri|genetisch|etnisch|religi|geloof|levensbeschouw|"
    r"seksue|politieke|vakbond|vingerafdruk|ziekte|allergie|health|medical|biometric|"
    r"genetic|ethnic|religio|sexual|trade union"
)
_WORDS = (
    "gezondheid",
    "medisch",
    "biometri",
    "genetisch",
    "etnisch",
    "religi",
    "geloof",
    "seksue",
    "vakbond",
    "vingerafdruk",
    "health",
    "medical",
    "biometric",
    "genetic",
    "bijzondere",
    "gevoelige",
    "sensitive",
)
_HANDLES = Pattern(
    r"verwerk|verzamel|opslaan|op te slaan|opgeslagen|gebruik|registrer|process|"
    r"collect|store|\buse\b|bewaren|vragen"
)
_DENIED = Pattern(r"\b(?:geen|niet|niets|nooit|nimmer|not|no|never|nothing)\b")
_DEFINES = Pattern(
    r"\b(?:verwijst naar|betekent|wordt verstaan|definitie|refers to|means)\b|"
    r"bijzondere persoonsgegevens zijn gegevens|zijn (?:gegevens|bijvoorbeeld)"
)
_EXCEPTION = Pattern(
    r"uitdrukkelijk\w{0,2} toestemming|uitdrukkelijk toestem|explicit consent|"
    r"artikel 9|article 9|uavg|uitvoeringswet|wettelijk verplicht|"
    r"wettelijke (?:plicht|verplichting)|behandelovereenkomst|arbeidsrecht"
)


def _handled(told: Told) -> list[Said]:
    return [
        s
        for s in told.those(_WORDS, _KINDS, _DENIED)
        if _HANDLES.search(s.low)
        and not s.is_heading
        and not _DEFINES.search(s.low)
        and "dpia" not in s.low
    ]


@rule("art9-2-exception-per-category")
def exception(told: Told) -> Answers:
    """Sensitive data come with the exception that allows them."""
    found = _handled(told)
    if not found:
        return NOT_APPLICABLE
    near = [n for s in found for n in told.near(s, 2)]
    return OK if any(_EXCEPTION.search(n.low) for n in near) else missing(found[0].span)


_FREELY = Pattern(r"\bvrijwillig\b|\bvoluntar")
_SENSITIVE = Pattern(r"bijzondere|gevoelige|sensitive|special categor")


@rule("art9-2-a-explicit")
def explicit(told: Told) -> Answers:
    """Giving freely is no explicit consent."""
    found = [
        s.span
        for s in told.those(("vrijwillig", "voluntar"), _FREELY)
        if _SENSITIVE.search(s.low)
        or _KINDS.search(s.low)
        or "bijzonder" in s.section
        or "gevoelig" in s.section
    ]
    return wrong(*found) if found else NOT_APPLICABLE


_CALLED = Pattern(
    r"(?:bijzondere|gevoelige|sensitive|special)\b.{0,30}(?:gegevens|informatie|data|information|"
    r"categor\w{2,4})\b"
)
_NOT_SPECIAL = Pattern(
    r"nationaliteit|\bip-? ?adres|voorkeurstaal|wachtwoord|geboortedatum|crimine\w{1,3}|"
    r"strafrechtelijk verleden|bankrekening|nationality|password|date of birth|criminal"
)
_GOES_ON = Pattern(
    r"\A\W{0,4}(?:denk (?:hierbij|daarbij|aan)|dit zijn|het gaat|zoals|bijvoorbeeld|think of|"
    r"for example|such as)\b"
)
_RIGHTLY = Pattern(
    r"\b(?:geen|niet|nooit|not|no|never)\b|artikel 10|strafrechtelijke (?:persoons)?gegevens"
)


@rule("art9-definition-correct")
def definition(told: Told) -> Answers:
    """Only what the law calls special is called so, there or in the list right after it."""
    found = []
    for said in told.those(("bijzonder", "gevoelige", "sensitive", "special"), _CALLED, _RIGHTLY):
        after = told.said[said.index + 1 : said.index + 2]
        called = _CALLED.search(said.low)
        if called and _NOT_SPECIAL.search(said.low[called.end() :]):
            found.append(said.span)
        found += [s.span for s in after if _GOES_ON.search(s.low) and _NOT_SPECIAL.search(s.low)]
    return wrong(*found) if found else NOT_APPLICABLE


_DENIAL = Pattern(
    r"\b(?:geen|nooit|nimmer|not|no|never)\b.{0,40}(?:bijzondere|gevoelige|sensitive|special)"
)
_SOFTENED = Pattern(r"tenzij|behalve|unless|except|gewoonlijk|normaliter|niet de intentie|alleen")


@rule("art9-denial-true")
def denial(told: Told) -> Answers:
    """A denial of sensitive data holds in the rest of the text."""
    found = [
        s
        for s in told.those(("bijzondere", "gevoelige", "sensitive", "special"), _DENIAL, _SOFTENED)
        if _HANDLES.search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    handled = [s for s in _handled(told) if s not in found and "toestemming" not in s.low]
    return amiss(Verdict.CONTRADICTION, found[0].span) if handled else OK


_SICK = Pattern(r"ziekte ?-?verzuim|verzuim|ziekmelding|sick leave|sickness|absence")
_STAFF = Pattern(r"medewerk|werknemer|personeel|stagiair|vrijwilliger|employee|staff")


@rule("uavg30-health-employer")
def sick_leave(told: Told) -> Answers:
    """Sick leave of staff comes with a ground or a term."""
    found = [
        s
        for s in told.those(("verzuim", "ziekmeld", "sick", "absence"), _SICK)
        if _STAFF.search(s.low) or _STAFF.search(s.section)
    ]
    if not found:
        return NOT_APPLICABLE
    good = any(
        Pattern(r"uavg|artikel|wet\b|re-?integratie|loondoorbetaling|statut|article").search(n.low)
        for s in found
        for n in told.near(s, 1)
    )
    return OK if good else missing(found[0].span)
