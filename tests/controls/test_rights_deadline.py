"""Control `rights-deadline`: the earlier of promise and law, and late the day after."""

from datetime import date

import pytest
from tests.support.letters import Mailed

from nakomen.law.eu.avg_12_3_response import due
from nakomen.terms import Period

DAYS_30 = Period(days=30)


@pytest.mark.parametrize(
    ("received", "promised", "by_law"),
    [
        (date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 3)),
        (date(2025, 7, 1), date(2025, 7, 31), date(2025, 8, 1)),
        (date(2023, 2, 1), date(2023, 3, 1), date(2023, 3, 1)),
        (date(2024, 1, 31), date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_the_earlier_of_thirty_days_and_the_month_counts(
    received: date, promised: date, by_law: date
) -> None:
    """Thirty days and a month differ, and neither is read for the other."""
    assert (due(received, DAYS_30), due(received)) == (promised, by_law)


@pytest.mark.parametrize(
    ("received", "last", "why"),
    [
        (date(2025, 7, 1), "31 juli 2025", "de verklaring belooft antwoord binnen 30 dagen"),
        (date(2026, 7, 1), "31 juli 2026", "de verklaring belooft antwoord binnen 30 dagen"),
        (date(2023, 2, 1), "1 maart 2023", "een maand (AVG artikel 12 lid 3)"),
        (date(2024, 1, 31), "29 februari 2024", "een maand (AVG artikel 12 lid 3)"),
    ],
)
def test_a_letter_of_a_past_day_is_due_by_the_earlier_and_late_since(
    mailed: Mailed, received: date, last: str, why: str
) -> None:
    """The clock of a letter runs from the day on which it came, not from when it was opened."""
    number = mailed.taken_down("post", "access", "post@nergens.example", received)
    shown = mailed.desk.colleague("owner").client.get(f"/zaken/{number}/").words
    assert f"Antwoord uiterlijk {last} · te laat {why}" in shown, shown
