"""Whether mail servers and the own site are reached encrypted, and for how long yet."""

import http.client
import imaplib
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from nakomen.run.healthy.looked import UNREACHED, Check, good, wrong

WAIT_S = 10.0
SOON = 21
"""Days before its end from which on a certificate is an alarm."""
HALF_A_YEAR_S = 15_552_000
NEAR = ("localhost", "127.0.0.1", "::1")
"""This very machine: nobody listens between."""


def mail_out(server: str, now: datetime) -> Check:
    """The outgoing mail server at *server* (``smtp://`` with STARTTLS, or ``smtps://``)."""
    to = urlsplit(server)

    def talk(safe: ssl.SSLContext) -> ssl.SSLSocket:
        host = to.hostname or ""
        if to.scheme == "smtps":
            link: smtplib.SMTP = smtplib.SMTP_SSL(
                host, to.port or 465, timeout=WAIT_S, context=safe
            )
        else:
            link = smtplib.SMTP(host, to.port or 587, timeout=WAIT_S)
            link.starttls(context=safe)
        return _taken(link.sock)

    return _looked("mail uit", "mail out", to.hostname, talk, now)


def mail_in(server: str, now: datetime) -> Check:
    """The mailbox at *server* (``imap://`` with STARTTLS, or ``imaps://``)."""
    to = urlsplit(server)

    def talk(safe: ssl.SSLContext) -> ssl.SSLSocket:
        host = to.hostname or ""
        if to.scheme == "imaps":
            link: imaplib.IMAP4 = imaplib.IMAP4_SSL(
                host, to.port or 993, ssl_context=safe, timeout=WAIT_S
            )
        else:
            link = imaplib.IMAP4(host, to.port or 143, timeout=WAIT_S)
            link.starttls(safe)
        return _taken(link.sock)

    return _looked("postvak", "mailbox", to.hostname, talk, now)


def site(address: str, now: datetime, plain_port: int = 80) -> Iterator[Check]:
    """
    The desk and the portal at *address*, as a visitor meets them: only encrypted, and her browser
    is told to keep to that.

    Args:
        plain_port: where a visitor comes who types no https.
    """
    to = urlsplit(address)
    if to.hostname in NEAR:
        yield good("site: alleen op deze machine", "site: on this machine only")
        return
    if to.scheme != "https":
        yield wrong(
            "site: het adres begint niet met https; zet er een webserver met certificaat voor",
            "site: the address does not begin with https; put a web server with a certificate "
            "before it",
        )
        return

    def talk(safe: ssl.SSLContext) -> ssl.SSLSocket:
        opened = socket.create_connection((to.hostname or "", to.port or 443), WAIT_S)
        return safe.wrap_socket(opened, server_hostname=to.hostname)

    certificate = _looked("site", "site", to.hostname, talk, now)
    yield certificate
    if certificate.code != UNREACHED:
        yield _plain(to.hostname or "", plain_port)
    if certificate.good:
        yield _headers(to.hostname or "", to.port or 443)


def _taken(link: socket.socket | None) -> ssl.SSLSocket:
    assert isinstance(link, ssl.SSLSocket)
    return link


def _looked(
    nl: str,
    en: str,
    host: str | None,
    talk: Callable[[ssl.SSLContext], ssl.SSLSocket],
    now: datetime,
) -> Check:
    if host in NEAR:
        return good(f"{nl}: op deze machine", f"{en}: on this machine")
    try:
        with closing(talk(ssl.create_default_context())) as link:
            until = _until(link)
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message
        return wrong(
            f"{nl}: het certificaat van {host} deugt niet ({why})",
            f"{en}: the certificate of {host} is not good ({why})",
        )
    except (smtplib.SMTPNotSupportedError, imaplib.IMAP4.error, ssl.SSLError):
        return wrong(f"{nl}: {host} versleutelt niet", f"{en}: {host} does not encrypt")
    except (OSError, smtplib.SMTPException):
        return wrong(
            f"{nl}: {host} antwoordt niet", f"{en}: {host} does not answer", code=UNREACHED
        )
    days = (until - now).days
    if days < SOON:
        return wrong(
            f"{nl}: het certificaat van {host} houdt over {days} dagen op; vernieuw het",
            f"{en}: the certificate of {host} ends in {days} days; renew it",
        )
    return good(
        f"{nl}: {host} versleutelt, certificaat tot {until:%Y-%m-%d}",
        f"{en}: {host} encrypts, certificate until {until:%Y-%m-%d}",
    )


def _until(link: ssl.SSLSocket) -> datetime:
    told = dict(link.getpeercert() or {})
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told["notAfter"])), UTC)


def _plain(host: str, port: int) -> Check:
    """Without encryption nobody answers, or sends on."""
    link = http.client.HTTPConnection(host, port, timeout=WAIT_S)
    try:
        link.request("GET", "/")
        answer = link.getresponse()
        on = answer.getheader("Location", "") if 300 <= answer.status < 400 else ""
    except (OSError, http.client.HTTPException):
        on = "https://"  # Nobody answers there, which is as good.
    finally:
        link.close()
    if on.startswith("https://"):
        return good("site: zonder versleuteling komt niemand binnen",
                    "site: nobody gets in without encryption")  # fmt: skip
    return wrong(
        f"site: http://{host} geeft een pagina zonder versleuteling; stuur door naar https",
        f"site: http://{host} shows a page without encryption; send on to https",
    )


def _headers(host: str, port: int) -> Check:
    link = http.client.HTTPSConnection(
        host, port, timeout=WAIT_S, context=ssl.create_default_context()
    )
    try:
        link.request("GET", "/account/login/")
        told = link.getresponse().headers
    except (OSError, http.client.HTTPException):
        return wrong("site: geen antwoord", "site: no answer", code=UNREACHED)
    finally:
        link.close()
    if _kept_s(told.get("Strict-Transport-Security", "")) < HALF_A_YEAR_S:
        return wrong(
            "site: browsers horen niet dat zij bij https moeten blijven (HSTS); geef de desk zijn "
            "adres en laat de webserver X-Forwarded-Proto zetten",
            "site: browsers do not hear that they must keep to https (HSTS); give the desk its "
            "address and let the web server set X-Forwarded-Proto",
        )
    if not all(_secure(cookie) for cookie in told.get_all("Set-Cookie") or ()):
        return wrong(
            "site: een cookie reist ook zonder versleuteling",
            "site: a cookie travels without encryption too",
        )
    return good("site: HSTS en veilige cookies", "site: HSTS and secure cookies")


def _kept_s(header: str) -> int:
    """
    >>> _kept_s("max-age=31536000; includeSubDomains")
    31536000
    """
    told = [part.strip().lower() for part in header.split(";")]
    age = next((part[8:].strip('"') for part in told if part.startswith("max-age=")), "0")
    return int(age) if age.isdigit() else 0


def _secure(cookie: str) -> bool:
    return all(morsel["secure"] for morsel in SimpleCookie(cookie).values())
