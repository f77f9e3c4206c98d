"""Citizen service numbers and copies of identity documents."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, wrong
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import LAW_NAMED

_BSN = Pattern(r"burgerservice ?nummer|\bbsn\b|sofinummer|citizen service number")
_BSN_WORDS = ("burgerservice", "bsn", "sofinummer", "citizen service")
_NOT = Pattern(r"\b(?:geen|niet|nooit|zonder|not|no|never)\b|afgeschermd|zwart|onleesbaar|streep")
_STAFF = Pattern(r"medewerk|werknemer|personeel|loon|sollicitant|employee|staff|payroll")
_COPY = Pattern(
    r"kopie\w{0,3} (?:van (?:een |uw |het )?)?(?:geldig )?(?:legitimatie|identiteits|"
    r"paspoort|rijbewijs|id\b|id-)|copy of (?:an? |your )?(?:id\b|identity|passport|"
    r"driv)|identiteitskaart kopie"
)
_COPY_WORDS = ("kopie", "copy of")


def _numbers(told: Told) -> list[Said]:
    return [s for s in told.those(_BSN_WORDS, _BSN, _NOT) if not s.is_heading]


@rule("uavg46-bsn-legal-basis")
def number(told: Told) -> Answers:
    """The number comes with the statute that prescribes it."""
    found = _numbers(told)
    if not found:
        return OK if told.says(_BSN_WORDS, _BSN) else NOT_APPLICABLE
    bare = [s.span for s in found if not any(LAW_NAMED.search(n.low) for n in told.near(s, 1))]
    return wrong(*bare) if bare else OK


def _copies(told: Told) -> list[Said]:
    """Copies that are kept as data; a copy with a request is another rule's matter."""
    request = Pattern(r"verzoek|request|inzage|vragen wij|mee te sturen|meesturen|controleren of")
    return [
        s
        for s in told.those(_COPY_WORDS, _COPY)
        if not _NOT.search(s.low) and not request.search(s.low)
    ]


@rule("id-copy-statutory-only")
def copy(told: Told) -> Answers:
    """A copy of a document comes with the statute that asks for it."""
    found = _copies(told)
    if not found:
        return NOT_APPLICABLE
    if told.has("wwft", "witwassen", "loonbelasting", "identificatieplicht"):
        return OK
    bare = [s.span for s in found if not any(LAW_NAMED.search(n.low) for n in told.near(s, 1))]
    return wrong(*bare) if bare else OK


@rule("bsn-scope-limited-to-group")
def group(told: Told) -> Answers:
    """Number and copy belong to staff, and are told there."""
    found = [*_copies(told), *_numbers(told)]
    if not found:
        return NOT_APPLICABLE
    loose = [
        s.span
        for s in found
        if not _STAFF.search(s.low)
        and not LAW_NAMED.search(s.low)
        and not _STAFF.search(s.section)
        and not _STAFF.search(s.lead)
    ]
    return wrong(*loose) if loose else OK


@rule("bsn-not-special-category")
def not_special(told: Told) -> Answers:
    """The number is no special data."""
    named = Pattern(r"bijzondere (?:categorie|persoonsgegevens|gegevens)|special categor")
    found = [
        s.span
        for s in told.those(_BSN_WORDS, _BSN, _NOT)
        if named.search(s.low) or ("bijzonder" in s.section and s.is_item)
    ]
    return wrong(*found) if found else NOT_APPLICABLE
