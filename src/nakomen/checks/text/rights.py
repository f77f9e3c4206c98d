"""Which rights a person has, and that they are named."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Span, missing, vague
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import CONSENT

NAMED = {
    "access": Pattern(
        r"inzage|in te zien|inzien|te bekijken|bekijken|opvragen|right of access|"
        r"access to|to access|kopie van (?:uw|je) .{0,20}gegevens|"
        r"welke .{0,20}gegevens (?:wij|we) van (?:u|je)"
    ),
    "rectification": Pattern(
        r"rectifi|corri|verbeter|aan ?te ?pass|aanpassen|aangepast|wijzig|"
        r"bij te werken|bijwerken|aanvull|amend|update"
    ),
    "erasure": Pattern(
        r"verwijder|wissen|gewist|vergeten te worden|vergetelheid|eras|delet|forgotten"
    ),
    "restriction": Pattern(
        r"beperk(?:ing|en) .{0,30}(?:verwerk|gebruik)|(?:verwerk|"
        r"gebruik)\w{0,4} .{0,40}beperk|te beperken|recht op beperk|\bbeperking\b|"
        r"restrict"
    ),
    "portability": Pattern(
        r"overdraag|dataportab|portabil|over te dragen|overdracht van (?:uw|je|"
        r"de) .{0,12}gegevens|overdragen aan (?:een ander|derd)|computerbestand|"
        r"mee te nemen|machineleesba|machine-readable"
    ),
    "objection": Pattern(r"bezwaar|verzet|\bobject(?:ion)?\b"),
}
WORDS = {
    "access": ("inzage", "zien", "bekijk", "opvrag", "access", "kopie", "welke "),
    "rectification": (
        "rectif",
        "corri",
        "verbeter",
        "pass",
        "wijzig",
        "werken",
        "aanvul",
        "amend",
        "update",
    ),
    "erasure": ("verwijder", "wis", "verget", "eras", "delet", "forgotten"),
    "restriction": ("beperk", "restrict"),
    "portability": (
        "draag",
        "portab",
        "dragen",
        "computerbestand",
        "mee te nemen",
        "machine",
        "overdracht",
    ),
    "objection": ("bezwaar", "verzet", "object"),
}
GRANTS = Pattern(
    r"\bu(?:w)? (?:heeft|hebt|kunt|kan|mag)|\b(?:heeft|hebt|kunt|kan|mag) (?:u|je|men|"
    r"iedereen|betrokkene)|\bje (?:hebt|kunt|kan|mag)|recht(?:en)?\b|inzagerecht|"
    r"\b(?:hebben|heeft) .{0,40}recht|verzoek|mogelijkheid|rights?\b|you (?:may|can|"
    r"have)|altijd\b.{0,40}(?:te laten|inzien|wijzigen)|betrokkene"
)
_NOT_GRANTED = Pattern(
    r"\b(?:niet|geen) (?:door u )?(?:worden |kunnen )?(?:gewijzigd|aangepast)|"
    r"behouden (?:wij )?ons het recht"
)


def _about_rights(said: Said) -> bool:
    return "recht" in said.section or "right" in said.section or "recht" in said.lead


@rule("art13-2-b-access")
def access(told: Told) -> Answers:
    """The right of access is named."""
    return OK if "access" in _codes(told) else missing()


def _codes(told: Told) -> frozenset[str]:
    """Rights that the text grants, by the reader or in a list under a heading on rights."""
    own = {fact.code.value for fact in told.facts.rights}
    for code in NAMED:
        if code not in own:
            for said in told.those(WORDS[code], NAMED[code], _NOT_GRANTED):
                if _about_rights(said) or Pattern(
                    r"\b(?:recht(?:en)?|rights?) (?:op|om|tot|van|of|to|the right)\b"
                ).search(said.low):
                    own.add(code)
                    break
    return frozenset(own)


@rule("art13-2-b-rectification")
def rectification(told: Told) -> Answers:
    """The right of rectification is named."""
    return OK if "rectification" in _codes(told) else missing()


_FORGET_ONLY = Pattern(r"vergeetverzoek|vergeet-verzoek")


@rule("art13-2-b-erasure")
def erasure(told: Told) -> Answers:
    """The right of erasure is granted; a request mentioned in passing grants nothing."""
    if "erasure" not in _codes(told):
        return missing()
    fact = next((fact for fact in told.facts.rights if fact.code.value == "erasure"), None)
    if fact and _FORGET_ONLY.search(fact.quote.lower()):
        granted = [
            s
            for s in told.those(WORDS["erasure"], NAMED["erasure"])
            if Pattern(r"\brecht\b|kunt u|u kunt|laten verwijderen").search(s.low)
        ]
        return OK if granted else missing()
    return OK


@rule("art13-2-b-restriction")
def restriction(told: Told) -> Answers:
    """The right of restriction is named."""
    return OK if "restriction" in _codes(told) else missing()


@rule("art13-2-b-portability")
def portability(told: Told) -> Answers:
    """The right of portability is named."""
    return OK if "portability" in _codes(told) else missing()


_OBJECTS = Pattern(r"bezwaar|verzet|\bobject(?:ion)?\b|right to object")
_ONLY_MARKETING = Pattern(
    r"marketing|reclame|aanbieding|nieuwsbrief|commercië|ontvangen van|tegen (?:een |"
    r"de )?(?:dergelijke )?overdracht|"
    r"offers|newsletter|advertis"
)
_GENERAL = Pattern(
    r"verwerk|gebruik van (?:uw|je)|process|recht van bezwaar|recht op bezwaar|"
    r"bezwaar te maken\W{0,5}\Z|recht (?:om|tot) .{0,80}bezwaar|right to object"
)


@rule("art13-2-b-objection")
def objection(told: Told) -> Answers:
    """The general right to object is named, not only the one to advertising."""
    found = [
        s
        for s in told.those(WORDS["objection"], _OBJECTS)
        if not Pattern(r"objecti?(?:ve|ef)|geen bezwaar|voorwerp").search(s.low)
    ]
    general = [
        s
        for s in found
        if _GENERAL.search(s.low)
        or (not _ONLY_MARKETING.search(s.low) and (_about_rights(s) or s.is_item))
    ]
    if general:
        return OK
    fact = next((fact for fact in told.facts.rights if fact.code.value == "objection"), None)
    if (
        fact
        and _OBJECTS.search(fact.quote.lower())
        and not _ONLY_MARKETING.search(fact.quote.lower())
    ):
        return OK
    if fact:
        return vague(Span(fact.start, fact.end))
    narrow = [s.span for s in found if _ONLY_MARKETING.search(s.low)]
    return vague(*narrow[:1]) if narrow else missing()


_WITHDRAW = Pattern(
    r"intrek|in te trekken|ingetrokken|trek\w{0,3} .{0,40}\bin\b|withdraw|herroep|revoke"
)
_BY_CONSENT = Pattern(r"toestemming|goedkeuring|\bconsent\b|permission")
_LEGAL_ONLY = Pattern(
    r"ouder|voogd|parent|guardian|auteur|schriftelijke toestemming|zonder (?:uw |jouw )?toestemming"
)


@rule("art13-2-c-withdraw-consent")
def withdraw(told: Told) -> Answers:
    """Who uses consent says that it can be withdrawn."""
    used = told.those(CONSENT, _BY_CONSENT, _LEGAL_ONLY)
    if not used:
        return NOT_APPLICABLE
    if told.says(("intrek", "ingetrokken", "trek", "withdraw", "herroep", "revoke"), _WITHDRAW):
        return OK
    return missing(used[0].span)
