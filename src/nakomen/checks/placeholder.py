"""C007: a quote that still holds a place to fill in, or the word EXAMPLE of a template."""

import re
from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_policy
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Finding

_REMNANT = re.compile(
    r"\[[A-Z][A-Z0-9 _/'-]{2,40}\]"  # [AANBIEDER]
    r"|\[(?:uw |de |your |the )?(?:bedrijf|company|naam|name|adres|address|datum|date|e-?mail|"
    r"vul|invullen|insert)[^\]\n]{0,40}\]"
    r"|<(?:naam|bedrijf|company|name|datum|date|adres|address|e-?mail)[^>\n]{0,40}>"
    r"|\{\{[^}\n]{1,40}\}\}"
    r"|\b(?:VOORBEELD|EXAMPLE|TEMPLATE)\b"
    r"|\bX{3,}\b|\b[Ll]orem ipsum\b|_{4,}|\.{6,}|…{3,}",
)


def check(policy: Policy, _maps: DataMap) -> Iterator[Finding]:
    """The first remnant of each quote, and of the controller's own names."""
    for promise in policy.promises:
        if found := _REMNANT.search(promise.says or ""):
            place = in_policy(policy, "promises", promise.id, "says")
            yield CODES["C007"].found(place, promise=promise.id, value=found[0])
    for name, value in policy.controller.items():
        if isinstance(value, str) and (found := _REMNANT.search(value)):
            yield CODES["C007"].found(in_policy(policy, "controller", name), value=found[0])
