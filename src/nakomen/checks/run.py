"""Every check of a company's policy, its data maps and the law, in one list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace

from nakomen.checks import (
    clockless,
    denied,
    doubtful,
    nowhere,
    placeholder,
    traffic,
    unconfirmed,
    undeclared,
    unfindable,
    unpromised,
    untold,
)
from nakomen.checks.law_checks import check_law
from nakomen.checks.text.findings import unified
from nakomen.policy import Policy
from nakomen.policy.source import Source
from nakomen.reading import Facts
from nakomen.records import DataMap
from nakomen.terms import Category, Finding

Check = Callable[[Policy, DataMap], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    unconfirmed.check,
    nowhere.check,
    unpromised.check,
    doubtful.check,
    clockless.check,
    unfindable.check,
    placeholder.check,
    traffic.check,
    untold.check,
)


def check_policy(
    policy: Policy,
    maps: DataMap,
    texts: Mapping[str, str] | None = None,
    statement: Iterable[Finding] = (),
    facts: Facts | None = None,
) -> list[Finding]:
    """
    What does not fit between promises, data maps and law, by place.

    *texts* maps a file to what stands in it, so that findings can show their line. *statement* are
    the findings of the text itself; a fact that both have is told once. *facts* are what the text
    says beside its promises.
    """
    found = [finding for check in CHECKS for finding in check(policy, maps)]
    found += check_held(policy, maps, undeclared.declared(policy, facts))
    found = unified([*found, *check_law(policy)], statement)
    sources = {file: Source(file, text) for file, text in (texts or {}).items()}
    return sorted(
        (_with_line(finding, sources) for finding in found), key=lambda finding: finding.sort_key
    )


def check_held(policy: Policy, maps: DataMap, named: Set[Category]) -> Iterator[Finding]:
    """Kinds of data that the systems hold against those *named* in the statement, or denied."""
    yield from undeclared.check(policy, maps, named)
    yield from denied.check(policy, maps, named)


def _with_line(finding: Finding, sources: Mapping[str, Source]) -> Finding:
    source = sources.get(finding.place.file)
    if source is None or finding.source_line is not None:
        return finding
    return replace(finding, source_line=source.line(finding.place.line))
