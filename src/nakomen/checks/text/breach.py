"""What the text says of a breach."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing, wrong
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_WORDS = (
    "datalek",
    "data lek",
    "inbreuk in verband",
    "data breach",
    "personal data breach",
    "beveiligingsincident",
    "inbreuk op de beveiliging",
)
_ACTS = Pattern(
    r"meld|informer|inlicht|in te lichten|op de hoogte|stellen|protocol|procedure|"
    r"notif|inform|report|brengen"
)


def _told(told: Told) -> list[Said]:
    """Sentences that say what happens at a breach."""
    found = [s for s in told.about(*_WORDS) if not s.is_heading and _ACTS.search(s.low)]
    under = [
        s
        for s in told.about("melding", "melden", "betrokkenen", "notify")
        if any(w in s.section for w in ("datalek", "breach")) and not s.is_heading
    ]
    return sorted({s.index: s for s in (*found, *under)}.values(), key=lambda s: s.index)


_NOTIFIES = Pattern(r"meld|notif|report")
_AUTHORITY = Pattern(
    r"autoriteit persoonsgegevens|toezichthoud|\bap\b|supervisory authority|"
    r"data protection authority"
)
_HOURS = Pattern(r"\b72 (?:uur|uren|hours)|drie dagen|binnen 72")


@rule("art33-1-notify-72h")
def in_time(told: Told) -> Answers:
    """A report to the authority, by its name or with its term."""
    found = [s for s in _told(told) if _NOTIFIES.search(s.low)]
    ours = [
        s
        for s in found
        if not Pattern(
            r"\bu\b.{0,30}(?:melden|meldt)|bij ons melden|report to us|meld (?:dit|het) "
        ).search(s.low)
    ]
    if not ours:
        return NOT_APPLICABLE
    if any(_AUTHORITY.search(n.low) or _HOURS.search(n.low) for s in ours for n in told.near(s, 1)):
        return OK
    return missing(ours[0].span)


_ONLY_IF = Pattern(
    r"(?:indien van toepassing|(?:alleen|slechts|uitsluitend|enkel) (?:als|indien|"
    r"wanneer)|indien (?:wij )?(?:hiertoe |daartoe )?(?:wettelijk )?verplicht|"
    r"if (?:applicable|legally required)|only (?:if|when))\b.{0,120}(?:meld|notif|"
    r"report)|(?:meld|notif|report)\w{0,4}\b.{0,100}(?:indien van toepassing|"
    r"(?:alleen|slechts) (?:als|indien)|if applicable|only if)"
)
_UNLESS = Pattern(r"tenzij|unless")


@rule("art33-1-default-is-notify")
def default(told: Told) -> Answers:
    """Reporting is the rule, silence the exception."""
    found = [s for s in _told(told) if _NOTIFIES.search(s.low)]
    if not found:
        return NOT_APPLICABLE
    named = [s for s in found if _AUTHORITY.search(s.low) or _HOURS.search(s.low)]
    bad = [s.span for s in named if _ONLY_IF.search(s.low) and not _UNLESS.search(s.low)]
    return wrong(*bad) if bad else OK


_PROCESSOR = Pattern(
    r"(?:als|zijn (?:wij|we)|(?:wij|we) zijn|de|as (?:a )?)\s{0,3}(?:sub)?(?:verwerker|processor)\b"
)
_IF_CONTROLLER = Pattern(
    r"(?:als|indien|wanneer|where|if) (?:wij|we) .{0,20}(?:verantwoordelijken?|controller)\b"
)
_TO_CUSTOMER = Pattern(
    r"klant|opdrachtgever|verantwoordelijke (?:in|op|zonder|onverwijld|direct)|"
    r"aan (?:de|u als) (?:verwerkings)?verantwoordelijke|customer|to the controller"
)
_TO_PEOPLE = Pattern(r"betrokkenen|data subjects")


@rule("art33-2-processor-to-controller")
def to_customer(told: Told) -> Answers:
    """Who is processor too reports to the customer."""
    found = _told(told)
    if not found or any(_TO_CUSTOMER.search(s.low) for s in found):
        return NOT_APPLICABLE if not found else OK
    halved = [s for s in found if _IF_CONTROLLER.search(s.low)]
    if halved:
        return missing(halved[0].span)
    if not told.says(("verwerker", "processor"), _PROCESSOR):
        return NOT_APPLICABLE
    direct = [s.span for s in found if _TO_PEOPLE.search(s.low)]
    return wrong(direct[0]) if direct else NOT_APPLICABLE


@rule("art34-1-high-risk")
def people(told: Told) -> Answers:
    """People hear of a breach with a high risk."""
    found = [s for s in _told(told) if _NOTIFIES.search(s.low)]
    if not found or not any(_AUTHORITY.search(s.low) for s in found):
        return NOT_APPLICABLE
    reach = Pattern(
        r"betrokken|people|individuals|\bu\b|\bjou\b|\bje\b|data subject|\byou\b|personen|"
        r"klanten"
    )
    informs = Pattern(
        r"informer|inlicht|op de hoogte|bericht|vertell|weten|gemeld|meldt|inform|"
        r"notify|melden|hoort u"
    )
    near = [n for s in found for n in told.near(s, 2)]
    return (
        OK
        if any(reach.search(n.low) and informs.search(n.low) for n in near)
        else missing(found[0].span)
    )


@rule("breach-text-authority-name")
def authority(told: Told) -> Answers:
    """The authority has a name; without a term as well, the rule on 72 hours says so already."""
    found = [
        s
        for s in _told(told)
        if _NOTIFIES.search(s.low)
        and Pattern(r"instantie|autoriteit|toezichthoud|authority").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    if told.has("autoriteit persoonsgegevens") or told.says(("ap",), Pattern(r"\bde ap\b")):
        return OK
    known = any(
        _HOURS.search(n.low) or "toezichthoud" in n.low for s in found for n in told.near(s, 1)
    )
    return amiss(Verdict.VAGUE, found[0].span) if known else NOT_APPLICABLE


phrase(
    "dsr-register-minimal",
    Verdict.VAGUE,
    ("vergeetverzoek", "verzoek", "request"),
    r"(?:verzoek|vergeetverzoek|request)\w{0,3}\b.{0,80}(?:administrer|registrer|"
    r"bewaren|houden bij|record)\w{0,3}\b.{0,40}(?:geanonimiseerd|anoniem|"
    r"anonymi[sz]ed|anonymous)",
)
