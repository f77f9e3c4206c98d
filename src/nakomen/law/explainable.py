"""All of the law that can be explained by its id: norms, rules, clocks, terms, rows of tables."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from nakomen.law import RULES
from nakomen.law.catalogue import catalogue, explain_catalogue_rule
from nakomen.law.clocks.table import CLOCKS, explain_clock
from nakomen.law.explanation import explain_rule
from nakomen.law.retention import ROWS as TERMS
from nakomen.law.retention.explain import explain_row
from nakomen.law.tables.catalogue import ROWS, explain_rows
from nakomen.terms import Text


def explainable() -> Mapping[str, Callable[[], Text]]:
    """
    Id → its explanation, when called. Ids differ between all of them.

    >>> sorted(explainable())[:2], explainable()["CL-15"]().en.splitlines()[0]
    (['ACC-01', 'ACC-02'], 'CL-15: breach to the authority')
    """
    return dict(_explanations())


def _explanations() -> Iterator[tuple[str, Callable[[], Text]]]:
    for norm in RULES:
        yield norm.id, partial(explain_rule, norm)
    for rule in catalogue().values():
        yield rule.id, partial(explain_catalogue_rule, rule)
    for clock in CLOCKS:
        yield clock.id, partial(explain_clock, clock)
    for term in TERMS:
        yield term.id, partial(explain_row, term)
    for id in dict.fromkeys(row.id for row in ROWS):
        yield id, partial(explain_rows, id)
