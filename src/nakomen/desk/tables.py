"""
The desk's own tables, brought up to what this version knows, after a copy was taken.

Django looks at every migration at each start; here one look at their names says that nothing is
new. A new desk does not walk through all versions there were: its tables are made as they are now.
"""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import OperationalError, ProgrammingError, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from nakomen.errors import NakomenError, UsageError

OURS = "nakomen.desk."
KEPT = timedelta(days=7)
"""So long a copy stays: persons who were erased since still stand in it."""


class DeskNewer(UsageError):
    """
    This desk was kept by a newer version of nakomen. Install that version again, or restore a
    backup of before it.
    """

    nl = (
        "Dit bureau is bijgehouden door een nieuwere versie van nakomen. Zet die versie terug, of "
        "zet een back-up terug van daarvoor."
    )


class UpgradeFailed(NakomenError):
    """
    The desk could not be brought up to this version; it is as it was. Run the former version, and
    report this.
    """

    nl = (
        "Het bureau is niet bij te werken tot deze versie; het is zoals het was. Gebruik de vorige "
        "versie, en meld dit."
    )
    exit_code: ClassVar[int] = 1


def bring_up() -> None:
    """
    Make what is missing. Tables of an earlier version are copied first, to ``.nakomen/copies``.

    Raises:
        DeskNewer: nothing was changed.
        UpgradeFailed: the tables are as they were.
    """
    known, done = _known(), _done()
    if newer := {(app, name) for app, name in done - known if _ours(app)}:
        raise DeskNewer(", ".join(sorted(f"{app}.{name}" for app, name in newer)))
    if known <= done:
        return
    if not done:
        return _found(known)
    if connection.vendor != "sqlite":
        with transaction.atomic():
            return _migrate()
    copy = _copied(settings.STATE / "copies")
    try:
        _migrate()
    except Exception as error:
        connections.close_all()
        _copy(copy, settings.DATABASES["default"]["NAME"])
        raise UpgradeFailed(type(error).__name__) from error


def clear_copies() -> None:
    """Copies of which the time is over go."""
    before = (datetime.now() - KEPT).timestamp()
    for copy in (settings.STATE / "copies").glob("desk-*.sqlite"):
        if copy.stat().st_mtime < before:
            copy.unlink(missing_ok=True)


def _found(known: set[tuple[str, str]]) -> None:
    """
    All tables at once, or none where this is stopped. No row stands there that a migration moves.
    """
    connection.disable_constraint_checking()  # SQLite makes no tables while it checks references
    try:
        with transaction.atomic():
            with connection.schema_editor() as editor:
                for model in apps.get_models():
                    if model._meta.can_migrate(connection):
                        editor.create_model(model)
            recorder = MigrationRecorder(connection)
            recorder.ensure_schema()
            for app, name in sorted(known):
                recorder.record_applied(app, name)
            emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
            call_command("createcachetable", verbosity=0)
    finally:
        connection.enable_constraint_checking()


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def _known() -> set[tuple[str, str]]:
    """The migrations that come with this version, by their files."""
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in (Path(app.path) / "migrations").glob("[0-9]*.py")
    }


def _done() -> set[tuple[str, str]]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            return set(cursor.fetchall())
    except (OperationalError, ProgrammingError):
        if _reached():
            return set()
        raise


def _reached() -> bool:
    """Whether only the table is absent; a database that is not there raises what is wrong."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return True


def _ours(label: str) -> bool:
    found = apps.app_configs.get(label)
    return found is not None and found.name.startswith(OURS)


def _copied(folder: Path) -> Path:
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"desk-{datetime.now():%Y%m%d-%H%M%S}.sqlite"
    copy.touch(mode=0o600)
    _copy(settings.DATABASES["default"]["NAME"], copy)
    return copy


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as of, closing(sqlite3.connect(target)) as to:
        of.backup(to)
