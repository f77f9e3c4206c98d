"""That a version of the statement waits, wherever another one decided."""

from typing import TYPE_CHECKING

from nakomen.cli.language import LANG
from nakomen.cli.tell import tell

if TYPE_CHECKING:
    from nakomen import Text


def tell_waiting(version: "Text | None") -> None:
    """Which version decided, and what the other waits for."""
    if version:
        tell(version.in_(LANG), "yellow", "! ", "  ")


def waiting_json(version: "Text | None") -> dict[str, str]:
    """``{"version": …}`` for programs, while one waits."""
    return {"version": version.in_(LANG)} if version else {}
