"""How long data stay."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Span,
    Verdict,
    amiss,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import CAMERA, LAW_NAMED

_KEEP_WORDS = (
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
_KEEPS = Pattern(
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
    return [s for s in told.those(_KEEP_WORDS, _KEEPS) if days(s.low)] + [
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
        criterion = told.says(_KEEP_WORDS, _WHILE)
        return OK if criterion else missing(*(s.span for s in told.those(_KEEP_WORDS, _NEEDED)[:1]))
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
    found = [s for s in told.those(_KEEP_WORDS, _NEEDED) if not days(s.low) and not s.is_heading]
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
    found = told.places(_KEEP_WORDS, _PERMITTED)
    for said in told.those(_KEEP_WORDS, _KEEPS):
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
        if _KEEPS.search(s.low)
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


_COPIES = ("back-up", "backup", "back up", "reservekopie", "back-ups", "backups")


@rule("art5-1-e-backups-covered")
def backups(told: Told) -> Answers:
    """Who makes backups says how old one gets."""
    made = [s for s in told.about(*_COPIES) if not s.is_heading]
    if not made:
        return NOT_APPLICABLE
    known = any(
        days(n.low) for s in made for n in told.near(s, 1) if any(w in n.low for w in _COPIES)
    )
    return OK if known else missing(made[0].span)


phrase(
    "art5-1-e-archiving-exception-narrow",
    Verdict.WRONG,
    ("archiefdoel", "archivering", "archiveringsdoel", "het archief", "archiving"),
    r"archiefdoel|(?:voor|ten behoeve van|for) (?:de |het |onze |ons )?(?:archivering|"
    r"archief|archiveringsdoel|archiving)",
    unless=r"algemeen belang|wetenschap|statistisch|public interest|archiefwet|scientific",
)
phrase(
    "art5-1-e-account-inactivity",
    Verdict.VAGUE,
    (
        "totdat u",
        "tot u ",
        "tot het moment dat u",
        "zolang u niet",
        "until you",
        "tenzij u ons vraagt",
        "zolang u uw account",
    ),
    r"(?:bewa|opgeslagen|blijft|blijven|keep|kept|stor|"
    r"retain)\w{0,4}\b.{0,100}(?:totdat|tot het moment dat|tot|until) (?:u|"
    r"you) .{0,40}(?:aangeeft|opzegt|opheft|verwijder|vraagt|verzoekt|afmeldt|"
    r"niet langer|te kennen|delete|ask|tell|close|wilt)",
    unless=r"inactie|niet (?:meer )?(?:gebruikt|ingelogd)|laatste (?:inlog|gebruik)|inactive|"
    r"nieuwsbrief|newsletter",
)
_GONE = Pattern(
    r"(?:definitief|onherstelbar\w{1,2}|volledig|permanent|permanently|"
    r"irretrievabl[ey])\b.{0,60}(?:gewist|verwijder|vernietig|delete|erase|destroy)|"
    r"(?:gewist|verwijderd|vernietig\w{1,3}|deleted|erased)\b.{0,20}(?:definitief|"
    r"volledig)"
)


_SUBJECT = {
    "billing": Pattern(r"factu(?:ur|ren)|invoice"),
    "traffic": Pattern(r"verkeersgegevens|belgegevens|\bcdr\b|traffic data|call record"),
    "camera": Pattern(r"camera|cctv"),
    "applicant": Pattern(r"sollicit|applicant"),
    "backup": Pattern(r"back-?up|reservekopie"),
}
"""Kinds of data that have one term, and the word that must stand in the sentence itself."""


@rule("art5-1-e-no-contradiction-retention")
def one_term(told: Told) -> Answers:
    """One term for one kind of data; nothing is gone for good while a backup keeps it."""
    gone = [
        s
        for s in told.those(
            ("definitief", "onherstelba", "volledig", "permanent", "irretriev"), _GONE
        )
        if days(s.low)
    ]
    copies = [
        s for s in told.about(*_COPIES) if days(s.low) and _KEEPS.search(s.low) and s not in gone
    ]
    for said in gone:
        longer = [s for s in copies if max(days(s.low)) > max(days(said.low))]
        if longer:
            return amiss(Verdict.CONTRADICTION, said.span, longer[0].span)
    by_kind: dict[str, dict[str, Span]] = {}
    for fact in told.facts.retention:
        word = _SUBJECT.get(fact.object.value)
        if fact.period and word and word.search(fact.quote.lower()):
            by_kind.setdefault(fact.object.value, {}).setdefault(
                fact.period.iso, Span(fact.start, fact.end)
            )
    twice = [list(places.values()) for places in by_kind.values() if len(places) > 1]
    return amiss(Verdict.CONTRADICTION, *twice[0]) if twice else OK


phrase(
    "art5-1-e-minimum-only",
    Verdict.WRONG,
    (
        "tenzij u",
        "op uw verzoek",
        "op verzoek",
        "unless you ask",
        "at your request",
        "unless you request",
    ),
    r"(?:niet|not)\b.{0,20}(?:gewist|verwijderd|vernietigd|erased|"
    r"deleted)\b.{0,20}(?:tenzij|unless).{0,30}(?:verzoek|vraag|ask|request)|"
    r"(?:pas|alleen|slechts|only)\b.{0,10}(?:gewist|verwijderd|vernietigd|erased|"
    r"deleted)\b.{0,30}(?:op (?:uw )?verzoek|als u|indien u|at your request|if you)",
)
_ANONYMOUS = Pattern(
    r"technieken? .{0,20}(?:te )?anonimiser|geanonimiseerde? (?:bezoek|gebruik|"
    r"statisti|surf|web)\w{0,16}|anonieme? (?:bezoek|gebruik|surf|web)\w{2,16}|"
    r"anonymi[sz]ed (?:visit|usage|web|statist)\w{0,12}"
)
_METHOD = Pattern(
    r"inkort|ingekort|gemaskeerd|maskeer|octet|cijfers van|hash|samengevoegd|aggregat|"
    r"geaggregeerd|truncat|masked|anonymi[sz]eip|laatste (?:deel|cijfers)"
)


@rule("art5-1-e-anonymisation-real")
def anonymous(told: Told) -> Answers:
    """ "Anonymised" is explained."""
    found = told.those(("anoni", "anony"), _ANONYMOUS)
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not any(_METHOD.search(n.low) for n in told.near(s, 2))]
    return vague(*bare) if bare else OK


_FOUR_WEEKS = 31
_FOOTAGE = Pattern(r"camera|beeld|cctv|footage|recorder|video")


@rule("ap-camera-4-weeks")
def camera(told: Told) -> Answers:
    """Camera images stay four weeks at most, an incident apart."""
    words = (*CAMERA, "beeld", "footage", "recorder")
    found = [s for s in told.those(words, _FOOTAGE) if days(s.low) and _KEEPS.search(s.low)]
    if not found or not told.has(*CAMERA):
        return NOT_APPLICABLE
    apart = Pattern(r"incident|aangifte|strafbaar|offence")
    long = [s.span for s in found if min(days(s.low)) > _FOUR_WEEKS and not apart.search(s.low)]
    return wrong(*long) if long else OK


@rule("ap-applicants-4-weeks")
def applicants(told: Told) -> Answers:
    """Data of applicants go in four weeks, or in a year with consent."""
    found = [
        s
        for s in told.about("sollicit", "applicant", "vacature")
        if days(s.low) and _KEEPS.search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    long = [
        s.span
        for s in found
        if min(days(s.low)) > 366
        or (
            min(days(s.low)) > 32
            and not any(
                w in n.low for n in told.near(s, 1) for w in ("toestemming", "consent", "goedvind")
            )
        )
    ]
    return wrong(*long) if long else OK


_TRAFFIC = Pattern(
    r"verkeersgegevens|\bcdr\b|cdr-data|belgegevens|traffic data|call detail|"
    r"telefonie|internetverkeer"
)
_DUTY = Pattern(
    r"bewaarplicht|wettelijk verplicht|wettelijke (?:plicht|verplichting)|legal duty|"
    r"required by law|obliged"
)


@rule("tw11-5-traffic-data-erase")
def traffic(told: Told) -> Answers:
    """Traffic data go when the bill is settled."""
    words = ("verkeersgegevens", "cdr", "belgegevens", "traffic data", "call detail")
    found = [s for s in told.those(words, _TRAFFIC) if not s.is_heading]
    if not found:
        return NOT_APPLICABLE
    long = [
        s.span
        for s in found
        if _KEEPS.search(s.low) and not _DUTY.search(s.low) and max(days(s.low), default=0) > 366
    ]
    return wrong(*long) if long else OK


@rule("tw13-2a-no-data-retention-duty")
def no_duty(told: Told) -> Answers:
    """No legal duty to keep traffic data for half a year or a year is claimed."""
    words = (
        "verkeersgegevens",
        "cdr",
        "belgegevens",
        "telefonie",
        "internetverkeer",
        "traffic data",
        "call detail",
        "wet bewaarplicht",
    )
    found = [
        s.span
        for s in told.those(words, _TRAFFIC)
        if _DUTY.search(s.low) and any(150 < length < 400 for length in days(s.low))
    ]
    found += [s.span for s in told.about("wet bewaarplicht telecommunicatie")]
    return amiss(Verdict.OUTDATED, *found) if found else NOT_APPLICABLE
