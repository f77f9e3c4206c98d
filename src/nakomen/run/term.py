"""
The last day for an answer: fixed when a request comes in, moved only as the law lets it.

Doubt about who asks stops the clock when it is told at once (AVG artikel 12 lid 6); a notice with
its reason, within the first month, gives two months more (artikel 12 lid 3).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from nakomen.law.eu.avg_12_3_response import answer, due, extended, no_extension
from nakomen.law.eu.avg_12_6_identity import AT_ONCE_DAYS, paused_days
from nakomen.policy.handling import Handling
from nakomen.terms import Lang, Period, Text

COMPLAINT_TERM = Period(months=1)
"""Our own measure, for no law names one: as long as a request may take."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """
    Where the clock of a request stands on a day.

    *paused*: days that did not count so far. *still*: it stands still now, so *due* moves on each
    day. *tell_by*: the last day on which a notice of extension counts. *lost*: why one does not.
    """

    due: date
    why: Text
    tell_by: date
    paused: int = 0
    still: bool = False
    extended: bool = False
    lost: Text | None = None


def answer_by(handling: Handling, received: date) -> tuple[date, Text]:
    """The last day for an answer to a request of *received*, and why: a promise, or the law."""
    promised = handling.soonest(handling.answers, received)
    by_law, by_both = due(received), due(received, promised)
    if promised and by_both < by_law:
        return by_both, _promised(promised)
    return by_law, _BY_LAW


def complaint_by(handling: Handling, received: date) -> tuple[date, Text]:
    """The last day for an answer to a complaint: as promised, else within our own measure."""
    if promised := handling.soonest(handling.complaints, received):
        return promised.after(received), _promised(promised)
    return COMPLAINT_TERM.after(received), _OUR_OWN


def term(
    received: date,
    due: date,
    why: Text,
    today: date,
    *,
    asked: date | None = None,
    arrived: date | None = None,
    told: date | None = None,
) -> Term:
    """
    How a clock stands that at receipt would end on *due*, because of *why*.

    *asked*: when more was asked of her, for a doubt that was written down; *arrived*: when she
    answered. *told*: when a notice of extension with its reason left.

        >>> term(date(2026, 3, 2), date(2026, 4, 2), Text("", ""), date(2026, 3, 20),
        ...      asked=date(2026, 3, 3), arrived=date(2026, 3, 10)).due
        datetime.date(2026, 4, 9)
    """
    days = paused_days(received, asked, arrived or max(today, asked)) if asked else 0
    still = bool(asked and not arrived and (asked - received).days <= AT_ONCE_DAYS)
    by_law = answer(received, days).safe
    promised = due < answer(received).safe
    first = min(due + timedelta(days=days), by_law) if promised else by_law
    reasons = _stood(why, days)
    lost = _not_told(received, told, first, days) if told else None
    if told is None or lost:
        return Term(due=first, why=reasons, tell_by=first, paused=days, still=still, lost=lost)
    end = extended(received, days).safe
    longer = _stood(_EXTENDED, days)
    return Term(due=end, why=longer, tell_by=first, paused=days, still=still, extended=True)


def _not_told(received: date, told: date, first: date, days: int) -> Text | None:
    by_law = no_extension(received, told, reasons=True, paused_days=days)
    return by_law or (_AFTER_PROMISE if told > first else None)


def _stood(why: Text, days: int) -> Text:
    if not days:
        return why
    stood = _STOOD_ONE if days == 1 else _STOOD.fill(days=days)
    return Text(f"{why.nl}; {stood.nl}", f"{why.en}; {stood.en}")


def _promised(term: Period) -> Text:
    return Text(
        f"de verklaring belooft antwoord binnen {term.tell(Lang.NL)}",
        f"the statement promises an answer within {term.tell(Lang.EN)}",
    )


_BY_LAW = Text("een maand (AVG artikel 12 lid 3)", "one month (AVG artikel 12 lid 3)")
_OUR_OWN = Text(
    "een maand: onze eigen maat, de wet noemt geen termijn voor een klacht",
    "one month: our own measure, the law names no term for a complaint",
)
_EXTENDED = Text(
    "met twee maanden verlengd (AVG artikel 12 lid 3)",
    "extended by two months (AVG artikel 12 lid 3)",
)
_STOOD = Text(
    "{days} dagen telden niet mee (AVG artikel 12 lid 6)",
    "{days} days did not count (AVG artikel 12 lid 6)",
)
_STOOD_ONE = Text(
    "1 dag telde niet mee (AVG artikel 12 lid 6)", "1 day did not count (AVG artikel 12 lid 6)"
)
_AFTER_PROMISE = Text(
    "de beloofde dag was voorbij voordat de verlenging werd gemeld",
    "the promised day was over before the person heard of the extension",
)
