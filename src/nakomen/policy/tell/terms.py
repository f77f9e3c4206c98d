"""How long records stay (AVG artikel 13 lid 2 onder a)."""

from nakomen.policy.model import RetentionRule
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section
from nakomen.records import Act
from nakomen.terms import Bound, Criterion, Moment, RecordKind, Take, Text
from nakomen.terms.labels import label

_ID = Text("bewaren", "keeping")
_HEADING = Text("Hoe lang bewaren wij uw gegevens?", "How long do we keep your data?")
_SHORT = Text(
    "Per soort gegevens staat hier hoe lang wij ze bewaren.",
    "For each kind of data you see here how long we keep it.",
)
_LEAD = Text("Wij bewaren uw gegevens zo lang:", "We keep your data for so long:")
_KEPT = Text("{records}: {term}{then}", "{records}: {term}{then}")
_BOUNDS = {
    Bound.EXACTLY: Text("{keep}", "{keep}"),
    Bound.AT_LEAST: Text("ten minste {keep}", "at least {keep}"),
    Bound.AT_MOST: Text("niet langer dan {keep}", "no longer than {keep}"),
}
_BETWEEN = Text(
    "ten minste {keep} en niet langer dan {most}", "at least {keep} and no longer than {most}"
)
_SEVERAL = Text(" na {which} van: {moments}", " after the {which} of: {moments}")
_TAKEN = {
    Take.EARLIEST: Text("het eerste", "earliest"),
    Take.LATEST: Text("het laatste", "latest"),
}
_OR = Text(" of ", " or ")
_STARTS = {
    Moment.EVENT: Text("", ""),
    Moment.CREATED: Text(" na het vastleggen", " after recording"),
    Moment.CONTRACT_END: Text(
        " na het einde van de overeenkomst", " after the end of the contract"
    ),
    Moment.LAST_CONTACT: Text(" na het laatste contact", " after the last contact"),
    Moment.LAST_LOGIN: Text(" na de laatste keer inloggen", " after the last login"),
    Moment.LAST_ORDER: Text(" na de laatste bestelling", " after the last order"),
    Moment.HANDLED: Text(" na de afhandeling", " after it was dealt with"),
    Moment.BILLED: Text(" na de facturering", " after it was invoiced"),
    Moment.CALENDAR_YEAR_END: Text(
        " na het einde van het kalenderjaar", " after the end of the calendar year"
    ),
    Moment.CONTRACT_YEAR_END: Text(
        " na het einde van het jaar waarin de overeenkomst eindigde",
        " after the end of the year in which the contract ended",
    ),
}
_CRITERIA = {
    Criterion.WHILE_CUSTOMER: Text("zolang u klant bent", "as long as you are a customer"),
    Criterion.PURPOSE: Text(
        "niet langer dan nodig is voor het doel", "no longer than necessary for the purpose"
    ),
    Criterion.STATUTORY: Text("zolang de wet dat verplicht", "as long as the law requires it"),
    Criterion.UNTIL_WITHDRAWN: Text(
        "tot u zich afmeldt of uw toestemming intrekt",
        "until you unsubscribe or withdraw your consent",
    ),
    Criterion.UNTIL_OVERWRITTEN: Text(
        "tot ze door nieuwere worden overschreven", "until overwritten by newer ones"
    ),
    Criterion.TERM_ENDED: Text(
        "tot de bewaartermijn voorbij is", "until the retention period is over"
    ),
    Criterion.ARCHIVE: Text("in ons archief", "in our archive"),
    Criterion.UNLIMITED: Text("zonder einddatum", "without an end date"),
    Criterion.NON_PAYMENT: Text("zolang er niet is betaald", "as long as payment is due"),
}
_THEN = {
    Act.ERASE: Text("; daarna wissen wij ze", "; after that we delete it"),
    Act.BLANK: Text("; daarna maken wij ze leeg", "; after that we empty it"),
    Act.TRUNCATE: Text(
        "; daarna bewaren wij van een IP-adres alleen het netwerk",
        "; after that we keep only the network of an IP address",
    ),
    Act.ANONYMISE: Text("; daarna maken wij ze anoniem", "; after that we anonymise it"),
    Act.AGGREGATE: Text(
        "; daarna maken wij er totalen van en wissen wij ze",
        "; after that we turn it into totals and delete it",
    ),
    Act.ASK: Text("", ""),
}
_RECORDS = {
    RecordKind.CUSTOMER: Text("klantgegevens", "customer data"),
    RecordKind.CONTACT: Text("gegevens van contactpersonen", "data of contact persons"),
    RecordKind.CONTRACT: Text("bestellingen en abonnementen", "orders and subscriptions"),
    RecordKind.BILLING: Text("facturen en boekhouding", "invoices and bookkeeping"),
    RecordKind.TRAFFIC: Text("verkeersgegevens", "traffic data"),
    RecordKind.LOGIN: Text("logbestanden en inloggegevens", "log files and logins"),
    RecordKind.CORRESPONDENCE: Text("correspondentie", "correspondence"),
    RecordKind.NEWSLETTER: Text("gegevens voor de nieuwsbrief", "data for the newsletter"),
    RecordKind.CONTENT: Text(
        "gegevens die klanten bij ons opslaan", "content that customers store with us"
    ),
    RecordKind.BACKUP: Text("back-ups", "backups"),
    RecordKind.CAMERA: Text("camerabeelden", "camera footage"),
    RecordKind.STAFF: Text("gegevens van sollicitanten", "data of applicants"),
    RecordKind.OTHER: Text("overige gegevens", "other data"),
    RecordKind.ALL: Text("persoonsgegevens", "personal data"),
}


def terms(teller: Teller) -> Section | None:
    rules = [(p, p.retention) for p in teller.policy.promises if p.retention]
    passages: list[Passage] = [*teller.listed(_LEAD, rules, _item)]
    short = teller.say(_SHORT) if passages else None
    return teller.section(_ID, _HEADING, short, passages)


def _item(teller: Teller, rule: RetentionRule) -> str:
    records = _RECORDS[rule.records].in_(teller.lang)
    return teller.say(
        _KEPT,
        records=records[0].upper() + records[1:],
        term=_term(teller, rule),
        then=teller.say(_THEN[rule.then]),
    )


def _term(teller: Teller, rule: RetentionRule) -> str:
    if rule.keep is None:
        return teller.say(_CRITERIA[rule.criterion]) if rule.criterion else ""
    if rule.at_most:
        most = rule.at_most.tell(teller.lang)
        keep = teller.say(_BETWEEN, keep=rule.keep.tell(teller.lang), most=most)
    else:
        keep = teller.say(_BOUNDS[rule.bound], keep=rule.keep.tell(teller.lang))
    return keep + _starts(teller, rule)


def _starts(teller: Teller, rule: RetentionRule) -> str:
    """Of several moments: which of them counts, then each by name."""
    if not rule.others:
        return teller.say(_STARTS[rule.start])
    named = [label(moment).in_(teller.lang) for moment in rule.moments]
    both = teller.say(_TAKEN[rule.take])
    return teller.say(_SEVERAL, which=both, moments=teller.say(_OR).join(named))
