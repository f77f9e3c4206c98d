"""The data protection officer, where the text names one."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing, vague
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_WORDS = ("functionaris", "data protection officer", "(fg)", "(dpo)", " fg ", " dpo ")
_OFFICER = Pattern(
    r"functionaris (?:voor )?(?:de )?gegevensbescherming|functionaris persoonsgegevens|"
    r"data protection officer|\bfg\b|\bdpo\b"
)
_NONE = Pattern(
    r"\b(?:geen|niet|not|no)\b.{0,60}(?:functionaris|officer|\bfg\b|\bdpo\b)|"
    r"(?:functionaris|officer).{0,40}\b(?:niet|not)\b"
)
_CONTACT = Pattern(
    r"[\w.+-]{1,40}@[\w-]{1,40}\.|\b0\d{1,3}[ -]{0,3}\d{2}|\+31|tel(?:efoon)?\b.{0,12}\d{3}"
)
_OWN_BOX = Pattern(r"\b(?:fg|dpo|avg|gdpr|functionaris|gegevensbescherming)@")
_REACH = Pattern(r"bereik|contact|vragen|verzoek|questions|reach|@|telefoon")


def _named(told: Told) -> list[Said]:
    return told.those(_WORDS, _OFFICER, _NONE)


@rule("art13-1-b-dpo-contact")
def contact(told: Told) -> Answers:
    """Contact details beside a mention of the officer, or a mailbox of the officer's own."""
    found = _named(told)
    if not found:
        return NOT_APPLICABLE
    for said in found:
        block = [s for s in told.near(said, 2) if s.sentence.block == said.sentence.block]
        if any(_CONTACT.search(s.low) for s in (*block, *told.near(said, 1)) if not s.is_heading):
            return OK
    if told.says(("@",), _OWN_BOX):
        return OK
    vaguely = [said.span for said in found if _REACH.search(said.low)]
    return vague(vaguely[0]) if vaguely else missing(found[0].span)


@rule("art38-4-dpo-reachable")
def for_questions(told: Told) -> Answers:
    """People are told that they may turn to the officer."""
    found = _named(told)
    if not found:
        return NOT_APPLICABLE
    near = [s for said in found for s in told.near(said, 1)]
    return OK if any(_REACH.search(said.low) for said in near) else missing(found[0].span)


phrase(
    "art38-6-dpo-conflict",
    Verdict.WRONG,
    _WORDS,
    r"(?:bedrijfsleider|directeur|directie|eigenaar|bestuurder|zaakvoerder|"
    r"hoofd (?:ict|it|marketing|hr|personeel)|"
    r"\bceo\b|\bcto\b|\bcio\b|director|owner|head of (?:it|marketing|hr))\W{0,4}(?:/|"
    r",|en|tevens|ook|and|als|is|\()?.{0,20}"
    r"(?:functionaris|\bfg\b|\bdpo\b|data protection officer)|"
    r"(?:directeur|eigenaar|bestuurder|bedrijfsleider|director|"
    r"owner)\b.{0,40}\b(?:tevens|also)\b.{0,20}"
    r"(?:functionaris|\bfg\b|\bdpo\b|data protection officer)|"
    r"(?:functionaris (?:voor )?(?:de )?gegevensbescherming|\bfg\b|"
    r"\bdpo\b)\W{1,4}(?:is |tevens |en )?(?:de |onze )?"
    r"(?:bedrijfsleider|directeur|eigenaar|bestuurder|director|owner)",
    unless=r"rapporteert|reports to|benoemd door",
)
phrase(
    "art37-term-fg-vs-contact",
    Verdict.VAGUE,
    ("privacy officer", "contactpersoon", "privacyofficer", "aanspreekpunt"),
    r"(?:privacy ?officer|contactpersoon|aanspreekpunt)\W{1,3}(?:of |or |"
    r"\()?(?:\bfg\b|\bdpo\b|functionaris)|"
    r"(?:functionaris[\w ]{1,30}|\bfg\b)\W{1,3}(?:\(|of |/ ?)(?:privacy ?officer|contactpersoon)",
)
