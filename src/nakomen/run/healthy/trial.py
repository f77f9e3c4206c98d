"""
The letter that the desk sends each week to the published privacy address, and that must come back.

The desk keeps in ``trial.json`` when it left and when it came: ``{"to", "sent_at", "came_at",
"dkim"}``.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nakomen.run.healthy.looked import Check, good, wrong

UNDER_WAY = timedelta(days=1)
"""So long a letter may take."""
OLD = timedelta(days=8)
"""One leaves each week; after this the desk does not run."""


def check(state: Path, now: datetime) -> Check:
    """Whether the last letter came back, and when."""
    told = _told(state)
    if told is None:
        return wrong(
            "privacyadres: nog niet beproefd; het bureau stuurt er een uur na de start een brief",
            "privacy address: not tried yet; the desk sends it a letter an hour after its start",
            code=0,
        )
    to, sent = told["to"], datetime.fromisoformat(told["sent_at"])
    came = datetime.fromisoformat(told["came_at"]) if told["came_at"] else None
    if came is None and now - sent > UNDER_WAY:
        return wrong(
            f"privacyadres: de proefbrief van {sent:%Y-%m-%d} aan {to} kwam niet aan in het "
            "postvak; kijk of het adres nog bestaat en daar uitkomt",
            f"privacy address: the trial letter of {sent:%Y-%m-%d} to {to} did not arrive in the "
            "mailbox; look whether the address exists and leads there",
        )
    if now - sent > OLD:
        return wrong(
            f"privacyadres: sinds {sent:%Y-%m-%d} niet beproefd; draait het bureau?",
            f"privacy address: not tried since {sent:%Y-%m-%d}; does the desk run?",
        )
    if came is None:
        return good(
            f"privacyadres: proefbrief aan {to} onderweg",
            f"privacy address: trial letter to {to} under way",
        )
    return good(
        f"privacyadres: proefbrief aan {to} kwam aan op {came:%Y-%m-%d}",
        f"privacy address: trial letter to {to} arrived on {came:%Y-%m-%d}",
    )


def selector(state: Path) -> str | None:
    """The DKIM key with which the last letter that came back was signed."""
    told = _told(state)
    return (told or {}).get("dkim") or None


def _told(state: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((state / "trial.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found
