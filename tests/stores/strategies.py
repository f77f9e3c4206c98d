"""Random small shops and random conditions over them, for the claim that all stores agree."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

from hypothesis import strategies as st

from nakomen.records import (
    Act,
    AllOf,
    AnyOf,
    Becomes,
    Before,
    Condition,
    Constant,
    Dated,
    Emptied,
    Everything,
    Filled,
    Given,
    KeyIn,
    Linked,
    Mentions,
    Missing,
    Not,
    Nothing,
    Referenced,
    Says,
    Unlike,
)
from nakomen.stores.contract_shop import SHOP, Tables

NUMBERS = st.integers(0, 4)
EMAILS = [
    *("anna@example.nl", " Anna@Example.NL ", "ÁNNA@example.nl", "bram@straße.nl", "", None),
    *("mailto:Anna@Example.NL", "Mailto:Ánna@example.nl ", "Anna <Anna@Example.NL>"),
]
PHONES = [
    "+31612345678",
    "06-1234 5678",
    "0031 6 12345678",
    "(0)612345678",
    "31612345678",
    "",
    None,
]
TOLD_DAYS = [
    "2026-03-29", "2024-02-29", "2026-02-30", "0000-00-00", "9999-12-31", "onbekend",
    "2026-03-28T22:30:00Z", "2026-03-28 23:30:00Z", "2026-03-29 00:30:00+02:00", "2026-03-29 01:30",
]  # fmt: skip
CODES = ["K-1", "k-1", "K-1 ", " K-1", "Ḱ-1", "1", "", None]
DAYS = [date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 25)]
MOMENTS = [
    datetime(day.year, day.month, day.day) + timedelta(seconds=shift)
    for day in DAYS
    for shift in (-1, 0, 1, 7200)
]
KEYS = {
    "email": st.sampled_from(["anna@example.nl", "ánna@example.nl", "bram@strasse.nl"]),
    "phone": st.sampled_from(["+31612345678", "+31612345679"]),
    "customer": st.sampled_from(["K-1", "k-1", "1"]),
    "shop.customer.id": st.sampled_from(["0", "1", "2", "01", "x"]),
}
GIVEN = {
    "set:email": st.sampled_from(["nieuw@example.nl", "ANNA@example.nl", "Ánna@example.nl "]),
    "set:name": st.sampled_from(["K-1", "k-1 ", "Ḱ-1"]),
    "set:points": st.sampled_from(["0", "1", "7"]),
    "set:left_on": st.sampled_from([day.isoformat() for day in DAYS]),
}
GIVEN_TO = [(kind.removeprefix("set:"), Given(kind)) for kind in GIVEN]
SAME_FOR_ALL = [
    ("email", Constant("nee")),
    ("points", Constant("false")),
    ("left_on", Constant("2026-03-29")),
    ("name", Emptied()),
    ("points", Emptied()),
    ("contact_id", Emptied()),
]
BECOMES = [*GIVEN_TO, *SAME_FOR_ALL]
keys = st.fixed_dictionaries(
    {kind: value.map(lambda text: (text,)) for kind, value in GIVEN.items()},
    optional={kind: st.lists(v, min_size=1, max_size=2).map(tuple) for kind, v in KEYS.items()},
)


def becoming(act: Act, columns: Sequence[str]) -> tuple[Becomes, ...]:
    """What *columns* become by an act that sets values; nothing by any other."""
    values = dict(GIVEN_TO if act is Act.RECTIFY else reversed(SAME_FOR_ALL))
    return tuple(values[column] for column in columns) if act.sets else ()


_LEAVES: dict[str, list[st.SearchStrategy[Condition]]] = {
    "customer": [
        st.builds(KeyIn, st.just("email"), st.just("email"), st.sampled_from(["mixed", "normal"])),
        st.builds(KeyIn, st.just("phone"), st.just("phone"), st.sampled_from(["mixed", "normal"])),
        st.builds(KeyIn, st.sampled_from(["number", "name"]), st.just("customer")),
        st.just(KeyIn("id", "shop.customer.id")),
        st.builds(Says, st.just("name"), st.sampled_from(["", *filter(None, CODES)])),
        st.sampled_from([Says("id", "1"), Says("points", "0"), Says("points", "x")]),
        st.builds(Before, st.just("left_on"), st.sampled_from(DAYS)),
        st.just(Dated("left_on")),
        st.sampled_from([Mentions(c, Given("set:name")) for c in ("name", "number", "email")]),
        st.sampled_from([Unlike(column, becomes) for column, becomes in BECOMES]),
        st.sampled_from([Filled(("name",)), Filled(("email", "points")), Filled(("contact_id",))]),
    ],
    "invoice": [
        st.builds(Before, st.just("day"), st.sampled_from(DAYS)),
        st.just(Dated("day")),
        st.just(KeyIn("customer_id", "shop.customer.id")),
    ],
    "line": [
        st.sampled_from([KeyIn("told", "customer"), Filled(("told",)), Dated("told")]),
        st.builds(Before, st.just("told"), st.sampled_from(DAYS)),
    ],
    "call": [
        st.builds(Before, st.just("began"), st.sampled_from(DAYS)),
        st.just(Dated("began")),
        st.builds(
            KeyIn, st.sampled_from(["caller", "callee"]), st.just("phone"),
            st.sampled_from(["mixed", "normal"]),
        ),
    ],
    "contact": [st.just(Filled(("name",)))],
}  # fmt: skip


@cache
def conditions(name: str, depth: int = 3) -> st.SearchStrategy[Condition]:
    """Any condition over dataset *name*, at most *depth* deep."""
    missing = st.sampled_from([Missing(c.name) for c in SHOP.dataset(name).columns])
    leaves: list[st.SearchStrategy[Condition]] = [
        st.sampled_from([Everything(), Nothing()]),
        missing,
        *_LEAVES[name],
    ]
    if not depth:
        return st.one_of(leaves)
    part = st.deferred(lambda: conditions(name, depth - 1))
    several = st.lists(part, min_size=0, max_size=3).map(tuple)
    return st.one_of(
        *leaves,
        part.map(Not),
        several.map(AllOf),
        several.map(AnyOf),
        *_links(name, depth),
    )


def _links(name: str, depth: int) -> list[st.SearchStrategy[Condition]]:
    found: list[st.SearchStrategy[Condition]] = []
    for link in SHOP.dataset(name).links:
        inner = st.deferred(lambda to=link.to: conditions(to, depth - 1))
        found.append(
            st.builds(
                Linked, st.just(link.columns), st.just(link.to), st.just(link.to_columns), inner
            )
        )
    for child, link in SHOP.children(name):
        inner = st.deferred(lambda by=child.name: conditions(by, depth - 1))
        found.append(
            st.builds(
                Referenced,
                st.just(link.to_columns),
                st.just(child.name),
                st.just(link.columns),
                inner,
            )
        )
    return found


def _rows(
    size: int, **columns: st.SearchStrategy[object]
) -> st.SearchStrategy[list[dict[str, object]]]:
    numbers = st.lists(st.integers(0, size), unique=True, max_size=size)
    return numbers.flatmap(
        lambda ids: st.tuples(
            *(st.fixed_dictionaries({"id": st.just(number), **columns}) for number in ids)
        ).map(list)
    )


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """Few rows with many NULLs, look-alikes and loose ends; references need not lead anywhere."""
    none = st.none()
    customers = draw(
        _rows(
            4,
            number=st.just(""),
            name=st.sampled_from([c for c in CODES if c is not None]),
            email=st.sampled_from(EMAILS),
            phone=st.sampled_from(PHONES),
            points=st.integers(0, 1),
            left_on=none | st.sampled_from(DAYS),
            contact_id=none | NUMBERS,
        )
    )
    for row in customers:
        row["number"] = f"K-{row['id']}"
    contacts = _rows(3, customer_id=NUMBERS, name=st.sampled_from(CODES))
    invoices = _rows(
        4, customer_id=none | NUMBERS, day=none | st.sampled_from(DAYS), corrects=none | NUMBERS
    )
    calls = _rows(
        5,
        caller=st.sampled_from(PHONES),
        callee=st.sampled_from(PHONES),
        began=none | st.sampled_from(MOMENTS),
    )
    places = st.lists(st.tuples(NUMBERS, st.integers(1, 2)), unique=True, max_size=5)
    lines = [
        {
            "invoice_id": invoice,
            "position": position,
            "told": draw(st.sampled_from(CODES + TOLD_DAYS)),
        }
        for invoice, position in draw(places)
    ]
    return {
        "customer": customers,
        "contact": draw(contacts),
        "invoice": draw(invoices),
        "line": lines,
        "call": draw(calls),
    }
