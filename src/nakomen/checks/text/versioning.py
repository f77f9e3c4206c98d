"""Which version this is, and what happens when it changes."""

import re
from datetime import date

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
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_DATE_LINE = Pattern(
    r"(?:versie|version|datum|laatst|ingangsdatum|gewijzigd|bijgewerkt|updated|"
    r"effective|opgesteld|geldig vanaf|date)\b.{0,60}\b(?:19|20)\d\d\b"
)
_DATED = (
    "versie",
    "version",
    "datum",
    "laatst",
    "gewijzigd",
    "bijgewerkt",
    "updated",
    "effective",
    "ingangsdatum",
    "opgesteld",
    "geldig",
)


def _day(told: Told) -> date | None:
    """The statement's own date; of a month its last day, so that nothing is called old too soon."""
    facts = told.facts.statement
    known = facts.date or facts.effective
    if not known:
        return None
    year, month, day = (int(part) for part in [*known.split("-"), "28"][:3])
    return date(year, month, day)


def _date_line(told: Told) -> Span | None:
    """Where the date stands: the last line that tells one with its year."""
    day = _day(told)
    if not day:
        return None
    lines = [s.span for s in told.those(_DATED, _DATE_LINE) if str(day.year) in s.low]
    whole = [s.span for s in told.about(str(day.year))]
    found = lines or whole
    return found[-1] if found else None


@rule("version-date-present")
def dated(told: Told) -> Answers:
    """The statement has a date."""
    return OK if _day(told) else missing()


@rule("version-date-consistent")
def one_date(told: Told) -> Answers:
    """One date for the statement."""
    for tension in told.facts.tensions:
        if tension.kind == "dates_disagree":
            return amiss(Verdict.CONTRADICTION, *(Span(q.start, q.end) for q in tension.quotes))
    return OK if _day(told) else NOT_APPLICABLE


@rule("version-not-older-than-24-months")
def recent(told: Told) -> Answers:
    """The statement was reviewed in the last two years."""
    day = _day(told)
    if not day:
        return NOT_APPLICABLE
    months = (told.today.year - day.year) * 12 + told.today.month - day.month
    old = months > 24 or (months == 24 and told.today.day >= day.day)
    return amiss(Verdict.OUTDATED, _date_line(told)) if old else OK


_IN_FORCE = date(2018, 5, 25)


@rule("version-after-25-may-2018")
def after_the_start(told: Told) -> Answers:
    """The statement is from after the day on which the regulation began to apply."""
    day = _day(told)
    if not day:
        return NOT_APPLICABLE
    return amiss(Verdict.OUTDATED, _date_line(told)) if day < _IN_FORCE else OK


_OWN = (
    r"(?:privacy ?-?(?:verklaring|beleid|statement|policy|notice)|verklaring|beleid|"
    r"statement|policy|notice|document)"
)
_CHANGES = Pattern(
    rf"(?:wijzig|verander|aanpass|aangepast|gewijzigd|aanvul|herzien|bijwerk|update|chang|amend|"
    rf"modif|revis)\w{{0,6}}\b.{{0,100}}{_OWN}|{_OWN}.{{0,120}}(?:wijzig|aanpass|"
    rf"aangepast|verander|gewijzigd|aanvul|herzien|update|chang|amend|modif|revis)"
)
_CHANGE_WORDS = (
    "wijzig",
    "verander",
    "aanpass",
    "aangepast",
    "herzien",
    "update",
    "chang",
    "amend",
    "modif",
    "revis",
)
_SILENT = Pattern(
    r"zonder (?:voorafgaande?|nadere|verdere)? ?(?:kennisgeving|aankondiging|bericht|"
    r"mededeling|waarschuwing)|without (?:prior |further )?notice"
)
_LOOK_YOURSELF = Pattern(
    r"(?:regelmatig|geregeld|periodiek|van tijd tot tijd|regularly|periodically|"
    r"from time to time)\b.{0,60}(?:raadpleeg|raadplegen|bekijk|bekijken|controler|"
    r"lezen|nalezen|check|review|consult)|(?:raadpleeg|bekijk|controleer|check|"
    r"review)\b.{0,80}(?:regelmatig|geregeld|periodiek|regularly|altijd de website)|"
    r"raden (?:wij )?u aan .{0,60}(?:raadplegen|bekijken|lezen)"
)
_ACTIVE = Pattern(
    r"(?:per|via|by) ?(?:een )?(?:e-?mail|mail|brief|post|letter)|pushbericht|"
    r"krijgt? u .{0,40}bericht|u krijgt .{0,40}bericht|actief|van tevoren|"
    r"vooraf|(?:brengen|stellen|houden) (?:wij|we)? ?(?:u|je).{0,40}op de hoogte|"
    r"(?:informeren|berichten|inlichten) (?:wij|we) (?:u|je)|(?:wij|"
    r"we) (?:zullen )?(?:u|je) .{0,40}(?:informeren|op de hoogte|inlichten|berichten)|"
    r"notify you|inform you|in advance|let you know|laten (?:wij|we) (?:u|je|het u|"
    r"dit)"
)
_ON_SITE = Pattern(
    r"(?:kennisgeving|melding|bericht|koppeling|link|notice|"
    r"banner)\b.{0,60}(?:website|site|homepage)|(?:website|site|"
    r"homepage)\b.{0,60}(?:kennisgeving|melding|bericht|koppeling|link|notice|bekend)"
)


def _on_change(told: Told) -> list[Said]:
    """Sentences on changes of the statement, and what is said right after."""
    found = [
        s
        for s in told.those(_CHANGE_WORDS, _CHANGES)
        if not s.is_heading
        and len(s.low.split()) > 4
        and not Pattern(
            r"laatst|jaarlijks|per jaar|vastgesteld|every year|last (?:updated|"
            r"changed)|versiebeheer|"
            r"uw gegevens (?:te )?wijzig|geschiedenis"
        ).search(s.low)
    ]
    under = [
        s
        for s in told.said
        if Pattern(r"wijziging|change|amend|updates? (?:van|of)").search(s.section)
        and not s.is_heading
    ]
    around = {
        n.index: n
        for s in found
        for n in told.said[s.index : s.index + 3]
        if n.section == s.section
    }
    return sorted((around | {s.index: s for s in under}).values(), key=lambda s: s.index)


@rule("version-changes-notified")
def announced(told: Told) -> Answers:
    """Who changes the statement tells it, rather than leave people to look."""
    about = _on_change(told)
    if not any(_CHANGES.search(s.low) for s in about):
        return NOT_APPLICABLE
    silent = [s.span for s in about if _SILENT.search(s.low)]
    if silent:
        return wrong(*silent)
    mails = [
        s
        for s in about
        if Pattern(
            r"(?:per|via|by) ?(?:een )?(?:e-?mail|mail|brief|post)|vooraf|van tevoren|in advance|"
            r"(?:ontvangt?|krijgt?|sturen|mailen) (?:u|je|wij|we)\b.{0,40}(?:e-?mail|"
            r"bericht|brief)|"
            r"e-?mail you|mailen (?:wij|we)"
        ).search(s.low)
    ]
    active = [s for s in about if _ACTIVE.search(s.low) and not _may(s)]
    looking = [s.span for s in about if _LOOK_YOURSELF.search(s.low)]
    if mails and not all(_may(s) for s in mails):
        return OK
    if looking:
        return wrong(*looking)
    on_site = [s.span for s in about if _ON_SITE.search(s.low)]
    if active and not on_site:
        return OK
    first = [s.span for s in about if _CHANGES.search(s.low)]
    return vague(*(on_site or first)[:1])


def _may(said: Said) -> bool:
    return bool(Pattern(r"kunnen (?:wij|we) u ook|may also").search(said.low))


phrase(
    "version-use-is-not-acceptance",
    Verdict.WRONG,
    ("gebruik", "bezoek", "us", "visit"),
    r"(?:door|bij|by|if you|your|uw)\b.{0,30}(?:gebruik|bezoek|us(?:e|ing)|"
    r"visit)\w{0,4}\b.{0,200}(?:aanvaard|accepteer|akkoord|stemt|gaat u|accept|agree|"
    r"consent)\w{0,3}\b.{0,60}(?:herziene|gewijzigde|nieuwe|bijgewerkte|wijziging|"
    r"aangepaste|revised|changed|updated|new|change)|"
    r"(?:wijziging|change|update)\w{0,4}\b.{0,120}(?:blijven gebruiken|"
    r"blijft gebruiken|voortgezet gebruik|continued use|"
    r"continue to use)\b.{0,80}(?:akkoord|aanvaard|accept|agree|instem)",
    unless=r"cookies",
)
_HISTORY = Pattern(
    r"geschiedenis van (?:de )?wijziging|versiegeschiedenis|eerdere versies|"
    r"vorige versies|oude versies|change ?log|version history|previous versions|"
    r"wijzigingsoverzicht|overzicht van (?:de )?wijzigingen"
)
_ANY_DATE = re.compile(
    r"\b\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](?:19|20)\d\d\b|\b(?:versie|version|v)\s?\d\.\d"
)


@rule("version-archive-available")
def history(told: Told) -> Answers:
    """A history that is promised is there, or there is a way to get it."""
    words = (
        "geschiedenis",
        "versies",
        "change log",
        "changelog",
        "version",
        "wijzigingsoverzicht",
        "overzicht van",
    )
    found = [s for s in told.those(words, _HISTORY) if not s.is_heading and "vervalt" not in s.low]
    if not found:
        return NOT_APPLICABLE
    last = found[-1]
    if Pattern(r"opvra|opgevraagd|op verzoek|https?://|www\.|request|archief").search(last.low):
        return OK
    below = told.low[last.sentence.end :]
    return OK if len(_ANY_DATE.findall(below)) >= 2 else missing(last.span)


phrase(
    "version-no-unilateral-reduction",
    Verdict.VAGUE,
    ("recht", "eenzijdig", "van kracht", "right", "effective"),
    rf"(?:het recht|the right)\b.{{0,60}}(?:wijzig|aan te pass|aanpass|chang|amend|"
    rf"modif)\w{{0,6}}\b.{{0,80}}{_OWN}|(?:het recht|"
    rf"the right)\b.{{0,80}}{_OWN}.{{0,60}}(?:wijzig|aan te pass|aanpass|chang|amend|"
    rf"modif)|eenzijdig\w{{0,2}} .{{0,20}}wijzig|"
    r"wijzigingen\b.{0,60}van kracht (?:na|bij|door|zodra|"
    r"op het moment)\b.{0,40}(?:plaats|publi|post)|changes\b.{0,60}effective (?:upon|"
    r"when|immediately)",
    unless=r"reeds verzamelde|eerder verzamel|bestaande gegevens|already collected|"
    r"uw gegevens te wijzigen",
)
phrase(
    "version-promise-awaiting-solution",
    Verdict.OUTDATED,
    (
        "zodra",
        "als we",
        "als wij",
        "wanneer we",
        "wanneer wij",
        "zodra er",
        "as soon as",
        "once we",
    ),
    r"(?:zodra|als|wanneer|as soon as|once) (?:wij|we|er|there)\b.{0,60}(?:oplossing|"
    r"duidelijkheid|meer bekend|alternatief|nieuws|solution|alternative|"
    r"more is known)\b.{0,100}(?:informeren|op de hoogte|laten|bijwerken|vermelden|"
    r"inform|let you know|update)",
)
