"""Gives the program one command, in English and without colour, and hears what it says."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Ask = Callable[..., str]
"""Words of one command → all it said; *columns* is the width of the window."""
GOOD = (0, 3, 4)
"""Done, a promise is broken, a person must decide: all of them answers."""
TODAY = "2026-11-21"


def ask(*words: str, columns: int = 90) -> str:
    """
    Raises:
        SystemExit: the command failed; says how.
    """
    done = subprocess.run(
        [Path(sys.executable).with_name("nakomen"), "--lang", "en", *words],
        env=os.environ | {"COLUMNS": str(columns), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in GOOD:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout
