"""Making and carrying out plans beside the pages, one at a time, in the order of asking."""

import os
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.plans.models import Job, Kind
from nakomen.desk.promises.counting import COUNTING

HERE = UUID(os.environ.setdefault("NAKOMEN_DESK", str(uuid4())))
"""This desk with its workers; what another left undone stopped when that ended."""
KEPT = timedelta(days=366)


def make(asked_as: UUID, by: Colleague) -> Job:
    """A plan for everything that fell due; the same wish twice makes one plan."""
    job: Job = Job.objects.get_or_create(
        asked_as=asked_as, defaults={"kind": Kind.MAKE, "by": by, "desk": HERE}
    )[0]
    WORKING.ask()
    return job


def carry_out(plan: str, by: Colleague) -> Job:
    """Begin, or go on with what stopped; while somebody is at it already nothing is added."""
    with transaction.atomic():
        job: Job = at_work(plan) or Job.objects.create(
            asked_as=uuid4(), kind=Kind.CARRY, plan=plan, by=by, desk=HERE
        )
    WORKING.ask()
    return job


def at_work(plan: str) -> Job | None:
    """What this desk is doing, or about to do, with *plan*."""
    found: Job | None = Job.objects.filter(
        kind=Kind.CARRY, plan=plan, desk=HERE, ended=None
    ).first()
    return found


def last(plan: str) -> Job | None:
    """The last time that somebody had *plan* carried out."""
    found: Job | None = Job.objects.filter(kind=Kind.CARRY, plan=plan).first()
    return found


def running(job: Job) -> bool:
    return job.ended is None and job.desk == HERE


def work() -> None:
    """Do what was asked, the oldest first, until nothing is left."""
    Job.objects.filter(asked__lt=timezone.now() - KEPT).delete()
    while job := Job.objects.filter(desk=HERE, ended=None).last():
        _do(job)


def _do(job: Job) -> None:
    error: NakomenError | None = NakomenError()
    try:
        job.plan = _make() if job.kind == Kind.MAKE else _carried_out(job.plan)
    except NakomenError as why:
        error = why
    else:
        error = None
    finally:
        # Whatever broke, she hears that it ended; what no cure is known for is logged as well.
        job.error = error.text.both if error else {}
        job.ended = timezone.now()
        job.save()


def _make() -> str:
    from nakomen import Request

    with opened() as company:
        planned = verbs.plan(company, Request.RETENTION, (), timezone.localdate())
        return planned.plan.id


def _carried_out(plan: str) -> str:
    with opened() as company:
        for _ in verbs.apply(company, verbs.recall(company, plan).plan, timezone.localdate()):
            pass  # What happened stands in the ledger, where the pages read it.
    COUNTING.ask()
    return plan


WORKING = Beside("plans", 3600.0, work)
