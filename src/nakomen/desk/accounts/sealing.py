"""What the desk's tables hold sealed: sessions and second factors are nothing to who reads them."""

from functools import cache
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as Stored

from nakomen.desk.secret import cipher, secret


def sealing(use: str) -> Fernet:
    """The cipher for one *use*; what was sealed for another it cannot open."""
    return _cipher(settings.STATE, use)


@cache
def _cipher(state: Path, use: str) -> Fernet:
    return cipher(secret(state), use)


class SessionStore(Stored):
    """A session in the database. Half a login stands in it, and a second factor in the making."""

    def encode(self, session_dict: dict[str, Any]) -> str:
        return sealing("session").encrypt(self.serializer().dumps(session_dict)).decode()

    def decode(self, session_data: str) -> dict[str, Any]:
        try:
            opened = sealing("session").decrypt(session_data.encode())
        except InvalidToken:
            return {}
        found: dict[str, Any] = self.serializer().loads(opened)
        return found
