"""Processors, and what is agreed with them."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    UNSEEN,
    Answers,
    Verdict,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_HEDGED = Pattern(
    r"(?:over het algemeen|in de regel|meestal|doorgaans|waar mogelijk|in principe|"
    r"zo ?veel mogelijk|gewoonlijk|vaak|generally|usually|where possible|"
    r"in principle)\b.{0,100}"
    r"(?:contractueel|verwerkersovereenkomst|overeenkomst|gebonden|contract|processing agreement)"
)
_AGREED = Pattern(
    r"(?:verwerkers|sub ?verwerkers|bewerkers|verwerkings)?overeenkomst\w{0,2}\b.{0,60"
    r"}(?:gesloten|sluiten|afgesloten|met|gemaakt)|(?:sluiten|gesloten|hebben|maken|"
    r"op basis van|op grond van) .{0,40}overeenkomst|processing agreement|contractueel"
)
_THEM = Pattern(
    r"verwerker|leverancier|dienstverlener|partij|derden|\bhen\b|processor|supplier|"
    r"provider|partner"
)


@rule("art28-3-contract-exists")
def contract(told: Told) -> Answers:
    """A contract with every processor, not with most; whether it was signed is not seen here."""
    words = ("contract", "overeenkomst", "gebonden", "agreement")
    hedged = [s.span for s in told.those(words, _HEDGED) if _THEM.search(s.low)]
    if hedged:
        return wrong(*hedged)
    return OK if any(_THEM.search(s.low) for s in told.those(words, _AGREED)) else UNSEEN


phrase(
    "art28-3-contract-contents",
    Verdict.WRONG,
    ("proberen", "trachten", "streven", "try to", "strive", "endeavour"),
    r"(?:proberen|trachten|streven|try to|strive|"
    r"endeavour)\b.{0,120}(?:dienstverlener|leverancier|verwerker|derden|processor|"
    r"supplier|provider)\w{0,4}\b.{0,120}(?:eisen|verlangen|afspr|overeen|verplicht|"
    r"require|demand|agree)|"
    r"(?:proberen|trachten|try to)\b.{0,40}(?:eisen|"
    r"require)\b.{0,60}(?:dienstverlener|leverancier|verwerker|processor|supplier|"
    r"provider)",
)
_SUB = Pattern(r"sub-?verwerker|subprocessor|sub-processor")
_SUB_WORDS = ("sub-verwerker", "subverwerker", "subprocessor", "sub-processor")
_AUTHORISED = Pattern(
    r"toestemming|instemming|bezwaar|goedkeur|authoris|authoriz|object|consent|approv|machtiging"
)


def _subs(told: Told) -> list[Said]:
    return [
        s
        for s in told.those(_SUB_WORDS, _SUB, Pattern(r"\b(?:geen|niet|no|not)\b"))
        if not s.is_heading
    ]


@rule("art28-2-subprocessor-authorisation")
def authorised(told: Told) -> Answers:
    """A further processor comes with the customer's authorisation."""
    found = _subs(told)
    if not found:
        return NOT_APPLICABLE
    return (
        OK
        if any(_AUTHORISED.search(n.low) for s in found for n in told.near(s, 2))
        else missing(found[0].span)
    )


@rule("art28-2-subprocessors-named")
def subs_named(told: Told) -> Answers:
    """Further processors have names, or a list elsewhere."""
    found = _subs(told)
    if not found:
        return NOT_APPLICABLE
    section = {n.index: n for s in found for n in told.same_section(s)}
    spans = [(s.sentence.start, s.sentence.end) for s in section.values()]
    named = any(start <= fact.start < end for fact in told.facts.recipients for start, end in spans)
    listed = any(
        Pattern(r"https?://|lijst|overzicht|bijlage|list|annex").search(s.low) for s in found
    )
    return OK if named or listed else vague(found[0].span)


_DESTROYS = Pattern(
    r"(?:onherstelbar\w{1,2}|definitie\w{1,3}|permanent|"
    r"irretriev\w{4,6})\b.{0,30}(?:vernietig|verwijder|gewist|wissen|destr|delet)|"
    r"(?:vernietig|verwijder|gewist|wissen|delet)\w{0,4}\b.{0,20}(?:onherstelbaar|"
    r"definitief|permanently)"
)
_CUSTOMERS_DATA = Pattern(
    r"(?:door u |alle )?ingevoerde (?:gegevens|data)|uw (?:klant)?(?:data|bestanden|"
    r"content)|gegevens van uw klanten|customer data|data you (?:entered|uploaded)"
)
_AT_END = Pattern(r"betaling|betaal|opzeg|opgezegd|beëindig|einde|payment|terminat|cancel")
_RETURN = Pattern(
    r"export|teruggave|terug te geven|retour|terugbezorg|download|overdragen|ophalen|"
    r"return|retrieve"
)


@rule("art28-3-g-delete-or-return")
def given_back(told: Told) -> Answers:
    """At the end the customer chooses between return and erasure."""
    words = ("onherstelba", "definitie", "permanent", "irretriev")
    found = [
        s
        for s in told.those(words, _DESTROYS)
        if _CUSTOMERS_DATA.search(s.low) and _AT_END.search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not any(_RETURN.search(n.low) for n in told.near(s, 2))]
    return wrong(*bare) if bare else OK


phrase(
    "art28-3-a-instructions",
    Verdict.WRONG,
    ("justitie", "politie", "overheid", "autoriteiten", "police", "authorities"),
    r"(?:recht voor|recht om|eigen initiatief|eigen inzicht|eigen beweging|right to|"
    r"own initiative|own discretion)\b.{0,100}(?:gegevens|informatie|data|"
    r"information)\b.{0,40}(?:justitie|politie|overheid|autoriteiten|police|"
    r"authorities)\b.{0,30}(?:overhand|verstrek|geven|meld|hand|disclose|provide)?",
    unless=r"wettelijk verplicht|bevel|vordering|court order|obliged",
)
phrase(
    "art28-terms-outdated",
    Verdict.WRONG,
    ("bewerker", "bewerkingsovereenkomst", "verwerkersverklaring"),
    r"\bbewerkers?\b|bewerkersovereenkomst|bewerkingsovereenkomst|verwerkersverklaring",
    unless=r"\(?voorheen|vroeger|foto|formerly",
)
_DEFINITION = Pattern(
    r"\A\W{0,4}(?:een |de |a |the )?(?:sub-?)?(?:verwerker|bewerker|"
    r"processor)\b(?: in de zin van .{0,24})?\s{0,3}(?::|is\b|betreft|=|-|means|"
    r"handelt|acts)|(?:onder|by) (?:een |a )?['\"]?(?:verwerker|"
    r"processor)['\"]? (?:wordt )?(?:verstaan|verstaan wij|is meant)"
)
_INSTRUCTED = Pattern(
    r"\bin (?:\w{2,12} )?opdracht|ten behoeve van|namens|voor (?:de |"
    r"een )?(?:verwerkings)?verantwoordelijke|on behalf|on (?:the )?instruction"
)
_CONTROLLER = Pattern(
    r"\A\W{0,4}(?:de |een |the |a )?(?:verwerkingsverantwoordelijke|"
    r"controller)\b(?: in de zin van .{0,24})?\s{0,3}(?::|is (?:de|degene|een|the|"
    r"a)\b|means|=)"
)
_DECIDES = Pattern(r"doel|purpose|bepaalt|determines|vaststelt")


@rule("art28-definition-correct")
def definition(told: Told) -> Answers:
    """A processor works on instruction; a controller decides on purpose and means."""
    defined = [
        s
        for s in told.those(("verwerker", "bewerker", "processor"), _DEFINITION)
        if not s.is_heading and len(s.low) > 40
    ]
    ruled = [
        s
        for s in told.those(("verantwoordelijke", "controller"), _CONTROLLER)
        if not s.is_heading and len(s.low) > 60
    ]
    ruled = [
        s
        for s in ruled
        if (told.facts.controller.name or "\0").lower() not in s.low and "@" not in s.low
    ]
    if not defined and not ruled:
        return NOT_APPLICABLE
    bad = [s.span for s in defined if not _INSTRUCTED.search(s.low)] + [
        s.span for s in ruled if not _DECIDES.search(s.low)
    ]
    return wrong(*bad) if bad else OK


phrase(
    "art28-not-by-statement",
    Verdict.WRONG,
    (
        "verwerkingsverklaring",
        "verwerkersverklaring",
        "als verwerkersovereenkomst",
        "as processing agreement",
        "as a processing agreement",
    ),
    r"(?:verwijzen|verwijs|refer)\w{0,3}\b.{0,40}(?:verwerkingsverklaring|"
    r"verwerkersverklaring)|(?:deze|dit|this)\b.{0,30}(?:verklaring|document|"
    r"statement)\b.{0,60}als verwerkersovereenkomst|(?:statement|"
    r"document)\b.{0,40}as (?:a )?processing agreement",
)
phrase(
    "art28-contract-binds-privacy-statement",
    Verdict.WRONG,
    ("gebonden aan", "bound by"),
    r"gebonden aan (?:\w{2,12} ){0,3}(?:privacy ?verklaring|privacy ?beleid|"
    r"privacy ?statement)|bound by (?:\w{2,12} ){0,3}privacy (?:statement|policy)",
    unless=r"\beigen privacy|hun eigen|their own|\bniet gebonden|not bound",
)
