"""What happened, for whoever wants to hear it: made into messages from what the desk wrote down."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from nakomen.desk.api.models import Delivery, Hook
from nakomen.desk.dossiers.models import REPLIED, Case, Event
from nakomen.desk.promises.models import Count


class Kind(StrEnum):
    OPENED = "case.opened"
    CHANGED = "case.changed"
    SOON = "case.due_soon"
    CLOSED = "case.closed"
    BROKEN = "promise.broken"


TOLD = {
    Kind.OPENED: ("er kwam een verzoek binnen", "a request came in"),
    Kind.CHANGED: ("een verzoek is een stap verder", "a request went a step further"),
    Kind.SOON: ("een verzoek moet binnen een week antwoord hebben", "a request is due in a week"),
    Kind.CLOSED: ("een verzoek is afgehandeld", "a request ended"),
    Kind.BROKEN: ("een belofte is gebroken", "a promise was broken"),
}
KINDS = {
    "received": Kind.OPENED,
    "answered": Kind.CLOSED,
    "refused": Kind.CLOSED,
    **dict.fromkeys(
        ("proven", "seen", "labelled", "planned", "decided", "agreed", "carried_out"), Kind.CHANGED
    ),
}
"""What a case wrote down, by what it is for others; what is not here stays inside."""
SOON = timedelta(days=7)
SLACK = 1000
"""Lines that may be written down later than one with a higher number."""


@dataclass(frozen=True, kw_only=True)
class News:
    """*name* is the same each time it is told; *said* holds ids and kinds, never a person."""

    name: str
    kind: Kind
    at: datetime
    said: dict[str, str]

    def body(self) -> str:
        told = {"id": self.name, "type": self.kind.value, "at": self.at.isoformat()}
        return json.dumps(told | {"data": self.said}, sort_keys=True)


def gather(hook: Hook) -> None:
    """
    Make a message of everything that *hook* was not told yet. What is written down waits for as
    long as the desk is away: nothing is lost, and nothing is made twice.
    """
    now, today = timezone.now(), timezone.localdate()
    events = list(_events(hook))
    counts = list(Count.objects.filter(pk__gt=hook.counts, shown__isnull=False).order_by("pk"))
    soon = hook.days is None or hook.days < today
    if not (events or counts or soon):
        return
    news = [
        *_of_cases(events, today),
        *_of_promises(hook, counts),
        *(_soon(case, now) for case in (_due(today) if soon else ())),
    ]
    with transaction.atomic():
        Delivery.objects.bulk_create(
            [
                Delivery(
                    hook=hook, name=n.name, kind=n.kind, body=n.body(), made_at=now, again_at=now
                )
                for n in news
                if n.kind in hook.kinds
            ],
            ignore_conflicts=True,
        )
        far = max([hook.events, *(event.pk for event in events)])
        counted = max([hook.counts, *(count.pk for count in counts)])
        Hook.objects.filter(pk=hook.pk).update(events=far, counts=counted, days=today)


def begin(hook: Hook) -> None:
    """From now on: what is past is no news."""
    hook.events = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    hook.counts = Count.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _events(hook: Hook) -> Iterator[Event]:
    """Newer ones, and older ones that were written down late."""
    late = Event.objects.filter(pk__gt=hook.events - SLACK, at__gte=hook.made_at)
    found = list(late.select_related("case").order_by("pk"))
    names = {_name(event) for event in found if event.pk <= hook.events}
    known = set(hook.deliveries.filter(name__in=names).values_list("name", flat=True))
    for event in found:
        wanted = event.what in KINDS and KINDS[event.what] in hook.kinds
        if event.pk > hook.events or (wanted and _name(event) not in known):
            yield event


def _name(event: Event) -> str:
    return f"event-{event.pk}"


def _of_cases(events: list[Event], today: date) -> Iterator[News]:
    for event in events:
        if event.what not in KINDS:
            continue
        said = _said(event.case) | {"step": event.what}
        yield News(name=_name(event), kind=KINDS[event.what], at=event.at, said=said)
        if event.what == "received" and event.case.due <= today + SOON:
            yield _soon(event.case, event.at)


def _said(case: Case) -> dict[str, str]:
    return {"case": case.reference, "right": case.right, "due": case.due.isoformat()}


def _due(today: date) -> Iterator[Case]:
    yield from Case.objects.exclude(state__in=REPLIED).filter(due__lte=today + SOON)


def _soon(case: Case, at: datetime) -> News:
    name = f"due-{case.pk}-{case.due.isoformat()}"
    return News(name=name, kind=Kind.SOON, at=at, said=_said(case))


def _of_promises(hook: Hook, counts: list[Count]) -> Iterator[News]:
    """Promises that were kept, or not seen, at the count before."""
    before = Count.objects.filter(pk__lte=hook.counts, shown__isnull=False).first()
    known = _broken(before) if before else set()
    for count in counts:
        now = _broken(count)
        for promise in sorted(now - known):
            name = f"count-{count.pk}-{promise}"[:64]
            said = {"promise": promise}
            yield News(name=name, kind=Kind.BROKEN, at=count.ended or count.began, said=said)
        known = now


def _broken(count: Count) -> set[str]:
    return {v["promise"] for v in count.shown["verdicts"] if v["ruling"] == "broken"}
