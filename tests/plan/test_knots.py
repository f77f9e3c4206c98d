"""Two tables that cannot do without each other."""

from datetime import date
from typing import Any

from tests.properties.acted import carried_out
from tests.properties.oracle import loose_ends
from tests.properties.worlds import World
from tests.support.shop import ANNA, BRAM, TODAY, column, dataset, keeps, owner, policy, promise

from nakomen.plan import retention_steps
from nakomen.records import Clock, Key, StoreMap
from nakomen.terms import Category, Moment, Period, RecordKind


def _side(name: str, other: str) -> Any:
    return dataset(
        name,
        RecordKind.CONTACT,
        column("of"),
        column("see", nullable=False),
        column("note", Category.OTHER),
        links=(owner("of", "customer"), owner("see", other, owns=False)),
    )


KNOT = StoreMap(
    store="knot",
    kind="memory",
    datasets=(
        dataset(
            "customer",
            RecordKind.CUSTOMER,
            column("email", Category.EMAIL),
            column("left_on"),
            keys=(Key(kind="email", column="email"),),
            clocks=(Clock(column="left_on", moment=Moment.CONTRACT_END),),
        ),
        _side("a", "b"),
        _side("b", "a"),
    ),
)
LEFT = promise(
    "left",
    retention=keeps(RecordKind.CUSTOMER, Period(years=1), start=Moment.CONTRACT_END),
)


def test_what_pointed_to_a_row_that_stays_does_not_set_free_what_it_hangs_under() -> None:
    """Her b1 stays for her a1; when a1 is gone, she still stays for b1: no reference breaks."""
    world = World(
        store_map=KNOT,
        tables={
            "customer": [
                {"id": 1, "email": ANNA, "left_on": date(2016, 2, 29)},
                {"id": 2, "email": BRAM, "left_on": None},
            ],
            "a": [
                {"id": 1, "of": 1, "see": 1, "note": "hers"},
                {"id": 2, "of": 2, "see": 2, "note": "his"},
            ],
            "b": [
                {"id": 1, "of": 1, "see": 2, "note": "hers"},
                {"id": 2, "of": 2, "see": 2, "note": "his"},
            ],
        },
    )
    after = carried_out(world, retention_steps(policy(LEFT), [KNOT], TODAY), {})
    assert [row["id"] for row in after.tables["a"]] == [2]
    assert [(row["id"], row["note"]) for row in after.tables["b"]] == [(1, None), (2, "his")]
    assert [row["email"] for row in after.tables["customer"]] == [None, BRAM]
    assert loose_ends(after) == set()
