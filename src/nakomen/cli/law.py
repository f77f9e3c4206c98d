"""What a statement lacks by law, told calmly: what must be first, the rest as a count."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nakomen.cli.language import LANG, say
from nakomen.cli.tell import counted, tell

if TYPE_CHECKING:
    from nakomen import Checked, Finding

_STYLES = {"error": "red", "warning": "yellow", "note": None}
_HEADS = {
    "error": ("Dit vraagt de wet", "The law demands this"),
    "warning": ("Dit is beter", "This is better"),
    "note": ("Ter informatie", "For information"),
}
_QUOTE = 160


def tell_law(findings: "Sequence[Finding]", checked: "Checked | None", *, everything: bool) -> None:
    """
    Findings on the text: what the law demands in full, what is better in a line.

    Notes and what nobody can see here are counted; with *everything* they are told too.
    """
    for weight, head in _HEADS.items():
        of_weight = [finding for finding in findings if finding.severity == weight]
        if of_weight and (weight != "note" or everything):
            tell(f"{say(*head)} ({len(of_weight)})", _STYLES[weight])
            for finding in of_weight:
                _tell_one(finding, cure=weight == "error" or everything)
            tell()
    if checked:
        _tell_rest(findings, checked, everything=everything)


def _tell_one(finding: "Finding", *, cure: bool) -> None:
    from nakomen import verdict_word

    place = finding.place
    where = f"{place.file}:{place.line}" if finding.quote else place.file
    word = verdict_word(finding.verdict or "").in_(LANG)
    tell(f"{where}: {word}: {finding.message.in_(LANG)} [{finding.rule}]", None, "  ", "    ")
    if finding.quote:
        said = " ".join(finding.quote.split())
        shown = said if len(said) <= _QUOTE else said[: _QUOTE - 1] + "…"
        tell(f"«{shown}»", None, "    ", "     ")
    if cure:
        tell(f"→ {finding.hint.in_(LANG)}", None, "    ", "      ")


def _tell_rest(findings: "Sequence[Finding]", checked: "Checked", *, everything: bool) -> None:
    notes = sum(finding.severity == "note" for finding in findings)
    unseen = len(checked.unseen)
    fine = len(checked.ok)
    tell(
        say(
            f"Bij {fine} regels is niets mis gevonden; {unseen} regels zijn in een tekst niet te "
            "zien.",
            f"Of {fine} rules nothing amiss was found; {unseen} rules cannot be seen in a text.",
        )
    )
    if everything:
        tell(say("Niet te zien: ", "Not seen: ") + ", ".join(checked.unseen))
    elif notes or unseen:
        left = counted(notes, ("opmerking", "opmerkingen"), ("note", "notes"))
        tell(
            say(
                f"Weggelaten: {left}. `nakomen check --all` toont alles, "
                "`nakomen explain REGEL` legt uit.",
                f"Left out: {left}. `nakomen check --all` shows everything, "
                "`nakomen explain RULE` explains.",
            )
        )


def rules_json(checked: "Checked | None") -> dict[str, Any]:
    """Beside the findings: which rules are met, do not apply, or cannot be seen here."""
    if checked is None:
        return {"ok": [], "not_applicable": [], "unseen": []}
    return {
        "ok": list(checked.ok),
        "not_applicable": list(checked.not_applicable),
        "unseen": list(checked.unseen),
    }
