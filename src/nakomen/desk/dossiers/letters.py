"""Letters of the desk. None holds anything about the person but her own address and a link."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency
from django.db import transaction
from django.utils import timezone

from nakomen.desk.dossiers.models import Case, Letter, Longer
from nakomen.desk.dossiers.post import POST
from nakomen.desk.kit import links
from nakomen.terms import Lang, Text

RECEIPT = Text(
    "Wij hebben uw verzoek ontvangen. Het nummer is {reference}.\n\n"
    "U krijgt uiterlijk {due} antwoord.\n\n"
    "Volg uw verzoek hier:\n{link}\n\n"
    "Hebt u niets gevraagd? Dan hoeft u niets te doen.\n",
    "We received your request. Its number is {reference}.\n\n"
    "You have an answer by {due}.\n\n"
    "Follow your request here:\n{link}\n\n"
    "Did you ask nothing? Then you need not do anything.\n",
)
RECEIPT_SUBJECT = Text(
    "Wij hebben uw verzoek ontvangen: {reference}", "We received your request: {reference}"
)
CODE = Text(
    "Uw code is {code}\n\nDe code geldt een kwartier. Geef hem aan niemand, ook niet aan ons.\n\n"
    "Hebt u niets gevraagd? Dan hoeft u niets te doen.\n",
    "Your code is {code}\n\nIt holds for a quarter of an hour. Give it to nobody, us included.\n\n"
    "Did you ask nothing? Then you need not do anything.\n",
)
CODE_SUBJECT = Text("Uw code voor {reference}", "Your code for {reference}")
READY = Text(
    "Het antwoord op uw verzoek {reference} staat klaar.\n\n"
    "Lees het hier. Wij sturen u eerst een code, zodat niemand anders het leest:\n{link}\n",
    "The answer to your request {reference} is ready.\n\n"
    "Read it here. We first send you a code, so that nobody else reads it:\n{link}\n",
)
READY_SUBJECT = Text(
    "Het antwoord op {reference} staat klaar", "The answer to {reference} is ready"
)
COMPLAINT = Text(
    "Wij hebben uw klacht ontvangen. Het nummer is {reference}.\n\n"
    "Een medewerker leest hem. U krijgt uiterlijk {due} antwoord.\n\n"
    "Volg uw klacht hier:\n{link}\n\n"
    "U kunt ook nu al een klacht indienen bij de Autoriteit Persoonsgegevens:\n"
    "https://autoriteitpersoonsgegevens.nl\n",
    "We received your complaint. Its number is {reference}.\n\n"
    "A colleague reads it. You have an answer by {due}.\n\n"
    "Follow your complaint here:\n{link}\n\n"
    "You can also lodge a complaint with the Autoriteit Persoonsgegevens right now:\n"
    "https://autoriteitpersoonsgegevens.nl\n",
)
COMPLAINT_SUBJECT = Text(
    "Wij hebben uw klacht ontvangen: {reference}", "We received your complaint: {reference}"
)
QUESTION = Text(
    "Wij hebben een vraag over uw verzoek {reference}. Zonder uw antwoord kunnen wij niet verder."
    "\n\nLees de vraag hier:\n{link}\n\n"
    "Stuur ons nooit een kopie van een identiteitsbewijs.\n",
    "We have a question about your request {reference}. Without your answer we cannot go on."
    "\n\nRead the question here:\n{link}\n\n"
    "Never send us a copy of an identity card.\n",
)
QUESTION_SUBJECT = Text("Een vraag over {reference}", "A question about {reference}")
LONGER = Text(
    "Uw verzoek {reference} kost ons meer tijd, omdat {why}.\n\n"
    "U krijgt uiterlijk {until} antwoord. De wet staat dat één keer toe "
    "(AVG artikel 12 lid 3).\n\nLees meer hier:\n{link}\n\n"
    "Bent u het er niet mee eens? U kunt een klacht indienen bij de Autoriteit Persoonsgegevens:\n"
    "https://autoriteitpersoonsgegevens.nl\n",
    "Your request {reference} takes us more time, because {why}.\n\n"
    "You have an answer by {until}. The law allows that once (AVG artikel 12 lid 3).\n\n"
    "Read more here:\n{link}\n\n"
    "Do you disagree? You can lodge a complaint with the Autoriteit Persoonsgegevens:\n"
    "https://autoriteitpersoonsgegevens.nl\n",
)
LONGER_SUBJECT = Text("{reference} duurt langer", "{reference} takes longer")
WHY_LONGER = {
    Longer.COMPLEX: Text("het ingewikkeld is", "it is complex"),
    Longer.MANY: Text("u meer verzoeken deed", "you made several requests"),
}
COSTS = Text(
    "Voor uw verzoek {reference} vragen wij {amount}. Wij zijn nog niet begonnen.\n\n"
    "Lees hier waarom:\n{link}\n\n"
    "Wilt u dat niet? Trek uw verzoek dan in, of dien een klacht in bij de Autoriteit "
    "Persoonsgegevens:\nhttps://autoriteitpersoonsgegevens.nl\n",
    "For your request {reference} we ask {amount}. We have not begun yet.\n\n"
    "Read why here:\n{link}\n\n"
    "Do you not want that? Withdraw your request, or lodge a complaint with the Autoriteit "
    "Persoonsgegevens:\nhttps://autoriteitpersoonsgegevens.nl\n",
)
COSTS_SUBJECT = Text("Wat {reference} kost", "What {reference} costs")


def receipt(case: Case) -> Letter:
    if case.complaint:
        return _make(case, COMPLAINT_SUBJECT, COMPLAINT)
    return _make(case, RECEIPT_SUBJECT, RECEIPT)


def question(case: Case) -> Letter:
    return _make(case, QUESTION_SUBJECT, QUESTION)


def longer(case: Case, until: date) -> Letter:
    """The notice of an extension, with its reason."""
    lang = Lang(case.language)
    why = WHY_LONGER[Longer(case.extended_for)].in_(lang)
    return _make(case, LONGER_SUBJECT, LONGER, why=why, until=day(until, lang))


def costs(case: Case) -> Letter:
    lang = Lang(case.language)
    amount = format_currency(Decimal(case.fee_cents) / 100, "EUR", locale=lang.value)
    return _make(case, COSTS_SUBJECT, COSTS, amount=str(amount))


def code(case: Case, digits: str) -> Letter:
    return _make(case, CODE_SUBJECT, CODE, fleeting=True, code=digits)


def ready(case: Case) -> Letter:
    return _make(case, READY_SUBJECT, READY)


def _make(case: Case, subject: Text, body: Text, *, fleeting: bool = False, **facts: str) -> Letter:
    lang = Lang(case.language)
    facts |= {"reference": case.reference, "link": link(case), "due": day(case.due, lang)}
    made: Letter = Letter.objects.create(
        case=case,
        to=case.email,
        subject=subject.in_(lang).format(**facts),
        body=body.in_(lang).format(**facts),
        fleeting=fleeting,
        made_at=timezone.now(),
    )
    transaction.on_commit(POST.ask)
    return made


def link(case: Case) -> str:
    """Her own page."""
    return links.link("follow", case.token)


def day(day: date, lang: Lang) -> str:
    return str(format_date(day, "d MMMM y", locale=lang.value))
