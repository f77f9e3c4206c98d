"""The counting beside the pages: each hour, at the start, and when somebody asks for it."""

from datetime import timedelta

from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.promises import turns
from nakomen.desk.promises.models import Count
from nakomen.desk.promises.shown import shown

EVERY_S = 3600.0
KEPT = timedelta(days=366)


def count() -> Count:
    """Look at every promise now, and keep what was found; an error is kept as well."""
    Count.objects.filter(began__lt=timezone.now() - KEPT).delete()
    Count.objects.filter(ended=None).delete()  # of a desk that was killed
    made: Count = Count.objects.create(began=timezone.now())
    try:
        with opened() as company:
            today = timezone.localdate()
            verdicts = verbs.status(company, today)
            made.shown = shown(verbs.ruled(company, today), verdicts)
            waits = verbs.waiting(company, today)
            made.shown["waits"] = waits.both if waits else None
    except NakomenError as error:
        made.error = error.text.both
    made.ended = timezone.now()
    made.save()
    if made.shown:
        turns.note(made)
    return made


COUNTING = Beside("counting", EVERY_S, count, apart=True)
