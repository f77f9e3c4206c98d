"""What a gate said, for people and for scripts."""

from typing import TYPE_CHECKING

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.sentence import sentence
from nakomen.cli.tell import command_lines, emit, tell, tell_lines
from nakomen.cli.waiting import tell_waiting, waiting_json

if TYPE_CHECKING:
    from nakomen import Company, Decision, GateFacts

_EXITS = {"allow": Exit.DONE, "deny": Exit.BROKEN, "ask": Exit.PERSON}
_SAID = {
    "allow": (say("Ja", "Yes"), "green"),
    "deny": (say("Nee", "No"), "red"),
    "ask": (say("Vraag het een mens", "Ask a person"), "yellow"),
}


def answer(company: "Company", facts: "GateFacts") -> int:
    """Ask, note, tell; the exit code is the answer: 0 allow, 3 deny, 4 ask."""
    from nakomen import verbs

    return tell_answer(company, verbs.may(company, facts, common.today))


def tell_answer(company: "Company", decision: "Decision") -> int:
    """Tell what was decided and noted; the exit code is the answer."""
    from nakomen import verbs

    said = decision.answer.value
    policy = verbs.ruled(company, common.today).policy
    promise = policy.promise(decision.promise) if decision.promise else None
    first, style = _SAID[said]
    tell(f"{first}: {decision.text.in_(LANG)}", style)
    if promise:
        said_so = f" «{sentence(promise.says)}»" if promise.says else ""
        tell(promise.id + said_so, first=say("Belofte: ", "Promise: "), rest="  ")
    _tell_law(decision)
    waits = verbs.waiting(company, common.today)
    tell_waiting(waits)
    if decision.missing:
        options = ", ".join(f"--{name}" for name in decision.missing)
        tell(options, first=say("Dit kan het anders maken: ", "This could change it: "), rest="  ")
    if promise and not promise.confirmed:
        tell(say("Niemand heeft deze belofte nog bevestigd:", "Nobody confirmed this promise yet:"))
        tell_lines(command_lines(f"nakomen confirm policy {promise.id}"))
    because = {
        "promise": decision.promise,
        "quote": promise.says if promise else None,
        "confirmed": promise.confirmed if promise else None,
        "rule": decision.rule,
        "article": decision.article,
        "text": decision.text.in_(LANG),
    }
    emit(
        {
            "gate": decision.gate.value,
            "decision": said,
            "because": because,
            "missing": list(decision.missing),
            **waiting_json(waits),
        }
    )
    return _EXITS[said]


def _tell_law(decision: "Decision") -> None:
    if decision.article:
        rule = f" ({decision.rule})" if decision.rule else ""
        tell(decision.article + rule, first=say("Wet: ", "Law: "), rest="  ")
    if decision.by_law_alone and decision.article:
        tell(
            say(
                "De verklaring zegt hier niets over; dan geldt de wet.",
                "The statement says nothing about this; so the law holds.",
            )
        )
