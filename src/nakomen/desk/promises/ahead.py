"""What falls due in the coming months: counted beside the pages when somebody wants to see it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.promises.models import Ahead
from nakomen.desk.promises.timeline import MONTHS

if TYPE_CHECKING:
    from nakomen import Forecast

FRESH = timedelta(days=1)
KEPT = timedelta(days=366)


def wanted() -> None:
    """See to it that there is a look of today; one that is under way is enough."""
    last = Ahead.objects.first()
    if last is None or (last.ended and last.asked < timezone.now() - FRESH):
        again()
    elif last.ended is None:
        AHEAD.ask()


def again() -> None:
    """Look again, whatever is known."""
    if not Ahead.objects.filter(ended=None).exists():
        Ahead.objects.create(asked=timezone.now())
    AHEAD.ask()


def waited_for() -> bool:
    return bool(Ahead.objects.filter(ended=None).exists())


def look() -> None:
    """Count what somebody waits for, also for a desk that was killed meanwhile."""
    Ahead.objects.filter(asked__lt=timezone.now() - KEPT).delete()
    for wish in Ahead.objects.filter(ended=None):
        try:
            with opened() as company:
                wish.shown = told(verbs.forecast(company, timezone.localdate(), MONTHS))
        except NakomenError as error:
            wish.error = error.text.both
        wish.ended = timezone.now()
        wish.save()


def told(forecast: Forecast) -> dict[str, Any]:
    """
    Returns:
        JSON: ``{"until", "falling": [{"place", "act", "promise", "until", "now", "rows"}],
        "reviews": [DAY], "destroyed": [{"plan", "until", "rows"}]}``.
    """
    return {
        "until": forecast.until.isoformat(),
        "falling": [
            {
                "place": f"{f.what.store}.{f.what.dataset}",
                "act": f.what.act.value,
                "promise": f.what.promise,
                "until": f.until.isoformat(),
                "now": f.after is None,
                "rows": f.rows,
            }
            for f in forecast.falling
        ],
        "reviews": [hold.until.isoformat() for hold in forecast.reviews],
        "destroyed": [
            {"plan": p.plan, "until": p.until.isoformat(), "rows": p.rows}
            for p in forecast.destroyed
            if p.until
        ],
    }


AHEAD = Beside("ahead", 3600.0, look, apart=True, due=waited_for)
