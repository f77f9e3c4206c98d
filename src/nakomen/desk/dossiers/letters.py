"""Letters of the desk. None holds anything about the person but her own address and a link."""

from babel.dates import format_date
from django.db import transaction
from django.utils import timezone

from nakomen.desk.dossiers.models import Case, Letter
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


def receipt(case: Case) -> Letter:
    return _make(case, RECEIPT_SUBJECT, RECEIPT)


def code(case: Case, digits: str) -> Letter:
    return _make(case, CODE_SUBJECT, CODE, fleeting=True, code=digits)


def ready(case: Case) -> Letter:
    return _make(case, READY_SUBJECT, READY)


def _make(case: Case, subject: Text, body: Text, *, fleeting: bool = False, **facts: str) -> Letter:
    lang = Lang(case.language)
    facts |= {"reference": case.reference, "link": link(case), "due": _day(case, lang)}
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


def _day(case: Case, lang: Lang) -> str:
    return str(format_date(case.due, "d MMMM y", locale=lang.value))
