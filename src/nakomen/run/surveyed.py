"""What a store shows of itself, with the whole of large tables read where the answer matters."""

from nakomen.detect.left_open import left_open
from nakomen.records import FILLED, Store, Survey


def surveyed(store: Store) -> Survey:
    """
    For a new map: whose a row is, and how a key is searched, must hold for every row.

    Raises:
        StoreUnreachable: it did not answer.
    """
    survey = store.survey()
    return store.settle(survey, left_open(survey))


def looked_at(store: Store) -> Survey:
    """For what is new or gone: only a column in which nothing was seen is looked at further."""
    survey = store.survey()
    return store.settle(survey, [one for one in left_open(survey) if one.about == FILLED])
