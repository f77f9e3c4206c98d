"""A name server on loopback that knows a few texts."""

import socketserver
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rrset


@contextmanager
def name_server(texts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Answers for TXT under each name of *texts*, and that there is no other; ``host:port``."""

    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            raw, link = self.request
            asked = dns.message.from_wire(raw)
            answer = dns.message.make_response(asked)
            answer.flags |= dns.flags.RA
            name = asked.question[0].name
            found = texts.get(name.to_text(omit_final_dot=True).lower())
            if found is None:
                answer.set_rcode(dns.rcode.NXDOMAIN)
            else:
                answer.answer = [dns.rrset.from_text(name, 60, "IN", "TXT", *map(_text, found))]
            link.sendto(answer.to_wire(), self.client_address)

    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _text(told: str) -> str:
    """As it stands in a zone: in pieces that are short enough."""
    return " ".join(f'"{told[n : n + 200]}"' for n in range(0, len(told), 200))
