"""Golden findings: what stands in the files, and what people then read in Dutch and English."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nakomen.checks import check_policy, check_register, render
from nakomen.policy import load_map, load_policy, load_settings
from nakomen.policy.register import load_register
from nakomen.records import StoreMap
from nakomen.terms import Finding, Lang

FOLDER = Path(__file__).parents[1] / "golden" / "findings"
CASES = sorted(file.stem for file in FOLDER.glob("*.txt"))
_SECTION = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One golden file: the given files by name, and what is shown by language."""

    name: str
    given: Mapping[str, str]
    shown: Mapping[str, str]

    @property
    def codes(self) -> list[str]:
        """The codes in the name: those that the case is about."""
        return re.findall(r"[A-Z]\d{3}", self.name)


def read(name: str) -> Case:
    parts = _SECTION.split((FOLDER / f"{name}.txt").read_text("utf-8"))[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    shown = {lang: sections.pop(lang, "") for lang in ("nl", "en")}
    return Case(name, sections, shown)


def compare(case: Case, findings: list[Finding]) -> None:
    """Fails with the difference; with UPDATE_GOLDEN=1 writes what is shown now."""
    now = {lang.value: _told(findings, lang) for lang in (Lang.NL, Lang.EN)}
    if os.environ.get("UPDATE_GOLDEN"):
        sections = {**case.given, **now}
        text = "".join(f"=== {name}\n{told}" for name, told in sections.items())
        (FOLDER / f"{case.name}.txt").write_text(text, "utf-8")
    else:
        assert now == case.shown


def _told(findings: list[Finding], lang: Lang) -> str:
    return "\n".join(render(finding, lang) + "\n" for finding in findings)


_LOADERS: Mapping[str, Callable[[str, str], tuple[object, list[Finding]]]] = {
    "nakomen.yaml": load_settings,
    "systems/crm.yaml": load_map,
}


def findings_of(case: Case) -> list[Finding]:
    """Load the given files; when a policy and a map are both good, check them too."""
    found: list[Finding] = []
    policy, maps, register = None, [], None
    for file, text in case.given.items():
        if file == "policy.yaml":
            policy, faults = load_policy(text, file, case.given.get("statement"))
            found += faults
        elif file == "register.yaml":
            register, faults = load_register(text, file, policy)
            found += faults
        elif loader := _LOADERS.get(file):
            value, faults = loader(text, file)
            found += faults
            maps += [value] if isinstance(value, StoreMap) else []
    if case.codes[0].startswith("C"):
        assert policy is not None
        checked = check_policy(policy, tuple(maps), case.given)
        checked += check_register(policy, tuple(maps), register) if register else []
        found += [finding for finding in checked if finding.code in case.codes]
    return found
