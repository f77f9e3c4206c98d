"""Staff and applicants in a statement for customers."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

phrase(
    "employee-notice-separate",
    Verdict.WRONG,
    ("medewerkers", "werknemers", "personeel", "vrijwilligers", "stagiair", "employees", "staff"),
    r"(?:verzamelen|verwerken|bewaren|registreren|collect|process|keep) (?:wij |we |"
    r"ook |also ){0,4}.{0,20}(?:gegevens|informatie|data|information) (?:over|van|about|"
    r"of) (?:onze |eigen |our ){0,3}(?:medewerkers|werknemers|personeel|vrijwilligers|"
    r"stagiair|employees|staff)",
    unless=r"aparte (?:privacy)?verklaring|personeelsreglement|separate (?:notice|statement)|"
    r"van uw|of your",
)
_APPLICANT = Pattern(
    r"\bcv\b|\bcv's\b|curriculum vitae|sollicit|motivatiebrief|begeleidende brief|"
    r"applicant|job application"
)
_WHY = Pattern(
    r"sollicitatie ?procedure|om (?:uw |je )?sollicitatie|voor (?:de |"
    r"een )?(?:vacature|functie|werving|sollicitatie)|werving|selectie|geschikt|"
    r"recruit|assess|beoordel|vacature|application procedure|de procedure|"
    r"the procedure|solliciteert|solliciteren"
)


@rule("applicant-notice")
def applicants(told: Told) -> Answers:
    """Data of applicants come with purpose and term."""
    found = [
        s
        for s in told.those(
            (
                " cv",
                "cv ",
                "cv,",
                "cv's",
                "curriculum",
                "sollicit",
                "motivatiebrief",
                "begeleidende brief",
                "applicant",
                "job application",
            ),
            _APPLICANT,
        )
        if not s.is_heading and not Pattern(r"\b(?:geen|niet|no|not)\b").search(s.low)
    ]
    found = [
        s
        for s in found
        if s.is_item
        or Pattern(r"gegevens|verwerk|bewaar|bewaren|data|process|keep|brief").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    near = [
        n
        for s in found
        for n in (*told.near(s, 2), *told.same_section(s), *told.about("sollicit", "applicant"))
        if "sollicit" in n.low or n in found or "sollicit" in n.section or "applic" in n.section
    ]
    complete = any(_WHY.search(n.low) for n in near) and any(days(n.low) for n in near)
    return OK if complete else missing(found[0].span)
