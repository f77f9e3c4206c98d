"""The doctor looks at the names of the sending domain, and at the letter that must come back."""

import base64
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.support.desk import Desk, bare, warm
from tests.support.imap import PASSWORD, dovecot
from tests.support.letters import SENDER, letterbox
from tests.support.names import name_server
from tests.support.servers import ServerMissing

from nakomen import verbs
from nakomen.run.healthy import names, trial

DOMAIN = "zonneveld.example"
ROUND = """
import sys
from pathlib import Path
from nakomen.desk.start import configure
configure(Path(sys.argv[1]), "http://127.0.0.1:8000")
from datetime import timedelta
from nakomen.desk.mailbox import trial
from nakomen.desk.mailbox.fetching import fetch_new
print(trial.due(), flush=True)
trial.FIRST = timedelta(0)
print(trial.due(), flush=True)
trial.send()
print(trial.due(), flush=True)
sys.stdin.readline()
fetch_new()
from nakomen.desk.dossiers.models import Case
print(Case.objects.count(), flush=True)
"""


def _key(bits: int = 2048) -> str:
    public = rsa.generate_private_key(65537, bits).public_key()
    return base64.b64encode(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))\
        .decode()  # fmt: skip


GOOD = {
    DOMAIN: ["v=spf1 mx include:_spf.post.example -all", "something else"],
    "_spf.post.example": ["v=spf1 ip4:192.0.2.0/24 ~all"],
    f"s1._domainkey.{DOMAIN}": [f"v=DKIM1; k=rsa; p={_key()}"],
    f"_dmarc.{DOMAIN}": ["v=DMARC1; p=quarantine; rua=mailto:dmarc@zonneveld.example"],
}


def _looked(changed: dict[str, list[str]], selector: str | None = "s1") -> list[tuple[bool, str]]:
    with name_server(GOOD | changed) as server:
        return [(c.good, c.what.en) for c in names.checks(DOMAIN, selector, server)]


def test_a_domain_that_says_who_may_send_is_well() -> None:
    """Three lines, each well; a policy of the domain above holds for one below it."""
    assert [good for good, _ in _looked({})] == [True, True, True]
    with name_server({f"_dmarc.{DOMAIN}": ["v=DMARC1;p=reject"]}) as server:
        assert [*names.checks(f"mail.{DOMAIN}", None, server)][2].good


@pytest.mark.parametrize(
    ("changed", "at", "says"),
    [
        ({DOMAIN: ["no record"]}, 0, "0 records"),
        ({DOMAIN: ["v=spf1 -all", "v=spf1 mx ~all"]}, 0, "2 records"),
        ({DOMAIN: ["v=spf1 mx +all"]}, 0, "anybody may send"),
        ({DOMAIN: ["v=spf1 mx ?all"]}, 0, "anybody may send"),
        ({DOMAIN: ["v=spf1 mx"]}, 0, "anybody may send"),
        ({DOMAIN: [f"v=spf1 include:{DOMAIN} -all"]}, 0, "above 10"),
        ({DOMAIN: [f"v=spf1 {' '.join(f'a:h{n}.example' for n in range(11))} -all"]}, 0, "11 look"),
        ({f"s1._domainkey.{DOMAIN}": ["v=DKIM1; p="]}, 1, "withdrawn"),
        ({f"s1._domainkey.{DOMAIN}": ["v=DKIM1; p=nonsense"]}, 1, "unreadable"),
        ({f"_dmarc.{DOMAIN}": ["v=DMARC1; p=none"]}, 2, "stops nobody"),
        ({f"_dmarc.{DOMAIN}": ["v=DMARC1; p=reject", "v=DMARC1; p=none"]}, 2, "2 records"),
    ],
)
def test_what_is_wrong_with_a_domain_is_told_with_its_cure(
    changed: dict[str, list[str]], at: int, says: str
) -> None:
    """The one line that is wrong says what, and the others stay well."""
    looked = _looked(changed)
    assert [n for n, (good, _) in enumerate(looked) if not good] == [at], looked
    assert says in looked[at][1]


def test_without_a_selector_or_a_server_the_doctor_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What could not be looked at is not well."""
    monkeypatch.setattr(names, "WAIT_S", 0.3)
    assert not _looked({}, None)[1][0]
    silent = list(names.checks(DOMAIN, "s1", "127.0.0.1:9"))
    assert [(c.good, c.code) for c in silent] == [(False, 7)]


def _env() -> dict[str, str]:
    return warm() | {"POSTVAK": PASSWORD}


def test_the_published_address_is_tried_and_the_letter_comes_back(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out through SMTP, in through IMAP; the doctor says when, and nobody's case opens."""
    folder = bare(desk.folder, tmp_path / "tried")
    settings = folder / "nakomen.yaml"
    try:
        box = dovecot()
        with box as imap, letterbox() as out, name_server(GOOD) as server:
            told = f"\nmail:\n  server: {out.server}\n  sender: {SENDER}\n"
            told += f"mailbox:\n  server: {imap.url}\n"
            settings.write_text(settings.read_text("utf-8") + told, "utf-8")
            with subprocess.Popen(
                [sys.executable, "-c", ROUND, str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=_env(),
            ) as other:
                assert other.stdout
                due = [other.stdout.readline().strip() for _ in range(3)]
                assert due == ["False", "True", "False"]
                (sent,) = out.got
                assert (sent["to"], sent["from"]) == (SENDER, SENDER)
                now, later = datetime.now(UTC), datetime.now(UTC) + timedelta(hours=25)
                assert "under way" in trial.check(folder / ".nakomen", now).what.en
                assert "did not arrive" in trial.check(folder / ".nakomen", later).what.en
                signed = "DKIM-Signature: v=1; a=rsa-sha256; d=zonneveld.example; s=s1; b=x\r\n"
                imap.put(signed.encode() + sent.as_bytes())
                other.communicate("\n", timeout=60)
                assert other.returncode == 0
            monkeypatch.setenv("POSTVAK", PASSWORD)
            checks = verbs.doctor(folder, server)
    except ServerMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    told = [check.what.en for check in checks]
    assert any(f"arrived on {datetime.now(UTC):%Y-%m-%d}" in each for each in told), told
    assert "DKIM of zonneveld.example: s1 well" in told
    assert [check.what.en for check in checks if not check.good] == []
