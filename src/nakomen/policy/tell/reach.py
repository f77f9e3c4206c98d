"""Advertising, cookies, security, and how people hear of a change."""

from nakomen.policy.kind import PromiseKind
from nakomen.policy.model import Promise
from nakomen.policy.stated import Cookies, Notice
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section, Sentence
from nakomen.terms import Channel, MarketingGround, Text

_COOKIES = (Text("cookies", "cookies"), Text("Gebruiken wij cookies?", "Do we use cookies?"))
_NO_COOKIES = Text("Onze website gebruikt geen cookies.", "Our website does not use cookies.")
_USES = Text(
    "Onze website gebruikt {kinds}{tools}{consent}.", "Our website uses {kinds}{tools}{consent}."
)
_ANY = Text("cookies", "cookies")
_TOOLS = Text(", met {tools} voor statistieken", ", with {tools} for statistics")
_CONSENT = {
    True: Text(", en vraagt daarvoor vooraf toestemming", ", and asks consent before placing them"),
    False: Text(", en daarvoor is geen toestemming nodig", ", and no consent is needed for them"),
}
_ADS = (Text("reclame", "advertising"), Text("Sturen wij u reclame?", "Do we send advertising?"))
_GROUNDS = {
    MarketingGround.CONSENT: Text(
        "Wij sturen u alleen reclame{by} als u daarvoor toestemming geeft.",
        "We send you advertising{by} only if you consent to it.",
    ),
    MarketingGround.CUSTOMER: Text(
        "Wij sturen onze klanten reclame{by} over eigen, soortgelijke diensten; u kunt zich altijd "
        "afmelden.",
        "We send our customers advertising{by} about our own, similar services; you can "
        "unsubscribe at any time.",
    ),
    MarketingGround.OPT_OUT: Text(
        "Wij sturen u reclame{by} tot u bezwaar maakt.",
        "We send you advertising{by} until you object.",
    ),
    MarketingGround.NEVER: Text(
        "Wij sturen u geen reclame{by}.", "We send you no advertising{by}."
    ),
}
_BY = Text(" via {channels}", " by {channels}")
_SAFE = (
    Text("beveiliging", "security"),
    Text("Hoe beveiligen wij uw gegevens?", "How do we protect your data?"),
)
_MEASURES = Text("Wij beveiligen uw gegevens met {what}.", "We protect your data with {what}.")
_PROTECTED = Text("Wij beveiligen uw gegevens met:", "We protect your data with:")
_BREACH = Text(
    "Bij een datalek doen wij melding bij de Autoriteit Persoonsgegevens en waarschuwen wij u als "
    "dat nodig is.",
    "In case of a data breach we notify the authority, and warn you where needed.",
)
_CHANGES = (
    Text("wijzigingen", "changes"),
    Text("Hoe hoort u van een wijziging?", "How do you hear of a change?"),
)
_NOTICE = {
    False: Text(
        "Als wij deze verklaring wijzigen, laten wij dat{before} weten{by}.",
        "If we change this statement, we will let you know{before}{by}.",
    ),
    True: Text(
        "Als wij deze verklaring ingrijpend wijzigen, laten wij dat{before} weten{by}.",
        "If we make a material change to this statement, we will let you know{before}{by}.",
    ),
}
_BEFORE = Text(" ten minste {term} vooraf", " at least {term} in advance")


def cookies(teller: Teller) -> Section | None:
    passages = [_placed(teller, p, p.cookies) for p in teller.policy.promises if p.cookies]
    return _section(teller, _COOKIES, passages)


def advertising(teller: Teller) -> Section | None:
    passages = [
        teller.about(p, _GROUNDS[p.marketing.ground], by=_by(teller, p.marketing.channels))
        for p in teller.policy.promises
        if p.marketing
    ]
    return _section(teller, _ADS, passages)


def security(teller: Teller) -> Section | None:
    promises = teller.policy.promises
    measures = [(p, p.measures) for p in promises if p.measures]
    passages: list[Passage] = [*teller.told(_MEASURES, _PROTECTED, measures, Teller.labels)]
    passages += [teller.about(p, _BREACH) for p in promises if _is_bare_breach(p)]
    said = {measure: None for _, found in measures for measure in found}
    short = teller.say(_MEASURES, what=teller.labels(list(said))) if said else None
    return teller.section(*_SAFE, short, passages)


def changes(teller: Teller) -> Section | None:
    passages = [
        _noticed(teller, p, p.notice) for p in teller.policy.promises if p.notice is not None
    ]
    return _section(teller, _CHANGES, passages)


def _section(teller: Teller, about: tuple[Text, Text], passages: list[Sentence]) -> Section | None:
    told: list[Passage] = [*passages]
    return teller.section(*about, passages[0].text if passages else None, told)


def _placed(teller: Teller, promise: Promise, said: Cookies) -> Sentence:
    if not said.used:
        return teller.about(promise, _NO_COOKIES)
    return teller.about(
        promise,
        _USES,
        kinds=teller.labels(said.kinds) if said.kinds else teller.say(_ANY),
        tools=teller.say(_TOOLS, tools=teller.joined(said.tools)) if said.tools else "",
        consent="" if said.consent is None else teller.say(_CONSENT[said.consent]),
    )


def _by(teller: Teller, channels: tuple[Channel, ...]) -> str:
    return teller.say(_BY, channels=teller.labels(channels)) if channels else ""


def _is_bare_breach(promise: Promise) -> bool:
    """Where the company wrote a sentence of its own on leaks, that is told instead."""
    return promise.kind == PromiseKind.BREACH and not (promise.says or promise.measures)


def _noticed(teller: Teller, promise: Promise, said: Notice) -> Sentence:
    before = teller.say(_BEFORE, term=said.before.tell(teller.lang)) if said.before else ""
    words = _NOTICE[said.material]
    return teller.about(promise, words, before=before, by=_by(teller, said.channels))
