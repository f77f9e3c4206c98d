"""
PostgreSQL: tables are written anew, statistics too, and the write-ahead log is turned over.

A row that goes stays in its page until that is reused, in samples of values that the planner
keeps, and in the log. A file of the log that has served is renamed and keeps its old bytes until it
is written again: so new files are begun until each has been written from end to end.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from nakomen.records.destruction import Medium, Remain
from nakomen.stores.errors import RightMissing
from nakomen.stores.sql.destroy.way import Session, Span
from nakomen.terms import Text

TURNS_A_CHECKPOINT = 8
"""So many files of the log (of 16 MB, mostly) may grow before the old ones are given back."""


class PostgresqlWay:
    def rewrites(self, tables: Sequence[str]) -> list[str]:
        return [f"VACUUM (FULL, ANALYZE) {table}" for table in tables]

    def forget(self, session: Session, tables: Sequence[str], span: Span) -> Iterator[Remain]:
        session.ask("SELECT set_config('statement_timeout', '0', false)")
        yield from _old_readers(session, span)
        for table, statement in zip(tables, self.rewrites(tables), strict=True):
            _rewrite(session, table, statement)
        yield from _statistics(session)
        yield from _log(session)
        yield from _copies(session, tables)
        yield from _statements(session)


def _rewrite(session: Session, table: str, statement: str) -> None:
    """
    Raises:
        RightMissing: the server passed it over; it only warns of that.
    """
    before = {row[0] for row in session.ask(_FILES, name=table)}
    session.do(statement)
    if before & {row[0] for row in session.ask(_FILES, name=table)}:
        raise RightMissing(table)


_FILES = (
    "SELECT pg_relation_filenode(t.relid) FROM (SELECT relid FROM "
    "pg_partition_tree(CAST(:name AS regclass)) WHERE isleaf UNION SELECT CAST(:name AS regclass)) "
    "AS t WHERE pg_relation_filenode(t.relid) IS NOT NULL"
)


def _old_readers(session: Session, span: Span) -> Iterator[Remain]:
    """Rows that a transaction may still see are written along."""
    if not session.one(_SEES_ALL):
        yield Remain(medium=Medium.TABLE, place="pg_stat_activity", text=_READERS, seen=False)
    elif session.one(_READING, ago=datetime.now(UTC) - span.last):
        yield Remain(medium=Medium.TABLE, place="pg_stat_activity", text=_READERS)


_SEES_ALL = "SELECT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')"
_READING = (
    "SELECT (SELECT count(*) FROM pg_stat_activity WHERE backend_xmin IS NOT NULL "
    "AND pid <> pg_backend_pid() AND xact_start < clock_timestamp() - CAST(:ago AS interval) "
    "AND (datname = current_database() OR backend_type = 'walsender')) "
    "+ (SELECT count(*) FROM pg_prepared_xacts "
    "WHERE prepared < clock_timestamp() - CAST(:ago AS interval)) "
    "+ (SELECT count(*) FROM pg_replication_slots "
    "WHERE xmin IS NOT NULL OR catalog_xmin IS NOT NULL)"
)
_READERS = Text(
    "een oude transactie kan de rijen nog zien; beëindig haar en herhaal de vernietiging",
    "an old transaction may still see the rows; end it and repeat the destruction",
)


def _statistics(session: Session) -> Iterator[Remain]:
    for table in ("pg_catalog.pg_statistic", "pg_catalog.pg_statistic_ext_data"):
        try:
            _rewrite(session, table, f"VACUUM (FULL) {table}")
        except RightMissing:
            yield Remain(medium=Medium.STATISTICS, place=table, text=_SAMPLES)


_SAMPLES = Text(
    "monsters van oude waarden; laat een beheerder deze tabel herschrijven (VACUUM FULL)",
    "samples of old values; let an administrator write this table anew (VACUUM FULL)",
)


def _log(session: Session) -> Iterator[Remain]:
    """
    Begin new files of the log until none was last written before we began.

    The last turn ends the file that was half old and half new at that moment.
    """
    files = session.may_ask("SELECT count(*) FROM pg_ls_waldir()")
    if files is None or not session.may_do("CHECKPOINT") or not _turn(session):
        yield Remain(medium=Medium.LOG, place="pg_wal", text=_NO_LOOK, seen=False)
        return
    session.done.append("SELECT pg_switch_wal()")
    began = session.one(_NEXT_SECOND)
    session.ask(_WAIT, began=began)
    for turn in range(2 * int(files[0][0]) + 2 * TURNS_A_CHECKPOINT):
        if not session.one(_OLDER, began=began):
            break
        _turn(session)
        if turn % TURNS_A_CHECKPOINT == 0:
            session.ask("CHECKPOINT")
    _turn(session)
    session.ask("CHECKPOINT")
    if session.one(_OLDER, began=began):
        yield Remain(medium=Medium.LOG, place="pg_wal", text=_LOG_HELD)


def _turn(session: Session) -> bool:
    """Begin a new file; a file without a line is not turned."""
    session.ask("SELECT pg_logical_emit_message(false, 'nakomen', 'turn')")
    return session.may_ask("SELECT pg_switch_wal()") is not None


_OLDER = "SELECT count(*) FROM pg_ls_waldir() WHERE modification < :began"
_NEXT_SECOND = "SELECT date_trunc('second', clock_timestamp()) + interval '1 second'"
_WAIT = (
    "SELECT pg_sleep(greatest(0, "
    "extract(epoch FROM CAST(:began AS timestamptz) - clock_timestamp())))"
)
_NO_LOOK = Text(
    "deze gebruiker mag het logboek van de server niet zien of wisselen (pg_monitor, "
    "pg_checkpoint en pg_switch_wal); het wordt hergebruikt, maar wanneer is niet te zien",
    "this user may not see or turn over the log of the server (pg_monitor, pg_checkpoint and "
    "pg_switch_wal); it is reused, but nobody can see when",
)
_LOG_HELD = Text(
    "de server bewaart oude delen van het logboek (een replicatieslot, een archief dat achterloopt "
    "of wal_keep_size); hef dat op en herhaal de vernietiging",
    "the server keeps old parts of the log (a replication slot, an archive that lags or "
    "wal_keep_size); end that and repeat the destruction",
)


def _copies(session: Session, tables: Sequence[str]) -> Iterator[Remain]:
    if session.one("SELECT current_setting('archive_mode')") != "off":
        yield Remain(medium=Medium.CHANGES, place="archive_mode", text=_ARCHIVE)
    if session.one(_REPLICAS):
        yield Remain(medium=Medium.COPY, place="pg_stat_replication", text=_REPLICA)
    for table in tables:
        for row in session.ask(_VIEWS, name=table):
            yield Remain(medium=Medium.COPY, place=row[0], text=_VIEW)


_REPLICAS = (
    "SELECT (SELECT count(*) FROM pg_stat_replication) "
    "+ (SELECT count(*) FROM pg_replication_slots)"
)
_VIEWS = (
    "SELECT DISTINCT CAST(CAST(v.oid AS regclass) AS text) FROM pg_depend AS d "
    "JOIN pg_rewrite AS r ON r.oid = d.objid AND d.classid = CAST('pg_rewrite' AS regclass) "
    "JOIN pg_class AS v ON v.oid = r.ev_class AND v.relkind = 'm' "
    "WHERE d.refobjid = CAST(:name AS regclass) ORDER BY 1"
)
_ARCHIVE = Text(
    "het archief van het logboek bewaart elke verandering, zo lang als de eigen termijn daarvan",
    "the archive of the log keeps every change, for as long as its own term",
)
_REPLICA = Text(
    "een andere server krijgt een kopie en heeft eigen bestanden; vernietig ook daar",
    "another server gets a copy and has files of its own; destroy there too",
)
_VIEW = Text(
    "een bewaarde uitkomst (materialized view) van deze tabel; ververs haar en herhaal",
    "a stored answer (materialized view) of this table; refresh it and repeat",
)


def _statements(session: Session) -> Iterator[Remain]:
    if session.one(_LOGGED):
        yield Remain(medium=Medium.STATEMENTS, place="log_statement", text=_WRITTEN, seen=False)
    if session.ask("SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'"):
        yield Remain(
            medium=Medium.STATEMENTS, place="pg_stat_statements", text=_WRITTEN, seen=False
        )


_LOGGED = (
    "SELECT current_setting('log_statement') IN ('mod', 'all') "
    "OR current_setting('log_min_duration_statement') NOT LIKE '-1%'"
)
_WRITTEN = Text(
    "de server schrijft opdrachten op, en daarin kunnen waarden staan",
    "the server writes statements down, and values can stand in them",
)
