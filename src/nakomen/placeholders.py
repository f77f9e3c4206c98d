"""Secrets stand elsewhere: an address in nakomen.yaml says where, and here they are filled in."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from nakomen.errors import UsageError

PLACEHOLDER = re.compile(r"\$\{(env|file):([^{}]+)\}")
LIKE_A_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}")
# The password ends at the first @ after which no other @ comes before the path.
USER = re.compile(
    r"\A[A-Za-z][A-Za-z0-9+.-]*:(?://)?(?P<user>[^:/@]*)(?::(?P<password>.*?))?@(?=[^@/?#]*(?:[/?#]|\Z))",
    re.DOTALL,
)
STAND_IN = "\0"


class SecretMissing(UsageError):
    """A secret that nakomen.yaml points to is not there. Set the variable or make the file."""

    nl = (
        "Een geheim waar nakomen.yaml naar wijst, is er niet. Zet de omgevingsvariabele of maak "
        "het bestand."
    )


def resolve(text: str, env: Mapping[str, str], folder: Path) -> str:
    """
    *text* with every ``${env:NAME}`` and ``${file:PATH}`` filled in; paths start at *folder*.

    In the user part of an address a secret is written so that any character may be in it.

    >>> resolve("x://anna:${env:PW}@db/crm", {"PW": "a@b"}, Path())
    'x://anna:a%40b@db/crm'

    Raises:
        SecretMissing: names the variable or the path.
    """
    user = USER.match(hidden(text))

    def filled(found: re.Match[str]) -> str:
        secret = _secret(found[1], found[2], env, folder)
        return quote(secret, safe="") if user and found.start() < user.end() else secret

    return PLACEHOLDER.sub(filled, text)


def _secret(kind: str, name: str, env: Mapping[str, str], folder: Path) -> str:
    if kind == "env":
        if name not in env:
            raise SecretMissing(f"${{env:{name}}}")
        return env[name]
    try:
        return (folder / name).read_text("utf-8").rstrip("\r\n")
    except (OSError, ValueError):
        raise SecretMissing(f"${{file:{name}}}") from None


def hidden(url: str) -> str:
    """*url* with every placeholder blanked, so that its own signs do not count."""
    return LIKE_A_PLACEHOLDER.sub(lambda found: STAND_IN * len(found[0]), url)
