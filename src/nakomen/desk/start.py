"""From a company's folder to a desk that serves its pages: one process, nothing else needed."""

import os
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

import django

from nakomen.desk.known import known
from nakomen.errors import UsageError

THREADS = 8
LARGEST = 1_000_000
"""Bytes of a request; a form is much smaller."""


class PortTaken(UsageError):
    """Another program listens there, or it is not yours to take. Give another: --port 8080."""

    nl = (
        "Op deze poort luistert al iets, of u mag hem niet gebruiken. Geef een andere: --port 8080."
    )


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Ready to be served at *address*. *invitation*: for the owner, when nobody is in yet."""

    address: str
    listening: socket.socket
    invitation: str | None


def open_desk(
    folder: Path, host: str, port: int, address: str | None = None, workers: int = 0
) -> Desk:
    """
    Take the port, bring the tables up to date, and see whether anybody can log in.

    Args:
        port: 0 takes one that is free.
        address: where people reach the desk, when a proxy stands before it.

    Raises:
        PortTaken, ReplayWaits, WorkersNeedServer: nothing was opened.
        NoCompany, CompanyFaulty: the folder is none, or has faults; it was not touched.
    """
    if (folder / ".nakomen" / "restored.json").exists():
        from nakomen import ReplayWaits

        raise ReplayWaits
    try:
        listening = socket.create_server((host, port))
    except OSError as error:
        raise PortTaken(f"{host}:{port}") from error
    try:
        shown = address or known(folder).site or f"http://{host}:{listening.getsockname()[1]}"
        configure(folder, shown)
        if workers:
            from nakomen.desk.workers import check

            check()
        from nakomen.desk.accounts.founding import invitation

        return Desk(address=shown, listening=listening, invitation=invitation())
    except BaseException:
        listening.close()
        raise


def configure(folder: Path, address: str) -> None:
    """Set Django up for the company in *folder*, with tables as this version knows them."""
    os.environ["NAKOMEN_FOLDER"] = str(folder.absolute())
    os.environ["NAKOMEN_ADDRESS"] = address
    os.environ["DJANGO_SETTINGS_MODULE"] = "nakomen.desk.settings"
    os.umask(0o077)
    django.setup()
    from nakomen.desk.tables import bring_up

    bring_up()


def serve(desk: Desk, workers: int = 0) -> None:
    """
    Answer until somebody stops it; meanwhile the promises are counted.

    Args:
        workers: processes for the work beside the pages, on PostgreSQL; 0: threads of this one.

    On SIGTERM requests that came in are answered first; what is not done beside the pages waits
    for the next start.
    """
    import waitress
    from django.core.wsgi import get_wsgi_application

    from nakomen.desk import stopping
    from nakomen.desk.workers import Workers
    from nakomen.desk.works import works

    app = stopping.Stopping(get_wsgi_application())
    signal.signal(signal.SIGTERM, app.on_signal)
    behind = desk.address.startswith("https:")
    beside = works()
    others = Workers(workers) if workers else None
    if others:
        others.start()
    for thread in beside:
        thread.start()
    try:
        waitress.serve(
            app,
            sockets=[desk.listening],
            threads=THREADS,
            ident=None,
            max_request_body_size=LARGEST,
            # Only a proxy on this machine may say who asks, and over what.
            trusted_proxy="127.0.0.1" if behind else None,
            trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"} if behind else set(),
            clear_untrusted_proxy_headers=True,
        )
    finally:
        stopping.end(beside)
        if others:
            others.end()
