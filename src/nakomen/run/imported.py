"""A machine-readable statement (TILT, DPV) as the text and policy of a new company's folder."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nakomen.errors import UsageError
from nakomen.papers.statement import Public, as_markdown
from nakomen.policy import Policy, load_policy, policy_yaml
from nakomen.policy.formats.dpv import is_dpv, read_dpv
from nakomen.policy.formats.tilt import is_tilt, read_tilt
from nakomen.policy.tell import tell

SUFFIXES = (".json", ".jsonld")
Entries = dict[str, Any]


class FormatUnknown(UsageError):
    """This JSON is neither TILT nor DPV. Give the statement itself, or one of these two formats."""

    nl = "Deze JSON is geen TILT en geen DPV. Geef de verklaring zelf, of een van deze twee vormen."


class FormatUnfit(UsageError):
    """This document holds values that no policy can hold. Mend it, or give the statement itself."""

    nl = "In dit document staan waarden die niet kunnen. Verbeter het, of geef de verklaring zelf."


@dataclass(frozen=True, kw_only=True)
class Imported:
    """The policy's entries, and the text that they tell: Markdown, in *language*."""

    entries: Entries
    text: str
    language: str


def imported(data: bytes, name: str) -> Imported:
    """
    Raises:
        FormatUnknown, FormatUnfit: names the file, and the first field that does not fit.
    """
    entries = _bare(_read(data, name))
    policy, findings = load_policy(policy_yaml(**entries), name, None)
    if policy is None:
        raise FormatUnfit(f"{name}: {findings[0].message.en}")
    text = _told(policy)
    for entry in entries["promises"]:
        if entry.get("says") and entry["says"] not in text:
            del entry["says"]
    return Imported(entries=entries, text=text, language=policy.statement.language.value)


def is_machine_readable(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES


def _read(data: bytes, name: str) -> Entries:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise FormatUnknown(name) from None
    if is_tilt(document):
        return read_tilt(document)
    if is_dpv(document):
        return read_dpv(document)
    raise FormatUnknown(name)


def _bare(entries: Entries) -> Entries:
    """
    Without the words of another text; they stay where they are all that a promise holds.

    The file is named anew when the folder is made.
    """
    said = entries.get("promises")
    promises = said if isinstance(said, list) else []
    kept = [_own(entry) for entry in promises if isinstance(entry, dict)]
    known = {
        name: part
        for name in ("statement", "controller", "english")
        if isinstance(part := entries.get(name), dict)
    }
    known["controller"] = {
        name: value
        for name, value in known.get("controller", {}).items()
        if name not in ("says", "at")
    }
    return {**known, "promises": kept}


def _own(entry: Entries) -> Entries:
    values = set(entry) - {"id", "kind", "control", "certainty", "says", "at", "confirmed"}
    dropped = {"at", "confirmed"} | ({"says"} if values else set())
    bare = {name: value for name, value in entry.items() if name not in dropped}
    if isinstance(bare.get("says"), str):
        bare["says"] = " ".join(bare["says"].split())
    return bare


def _told(policy: Policy) -> str:
    return as_markdown(Public(telling=tell(policy, policy.statement.language)))
