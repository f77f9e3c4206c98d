"""Children."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing, vague
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_FOR_CHILDREN = Pattern(
    r"(?:gericht op|bedoeld voor|speciaal voor|bestemd voor|aimed at|intended for|"
    r"directed at|designed for) (?:\w{2,12} ){0,2}(?:kinderen|jongeren|leerlingen|"
    r"scholieren|children|teenagers|pupils)"
)
_PLAIN = Pattern(
    r"voor kinderen (?:uitgelegd|geschreven)|kindvriendelijk|"
    r"begrijpelijk voor kinderen|for children to understand|child-friendly|"
    r"jip en janneke"
)


@rule("art12-1-child-language")
def for_children(told: Told) -> Answers:
    """A service for children has words for children."""
    words = ("kinderen", "jongeren", "leerlingen", "scholieren", "children", "teenagers", "pupils")
    found = [
        s
        for s in told.those(words, _FOR_CHILDREN)
        if not Pattern(r"\b(?:niet|geen|not|no)\b").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    return OK if told.says((*words, "kindvriendelijk", "jip"), _PLAIN) else missing(found[0].span)


phrase(
    "art8-3-contract-law-separate",
    Verdict.WRONG,
    ("de wet", "wettelijk", "the law"),
    r"(?:de wet|the law|wettelijk)\b.{0,40}(?:staat|verbied|laat|toegestaan|verboden|"
    r"allow|forbid|prohibit)\w{0,4}\b.{0,60}(?:contract|overeenkomst|"
    r"agreement)\w{0,4}\b.{0,80}(?:jonger|onder|minderjarig|under|younger|minor)",
)
_AGE = Pattern(
    r"(?:onder de|jonger dan|beneden de|under(?: the age of)?|younger than|"
    r"below(?: the age of)?|vanaf|ouder dan|older than|minimaal|ten minste|"
    r"at least) (?:leeftijd van )?(?:de )?(\d{1,2}|achttien|dertien|eighteen|"
    r"thirteen)\b(?: jaar| years?|-jarige)?"
)
_ABOUT_DATA = Pattern(
    r"gegevens|informatie|toestemming|verzamel|verwerk|website|minderjarig|ouders?|"
    r"data|information|consent|collect|children|kinderen|personen"
)


@rule("art8-age-consistent")
def age(told: Told) -> Answers:
    """Sixteen is the age for consent; another age shows how it is minded."""
    found = []
    seen = False
    for said in told.about(
        "jonger dan", "onder de", "beneden de", "under", "younger than", "below"
    ):
        match = _AGE.search(said.low)
        if (
            not match
            or not _ABOUT_DATA.search(said.low)
            or not Pattern(r"jaar|year|jarige|age").search(said.low)
        ):
            continue
        if days_or_money(said.low, match.end()):
            continue
        seen = True
        if match[1] not in ("16", "zestien"):
            found.append(said.span)
    if not seen:
        return NOT_APPLICABLE
    return vague(*found) if found else OK


def days_or_money(low: str, end: int) -> bool:
    """Whether the number is not an age."""
    return low[end : end + 8].lstrip().startswith(("dagen", "euro", "%", "days", "maand"))
