"""Data that leave the European Economic Area."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing, vague
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_OUTSIDE = Pattern(
    r"(?:buiten|outside(?: of)?) (?:de |het |the )?(?:grenzen van )?(?:(?:gehele |"
    r"hele )?(?:eu|eer|e\.?e\.?r\.?|eea|europa|europe)\b|europese (?:unie|"
    r"economische)|european (?:union|economic))|"
    r"\bderde land(?:en)?\b|\bthird countr|\bverenigde staten\b|\bunited states\b|"
    r"\bin de (?:vs|usa)\b|\bto the us\b|privacy shield|\bnaar het buitenland\b"
)
_WORDS = (
    "buiten de",
    "buiten het",
    "buiten europa",
    "outside",
    "derde land",
    "third countr",
    "verenigde staten",
    "united states",
    "de vs",
    "de usa",
    "privacy shield",
    "buitenland",
    "to the us",
)
_DATA_GO = Pattern(
    r"doorgi|doorge|partners?\b|bedrij|opgesl|opsla|verwerk|leverancier|partij|"
    r"overdra|overgebracht|"
    r"server|toegang|verstrek|gedeeld|delen|bewaard|bewaren|transfer|stor(?:e|age)|"
    r"process|supplier|provider|access|gegevens"
)
_LAW_ONLY = Pattern(
    r"wetgeving .{0,20}verschil|lokale wetgeving|local law|wetten (?:kunnen|verschil)"
)
_MECHANISM = Pattern(
    r"adequaatheid|adequaa?te? (?:beschermings)?niveau|adequacy|modelcontract|"
    r"model ?clausul|standaard ?(?:contract)?(?:bepaling|"
    r"clausul)|standaardcontract|\bscc'?s?\b|standard contractual|"
    r"bindende (?:bedrijfs|ondernemings)|"
    r"\bbcr\b|binding corporate|data privacy framework|\bdpf\b|artikel 4[5-9]|"
    r"article 4[5-9]|model clauses"
)
_COUNTRY = Pattern(
    r"\b(?:verenigde staten|vs|usa|v\.s\.|amerika|united states|verenigd koninkrijk|"
    r"united kingdom|uk|zwitserland|switzerland|canada|india|israël|israel|japan|"
    r"australië|australia|china|"
    r"singapore|zuid-afrika|turkije|oekraïne|servië|marokko|suriname|filipijnen|"
    r"brazilië|new zealand|nieuw-zeeland|argentinië|zuid-korea)\b"
)
_REMOTE = Pattern(
    r"(?:remote|op afstand|remotely).{0,40}(?:toegang|access|meekijk|inlog)|"
    r"(?:toegang|access).{0,40}(?:remote|op afstand)"
)
_HYPOTHESIS = Pattern(
    r"\b(?:indien|als|mocht|wanneer|if)\b.{0,30}\b(?:sprake|doorgifte|doorgegeven)|"
    r"aparte regels|alleen mogen worden doorgegeven"
)


def _mentions(told: Told) -> list[Said]:
    """Sentences on data outside the EEA, headings and mere talk of other laws left out."""
    return [
        s
        for s in told.those(_WORDS, _OUTSIDE, _LAW_ONLY)
        if _DATA_GO.search(s.low) and not s.is_heading and len(s.low.split()) > 5
    ]


def _is_denied(said: Said) -> bool:
    return bool(
        Pattern(
            r"\b(?:niet|geen|nooit|not|no|never)\b.{0,80}(?:buiten|outside|derde land|"
            r"third countr)|(?:buiten|outside|derde land|"
            r"third countr).{0,80}\b(?:niet|geen|nooit|not|no|never)\b|"
            r"\b(?:alleen|uitsluitend|only)\b.{0,40}(?:binnen|within)"
        ).search(said.low)
    )


_MECHANISM_WORDS = (
    "adequa",
    "model",
    "standaard",
    "scc",
    "standard",
    "bindend",
    "bcr",
    "binding",
    "framework",
    "dpf",
    "artikel 4",
    "article 4",
)


def _names_mechanism(told: Told) -> bool:
    return told.says(_MECHANISM_WORDS, _MECHANISM)


_ELSEWHERE_WORDS = (
    "office365",
    "office 365",
    "microsoft",
    "google",
    "mailchimp",
    "amazon",
    "dropbox",
    "zoom",
    "slack",
    "hubspot",
    "stripe",
    "paypal",
    "facebook",
    "linkedin",
    "amerikaans",
)
_ELSEWHERE = Pattern("|".join(rf"\b{word}" for word in _ELSEWHERE_WORDS))
"""Companies whose parent is outside the area: there the question is likeliest."""
_NO = Pattern(r"\b(?:geen|niet|nooit|no|not|never)\b")


@rule("art13-1-f-transfer-declared")
def declared(told: Told) -> Answers:
    """The text says whether data leave the area: yes, no, or when; and not both."""
    if both := told.tense("transfers_disagree"):
        return amiss(Verdict.CONTRADICTION, *both)
    found = _mentions(told)
    inside = told.says(
        ("binnen", "within", "in nederland", "in the netherlands"),
        Pattern(
            r"(?:opgeslagen|verwerkt|blijven|staan|servers?|datacent\w{2}|bewaard|stored|"
            r"processed).{0,60}(?:binnen (?:de |het )?(?:eu|eer|europ)|in nederland|"
            r"within the e|in the netherlands)|(?:binnen (?:de |het )?(?:eu|eer|"
            r"europ)|within the e).{0,60}(?:opgeslagen|verwerkt|bewaard|stored|"
            r"processed)"
        ),
    )
    if not found:
        spoken = told.says(
            ("doorgifte", "transfer"), Pattern(r"doorgifte|transfers? of|transferred")
        )
        known = told.known["transfers"]["outside_eea"] is not None
        if known or inside or spoken or _names_mechanism(told):
            return OK
        return missing(*(s.span for s in told.those(_ELSEWHERE_WORDS, _ELSEWHERE, _NO)[:1]))
    firm = [s for s in found if not _HYPOTHESIS.search(s.low)]
    abroad = [s for s in found if "sprake" in s.low or "buitenland" in s.low]
    if firm and not abroad:
        return OK
    only_rules = all(_HYPOTHESIS.search(s.low) or "aparte regels" in s.low for s in found)
    return vague(found[0].span) if only_rules else OK


def _real(told: Told) -> list[Said]:
    """Transfers that happen or may happen, with remote access left to its own rule."""
    return [s for s in _mentions(told) if not _is_denied(s) and not _REMOTE.search(s.low)]


@rule("art13-1-f-country-named")
def country(told: Told) -> Answers:
    """Each transfer names a country. Rules for a transfer that may never be are no transfer."""
    found = [s for s in _real(told) if not _HYPOTHESIS.search(s.low)]
    if not found:
        return NOT_APPLICABLE
    near = [n for s in found for n in told.near(s, 2)]
    return OK if any(_COUNTRY.search(s.low) for s in near) else missing(found[0].span)


@rule("art13-1-f-mechanism-named")
def mechanism(told: Told) -> Answers:
    """Each transfer names what allows it."""
    found = _real(told)
    if not found:
        return NOT_APPLICABLE
    # An annulled shield is named too; that it is annulled is another rule's finding.
    if _names_mechanism(told) or told.has("privacy shield", "safe harbo"):
        return OK
    rather = [s for s in found if "alleen" in s.low or "passend" in s.low or "waarborg" in s.low]
    return missing((rather or found)[0].span)


@rule("art13-1-f-copy-of-safeguards")
def copy(told: Told) -> Answers:
    """Who relies on standard clauses or binding rules says how to see them."""
    clauses = Pattern(
        r"modelcontract|model ?clausul|standaard ?(?:contract)?(?:bepaling|clausul)|"
        r"\bscc'?s?\b|standard contractual|bindende (?:bedrijfs|ondernemings)|\bbcr\b|"
        r"binding corporate"
    )
    found = told.those(
        ("model", "standaard", "scc", "standard", "bindend", "bcr", "binding"), clauses
    )
    if not found:
        return NOT_APPLICABLE
    obtain = Pattern(r"kopie|afschrift|opvra|inzien|inzage|copy|obtain|https?://|request")
    return (
        OK
        if any(obtain.search(n.low) for s in found for n in told.near(s, 2))
        else missing(found[0].span)
    )


phrase(
    "art44-schrems2-stale",
    Verdict.OUTDATED,
    ("16 juli 2020", "schrems", "16 july 2020", "hof van justitie"),
    r"16 juli 2020|16 july 2020|schrems",
    unless=r"modelcontract|standaard ?contract|adequa|standard contractual",
)
phrase(
    "art45-privacy-shield-invalid",
    Verdict.OUTDATED,
    ("privacy shield", "privacy-shield", "privacyshield", "safe harbor", "safe harbour"),
    r"privacy[ -]?shield|safe harbou?r",
    unless=r"ongeldig|vervallen|niet (?:meer|langer)|vernietigd|invalid|no longer|annulled|"
    r"vervangen",
)
phrase(
    "art46-2-c-scc-current",
    Verdict.OUTDATED,
    ("2001/497", "2004/915", "2010/87"),
    r"2001/497|2004/915|2010/87",
    unless=r"vervangen|ingetrokken|replaced|repealed",
)


@rule("art44-remote-access-is-transfer")
def remote(told: Told) -> Answers:
    """Looking in from outside the area needs a country and a mechanism."""
    found = [s for s in _mentions(told) if _REMOTE.search(s.low) and not _is_denied(s)]
    if not found:
        return NOT_APPLICABLE
    near = [n for s in found for n in told.near(s, 2)]
    named = any(_MECHANISM.search(n.low) for n in near) and any(
        _COUNTRY.search(n.low) for n in near
    )
    return OK if named else missing(found[0].span)


_PROMISE = Pattern(
    r"(?:garander|verzeker|waarborgen|zorgen|guarantee|"
    r"ensure)\w{0,4}\b.{0,100}(?:dezelfde|zelfde|gelijk\w{0,6}|passende?|same|equal|"
    r"adequate) (?:\w{1,12} )?(?:waarborg|bescherming|niveau|beschermingsniveau|"
    r"safeguard|protection|level)"
)


@rule("art13-1-f-no-empty-guarantee")
def empty_guarantee(told: Told) -> Answers:
    """A guarantee for data outside the area says what it rests on."""
    found = [s for s in _real(told) if _PROMISE.search(s.low)]
    if not found or told.says(
        ("adequa", "model", "standaard", "scc", "standard", "bindend", "bcr", "framework"),
        _MECHANISM,
    ):
        return OK if found else NOT_APPLICABLE
    doubt = told.has("aan het onderzoeken", "onderzoeken hoe", "investigating")
    return amiss(Verdict.CONTRADICTION if doubt else Verdict.VAGUE, found[0].span)


@rule("art13-1-f-eea-not-abroad")
def abroad(told: Told) -> Answers:
    """ "Abroad" is explained as outside the area."""
    found = told.those(
        ("buitenland", "abroad"),
        Pattern(
            r"(?:geven|geeft)\b.{0,40}\bdoor\b|doorgi|doorge|verstrek|opgeslagen|verwerk|"
            r"transfer|stored"
        ),
    )
    if not found:
        return NOT_APPLICABLE
    area = told.says(
        ("eu", "eer", "europe", "eea"), Pattern(r"\b(?:eu|eer|eea|europa|europese|european)\b")
    )
    return OK if area else vague(found[0].span)
