"""encrypted-transport: the own site is reached encrypted or not at all."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.support.desk import Desk, bare, port_of, running
from tests.support.encrypted import HOST, certificate, web_server

from nakomen.run.healthy import encrypted

NOW = datetime.now(UTC)


def _said(port: int, plain: int) -> list[tuple[bool, str]]:
    looked = encrypted.site(f"https://{HOST}:{port}", NOW, plain)
    return [(check.good, check.what.en) for check in looked]


def test_plain_http_is_sent_on_and_a_certificate_near_its_end_is_an_alarm(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind a web server: encrypted pages with HSTS and safe cookies; plain ones lead there."""
    long, short = certificate(tmp_path / "long.pem", 90), certificate(tmp_path / "short.pem", 5)
    folder = bare(desk.folder, tmp_path / "shown")
    with (
        running(folder, tmp_path / "log", "--address", f"https://{HOST}") as shown,
        web_server(port_of(shown.process.pid), long) as safe,
        web_server(port_of(shown.process.pid), short) as ending,
        web_server(port_of(shown.process.pid), None) as plain,
    ):
        monkeypatch.setenv("SSL_CERT_FILE", str(long))
        assert [good for good, _ in _said(safe, plain)] == [True, True, True], _said(safe, plain)
        monkeypatch.setenv("SSL_CERT_FILE", str(short))
        alarm = _said(ending, plain)
        assert not alarm[0][0]
        assert re.search(r"ends in [45] days; renew it", alarm[0][1])
        monkeypatch.delenv("SSL_CERT_FILE")
        assert "is not good" in _said(safe, plain)[0][1]
    with web_server(port_of(desk.process.pid), None) as open_page:
        monkeypatch.setenv("SSL_CERT_FILE", str(long))
        with web_server(port_of(desk.process.pid), long) as careless:
            said = _said(careless, open_page)
    assert "shows a page without encryption" in said[1][1]
    assert "HSTS" in said[2][1]


def test_a_mail_server_elsewhere_that_does_not_encrypt_is_told() -> None:
    """Nothing is said of letters before the way is safe."""
    from tests.support.letters import letterbox

    with letterbox() as box:
        near = encrypted.mail_out(f"smtp://127.0.0.1:{box.port}", NOW)
        assert (near.good, near.what.en) == (True, "mail out: on this machine")
    gone = encrypted.mail_out(f"smtp://{HOST}:9", NOW)
    assert (gone.good, gone.code) == (False, 7)
