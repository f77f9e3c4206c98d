"""What the page for programmers tells them to send is what the desk takes."""

import json
import shlex
from urllib.parse import urlsplit

from tests.desk.test_api import key, program
from tests.support.console import ROOT
from tests.support.desk import Desk

PAGE = ROOT / "docs" / "how-to" / "programs.md"


def test_the_command_of_the_page_opens_a_case(desk: Desk) -> None:
    """Sent as it stands there, with a key that has the scope which the page names."""
    block = PAGE.read_text("utf-8").partition("```sh\n")[2].partition("```")[0]
    curl, address, *words = shlex.split(block.replace("\\\n", " "))
    given = [*zip(words[::2], words[1::2], strict=True)]
    headers = dict(value.split(": ", 1) for flag, value in given if flag == "-H")
    assert curl == "curl"
    assert headers.pop("Authorization") == "Bearer $NAKOMEN_KEY"
    body = next(value for flag, value in given if flag == "-d")
    shop = program(desk, key(desk, "requests:write", name="pagina"))
    made = shop.send("POST", urlsplit(address).path, body.encode(), headers)
    assert made.status == 201, made.text
    assert json.loads(made.body)["reference"].startswith("Z-")
