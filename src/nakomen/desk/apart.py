"""One piece of work for the desk that started this process; it ends with that desk."""

import ctypes
import logging
import signal
import sys
from contextlib import suppress
from importlib import import_module

import django

_PARENT_DIES = 1
"""PR_SET_PDEATHSIG of Linux."""


def main(module: str, name: str) -> int:
    """
    Returns:
        0: done; 1: what broke is in the log, without its words.
    """
    end_with_parent()
    django.setup()
    try:
        getattr(import_module(module), name)()
    except Exception as error:  # noqa: BLE001 (its words may name a person)
        logging.getLogger(__name__).error("%s: %s", name, type(error).__name__)
        return 1
    return 0


def end_with_parent() -> None:
    """Where the system can: when the desk is killed, this process is too."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PARENT_DIES, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
