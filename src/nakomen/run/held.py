"""
What must stay because of a dispute: whose rows, or which dataset, why, and until which review.

A hold keeps what would go (AVG artikel 17 lid 3 onder e). It ends only when a person ends it: one
whose review is late still holds, and is told everywhere until somebody looks at it again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nakomen.ledger import Line
from nakomen.plan import Because, whose
from nakomen.records import (
    Act,
    Condition,
    Everything,
    Keys,
    Nothing,
    Referenced,
    Says,
    StoreMap,
    all_of,
    any_of,
    gather,
    is_value,
)
from nakomen.run.company import Company
from nakomen.run.standing import of_kind, standing
from nakomen.terms import Text

RULE, ARTICLE = "legal-hold", "AVG artikel 17 lid 3 onder e"
"""Of its own: a claim that was told with one request (``avg-17-3-e``) ends by itself."""
KIND, ENDED = "held", "unheld"
TAKING = frozenset(
    {Act.ERASE, Act.BLANK, Act.DETACH, Act.OMIT, Act.TRUNCATE, Act.ANONYMISE,
     Act.AGGREGATE}
)  # fmt: skip
"""Acts after which something is gone; what is put right or stopped may go on."""


@dataclass(frozen=True, kw_only=True)
class LegalHold:
    """
    *subject* is a name in the subject book and *shown* how she is printed; or both are empty and
    *store* and *dataset* say what is held as a whole. *until* is the day of its review.
    """

    id: str
    subject: str | None
    shown: tuple[str, ...]
    store: str | None
    dataset: str | None
    reason: str
    since: date
    until: date

    def late(self, today: date) -> bool:
        return self.until <= today

    @property
    def because(self) -> Because:
        """Until its review, as far as the plan can see."""
        text = _FOR.fill(hold=self.id, reason=self.reason)
        return Because(text=text, rule=RULE, article=ARTICLE, until=self.until)


def holds_now(company: Company, stands: Sequence[Line] | None = None) -> tuple[LegalHold, ...]:
    """
    Every hold that nobody ended, the first first.

    Args:
        stands: lines of `nakomen.run.standing`, for who has just read them.
    """
    stands = standing(company) if stands is None else stands
    ended = {str(line.body["hold"]) for line in of_kind(stands, ENDED)}
    found = {str(line.body["hold"]): line for line in of_kind(stands, KIND)}
    return tuple(_hold(line) for name, line in found.items() if name not in ended)


def _hold(line: Line) -> LegalHold:
    body = line.body
    return LegalHold(
        id=str(body["hold"]),
        subject=str(body["subject"]) if body["subject"] else None,
        shown=tuple(str(body["shown"]).split(", ")) if body["shown"] else (),
        store=str(body["store"]) if body["store"] else None,
        dataset=str(body["dataset"]) if body["dataset"] else None,
        reason=str(body["reason"]),
        since=date.fromisoformat(str(body["since"])),
        until=date.fromisoformat(str(body["until"])),
    )


@dataclass(frozen=True, kw_only=True)
class Held:
    """
    All holds of now, and the keys of everybody whose rows they keep; *disputes*: a map names a
    column that says of a row that it is in dispute.
    """

    holds: tuple[LegalHold, ...] = ()
    disputes: bool = False
    keys: Keys

    @classmethod
    def of(cls, company: Company, stands: Sequence[Line] | None = None) -> "Held":
        holds = holds_now(company, stands)
        names = dict.fromkeys(hold.subject for hold in holds if hold.subject)
        pairs = [pair for name in names for pair in company.subjects.keys(name)]
        disputes = any(dataset.disputed for m in company.maps for dataset in m.datasets)
        keys = gather(pair for pair in pairs if not is_value(pair[0]))
        return cls(holds=holds, disputes=disputes, keys=keys)

    @property
    def keeps(self) -> bool:
        """There may be rows that must stay."""
        return bool(self.holds) or self.disputes

    @property
    def subjects(self) -> frozenset[str]:
        return frozenset(hold.subject for hold in self.holds if hold.subject)

    def on(self, subject: str) -> LegalHold | None:
        """The hold on her that lasts longest."""
        hers = [hold for hold in self.holds if hold.subject == subject]
        return max(hers, key=lambda hold: hold.until, default=None)

    def rows(self, store_map: StoreMap, dataset: str, *, persons: bool = True) -> Condition:
        """
        Rows of *dataset* that must stay: those held, and those that a held row points to, for
        with them a database may take what hangs under them.
        """
        whole = frozenset(h.dataset for h in self.holds if h.dataset and h.store == store_map.store)
        kinds = frozenset(self.keys) if persons else frozenset()
        return _rows(store_map, dataset, kinds, whole)


@lru_cache(maxsize=512)
def _rows(
    store_map: StoreMap, dataset: str, kinds: frozenset[str], whole: frozenset[str]
) -> Condition:
    return any_of(*_reasons(store_map, dataset, kinds, whole, (dataset,)))


def _reasons(
    store_map: StoreMap,
    dataset: str,
    kinds: frozenset[str],
    whole: frozenset[str],
    path: tuple[str, ...],
) -> Iterator[Condition]:
    if dataset in whole:
        yield Everything()
        return
    if disputed := store_map.dataset(dataset).disputed:
        yield Says(*disputed)
    # Not only rows known by id: what came to her since is held as well.
    yield whose(store_map, kinds)[dataset].hers
    for child, link in store_map.children(dataset):
        if child.name not in path:
            below = any_of(*_reasons(store_map, child.name, kinds, whole, (*path, child.name)))
            said = all_of(Says(*link.when), below) if link.when else below
            if not isinstance(said, Nothing):
                yield Referenced(link.to_columns, child.name, link.columns, said)


_FOR = Text(
    "vastgehouden ({hold}): {reason}; op deze dag kijkt een mens er opnieuw naar",
    "on hold ({hold}): {reason}; on this day a person looks at it again",
)
