"""
Which column says when a term begins.

A dataset gets one clock of each moment. One that has only the day on which the row was made takes
that as its event too when the row is made as the thing happens: a call, a login, a ticket, an
order. Not for a customer or a contact: that she was entered in 2012 is no event from which her
data may go. And not for a part of a dated whole: a line takes the day of its invoice.
"""

import re
from collections.abc import Iterator, Sequence

from nakomen.detect.categorise import Judged
from nakomen.detect.shape import Shape, shape
from nakomen.detect.words import spoken
from nakomen.records import Clock, SeenColumn, SeenDataset
from nakomen.terms import Category, Moment, RecordKind

_CREATED = re.compile(
    r"created|creat(?:ion|e) ?(?:date|time|on|at)|date created|inserted|registered|aangemaakt"
    r"|aanmaak ?datum|ingevoerd|registratie ?datum|inschrijf ?datum"
    r"|(?:customer|klant|lid) (?:since|sinds)"
)
_END = re.compile(
    r"\b(?:cancell?ed|cancellation|ended|end ?(?:date|on|at)|terminated|termination|opgezegd"
    r"|opzeg ?datum|opzegging|eind ?datum|beeindigd|uitgeschreven|unsubscribed|left|closed"
    r"|datum uit dienst|uitdienst)\b"
)
_LAST_CONTACT = re.compile(r"\b(?:last|laatste) ?(?:contact|contacted|contact ?moment)\b")
_LAST_LOGIN = re.compile(
    r"\b(?:(?:last|latest|laatste?) ?(?:log ?in|logged ?in|logon|sign ?in|inlog\w*|ingelogd|login)"
    r"|(?:login|ingelogd|inlog) ?(?:last|laatst))\b"
)
# The earlier in this list, the more surely it is the day of the record itself.
_EVENT = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:issued|issue|invoice|factuur|order|ordered|besteld|bestel)"
        r" ?(?:on|at|date|datum|op|time)?$",
        r"\b(?:paid|payment|betaald|betaal|booked|geboekt) ?(?:on|at|date|datum|op|time)?$",
        r"\b(?:started|start|begin|begonnen|opened|open|geopend|sent|received|verzonden|ontvangen"
        r"|posted|logged ?in|login|ingelogd|subscribed|aangemeld|aanmeld|ingangs|occurred|happened"
        r"|visited|called|recorded|ingegaan|signed|getekend"
        r"|placed|geplaatst|opt ?in)"
        r" ?(?:on|at|date|datum|op|time|tijd|tijdstip)?$",
        r"^(?:at|on|op|date|datum|time|tijd|tijdstip|timestamp|moment|when|day|dag|ts)$",
        r"\b(?:event|call|record|visit|gespreks?|datum ?tijd|date ?time)"
        r" ?(?:at|date|datum|time|tijd|tijdstip)?$",
    )
)
_NEVER = re.compile(
    r"\b(?:updated|modified|gewijzigd|changed|due|verval\w*|expires?|expiry|deleted|verwijderd"
    r"|verified|confirmed|bevestigd|next|volgende|herinner\w*|reminded)\b"
)
# A time of day without its day starts no term.
_NO_DAY = re.compile(r"TIME(?!STAMP)|INTERVAL")
_ENDS = (
    RecordKind.CUSTOMER,
    RecordKind.CONTACT,
    RecordKind.CONTRACT,
    RecordKind.NEWSLETTER,
    RecordKind.STAFF,
)
_MADE_AS_IT_HAPPENS = (
    RecordKind.CONTRACT,
    RecordKind.BILLING,
    RecordKind.TRAFFIC,
    RecordKind.LOGIN,
    RecordKind.CORRESPONDENCE,
    RecordKind.NEWSLETTER,
)


def clocks_of(
    dataset: SeenDataset, records: RecordKind, judged: dict[str, Judged], *, part: bool
) -> tuple[Clock, ...]:
    """
    The clocks of *dataset*, at most one of each moment.

    Args:
        part: an owner link leads to a dataset of the same kind, whose event counts.
    """
    dated = [c for c in dataset.columns if _is_date(c, judged[c.name].category)]
    # A day that moves with each login is no day of the record itself.
    own = [c for c in dated if not _LAST_LOGIN.search(spoken(c.name))]
    found = {
        Moment.EVENT: _first(own, _EVENT),
        Moment.CREATED: _first(dated, (_CREATED,)),
        Moment.CONTRACT_END: _first(dated, (_END,)) if records in _ENDS else None,
        Moment.LAST_CONTACT: _first(dated, (_LAST_CONTACT,)),
        Moment.LAST_LOGIN: _first(dated, (_LAST_LOGIN,)) if records in _ENDS else None,
    }
    if not found[Moment.EVENT] and records in _MADE_AS_IT_HAPPENS and not part:
        found[Moment.EVENT] = found[Moment.CREATED]
    return tuple(Clock(column=name, moment=moment) for moment, name in found.items() if name)


def _is_date(column: SeenColumn, category: Category) -> bool:
    if shape(column) is not Shape.MOMENT or category is Category.DATE_OF_BIRTH:
        return False
    return not _NEVER.search(spoken(column.name)) and not _NO_DAY.match(column.type.upper())


def _first(columns: Sequence[SeenColumn], patterns: Sequence[re.Pattern[str]]) -> str | None:
    return next(_matching(columns, patterns), None)


def _matching(columns: Sequence[SeenColumn], patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    for pattern in patterns:
        yield from (c.name for c in columns if pattern.search(spoken(c.name)))
