"""How the desk is now: figures and moments, and nobody's data."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import Error
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.dossiers import tidying
from nakomen.desk.dossiers.models import ENDED, Case, Letter, Sending
from nakomen.desk.mailbox import fetching, trial
from nakomen.desk.promises.models import Count
from nakomen.desk.works import works

STARTED = timezone.now()
COUNT_WITHIN = timedelta(hours=3)
FETCH_WITHIN = timedelta(minutes=30)
LETTER_WITHIN = timedelta(hours=12)
TRIAL_WITHIN = timedelta(days=1)
DISK_BYTES = 200_000_000


@dataclass(frozen=True, kw_only=True)
class State:
    """
    *stopped*: work beside the pages that ended and should not have. Moments are None before the
    first time; *letters* wait, the oldest since *oldest*; *verdicts* of the last count.
    """

    stopped: tuple[str, ...]
    counted: datetime | None
    fetched: datetime | None
    tidied: datetime | None
    saved: datetime | None
    reads_mail: bool
    letters: int
    oldest: datetime | None
    failed: int
    open_cases: int
    late_cases: int
    lost_trial: bool
    free_bytes: int
    verdicts: Mapping[str, int]

    @property
    def troubles(self) -> list[str]:
        """What a person must look at, in words of ours; empty when all is well."""
        return list(self._troubles(timezone.now()))

    def _troubles(self, now: datetime) -> Iterator[str]:
        yield from (f"stopped: {name}" for name in self.stopped)
        if now - (self.counted or STARTED) > COUNT_WITHIN:
            yield "not counted"
        if self.reads_mail and now - (self.fetched or STARTED) > FETCH_WITHIN:
            yield "mailbox not read"
        if self.oldest and now - self.oldest > LETTER_WITHIN:
            yield "letters wait"
        if self.lost_trial:
            yield "trial letter lost"
        if self.free_bytes < DISK_BYTES:
            yield "disk nearly full"


def state() -> State | None:
    """As it is now; None when the desk's own database does not answer."""
    try:
        return _state()
    except Error:
        return None


def _state() -> State:
    good = Count.objects.filter(shown__isnull=False).first()
    waiting = Letter.objects.filter(state=Sending.WAITING)
    verdicts: dict[str, int] = {}
    for each in good.shown["verdicts"] if good else ():
        verdicts[each["ruling"]] = verdicts.get(each["ruling"], 0) + 1
    cases = Case.objects.exclude(state__in=ENDED)
    return State(
        stopped=tuple(w.name for w in works() if w.ident is not None and not w.is_alive()),
        counted=good.ended if good else None,
        fetched=fetching.looked_at(),
        tidied=tidying.tidied_at(),
        saved=verbs.last_backup(settings.FOLDER),
        reads_mail=bool(settings.MAILBOX_SERVER),
        letters=waiting.count(),
        oldest=waiting.order_by("made_at").values_list("made_at", flat=True).first(),
        failed=Letter.objects.filter(state=Sending.FAILED).count(),
        open_cases=cases.count(),
        late_cases=cases.filter(due__lt=timezone.localdate()).count(),
        lost_trial=_lost(),
        free_bytes=shutil.disk_usage(settings.STATE).free,
        verdicts=verdicts,
    )


def _lost() -> bool:
    told = trial.last()
    if told is None or told["came_at"]:
        return False
    return bool(timezone.now() - datetime.fromisoformat(told["sent_at"]) > TRIAL_WITHIN)
