"""
The tables of the ledger. They only grow: SQLite itself refuses to change or to delete.

Whoever owns the file can take that away again, which is why the signed heads are the proof.
"""

from sqlalchemy import Column, Computed, Integer, LargeBinary, MetaData, Table, Text

_IMMUTABLE = tuple(
    f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for table in ("line", "head")
    for act in ("UPDATE", "DELETE")
)
GUARD = (
    # INSERT OR REPLACE deletes without firing a DELETE trigger; this one stands before it.
    "CREATE TRIGGER line_insert BEFORE INSERT ON line "
    "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM line) "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
)
NO_GUARD = "DROP TRIGGER IF EXISTS line_insert"
OFTEN = frozenset({"intent", "outcome"})
"""Kinds that most lines have: an index leads to nearly all pages, and costs each line its share."""
SELDOM = "kind NOT IN ('intent', 'outcome')"
"""As the index on the other kinds says it; SQLite takes that index when a query says the same."""
MIGRATIONS = (
    (
        "CREATE TABLE line (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, "
        "body TEXT NOT NULL, leaf BLOB NOT NULL, "
        # Derived by SQLite itself, so that the look-up can never tell another story than the body.
        "plan TEXT GENERATED ALWAYS AS (json_extract(body, '$.plan')) VIRTUAL) STRICT",
        "CREATE INDEX line_by_plan ON line (plan) WHERE plan IS NOT NULL",
        "CREATE INDEX line_by_kind ON line (kind)",
        "CREATE TABLE head (size INTEGER PRIMARY KEY, root BLOB NOT NULL, at TEXT NOT NULL, "
        "signature BLOB NOT NULL, peaks BLOB NOT NULL) STRICT",
        *_IMMUTABLE,
        GUARD,
        "CREATE TRIGGER head_insert BEFORE INSERT ON head "
        "WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM head) "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    ),
    (
        "ALTER TABLE line ADD COLUMN subject TEXT "
        "GENERATED ALWAYS AS (json_extract(body, '$.subject')) VIRTUAL",
        "CREATE INDEX line_by_subject ON line (subject) WHERE subject IS NOT NULL",
    ),
    ("DROP INDEX line_by_kind", f"CREATE INDEX line_by_seldom ON line (kind) WHERE {SELDOM}"),
)
_tables = MetaData()
LINE = Table(
    "line",
    _tables,
    Column("seq", Integer, primary_key=True),
    Column("at", Text),
    Column("kind", Text),
    Column("body", Text),
    Column("leaf", LargeBinary),
    Column("plan", Text, Computed("json_extract(body, '$.plan')")),
    Column("subject", Text, Computed("json_extract(body, '$.subject')")),
)
HEAD = Table(
    "head",
    _tables,
    Column("size", Integer, primary_key=True),
    Column("root", LargeBinary),
    Column("at", Text),
    Column("signature", LargeBinary),
    Column("peaks", LargeBinary),  # see StoredHead
)
