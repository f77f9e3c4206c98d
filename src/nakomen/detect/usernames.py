"""
Which columns hold usernames, whatever they are called: `reporter`, `author`, `sid`.

Programs that know people by a username alone write it in any table and declare nothing. Names do
not tell then; that nearly all values are usernames elsewhere does.
"""

from collections.abc import Iterable, Iterator

from nakomen.detect.column_name import FREE_TEXT, meaning
from nakomen.detect.column_role import is_heading, is_username
from nakomen.detect.guess import Candidate
from nakomen.detect.named_after import Plainly, names_somebody
from nakomen.detect.shape import Shape, shape
from nakomen.records import SeenColumn, SeenDataset

Directory = tuple[SeenDataset, SeenColumn]
"""Where usernames stand under their own name."""

# Where the name says that somebody stands there, who has left since may be missing elsewhere.
_MOSTLY, _FEW = 0.8, 2
_NEARLY_ALL, _ENOUGH = 0.95, 5
# Without an index each look reads the whole table.
_READ_WHOLE = 100_000
_MOST = 100
"""So many columns of one survey are looked into, those that name somebody first."""


def directory(datasets: Iterable[SeenDataset]) -> Directory | None:
    """The column called after usernames that has the most of them."""
    named = [
        (dataset, column)
        for dataset in datasets
        for column in dataset.columns
        if is_username(column.name) and shape(column) is Shape.TEXT and column.sampled
        if column.unique or dataset.rows <= _READ_WHOLE
    ]
    return max(named, key=lambda one: (one[1].unique, one[1].different or 0), default=None)


def like_usernames(
    datasets: Iterable[SeenDataset], known: Directory | None
) -> dict[str, list[Candidate]]:
    """By dataset the columns of which it is worth asking whether they hold usernames too."""
    if known is None:
        return {}
    found = [(d.name, column) for d in datasets for column in d.columns if _may_hold(column, d)]
    first = sorted(found, key=lambda one: not names_somebody(one[1].name))[:_MOST]
    asked: dict[str, list[Candidate]] = {}
    for name, column in first:
        to, key = known
        one = Candidate(column=column.name, to=to.name, to_column=key.name, plainly=Plainly.THIN)
        asked.setdefault(name, []).append(one)
    return asked


def _may_hold(column: SeenColumn, dataset: SeenDataset) -> bool:
    if shape(column) is not Shape.TEXT or is_username(column.name) or is_heading(column.name):
        return False
    linked = any(column.name in link.columns for link in dataset.links)
    text = meaning(column.name) == FREE_TEXT
    return (column.different or 0) >= _FEW and not linked and not text and not _of_a_form(column)


def _of_a_form(column: SeenColumn) -> bool:
    """Its values are known for what they are: addresses, numbers."""
    return any(share >= _MOSTLY for kind, share in column.shares.items() if kind != "name")


def hold_usernames(dataset: SeenDataset) -> frozenset[str]:
    """The columns of *dataset* of which the values are usernames elsewhere."""
    return frozenset(_holding(dataset))


def _holding(dataset: SeenDataset) -> Iterator[str]:
    for fit in dataset.fits:
        if fit.when or not is_username(fit.to_column) or is_username(fit.column):
            continue
        least, few = (_MOSTLY, _FEW) if names_somebody(fit.column) else (_NEARLY_ALL, _ENOUGH)
        if fit.tested >= few and fit.share >= least:
            yield fit.column
