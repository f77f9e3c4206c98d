"""What the data are used for, and which data."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answer,
    Answers,
    Verdict,
    amiss,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import DENIED

_PURPOSE = Pattern(
    r"\b(?:doel(?:en|einden|einde|stellingen)?|purposes?)\b|\bwaarvoor\b|\bwaarom (?:wij|we)\b|"
    r"(?:gebruik|verwerk|verzamel|vraag|nodig|use|process|"
    r"collect)\w{0,4}\b.{0,100}\b(?:om|voor|ten behoeve|to|for|in order)\b|"
    r"\b(?:om|voor|ten behoeve van|to|for)\b.{0,100}(?:gebruik|verwerk|verzamel|nodig|"
    r"use[ds]?|process)"
)
_UNNAMED = Pattern(
    r"(?:vastgestelde|welbepaalde|bepaalde|specifieke|specified|fixed) (?:doel(?:en|"
    r"einden)|purposes)\b[^:]{0,60}\Z"
)
_LISTED = Pattern(
    r"(?:volgende|onderstaande|hieronder|hierna|following|below)\b.{0,40}(?:doel|"
    r"purpose)|(?:doel(?:en|einden)|purposes)\b.{0,40}:"
)
_GROUND = (
    "doel",
    "purpose",
    "waarvoor",
    "waarom",
    "gebruik",
    "verwerk",
    "verzamel",
    "nodig",
    " use ",
    "process",
    "collect",
)


@rule("art13-1-c-purposes-listed")
def listed(told: Told) -> Answers:
    """Purposes are told; a mention of "fixed purposes" alone tells none."""
    if not told.known["purposes"] and not told.says(_GROUND, _PURPOSE):
        return missing()
    hollow = told.places(("doel", "purpose"), _UNNAMED)
    headed = any(
        said.is_heading and ("doel" in said.low or "purpose" in said.low)
        for said in told.about("doel", "purpose")
    )
    if hollow and not headed and not told.says(("doel", "purpose"), _LISTED):
        return missing(*hollow[:1])
    return OK


_WIDE = Pattern(
    r"\b(?:voor )?(?:administratieve|zakelijke|commerciële|interne|overige|diverse|"
    r"algemene) (?:doeleinden|doelen)\b|"
    r"\bvoor (?:elk|ieder|enig) doel\b|\bany purpose\b|\bbusiness purposes\b|"
    r"verbeter\w{0,5}\)? (?:van )?(?:onze |de |uw |van )?(?:\w{1,12} )?(?:diensten|"
    r"dienstverlening)\b|"
    r"(?:onze |de )(?:diensten|dienstverlening)(?: van \w{1,20})?(?: verder)? te verbeteren|"
    r"improv\w{1,4} (?:of )?(?:our |the )?services|\bimplementatie van \w{4,30}\.?\Z"
)
_NO_PURPOSE = Pattern(r"niet voor|geen|nooit|not (?:for|use)")


@rule("art5-1-b-purpose-specific")
def specific(told: Told) -> Answers:
    """No purpose that could hold anything."""
    words = ("doel", "purpose", "verbeter", "improv", "implementatie")
    found = told.those(words, _WIDE, _NO_PURPOSE)
    any_purpose = [
        said.span for said in found if "elk doel" in said.low or "any purpose" in said.low
    ]
    rest = [
        said.span
        for said in found
        if said.span not in any_purpose and not _others_purpose(told, said)
    ]
    answers = (
        *(Answer(Verdict.WRONG, at) for at in any_purpose),
        *(Answer(Verdict.VAGUE, at) for at in rest),
    )
    return answers[:5] or OK


_OTHER_PARTY = Pattern(
    r"behoudt zich|behouden zich|google|mollie|derde partij(?:en)? .{0,40}gebruik"
)


def _others_purpose(told: Told, said: Said) -> bool:
    """What a recipient does for its own service is another rule's matter."""
    return bool(_OTHER_PARTY.search(said.low)) and told.facts.controller.name is not None


_STRONG = Pattern(
    r"(?:niet|zonder) (?:beperkt|gelimiteerd|beperking|uitsluitend)(?: is)?(?: tot)?|"
    r"not limited to|without limitation"
)
_WEAK = Pattern(
    r"onder (?:andere|meer)|\bo\.a\.|\bzoals\b|bijvoorbeeld|\betc\b|"
    r"\benz(?:ovoorts)?\b|among (?:others|other things)|such as|including"
)
_PURPOSES = Pattern(r"\b(?:doel(?:en|einden|stellingen)?|purposes?)\b")
_ONLY = Pattern(r"\b(?:alleen|uitsluitend|slechts|enkel|only|solely)\b")


@rule("art5-1-b-no-open-ended-purposes")
def closed_purposes(told: Told) -> Answers:
    """A list of purposes ends."""
    answers = []
    for said in told.those(("doel", "purpose"), _PURPOSES, Pattern("categorie|categories")):
        leads = said.low.rstrip().endswith(":")
        if _STRONG.search(said.low) or (leads and _WEAK.search(said.low)):
            both = bool(_ONLY.search(said.low)) and bool(_STRONG.search(said.low))
            answers.append(Answer(Verdict.CONTRADICTION if both else Verdict.WRONG, said.span))
    return tuple(answers[:5]) or OK


_REGISTERS = (
    "kadaster",
    "huwelijksgoederenregister",
    "insolventieregister",
    "centraal insolventie",
    "bkr",
    "land registry",
)
_WHY = Pattern(
    r"\bom\b.{0,80}\bte\b|\b(?:voor|ten behoeve|zodat|omdat|teneinde|in verband met|"
    r"to|for|because)\b"
)


@rule("art13-1-c-purpose-linked-to-data")
def linked(told: Told) -> Answers:
    """Data from a special register show what they are for."""
    found = [said for said in told.about(*_REGISTERS) if not DENIED.search(said.low)]
    if not found:
        return NOT_APPLICABLE
    bare = [said.span for said in found if not _WHY.search(said.low)]
    return missing(*bare) if bare else OK


_CATCH_ALL = Pattern(
    r"\A\W{0,4}(?:alle )?(?:overige|andere|verdere|other|"
    r"any other) .{0,24}(?:gegevens|informatie|data|information)\b.{0,12}"
    r"\b(?:die|welke|that|you)\b.{0,80}(?:invul|ingevul|verstrek|aanlever|achterla|"
    r"opge|verschaf|deelt|provide|enter|supply)"
)


@rule("art5-1-c-minimisation-justified")
def catch_all(told: Told) -> Answers:
    """No "all other data" in a list of data."""
    found = [
        s.span
        for s in told.those(("overige", "andere", "verdere", "other"), _CATCH_ALL)
        if s.is_item
    ]
    return vague(*found) if found else NOT_APPLICABLE


_DATA_LIST = Pattern(
    r"\A\W{0,4}(?:\w{3,14} ){0,2}\w{0,16}(?:gegevens|informatie|data|details|"
    r"information)\b[^.:]{0,60}?,? ?\(?(?:zoals|waaronder|bijvoorbeeld|onder andere|"
    r"onder meer|such as|including)\b"
)
_MORE_DATA = Pattern(
    r"\bindien (?:wij|we) (?:meer|andere|aanvullende) (?:persoons)?gegevens verwerken|"
    r"if we process (?:other|more) data|"
    r"\ben (?:alle )?(?:andere|overige) (?:persoons)?(?:gegevens|informatie) die\b"
)
_OPEN_DATA = Pattern(r"\b(?:gegevens|informatie|data|information)\b")


@rule("art5-1-c-no-open-ended-data")
def closed_data(told: Told) -> Answers:
    """A list of data ends."""
    strong = [
        said.span
        for said in told.those(("beperk", "gelimiteerd", "limited to", "limitation"), _STRONG)
        if _OPEN_DATA.search(said.low)
        and (not _PURPOSES.search(said.low) or "categorie" in said.low)
        and _collects(said)
    ]
    if strong:
        return wrong(*strong)
    words = ("gegevens", "informatie", "data", "details", "information")
    open_items = [said.span for said in told.those(words, _DATA_LIST) if said.is_item]
    more = told.places(words, _MORE_DATA)
    caught = [s.span for s in told.those(("overige", "andere", "other"), _CATCH_ALL) if s.is_item]
    leads = [
        said.span
        for said in told.those(words, _OPEN_LEAD, Pattern(r"\bdoel|purpose"))
        if said.low.rstrip().endswith(":")
    ]
    found = (*open_items, *more, *caught, *leads)
    return vague(*found) if found else OK


_OPEN_LEAD = Pattern(
    r"(?:onder (?:andere|meer)|\bo\.a\.|bijvoorbeeld|among others|"
    r"including)\b.{0,40}(?:volgende|following|"
    r"onderstaande)\b.{0,40}(?:gegevens|informatie|data|information)|(?:volgende|"
    r"following|onderstaande)\b"
    r".{0,40}(?:gegevens|informatie|data|information)\b.{0,40}(?:onder (?:andere|"
    r"meer)|bijvoorbeeld)"
)


def _collects(said: Said) -> bool:
    return "verkopen" not in said.low and any(
        word in said.low
        for word in ("verzamel", "verwerk", "categorie", "collect", "process", "bewaren", "gaat om")
    )


_PERSONAL = (
    "geslacht",
    "geboorteplaats",
    "burgerlijke staat",
    "burgerlijk staat",
    "nationaliteit",
    "gender",
    "marital status",
    "place of birth",
    "nationality",
)
_REASON = Pattern(
    r"\b(?:om|omdat|zodat|nodig|noodzakelijk|teneinde|because|so that|necessary|in order)\b"
)


@rule("art5-1-c-sex-birthplace-justified")
def justified(told: Told) -> Answers:
    """Sex, birth place, marital status and nationality come with a reason."""
    found = []
    for said in told.about(*_PERSONAL):
        only_nationality = not any(w in said.low for w in _PERSONAL if not w.startswith("national"))
        if (
            DENIED.search(said.low)
            or _REASON.search(said.low)
            or (only_nationality and not said.is_item)
        ):
            continue
        if (
            "bijzonder" in said.low
            or "gevoelig" in said.low
            or said.is_heading
            or "seksuele" in said.low
        ):
            continue
        found.append(said.span)
    return vague(*found) if found else NOT_APPLICABLE


_NEW_PURPOSE = Pattern(
    r"\b(?:een |voor )?(?:ander|nieuw|andere|nieuwe)e? (?:doel(?:einde|en|einden)?)\b|"
    r"\b(?:another|a new|other) purpose"
)
_FINDS_BASIS = Pattern(r"rechtsgrond|grondslag|toestemming|legal (?:basis|ground)|consent")


@rule("art6-4-new-purpose-correctly-described")
def new_purpose(told: Told) -> Answers:
    """A new purpose is tested for compatibility, not only for a basis."""
    found = [
        said
        for said in told.those(("doel", "purpose"), _NEW_PURPOSE)
        if any(_FINDS_BASIS.search(near.low) for near in told.near(said, 0))
        and not Pattern(r"\b(?:niet|geen|nooit|not)\b.{0,40}(?:ander|nieuw|other)").search(said.low)
    ]
    if not found:
        return NOT_APPLICABLE
    if told.has("verenigbaar", "compatib"):
        return OK
    return wrong(found[0].span)


phrase(
    "art13-3-further-purpose-notice",
    Verdict.VAGUE,
    ("kennisgeving", "informeren", "op de hoogte", "notice", "notify", "inform"),
    r"(?:voor zover|in zoverre|indien|wanneer|waar|where|if)\b.{0,50}(?:wet|wetgeving|"
    r"law)\b.{0,30}(?:vereis\w{0,2}|verplicht|require[ds]?)"
    r".{0,80}(?:kennisgeving|informeren|inlichten|op de hoogte|notice|notify|inform)",
    unless=r"datalek|inbreuk|breach|cookie|goedkeuring hiervoor",
)
_NO_MARKETING = Pattern(
    r"\b(?:niet|geen|nooit|nimmer|not|never)\b.{0,60}\b(?:voor )?\(?(?:gerichte\)? |"
    r"direct |commerciële )?(?:marketing|reclame|advertising)"
)
_MARKETS = Pattern(
    r"(?:nieuwsbrief|newsletter|aanbiedingen|direct ?marketing|reclame|"
    r"promotional).{0,80}(?:stur|toestur|verstur|ontvang|verzend|send|receive|gebruik|"
    r"houden)|"
    r"(?:stur|toestur|verstur|verzend|send|informeren).{0,80}(?:nieuwsbrief|"
    r"nieuwsbrieven|newsletter|aanbiedingen|reclame|offers)"
)


@rule("art5-1-a-no-contradiction-purposes")
def no_denied_purpose(told: Told) -> Answers:
    """No purpose is both denied and used."""
    denied = told.those(
        ("marketing", "reclame", "advertising"),
        _NO_MARKETING,
        Pattern("zonder|tenzij|without|unless|derden|third"),
    )
    if not denied:
        return NOT_APPLICABLE
    used = told.says(
        ("nieuwsbrief", "newsletter", "aanbieding", "marketing", "reclame", "offers"),
        _MARKETS,
        Pattern(r"\b(?:niet|geen|nooit|not|never)\b"),
    )
    return amiss(Verdict.CONTRADICTION, denied[0].span) if used else OK
