"""Decisions by a computer, and profiles."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Told

_TOLD = Pattern(
    r"geautomatiseerde?\b.{0,60}(?:besl|verwerk|individuele)|"
    r"(?:besl\w{2,8})\b.{0,60}geautomatiseerd|automated\b.{0,40}(?:decision|"
    r"processing|individual)|uitsluitend op .{0,20}automatische verwerk|"
    r"automatische besluit"
)
_WORDS = ("automatis", "automated", "automatisch")


@rule("art13-2-f-adm-statement")
def told_of(told: Told) -> Answers:
    """The text says whether a computer decides alone."""
    if told.known["automated_decision"] is not None:
        return OK
    return OK if told.says(_WORDS, _TOLD, Pattern(r"back-?up|verzamel")) else missing()


_NONE = Pattern(
    r"\b(?:geen|niet|nooit|not|no)\b.{0,80}(?:geautomatiseerd|automated|"
    r"automatische besl)|(?:geautomatiseerd|automated).{0,60}\b(?:geen|niet|nooit|not|"
    r"no)\b"
)
_BLOCKS = Pattern(
    r"(?:weren|geweerd|blokkeer|geblokkeerd|blokkeren|zwarte lijst|blacklist|"
    r"block)\w{0,4}\b.{0,80}(?:ip-? ?adres|persoon|personen|gebruiker|klant|"
    r"bestelling|ip address|users?|automatisch)|"
    r"(?:ip-? ?adressen?|ip address(?:es)?)\b.{0,80}(?:weren|blokker|geblokkeerd|block)"
)


@rule("art22-blocklist-checked")
def blocked(told: Told) -> Answers:
    """Who is shut out automatically meets a decision by a computer."""
    if not told.says(_WORDS, _NONE):
        return NOT_APPLICABLE
    found = told.places(
        ("weren", "geweerd", "blokk", "zwarte lijst", "blacklist", "block"),
        _BLOCKS,
        Pattern(r"cookie|advertent|spamfilter"),
    )
    return amiss(Verdict.CONTRADICTION, *found) if found else NOT_APPLICABLE


_PROFILES = Pattern(
    r"profiel(?:en)?\b.{0,40}(?:op te bouwen|opbouwen|opgebouwd|samen te stellen|"
    r"samenstellen|te maken|maken (?:wij|we)|te creëren|aanleggen)|"
    r"(?:bouwen|maken|stellen|creëren) (?:wij|we) .{0,40}profiel|(?:wij|we) (?:bouwen|"
    r"stellen|creëren) .{0,40}profiel|personaliser|"
    r"gepersonaliseerd|interessant voor u|afgestemd op uw (?:interesse|voorkeur)|"
    r"(?:build|create) .{0,30}profile|personali[sz]"
)
_BY_PERSON = Pattern(
    r"door een (?:\w{1,12} )?profiel|uw eigen profiel|"
    r"profiel(?:pagina)? op deze website|\b(?:geen|niet|nooit|not|no)\b.{0,40}profiel|"
    r"\bprofilering\b|cookies?\b"
)


@rule("art4-4-profiling-declared")
def profiles(told: Told) -> Answers:
    """Who makes profiles calls it profiling, with a ground and a way to object."""
    words = (
        "profiel",
        "personalis",
        "gepersonal",
        "interessant voor",
        "afgestemd op uw",
        "profile",
        "personaliz",
    )
    found = told.places(words, _PROFILES, _BY_PERSON)
    if not found:
        return NOT_APPLICABLE
    declared = [
        s
        for s in told.about("profilering", "profiling")
        if any(
            w in n.low
            for n in told.near(s, 1)
            for w in ("bezwaar", "object", "toestemming", "belang", "consent", "interest")
        )
    ]
    return OK if declared else missing(*found)
