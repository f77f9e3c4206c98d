"""The company's own interest as a ground, and saying no to it."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, missing, vague
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Told
from nakomen.checks.text.words import MARKETING

_WORDS = ("gerechtvaardigd", "onder f", "6(1)(f)", "legitimate interest", "bedrijfsbelang")
_INTEREST = Pattern(
    r"(?:eerste lid|lid 1)?,? ?(?:aanhef en )?onder f\b|6\(1\)\(f\)|"
    r"gerechtvaardigde? (?:\w{1,12} )?belang|legitimate interest"
)
_CONCRETE = Pattern(
    r"(?:belang(?:en)?|interests?)\b[^.]{0,40}\bom\b|"
    r"(?:belang(?:en)?|interests?)\b[^.]{0,12}(?:\bom\b|\bbij\b|:|\bis\b|\bzijn\b|"
    r"namelijk|bestaat|bestaan|zoals|\(|\bin (?:het|de|een)\b|"
    r"\bto\b|\bin\b|such as|\bare\b|-|,? te weten)|"
    r"\b(?:om|fraude|beveilig\w{0,4}|marketing|verbeter\w{0,4}|relatiebeheer|direct|"
    r"incasso|statistiek|to (?:prevent|improve|secure|protect|"
    r"keep))\b.{0,80}(?:belang|interest)|"
    r"(?:belang|interest)\w{0,4}\b.{0,80}\b(?:fraude|beveilig|marketing|verbeter|"
    r"relatiebeheer|incasso|statistiek|fraud|security|improv)"
)


_OTHER_GROUND = Pattern(
    r"toestemming|overeenkomst|wettelijk|contract|consent|legal obligation|bepaalde|soms|sometimes"
)
_BARE = 5
"""Words of a sentence that says no more than that there is an interest."""


@rule("art13-1-d-interests-named")
def interest_named(told: Told) -> Answers:
    """An interest is named; "legitimate interest" alone names none."""
    found = [said for said in told.about(*_WORDS) if _INTEREST.search(said.low)]
    if not found:
        odd = told.about("bedrijfsbelang")
        return missing(odd[0].span if odd else None)
    if any(_CONCRETE.search(near.low) for said in found for near in told.near(said, 1)):
        return OK
    tied = [s for s in found if not _OTHER_GROUND.search(s.low) and len(s.low.split()) > _BARE]
    return OK if tied else vague(found[0].span)


@rule("art6-1-f-balancing-available")
def balancing(told: Told) -> Answers:
    """Who relies on an interest says that the balancing can be asked for."""
    found = [said for said in told.about(*_WORDS) if _INTEREST.search(said.low)]
    if not found:
        return NOT_APPLICABLE
    weighed = ("afweging", "afgewogen", "belangenafweging", "balancing", "weighed", "assessment")
    return OK if told.has(*weighed) else missing(found[0].span)


_SENDS = Pattern(
    r"direct ?marketing|verkooppromotie|reclame|marketingcommunicatie|nieuwsbrie|"
    r"aanbiedingen|promotional|newsletter|advertising"
)
_STOP = Pattern(
    r"af ?(?:te )?meld|uitschrijv|opt-?out|unsubscribe|afmeldlink|"
    r"(?:bezwaar|object\w{0,4}|verzet)\b.{0,120}(?:marketing|reclame|aanbieding|"
    r"nieuwsbrief|promot|advertis|informatie van)"
)


@rule("art21-4-objection-prominent")
def objection_shown(told: Told) -> Answers:
    """Who sends advertising shows how to stop it."""
    sent = told.those(
        MARKETING,
        _SENDS,
        Pattern(
            r"\b(?:geen|niet|nooit|not|no)\b.{0,40}(?:marketing|reclame|nieuwsbrief|newsletter)|"
            r"(?:nieuwsbrie\w{1,3}|reclame|newsletter)\b.{0,40}\b(?:niet|geen|nooit|not|never)\b"
        ),
    )
    if not sent:
        return NOT_APPLICABLE
    words = ("meld", "uitschrij", "opt", "unsubscribe", "bezwaar", "verzet", "object")
    return OK if told.says(words, _STOP) else missing()
