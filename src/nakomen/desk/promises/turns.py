"""What became of each promise: a line whenever its verdict, or how many break it, turned."""

from datetime import date

from django.db.models import Max

from nakomen.desk.promises.models import Count, Turn


def note(count: Count) -> None:
    """Write down what is otherwise than the last time."""
    before = {turn.promise: (turn.ruling, turn.count) for turn in _last()}
    Turn.objects.bulk_create(
        Turn(
            promise=verdict["promise"],
            ruling=verdict["ruling"],
            at=count.began,
            count=verdict["count"],
            oldest=date.fromisoformat(verdict["oldest"]) if verdict["oldest"] else None,
            evidence=verdict["evidence"],
        )
        for verdict in count.shown["verdicts"]
        if before.get(verdict["promise"]) != (verdict["ruling"], verdict["count"])
    )


def _last() -> list[Turn]:
    newest = Turn.objects.order_by().values("promise").annotate(newest=Max("pk"))
    return list(Turn.objects.filter(pk__in=newest.values("newest")))
