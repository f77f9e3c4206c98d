"""Shared legal material beside the repository, when it is there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[2].parent / "shared"


@pytest.fixture
def shared() -> Callable[[str], Path]:
    """The path of a file of the shared material; skips without it, fails without it in CI."""

    def find(name: str) -> Path:
        path = BESIDE / name
        if not path.exists():
            reason = (
                f"../shared/{name} is missing; check the shared material out beside this folder"
            )
            pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
        return path

    return find
