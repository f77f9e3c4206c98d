"""A program that hears news of the desk: a web server on loopback that keeps what it is told."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Ear:
    """
    *heard* are headers and body of each message, *paths* where they came; *answers* is the status
    it gives, *to* where it sends the caller.
    """

    port: int
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    answers: int = 204
    to: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/nieuws"


@contextmanager
def listening(port: int = 0) -> Iterator[Ear]:
    """An ear that is open until the block ends."""
    ear = Ear(port=port)

    class Hears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            ear.paths.add(self.path)
            ear.heard.append((dict(self.headers), body))
            self.send_response(ear.answers)
            if ear.to:
                self.send_header("Location", ear.to)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Hears)
    ear.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ear
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
