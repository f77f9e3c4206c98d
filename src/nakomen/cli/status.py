"""nakomen status: promise by promise, is it kept?"""

from typing import TYPE_CHECKING, Any

from nakomen.cli.common import Exit, common, day_told, emit, number, table, tell
from nakomen.cli.language import LANG, say

if TYPE_CHECKING:
    from nakomen import Verdict

HELP = say(
    "Laat per belofte zien of zij is nagekomen, geteld in de systemen.",
    "Show for each promise whether it is kept, counted in the systems.",
)
WORDS = {
    "broken": ("✗", "gebroken", "broken", "red"),
    "contradicted": ("≠", "tegenspraak", "contradicted", "red"),
    "unseen": ("·", "niet te zien", "unseen", None),
    "attested": ("✎", "verklaard", "attested", "yellow"),
    "kept": ("✓", "nagekomen", "kept", "green"),
    "informational": (" ", "geen belofte", "informational", None),
}
SHOWN_WORDS = 12


def command() -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        verdicts = verbs.status(company, common.today)
    rows = [_row(verdict) for verdict in sorted(verdicts, key=_rank)]
    headings = (
        "", say("oordeel", "verdict"), say("belofte", "promise"), say("zin", "sentence"),
        say("waarom", "why"), say("aantal", "count"), say("oudste", "oldest"),
    )  # fmt: skip
    table(headings, rows, numbers=(5,))
    totals = {word: sum(v.ruling == word for v in verdicts) for word in WORDS}
    tell(" · ".join(f"{n} {say(WORDS[w][1], WORDS[w][2])}" for w, n in totals.items() if n))
    emit(
        {
            "promises": [_json(verdict) for verdict in verdicts],
            "totals": totals,
        }
    )
    return Exit.BROKEN if totals["broken"] or totals["contradicted"] else Exit.DONE


def _rank(verdict: "Verdict") -> int:
    return list(WORDS).index(verdict.ruling)


def _row(verdict: "Verdict") -> tuple[object, ...]:
    mark, nl, en, _ = WORDS[verdict.ruling]
    words = (verdict.promise.says or "").split()
    quote = " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
    return (
        mark, say(nl, en), verdict.promise.id, quote, verdict.why.in_(LANG),
        number(verdict.count), day_told(verdict.oldest),
    )  # fmt: skip


def _json(verdict: "Verdict") -> dict[str, Any]:
    return {
        "id": verdict.promise.id,
        "statement_place": str(verdict.place) if verdict.place else None,
        "quote": verdict.promise.says,
        "kind": verdict.promise.kind,
        "control": verdict.promise.control,
        "verdict": verdict.ruling.value,
        "why": verdict.why.in_(LANG),
        "count": verdict.count,
        "oldest": verdict.oldest,
        "since": verdict.since,
        "evidence": verdict.evidence,
    }
