"""The tables of the vault."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

MIGRATIONS = (
    (
        "CREATE TABLE vault (check_value BLOB NOT NULL, unswept INTEGER NOT NULL) STRICT",
        "CREATE TABLE parcel (number INTEGER PRIMARY KEY AUTOINCREMENT, plan TEXT NOT NULL, "
        "step TEXT NOT NULL, store TEXT NOT NULL, dataset TEXT NOT NULL, act TEXT NOT NULL, "
        "columns TEXT NOT NULL, subject TEXT, promise TEXT, until TEXT, wrapped BLOB NOT NULL, "
        "UNIQUE (plan, step)) STRICT",
        "CREATE TABLE parked (number INTEGER PRIMARY KEY, parcel INTEGER NOT NULL REFERENCES "
        "parcel, place TEXT NOT NULL, sealed BLOB NOT NULL, UNIQUE (parcel, place)) STRICT",
        "CREATE TABLE mark (parcel INTEGER NOT NULL REFERENCES parcel, fingerprint TEXT NOT NULL, "
        "PRIMARY KEY (fingerprint, parcel)) STRICT, WITHOUT ROWID",
    ),
    (
        "ALTER TABLE parcel ADD COLUMN purpose TEXT",
        "ALTER TABLE parcel ADD COLUMN role TEXT",
        "CREATE TABLE row_mark (parcel INTEGER NOT NULL REFERENCES parcel, place TEXT NOT NULL, "
        "fingerprint TEXT NOT NULL, PRIMARY KEY (fingerprint, parcel, place)) STRICT, "
        "WITHOUT ROWID",
    ),
)
_tables = MetaData()
VAULT = Table("vault", _tables, Column("check_value", LargeBinary), Column("unswept", Integer))
PARCEL = Table(
    "parcel",
    _tables,
    Column("number", Integer, primary_key=True),
    *(Column(name, Text) for name in ("plan", "step", "store", "dataset", "act", "columns")),
    *(Column(name, Text) for name in ("subject", "promise", "until", "purpose", "role")),
    Column("wrapped", LargeBinary),
)
PARKED = Table(
    "parked",
    _tables,
    Column("number", Integer, primary_key=True),
    Column("parcel", Integer),
    Column("place", Text),
    Column("sealed", LargeBinary),
)
MARK = Table(
    "mark",
    _tables,
    Column("parcel", Integer, primary_key=True),
    Column("fingerprint", Text, primary_key=True),
)
ROW_MARK = Table(
    "row_mark",
    _tables,
    Column("parcel", Integer, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("fingerprint", Text, primary_key=True),
)
