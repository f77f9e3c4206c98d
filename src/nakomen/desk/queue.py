"""
The queue on PostgreSQL, for a desk with workers: the only place that knows procrastinate.

A job is a wake-up: the name of a piece of work, which looks for itself what waits. Nothing is kept
in the queue that is not in the tables too, so each start begins with an empty one, and a job that a
killed worker left behind is simply given out again.
"""

import asyncio
import logging
import os
from collections.abc import Mapping
from typing import Any

import psycopg
from django.conf import settings
from procrastinate import App, PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from nakomen.desk.works import works

SCHEMA = "nakomen_jobs"
QUEUE = "work"
BEAT_S, SILENT_S = 1.0, 5.0
"""So often a worker shows that it lives, and after so long without it is taken for dead."""
ROUND_S = 2.0
_LOG = logging.getLogger(__name__)


def fresh() -> None:
    """An empty queue, in a schema of its own."""
    with psycopg.connect(**_address(), autocommit=True) as link:
        link.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        link.execute(f"CREATE SCHEMA {SCHEMA}")
    with _app(SyncPsycopgConnector(kwargs=_address(), min_size=1)).open() as made:
        made.schema_manager.apply_schema()


class Giving:
    """Gives work out by its name; what waits already is not given out twice."""

    def __init__(self) -> None:
        self._app = _app(SyncPsycopgConnector(kwargs=_address(), min_size=1)).open()

    def __call__(self, name: str) -> None:
        try:
            self._app.configure_task("work", **_once(name)).defer(name=name)
        except AlreadyEnqueued:
            return  # Somebody will look soon, and sees this too.

    def close(self) -> None:
        self._app.close()


def run() -> None:
    """Do what is given out, until somebody stops this process."""
    app = _app(PsycopgConnector(kwargs=_address(), min_size=1))
    app.run_worker(
        queues=[QUEUE],
        name=f"worker-{os.getpid()}",
        concurrency=1,
        delete_jobs="always",
        update_heartbeat_interval=BEAT_S,
        stalled_worker_timeout=SILENT_S,
        fetch_job_polling_interval=ROUND_S,
        shutdown_graceful_timeout=20.0,
    )


def recover() -> None:
    """Give out again what a dead worker had taken; runs beside each worker, without end."""
    asyncio.run(_recover())


async def _recover() -> None:
    app = _app(PsycopgConnector(kwargs=_address(), min_size=1, max_size=2))
    async with app.open_async():
        while True:
            await asyncio.sleep(ROUND_S)
            try:
                for job in await app.job_manager.get_stalled_jobs(
                    queue=QUEUE, seconds_since_heartbeat=SILENT_S
                ):
                    await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
                    name = str(job.task_kwargs["name"])
                    await app.configure_task("work", **_once(name)).defer_async(name=name)
            except AlreadyEnqueued:
                continue
            except ConnectorException as error:
                _LOG.error("queue: %s", type(error).__name__)


def _once(name: str) -> dict[str, Any]:
    """One waits and one is at it, never two."""
    return {"queue": QUEUE, "lock": name, "queueing_lock": name}


def _app(connector: Any) -> App:
    made = App(connector=connector)

    @made.task(name="work", queue=QUEUE)
    def work(name: str) -> None:
        next(each for each in works() if each.name == name).do()

    return made


def _address() -> Mapping[str, Any]:
    database = settings.DATABASES["default"]
    told = {
        "dbname": database["NAME"],
        "user": database["USER"],
        "password": database["PASSWORD"],
        "host": database["HOST"],
        "port": database["PORT"],
    }
    given: dict[str, Any] = {name: value for name, value in told.items() if value}
    given |= database["OPTIONS"]
    return given | {"options": f"-c search_path={SCHEMA}"}
