"""From a version that people must hear of to the evidence that each of them did."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers.models import Sending
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.notices.models import Notice, Told
from nakomen.errors import NakomenError
from nakomen.terms import Lang, Text

EVERY_S = 5.0
BATCH = 1000
"""Letters that are written down at once."""
SUBJECT = Text(
    "{company}: onze privacyverklaring verandert", "{company}: our privacy statement changes"
)
BODY = Text(
    "Onze privacyverklaring verandert. De nieuwe versie geldt vanaf {day}.\n\n"
    "Lees wat er verandert, en de hele verklaring:\n{link}\n\n"
    "Hebt u een vraag, of wilt u iets met uw gegevens? Dat kan hier:\n{ask}\n",
    "Our privacy statement changes. The new version holds from {day}.\n\n"
    "Read what changes, and the whole statement:\n{link}\n\n"
    "Do you have a question, or do you want something with your data? Ask it here:\n{ask}\n",
)
_TOLD = Q(state__in=(Sending.SENT, Sending.LEAVING)) | Q(otherwise=True)


def begin(number: str, effective: date, by: Colleague) -> Notice:
    """Tell everybody of version *number*, once: on the site now, by e-mail beside the pages."""
    lang = Lang.NL
    words = "\n----\n\n".join(_words(lang, effective) for lang in Lang)
    notice: Notice = Notice.objects.get_or_create(
        number=number,
        defaults={
            "effective": effective,
            "subject": SUBJECT.in_(lang).format(company=settings.COMPANY_NAME),
            "body": words,
            "by": by,
            "begun_at": timezone.now(),
        },
    )[0]
    TELLING.ask()
    return notice


def _words(lang: Lang, effective: date) -> str:
    home = str(settings.ADDRESS).rstrip("/")
    return BODY.in_(lang).format(
        day=format_date(effective, "d MMMM y", locale=lang.value),
        link=home + reverse("coming"),
        ask=home + reverse("ask"),
    )


def work() -> None:
    """List whom it goes to; when all letters left, note it."""
    for notice in Notice.objects.filter(_waits()):
        notice.error = {}
        try:
            if notice.listed_at is None:
                _list(notice)
            elif not notice.letters.filter(state=Sending.WAITING).exists():
                _note(notice)
        except NakomenError as error:
            notice.error = error.text.both
        notice.save()
    _over().update(to="")


def _over() -> Any:
    """Letters whose address is needed no more: the version holds, and all is in the evidence."""
    known = Told.objects.exclude(to="").exclude(state=Sending.WAITING)
    return known.filter(notice__effective__lte=timezone.localdate(), notice__noted_at__isnull=False)


def _waits() -> Q:
    return Q(listed_at=None) | Q(noted_at=None)


def due() -> bool:
    """Something is to be listed, the last letter left, or addresses are needed no more."""
    waiting = Count("letters", filter=Q(letters__state=Sending.WAITING))
    waits = Notice.objects.filter(_waits()).annotate(waiting=waiting)
    return bool(waits.filter(Q(listed_at=None) | Q(waiting=0)).exists() or _over().exists())


def _list(notice: Notice) -> None:
    """A letter for each customer, in batches; begun again, nobody gets a second."""
    with opened() as company:
        verbs.note_notice(company, notice.number, "website", timezone.localdate())
        addresses = verbs.customer_addresses(company)
        while batch := list(islice(addresses, BATCH)):
            _write(notice, batch)
    notice.listed_at = timezone.now()


def _write(notice: Notice, addresses: list[str]) -> None:
    with transaction.atomic():
        Told.objects.bulk_create(
            [
                Told(notice=notice, who=keyed("notices", to.encode()), to=to)
                for to in dict.fromkeys(addresses)
            ],
            ignore_conflicts=True,
        )


def _note(notice: Notice) -> None:
    """The evidence: every customer is looked up among the addresses that were written to."""
    reached = notice.letters.filter(_TOLD)
    last = reached.order_by("-sent_at").filter(sent_at__isnull=False).first()
    day = timezone.localtime(last.sent_at).date() if last else timezone.localdate()
    with opened() as company:
        verbs.note_notice(company, notice.number, "email", day, _addresses(notice))
    notice.noted_at = timezone.now()


def _addresses(notice: Notice) -> Iterator[str]:
    yield from notice.letters.filter(_TOLD).values_list("to", flat=True).iterator(BATCH)


def told_otherwise(notice: Notice) -> None:
    """A colleague told those whom mail does not reach; the evidence is made anew."""
    with transaction.atomic():
        notice.letters.filter(state=Sending.FAILED).update(otherwise=True)
        Notice.objects.filter(pk=notice.pk).update(noted_at=None)
    TELLING.ask()


def coming(today: date) -> Notice | None:
    """The version that people are being told of, and that does not hold yet."""
    found: Notice | None = Notice.objects.filter(effective__gt=today).order_by("effective").first()
    return found


TELLING = Beside("notices", EVERY_S, work, apart=True, due=due)
