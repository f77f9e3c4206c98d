"""How long some kinds of data stay: copies, camera images, applications, traffic data."""

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
from nakomen.checks.text.retention import KEEPS
from nakomen.checks.text.told import Pattern, Told
from nakomen.checks.text.words import CAMERA

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
        s for s in told.about(*_COPIES) if days(s.low) and KEEPS.search(s.low) and s not in gone
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
    found = [s for s in told.those(words, _FOOTAGE) if days(s.low) and KEEPS.search(s.low)]
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
        if days(s.low) and KEEPS.search(s.low)
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
    r"bewaarplicht|wettelijke bewaar|van de wet\b.{0,30}verplicht|wettelijk verplicht|"
    r"wettelijke (?:plicht|verplichting)|legal duty|"
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
        if KEEPS.search(s.low) and not _DUTY.search(s.low) and max(days(s.low), default=0) > 366
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
