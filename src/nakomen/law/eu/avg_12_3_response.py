"""
AVG artikel 12 lid 3: antwoord op een verzoek, binnen een maand.

Holds for: every request under AVG artikelen 15 to 22, from the day it is received. Receipt is the
           day on which it reaches any channel that people may use, also on a Sunday; forwarding it
           within the house starts nothing anew.
Demands:   an answer without undue delay and within one month. A statement may promise an earlier
           answer, and then the earlier day counts; it cannot promise a later one. Two more months
           are possible once, if the person hears so with reasons within the first month.
Example:   received on 31 January 2026. The month is over on 28 February, a Saturday, so the hard
           limit is Monday 2 March:

    >>> end = answer(date(2026, 1, 31))
    >>> end.nominal, end.safe
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 2))

    Thirty days is not a month, and may be earlier or later; two months is always later:

    >>> due(date(2026, 3, 5), Period(days=30)), due(date(2026, 3, 5))
    (datetime.date(2026, 4, 4), datetime.date(2026, 4, 7))
    >>> always_later(Period(days=30)), always_later(Period(months=2))
    (False, True)

    Extended, the earlier of three months and of the month with two more counts:

    >>> extended(date(2026, 1, 31)).safe
    datetime.date(2026, 4, 28)

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That Regulation 1182/71 moves the last day is after EDPB
           01/2022, read in a summary only; see vo_1182_71_periods.
"""

from datetime import date, timedelta

from nakomen.law.clocks.deadline import Deadline
from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import Period, RecordKind, Text

MONTH = Period(months=1)

RULE = LegalRule(
    id="avg-12-3",
    article="AVG artikel 12 lid 3",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wie een verzoek doet, krijgt zo snel mogelijk antwoord en uiterlijk binnen een maand",
        "whoever makes a request is answered as soon as possible and within one month",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat de laatste dag naar een werkdag schuift, is gelezen in een "
        "samenvatting van EDPB 01/2022.",
        "The article was read. That the last day moves to a working day was read in a summary of "
        "EDPB 01/2022.",
    ),
)


def answer(received: date, paused_days: int = 0) -> Deadline:
    """The month; *paused_days* are those of avg_12_6_identity, which do not count."""
    return Deadline.on(MONTH.after(received) + timedelta(days=paused_days))


def extended(received: date, paused_days: int = 0) -> Deadline:
    """The longest term there is, when the extension holds; see `no_extension`."""
    after = min(
        Period(months=3).after(received), Period(months=2).after(MONTH.after(received))
    )  # the two readings differ after the last days of a month: the earlier one is safe
    return Deadline.on(after + timedelta(days=paused_days))


def no_extension(
    received: date, told: date, *, reasons: bool, before: bool = False, paused_days: int = 0
) -> Text | None:
    """
    Why an extension of which the person heard on *told* does not count; None when it does.

    *reasons*: she was told why. *before*: this request was extended earlier.

    >>> no_extension(date(2026, 1, 31), date(2026, 3, 3), reasons=True).en
    'the first month was over before the person heard of the extension'
    """
    if before:
        return Text(
            "een verzoek kan maar één keer worden verlengd: na drie maanden is het op",
            "a request can be extended only once: after three months it is over",
        )
    if not reasons:
        return Text(
            "bij de verlenging staat geen reden", "the extension was told without its reasons"
        )
    if told > answer(received, paused_days).safe:
        return Text(
            "de eerste maand was voorbij voordat de verlenging werd gemeld",
            "the first month was over before the person heard of the extension",
        )
    return None


def due(received: date, promised: Period | None = None) -> date:
    """
    The last day for an answer: the earlier of what was promised and what the law allows.

    A promised day is not moved to a working day; nothing in the law says it would be.
    """
    safe = answer(received).safe
    return min(promised.after(received), safe) if promised else safe


def always_later(promised: Period) -> bool:
    """Whether *promised* ends after the legal month whatever the day of receipt."""
    before_a_long_month = date(2026, 1, 1)  # no month is longer, so here the gap is smallest
    return promised.after(before_a_long_month) > MONTH.after(before_a_long_month)
