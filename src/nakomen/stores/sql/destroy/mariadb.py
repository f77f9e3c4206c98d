"""
MariaDB: tables are written anew, and the redo log is replaced by a new one.

A row that goes stays in its page until that is reused, in the redo log until it comes round, in the
undo log until its page is reused, and in the log of changes until that expires. Where the server
cannot be made to let go, that is told.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.exc import DBAPIError

from nakomen.records import StoreRefused
from nakomen.records.destruction import Medium, Remain
from nakomen.stores.sql.destroy.way import Session, Span
from nakomen.terms import Text

_PLAIN = ("InnoDB", "Aria", "MyISAM")
"""Engines whose tables `OPTIMIZE TABLE` writes anew."""
_STEP = 4096
PURGE_S = 20
_ROUNDED = timedelta(seconds=2)
"""The server tells how long it runs in whole seconds."""


class MariadbWay:
    def rewrites(self, tables: Sequence[str]) -> list[str]:
        return [f"OPTIMIZE TABLE {table}" for table in tables]

    def forget(self, session: Session, tables: Sequence[str], span: Span) -> Iterator[Remain]:
        facts = _settings(session)
        if "mariadb" in facts.get("version", "").lower():
            session.ask("SET SESSION max_statement_time = 0")
        for table, statement in zip(tables, self.rewrites(tables), strict=True):
            _refuse_unless_whole(session.do(statement), table)
            yield from _engine(session, table)
        if facts.get("innodb_file_per_table") != "ON":
            yield Remain(medium=Medium.TABLE, place="ibdata1", text=_ONE_FILE)
        yield from _undo(session, facts, span)
        yield from _redo(session, facts)
        yield from _changes(session, facts)
        yield from _others(session, facts)


def _refuse_unless_whole(told: Sequence[Any], table: str) -> None:
    """
    Raises:
        StoreRefused: the server says so in an answer, not as an error.
    """
    if told[-1][2:] != ("status", "OK"):
        raise StoreRefused(table)


def _settings(session: Session) -> dict[str, str]:
    found = session.ask("SHOW GLOBAL VARIABLES")
    return {str(name).lower(): str(value) for name, value in found}


def _engine(session: Session, table: str) -> Iterator[Remain]:
    found = session.ask(_ENGINE, name=table.strip("`"))
    if found and found[0][0] not in _PLAIN:
        yield Remain(medium=Medium.TABLE, place=table.strip("`"), text=_OTHER, seen=False)


_ENGINE = (
    "SELECT engine FROM information_schema.tables "
    "WHERE table_schema = DATABASE() AND table_name = :name"
)
_OTHER = Text(
    "hoe deze soort tabel oude waarden bewaart, is niet te zien",
    "how this kind of table keeps old values cannot be seen",
)
_ONE_FILE = Text(
    "alle tabellen staan in één bestand dat nooit kleiner wordt; zet innodb_file_per_table aan",
    "all tables are in one file that never shrinks; turn innodb_file_per_table on",
)


def _undo(session: Session, facts: dict[str, str], span: Span) -> Iterator[Remain]:
    """Freed pages are wiped when the server was started with that setting before the rows went."""
    if not _scrubbed_since(session, facts, span.first):
        yield Remain(medium=Medium.UNDO, place=_UNDO_FILE, text=_UNDO)
    elif not _purged(session):
        yield Remain(medium=Medium.UNDO, place=_UNDO_FILE, text=_PURGE, seen=False)
    if facts.get("innodb_doublewrite", "OFF") != "OFF":
        yield Remain(medium=Medium.DOUBLEWRITE, place=_UNDO_FILE, text=_DOUBLE)


def _scrubbed_since(session: Session, facts: dict[str, str], first: datetime) -> bool:
    if facts.get("innodb_immediate_scrub_data_uncompressed") != "ON":
        return False
    origin = session.ask(_ORIGIN)
    uptime = int(session.ask("SHOW GLOBAL STATUS LIKE 'Uptime'")[0][1])
    started = datetime.now(UTC) - timedelta(seconds=uptime)
    return (
        bool(origin) and origin[0][0] in ("CONFIG", "COMMAND-LINE") and started + _ROUNDED < first
    )


def _purged(session: Session) -> bool:
    """Nobody needs an old version any more; an old transaction is not waited for."""
    session.ask(f"SET SESSION max_statement_time = {PURGE_S}")
    try:
        session.ask("SET GLOBAL innodb_max_purge_lag_wait = 0")
    except DBAPIError:
        return False
    finally:
        session.ask("SET SESSION max_statement_time = 0")
    return True


_UNDO_FILE = "ibdata1"
_ORIGIN = (
    "SELECT global_value_origin FROM information_schema.system_variables "
    "WHERE variable_name = 'INNODB_IMMEDIATE_SCRUB_DATA_UNCOMPRESSED'"
)
_UNDO = Text(
    "oude versies van rijen kunnen in vrije pagina's staan tot de server die hergebruikt; start "
    "hem voortaan met innodb_immediate_scrub_data_uncompressed=ON",
    "old versions of rows can stand in free pages until the server reuses them; start it with "
    "innodb_immediate_scrub_data_uncompressed=ON from now on",
)
_PURGE = Text(
    "of oude versies van rijen al zijn opgeruimd, is niet te zien (een oude transactie, of het "
    "recht SUPER ontbreekt)",
    "whether old versions of rows are purged yet cannot be seen (an old transaction, or the right "
    "SUPER lacks)",
)
_DOUBLE = Text(
    "kopieën van pagina's staan er tot de server 256 andere heeft geschreven; herhaal later",
    "copies of pages stand there until the server has written 256 others; repeat later",
)


def _redo(session: Session, facts: dict[str, str]) -> Iterator[Remain]:
    """Another size and back: twice the log is made anew, and the old file is gone."""
    size = int(facts.get("innodb_log_file_size", 0))
    try:
        for wanted in (size + _STEP, size):
            session.do(f"SET GLOBAL innodb_log_file_size = {wanted}")
    except DBAPIError:
        yield Remain(medium=Medium.LOG, place="ib_logfile0", text=_ROUND.fill(mb=size >> 20))


_ROUND = Text(
    "deze gebruiker of deze server kan het logboek niet vernieuwen (SUPER, vanaf MariaDB 10.9); "
    "het wordt overschreven als er {mb} MB aan veranderingen is geschreven",
    "this user or this server cannot renew the log (SUPER, from MariaDB 10.9); it is overwritten "
    "once {mb} MB of changes has been written",
)


def _changes(session: Session, facts: dict[str, str]) -> Iterator[Remain]:
    if facts.get("log_bin") != "ON":
        return
    # The file at hand is closed, so that its days begin to count.
    closed = session.may_do("FLUSH BINARY LOGS")
    seconds = int(float(facts.get("binlog_expire_logs_seconds", 0)))
    if closed and seconds:
        until = (datetime.now(UTC) + timedelta(seconds=seconds, days=1)).date()
        yield Remain(medium=Medium.CHANGES, place="log_bin", text=_EXPIRES, until=until)
    else:
        yield Remain(medium=Medium.CHANGES, place="log_bin", text=_NO_END)


_EXPIRES = Text(
    "het logboek van veranderingen bewaart elke rij die ging, tot die dag",
    "the log of changes keeps every row that went, until that day",
)
_NO_END = Text(
    "het logboek van veranderingen bewaart elke rij die ging, en heeft geen einde; stel "
    "binlog_expire_logs_seconds in",
    "the log of changes keeps every row that went, and has no end; set binlog_expire_logs_seconds",
)


def _others(session: Session, facts: dict[str, str]) -> Iterator[Remain]:
    if session.one(_REPLICAS):
        yield Remain(medium=Medium.COPY, place="Binlog Dump", text=_REPLICA)
    if session.may_ask(_SAMPLED) != []:
        yield Remain(
            medium=Medium.STATISTICS, place="mysql.column_stats", text=_SAMPLES, seen=False
        )
    for name in ("general_log", "slow_query_log"):
        if facts.get(name) == "ON":
            yield Remain(medium=Medium.STATEMENTS, place=name, text=_WRITTEN, seen=False)


_REPLICAS = "SELECT count(*) FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'"
_SAMPLED = "SELECT 1 FROM mysql.column_stats WHERE db_name = DATABASE() LIMIT 1"
_REPLICA = Text(
    "een andere server krijgt een kopie en heeft eigen bestanden; vernietig ook daar",
    "another server gets a copy and has files of its own; destroy there too",
)
_SAMPLES = Text(
    "kleinste en grootste waarden van kolommen kunnen hier staan (ANALYZE ... PERSISTENT)",
    "smallest and largest values of columns can stand here (ANALYZE ... PERSISTENT)",
)
_WRITTEN = Text(
    "de server schrijft opdrachten op, en daarin kunnen waarden staan",
    "the server writes statements down, and values can stand in them",
)
