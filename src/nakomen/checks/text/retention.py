"""How long data stay."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Verdict,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import LAW_NAMED

KEEP_WORDS = (
    "bewaar",
    "bewaren",
    "bewaard",
    "bewaring",
    "opgeslagen",
    "opslaan",
    "gewist",
    "wissen",
    "verwijder",
    "vernietig",
    "keep",
    "kept",
    "retain",
    "retention",
    "store",
    "delete",
    "erase",
    "overschreven",
)
KEEPS = Pattern(
    r"bewa(?:ar|ren|ard|ring)|opgeslagen|opslaan|gewist|wissen|verwijder|vernietig|"
    r"overschrev|\bke(?:ep|pt)\b|retain|retention|\bstored?\b|delete|erase"
)
_NEEDED = Pattern(
    r"(?:niet|nooit|not) (?:langer|longer)\b.{0,40}(?:nodig|noodzakelijk|vereist|"
    r"toegestaan|necessary|needed|required|permitted|allowed)|"
    r"niet langer dan .{0,60}(?:toegestaan|noodzakelijk|nodig|vereis)|"
    r"(?:zolang|zo lang|gedurende de (?:periode|tijd|termijn)|as long as|"
    r"for the period)\b.{0,60}(?:nodig|noodzakelijk|vereis|wet|necessary|needed|"
    r"required)"
)
_WHILE = Pattern(
    r"(?:zolang|zo lang|gedurende|tijdens|tot|totdat|as long as|"
    r"until)\b.{0,40}(?:klant|cliënt|lid|overeenkomst|abonnement|account|contract|"
    r"dienstverband|customer|relatie)"
)


def _terms(told: Told) -> list[Said]:
    """Sentences that keep or erase something after a number of days, months or years."""
    return [s for s in told.those(KEEP_WORDS, KEEPS) if days(s.low)] + [
        s
        for s in told.said
        if s.is_item
        and days(s.low)
        and ("bewaar" in s.section or "bewaar" in s.lead or "retention" in s.section)
    ]


def _has_term(told: Told) -> bool:
    return bool(_terms(told)) or any(fact.period for fact in told.facts.retention)


_LOGS = Pattern(r"ip-? ?adres|\blogs?\b|logbestand|logfiles|logboek|ip address")


@rule("art13-2-a-retention-per-category")
def per_category(told: Told) -> Answers:
    """A term or a clear criterion for what is kept."""
    if not _has_term(told):
        criterion = told.says(KEEP_WORDS, _WHILE)
        return OK if criterion else missing(*(s.span for s in told.those(KEEP_WORDS, _NEEDED)[:1]))
    kept = [
        s
        for s in told.those(("ip-adres", "ip adres", "log", "ip address"), _LOGS)
        if Pattern(r"bewaren (?:wij|we)|(?:wij|we) bewaren|bewaren|opgeslagen|slaan|store").search(
            s.low
        )
    ]
    known = any(
        days(s.low) for s in told.those(("ip-adres", "ip adres", "log", "ip address"), _LOGS)
    )
    masked = Pattern(r"afgekapt|anoni|ingekort|gemaskeerd|truncat|masked")
    bare = [s.span for s in kept if not days(s.low) and not masked.search(s.low)]
    return missing(*bare) if bare and not known else OK


@rule("art13-2-a-not-as-long-as-necessary")
def not_only_needed(told: Told) -> Answers:
    """ "No longer than needed" is not all there is."""
    found = [s for s in told.those(KEEP_WORDS, _NEEDED) if not days(s.low) and not s.is_heading]
    if not found:
        return NOT_APPLICABLE
    return OK if _has_term(told) else vague(*(s.span for s in found))


_BY_LAW = Pattern(
    r"wettelijke? .{0,14}(?:bewaar|termijn|verplicht|plicht)|bewaarplicht|"
    r"administratieve verplichting|toepasselijke termijn|fiscale (?:bewaar|verplicht|"
    r"termijn)|statutory|legal(?:ly)? (?:retention|required|obligation|obliged)|"
    r"required by law"
)
_WATCHES = Pattern(r"\b(?:bewa(?:ar|ren|ard|ring)|termijn|ke(?:ep|pt)|retain|retention)\b|bewaar")


@rule("art13-2-a-statutory-period-cited")
def statutory_cited(told: Told) -> Answers:
    """A legal term comes with its number or its statute."""
    words = (
        "wettelijk",
        "bewaarplicht",
        "verplichting",
        "termijn",
        "fiscale",
        "statutory",
        "required by law",
        "legal",
    )
    found = [s for s in told.those(words, _BY_LAW) if _WATCHES.search(s.low) and not s.is_heading]
    if not found:
        return NOT_APPLICABLE
    bare = [s for s in found if not days(s.low) and not LAW_NAMED.search(s.low)]
    told_once = any(s not in bare for s in found)
    return missing(*(s.span for s in bare)) if bare and not told_once else OK


_ALL_SEVEN = Pattern(
    r"\b(?:alle|praktisch alle|vrijwel alle|al uw|al onze|"
    r"all)\b.{0,12}(?:persoons)?(?:gegevens|data|informatie|information)\b"
)
_PERMITTED = Pattern(
    r"(?:langer\w{0,3}|longer)\b.{0,40}(?:toegelaten|toegestaan|permitted|"
    r"allowed)\b.{0,40}(?:wet|law)|(?:maximaal|maximum|zolang|"
    r"zo lang) .{0,30}(?:de wet|wettelijk) .{0,20}(?:toestaat|toelaat|toegestaan)"
)
_TEN_YEARS = 3652


@rule("art5-1-e-period-within-catalogue")
def not_too_long(told: Told) -> Answers:
    """No term far beyond what such data need, and none as long as the law permits."""
    found = told.places(KEEP_WORDS, _PERMITTED)
    for said in told.those(KEEP_WORDS, KEEPS):
        longest = max(days(said.low), default=0)
        everything = _ALL_SEVEN.search(said.low) and longest > 2500
        if (everything or longest > _TEN_YEARS + 10) and not said.is_heading:
            found.append(said.span)
    return wrong(*found) if found else OK


@rule("art5-1-e-period-not-below-statutory")
def not_too_short(told: Told) -> Answers:
    """Books and invoices stay seven years."""
    books = Pattern(
        r"factu(?:ur|ren)|boekhoud|fiscale|financiële administratie|invoice|accounting records"
    )
    found = [
        s
        for s in told.those(
            ("factu", "boekhoud", "fiscale", "administratie", "invoice", "accounting"), books
        )
        if KEEPS.search(s.low)
        and days(s.low)
        and not Pattern(
            r"minimaal|minstens|ten minste|at least|betaal|payment|vervalt|"
            r"datum van de factuur|verkeersgegevens|belgegevens|offerte|traffic data"
        ).search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    short = [s.span for s in found if 60 < max(days(s.low)) < 2550]
    return wrong(*short) if short else OK


phrase(
    "art5-1-e-no-indefinite",
    Verdict.WRONG,
    ("onbepaalde tijd", "onbeperkt", "voor altijd", "permanent", "indefinite", "forever", "eeuwig"),
    r"(?:bewa|opgeslagen|opslaan|slaan|blijven|keep|kept|stor|"
    r"retain)\w{0,4}\b.{0,60}(?:onbepaalde tijd|onbeperkt|voor altijd|permanent|"
    r"indefinite|forever|eeuwig)|"
    r"(?:onbepaalde tijd|onbeperkte? (?:tijd|lang)|voor altijd|permanent|"
    r"indefinite\w{0,2}|forever)\b.{0,60}(?:bewa|opgeslagen|opslaan|slaan|keep|kept|"
    r"stor|retain)",
    unless=r"\b(?:niet|nooit|geen|not|never)\b|permanent(?:e)? (?:cookie|verwijder|gewist)|"
    r"overeenkomst voor onbepaalde",
)
_START = Pattern(
    r"\b(?:na|vanaf|sinds|nadat|after|from|since|following|na afloop|einde|eind|"
    r"afgelopen|laatste|last|daarna|zolang|duration|plus|thereafter|voorbije|beëindig\w{2,5})\b"
)
_KNOWN_START = Pattern(
    r"wettelijk|bewaarplicht|fisca|factu|boekhoud|administratie|back-?up|reservekopie|"
    r"\blogs?\b|logbestand|camera|beeld|cookie|sessie|binnen|within|overschrev|"
    r"invoice|statutory|voicemail|opnam|recording"
)


@rule("art5-1-e-start-event")
def starts(told: Told) -> Answers:
    """A term tells from when it counts; of a legal term the law tells it."""
    found = [
        s
        for s in told.those(("bewaar", "bewaren", "bewaard", "keep", "kept", "retain"), _WATCHES)
        if days(s.low) and not s.is_heading
    ]
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not _START.search(s.low) and not _KNOWN_START.search(s.low)]
    return vague(*bare) if bare else OK
