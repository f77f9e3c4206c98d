"""The state as OpenMetrics 1.0 text; no name and no address ever stands in it."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from nakomen.desk.health.state import State

TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"


def text(state: State | None) -> str:
    return "\n".join([*_lines(state), "# EOF", ""])


def _lines(state: State | None) -> Iterator[str]:
    yield from _gauge("nakomen_database", "1 when the database answers", int(state is not None))
    if state is None:
        return
    yield from _gauge("nakomen_stopped", "pieces of work that ended", len(state.stopped))
    yield from _gauge("nakomen_letters_waiting", "letters that wait", state.letters)
    yield from _gauge("nakomen_letters_failed", "letters that were refused", state.failed)
    yield from _gauge("nakomen_cases_open", "requests under way", state.open_cases)
    yield from _gauge("nakomen_cases_late", "requests past their day", state.late_cases)
    yield from _gauge("nakomen_trial_lost", "1 when the trial is lost", int(state.lost_trial))
    yield from _gauge("nakomen_disk_free_bytes", "room beside the ledger", state.free_bytes)
    yield from _age("nakomen_count_age_seconds", "since the last count", state.counted)
    yield from _age("nakomen_mailbox_age_seconds", "since mail was read", state.fetched)
    yield from _age("nakomen_tidied_age_seconds", "since old data last went", state.tidied)
    yield from _age("nakomen_backup_age_seconds", "since the last backup", state.saved)
    yield "# HELP nakomen_promises promises by verdict"
    yield "# TYPE nakomen_promises gauge"
    for verdict, many in sorted(state.verdicts.items()):
        yield f'nakomen_promises{{verdict="{verdict}"}} {many}'


def _gauge(name: str, told: str, value: float) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} gauge"
    yield f"{name} {value}"


def _age(name: str, told: str, moment: datetime | None) -> Iterator[str]:
    if moment is not None:
        yield from _gauge(name, told, round((timezone.now() - moment).total_seconds()))
