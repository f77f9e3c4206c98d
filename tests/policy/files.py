"""A small company's files: the fictional provider Zonnekabel, and ways to write any file."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from nakomen.policy import Control, PromiseKind
from nakomen.records import Clock, Column, Dataset, Key, KeyKind, KeyRole, Link, StoreMap
from nakomen.terms import Bound, Category, Certainty, Criterion, Moment, Period, RecordKind, Right

STATEMENT = """\
Privacyverklaring van Zonnekabel B.V.

Facturen blijven zeven jaar in onze boekhouding.
Zolang u klant bent
bewaren wij uw gegevens. Vragen? Mail ons. Vragen? Bel ons.
"""
POLICY = """\
# Het beleid van Zonnekabel.
statement: {file: statement.nl.md, language: nl, version: "2.10", date: 2026-05-01}
controller:
  name: Zonnekabel B.V.   # zoals in het handelsregister
  kvk: "01234567"
  says: Zonnekabel B.V.

promises:
  - id: facturen
    kind: retention
    control: invoice-seven-years
    says: Facturen blijven zeven jaar in onze boekhouding.
    retention: {records: billing, keep: 7 jaar, from: calendar_year_end}
  # Hieronder: de klanten.
  - id: klanten
    kind: retention
    control: offboarding-is-erasure
    says: |-
      Zolang u klant bent
      bewaren wij uw gegevens.
    retention:
      records: customer
      criterion: while_customer

  - id: inzage
    kind: right
    control: access-export
    rights: [access, erasure]
    within: P1M
"""
MAP = """\
# De klantendatabase.
store: crm
kind: postgresql
datasets:
  customer:
    records: customer
    rows: 120
    primary_key: [id]
    columns:
      id: {type: bigint, category: none, nullable: false, unique: true}
      email: {type: text, category: email, why: naam van de kolom}
      ended_at: {type: timestamptz, category: none}
    keys:
      - {kind: email, column: email, written: normal}
    clocks:
      - {column: ended_at, moment: contract_end}
  # Facturen hangen aan een klant.
  invoice:
    records: billing
    columns:
      customer_id: {category: none}
      issued_on: {category: none}
      bill_name: {category: name, certainty: likely}
    links:
      - {columns: [customer_id], to: customer, to_columns: [id]}
    clocks:
      - {column: issued_on, moment: event}
"""

_ANY = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != "")
_TRICKY = st.sampled_from(
    ["no", "NO", "ja", "null", "~", "true", "2.10", "012345678", "+31612345678", "1e3", "0o17", "=",
     "- x", "a: b", "a #b", "{a}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a", "'a", '"a', "---",
     "2026-05-01", "<<", ".inf", "12:30", "é\u2028è", "\u00a0x", "a\nb", "a\n\n  b", "a\r\nb", "🙂",
     "a\tb", "a\n", "\x85"]
)  # fmt: skip
texts = st.one_of(_ANY, _TRICKY)
"""Every text that a statement or a database may hold, odd ones more often."""
names = texts.filter(lambda text: "." not in text)
ids = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,12}\Z")
periods = st.one_of(
    st.builds(Period, years=st.integers(0, 90)),
    st.builds(Period, months=st.integers(1, 30), days=st.integers(0, 90)),
    st.builds(Period, weeks=st.integers(0, 500)),
)
_retentions = st.fixed_dictionaries(
    {"records": st.sampled_from(RecordKind), "keep": periods},
    optional={
        "bound": st.sampled_from(Bound),
        "from": st.sampled_from(Moment),
        "then": st.sampled_from(["erase", "blank", "ask"]),
        "criterion": st.sampled_from(Criterion),
    },
)
_recipients = st.fixed_dictionaries(
    {"name": texts},
    optional={"role": st.sampled_from(["processor", "authority"]), "purpose": texts,
              "country": st.sampled_from(["NL", "NO", "US"])},
)  # fmt: skip
promises = st.fixed_dictionaries(
    {
        "id": ids,
        "kind": st.sampled_from(PromiseKind),
        "control": st.sampled_from(Control),
    },
    optional={
        "says": texts,
        "certainty": st.sampled_from(Certainty),
        "retention": _retentions,
        "within": periods,
        "rights": st.lists(st.sampled_from(Right), max_size=3, unique=True),
        "recipient": _recipients,
    },
)
statements: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"file": texts},
    optional={"title": texts, "version": texts, "language": st.sampled_from(["nl", "en"]),
              "date": st.one_of(st.dates(date(1990, 1, 1)), st.just("2026-05"))},
)  # fmt: skip
controllers: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={"name": texts, "kvk": st.from_regex(r"\A[0-9]{8}\Z"), "city": texts,
              "phones": st.lists(texts, max_size=2), "aliases": st.lists(texts, max_size=2)},
)  # fmt: skip


zones = st.sampled_from(["Europe/Amsterdam", "UTC", "America/New_York"])


@st.composite
def datasets(draw: st.DrawFn, name: str) -> Dataset:
    columns = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    one = st.sampled_from(columns)
    moments = [moment for moment in Moment if moment is moment.clock]
    return Dataset(
        name=name,
        records=draw(st.sampled_from([k for k in RecordKind if k is not RecordKind.ALL])),
        primary_key=tuple(draw(st.lists(one, max_size=2))),
        columns=tuple(
            Column(
                name=column,
                type=draw(st.sampled_from(["", "text", "numeric(10,2)", "enum('a','b')"])),
                category=draw(st.sampled_from(Category)),
                certainty=draw(st.sampled_from(Certainty)),
                why=draw(st.one_of(st.just(""), texts)),
                nullable=draw(st.booleans()),
                unique=draw(st.booleans()),
            )
            for column in columns
        ),
        keys=tuple(
            Key(
                kind=draw(st.sampled_from([*KeyKind, "crm.customer.id"])),
                column=column,
                role=draw(st.sampled_from(KeyRole)),
                written=draw(st.sampled_from(["normal", "mixed"])),
            )
            for column in draw(st.lists(one, max_size=2, unique=True))
        ),
        links=tuple(
            Link(
                columns=(draw(one),),
                to=name,
                to_columns=(draw(one),),
                declared=draw(st.booleans()),
                owner=draw(st.booleans()),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        clocks=tuple(
            Clock(column=draw(one), moment=moment, zone=draw(zones))
            for moment in draw(st.lists(st.sampled_from(moments), max_size=2, unique=True))
        ),
    )


@st.composite
def store_maps(draw: st.DrawFn) -> StoreMap:
    found = draw(st.lists(texts, max_size=3, unique=True))
    return StoreMap(
        store="crm",
        kind=draw(st.sampled_from(["postgresql", "sqlite", "no"])),
        datasets=tuple(draw(datasets(name)) for name in found),
    )
