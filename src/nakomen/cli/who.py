"""Whose yes it is, on the command line."""

import getpass
import os


def who_says(by: str | None) -> str:
    """The name that was given, else that of the environment, else of who is logged in."""
    return by or os.environ.get("NAKOMEN_USER") or getpass.getuser()
