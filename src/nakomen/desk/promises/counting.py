"""The counting beside the pages: each hour, at the start, and when somebody asks for it."""

import threading
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from nakomen import Company, NakomenError, verbs
from nakomen.desk.promises.models import Count
from nakomen.desk.promises.shown import shown

EVERY = timedelta(hours=1)
KEPT = timedelta(days=366)
_asked = threading.Event()


def ask() -> None:
    """Count again, as soon as it can be done."""
    _asked.set()


class Counting(threading.Thread):
    """One thread, so that two counts never run at once."""

    def __init__(self) -> None:
        super().__init__(name="counting", daemon=True)
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.is_set():
            _asked.clear()
            count()
            _asked.wait(EVERY.total_seconds())

    def stop(self) -> None:
        self._ended.set()
        _asked.set()


def count() -> Count:
    """Look at every promise now, and keep what was found; an error is kept as well."""
    close_old_connections()
    Count.objects.filter(began__lt=timezone.now() - KEPT).delete()
    Count.objects.filter(ended=None).delete()  # of a desk that was killed
    made: Count = Count.objects.create(began=timezone.now())
    try:
        with Company.open(settings.FOLDER) as company:
            made.shown = shown(company, verbs.status(company, timezone.localdate()))
    except NakomenError as error:
        made.error = f"{type(error).__name__}: {error}"
    made.ended = timezone.now()
    made.save()
    close_old_connections()
    return made
