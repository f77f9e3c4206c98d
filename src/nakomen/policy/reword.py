"""A sentence of the statement in other words, and its policy with it: both, or neither."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from nakomen.errors import UsageError
from nakomen.policy.digest import entry_digest
from nakomen.policy.kind import PromiseKind
from nakomen.policy.load import load_policy
from nakomen.policy.model import Policy, Promise
from nakomen.policy.policy_form import PromiseForm
from nakomen.policy.shape import fit
from nakomen.policy.splice import put
from nakomen.policy.tree import MappingNode, SequenceNode
from nakomen.policy.yaml import parse
from nakomen.terms import Finding, Lang, Period, Severity


class Entangled(UsageError):
    """
    Another promise quotes part of these words. Keep that part as it is, or change policy.yaml by
    hand.
    """

    nl = (
        "Een andere belofte citeert een deel van deze woorden. Laat dat deel staan, of pas "
        "policy.yaml met de hand aan."
    )


class NotReworded(UsageError):
    """These words do not fit: the policy would have faults. Try other words."""

    nl = "Deze woorden passen niet: het beleid zou fouten hebben. Probeer andere woorden."

    def __init__(self, detail: str = "", findings: Sequence[Finding] = ()) -> None:
        super().__init__(detail)
        self.findings = list(findings)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """
    The words that take the place of the sentence of *promise*, in version *number* of *day*.

    *period* is its new term, where it has one; *file* is the name under which the text is written.
    """

    promise: str
    says: str
    period: Period | None
    number: str
    day: date
    file: str
    by: str
    """Whose yes stands with the new words."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """*words* in place of what stands from *start* to *end*."""

    start: int
    end: int
    words: str


def next_number(version: str | None) -> str:
    """
    >>> next_number("4"), next_number("2.1"), next_number("2026-03b"), next_number(None)
    ('5', '2.2', '2026-03b-2', '2')
    """
    if version is None:
        return "2"
    head, last = re.fullmatch(r"(.*?)(\d*)", version).groups()  # type: ignore[union-attr]
    return f"{head}{int(last) + 1}" if last else f"{version}-2"


def reword(text: str, policy: Policy, statement: str, wish: Wish) -> tuple[str, str]:
    """
    The new text of policy.yaml and of the statement. Promises whose words only moved keep their
    confirmation; the one that changed is confirmed by *wish.by*.

    Raises:
        Entangled, NotReworded: there is no such text.
    """
    edits = sorted(_edits(policy, wish), key=lambda edit: edit.start)
    said = _applied(statement, edits)
    moved = _moved(text, policy, said, edits, wish)
    new = _confirmed(_headed(moved, wish), policy, wish)
    loaded, findings = load_policy(new, "policy.yaml", said)
    wrong = [f for f in findings if f.severity is Severity.ERROR]
    if loaded is None or wrong:
        raise NotReworded(", ".join(sorted({f.code for f in wrong})), wrong)
    return new, said


def _edits(policy: Policy, wish: Wish) -> Iterator[Edit]:
    mine = policy.promise(wish.promise)
    start, end = _span(mine)
    yield Edit(start=start, end=end, words=wish.says)
    for promise in policy.promises:
        if promise.kind == PromiseKind.STATEMENT_VERSION and promise.says and promise is not mine:
            at, to = _span(promise)
            told = _dated(promise.says, policy, wish)
            if told != promise.says and (to <= start or at >= end):
                yield Edit(start=at, end=to, words=told)


def _span(promise: Promise) -> tuple[int, int]:
    if promise.at is None or promise.says is None:
        raise NotReworded(promise.id)
    return promise.at, promise.at + len(promise.says)


def _dated(says: str, policy: Policy, wish: Wish) -> str:
    """The line that tells version and date, with those of the new text."""
    old = policy.statement
    if old.version:
        says = re.sub(rf"(?<![\w.-]){re.escape(old.version)}(?![\w-]|\.\d)", wish.number, says)
    if old.date:
        for was, now in zip(_written(old.date), _written(wish.day), strict=True):
            says = says.replace(was, now)
    return says


def _written(day: date) -> list[str]:
    """As people write a day, the longest way first."""
    names = [format_date(day, "d MMMM y", locale=lang.value) for lang in Lang]
    months = [format_date(day, "MMMM y", locale=lang.value) for lang in Lang]
    return [*names, day.isoformat(), f"{day:%d-%m-%Y}", f"{day.day}-{day.month}-{day.year}",
            *months]  # fmt: skip


def _applied(statement: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        statement = statement[: edit.start] + edit.words + statement[edit.end :]
    return statement


def _moved(text: str, policy: Policy, said: str, edits: Sequence[Edit], wish: Wish) -> str:
    """policy.yaml with each quote and its place as they are in the new text."""
    for node in reversed(_nodes(text)):
        form = fit(PromiseForm, node)
        promise = policy.promise(form.id) if form else None
        if form is None or promise is None or promise.says is None or promise.at is None:
            continue
        says, at = _now(promise, said, edits)
        told: list[tuple[MappingNode, str, str]] = []
        if says != promise.says:
            told.append((node, "says", json.dumps(says, ensure_ascii=False)))
        if form.at is not None and at != form.at:
            told.append((node, "at", str(at)))
        if promise.id == wish.promise and wish.period:
            told.append(_term(node, wish.period))
        told.sort(key=lambda one: _start(one[0], one[1]), reverse=True)
        for inside, name, value in told:
            text = put(text, inside, name, value)
    return text


def _nodes(text: str) -> list[MappingNode]:
    root = parse(text, "").root
    listed = root.get("promises") if isinstance(root, MappingNode) else None
    items = listed.items if isinstance(listed, SequenceNode) else ()
    return [item for item in items if isinstance(item, MappingNode)]


def _start(node: MappingNode, name: str) -> int:
    key = node.key(name)
    return key.start if key else node.end


def _term(node: MappingNode, period: Period) -> tuple[MappingNode, str, str]:
    """Where the term of an entry stands."""
    rule = node.get("retention")
    if isinstance(rule, MappingNode) and rule.key("keep"):
        return rule, "keep", period.iso
    if node.key("within"):
        return node, "within", period.iso
    raise NotReworded("keep")


def _now(promise: Promise, said: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """
    Raises:
        Entangled: part of its words is not there any more.
    """
    start, end = _span(promise)
    shift = sum(len(e.words) - (e.end - e.start) for e in edits if e.end <= start)
    for edit in edits:
        if (edit.start, edit.end) == (start, end):
            return edit.words, start + shift
        if edit.start < end and start < edit.end:
            found = said.find(promise.says or "", max(0, edit.start + shift - len(edit.words)))
            if found < 0:
                raise Entangled(promise.id)
            return promise.says or "", found
    return promise.says or "", start + shift


def _headed(text: str, wish: Wish) -> str:
    """With the number, the day and the file of the new text."""
    told = {
        "file": wish.file,
        "version": json.dumps(wish.number),
        "date": wish.day.isoformat(),
    }
    for name, value in told.items():
        root = parse(text, "").root
        head = root.get("statement") if isinstance(root, MappingNode) else None
        if not isinstance(head, MappingNode):
            raise NotReworded("statement")
        text = put(text, head, name, value)
    return text


def _confirmed(text: str, policy: Policy, wish: Wish) -> str:
    for node in reversed(_nodes(text)):
        form = fit(PromiseForm, node)
        if form is None:
            continue
        before = policy.promise(form.id)
        mine = form.id == wish.promise
        if not mine and not before.confirmed:
            continue
        yes = before.confirmation
        by, on = (wish.by, wish.day) if mine or yes is None else (yes.by, yes.on)
        digest, name = entry_digest(form), json.dumps(by, ensure_ascii=False)
        if mine or (yes and yes.digest != digest):
            told = f'{{by: {name}, on: {on.isoformat()}, digest: "{digest}"}}'
            text = put(text, node, "confirmed", told)
    return text
