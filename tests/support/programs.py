"""Programs for the PATH of a shell that are imported already: each start is the price of a fork."""

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

PROVIDER = "nakomen.demo.provider"
_SHIM = """\
#!{python} -IS
import json, os, socket, sys, time
name, words = os.path.basename(sys.argv[0]), sys.argv[1:]
if name == "python":
    if words[:2] != ["-m", "{provider}"]:
        os.execv("{python}", ["{python}", *words])
    words = words[2:]
order = {{"program": name, "words": words, "cwd": os.getcwd(), "env": dict(os.environ)}}
with socket.socket(socket.AF_UNIX) as line:
    while line.connect_ex("{address}"):
        time.sleep(0.01)
    socket.send_fds(line, [json.dumps(order).encode()], [0, 1, 2])
    line.shutdown(socket.SHUT_WR)
    code = line.recv(8)
sys.exit(int(code or b"1"))
"""


def write_shims(folder: Path, address: Path) -> None:
    """``nakomen`` and ``python`` in *folder*, which hand their words and streams to *address*."""
    folder.mkdir()
    for name in ("nakomen", "python"):
        shim = folder / name
        shim.write_text(
            _SHIM.format(python=sys.executable, provider=PROVIDER, address=address), "utf-8"
        )
        shim.chmod(0o755)


def listening(address: str) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.bind(address)
    line.listen(16)
    return line


def taken(line: socket.socket) -> dict[str, Any]:
    """What a shim asks for; its streams become those of this process."""
    first, streams, _, _ = socket.recv_fds(line, 1 << 16, 3)
    parts = [first]
    while part := line.recv(1 << 16):
        parts.append(part)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    order: dict[str, Any] = json.loads(b"".join(parts))
    return order
