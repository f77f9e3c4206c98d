"""policy.yaml to a Policy. All faults at once, each at its own line, column and cure."""

from collections.abc import Iterator
from datetime import date

from nakomen.policy.digest import content_of, digest_of, entry_digest
from nakomen.policy.model import (
    Confirmation,
    Policy,
    Promise,
    RetentionRule,
    Statement,
    usual_start,
)
from nakomen.policy.policy_form import PolicyForm, PromiseForm, RetentionForm, StatementForm
from nakomen.policy.quotes import Quoting
from nakomen.policy.quotes import Statement as Wording
from nakomen.policy.shape import fit, misfits
from nakomen.policy.tree import (
    Document,
    MappingNode,
    Path,
    ScalarNode,
    SequenceNode,
    places_of,
)
from nakomen.policy.yaml import parse
from nakomen.terms import Finding, Place, Severity


def load_policy(text: str, file: str, statement: str | None) -> tuple[Policy | None, list[Finding]]:
    """
    Read *text* and hold its quotes against *statement*; without one, quotes are not looked up.

    Returns:
        The policy and every finding, by place. There is no policy when its form has faults. A
        promise with a wrong quote is there, but counts as not confirmed.
    """
    document = parse(text, file)
    findings = [*document.findings, *misfits(PolicyForm, document)]
    findings += [f for entry in _promises(document) for f in _entry_faults(document, entry)]
    findings += _same_ids(document)
    findings += _two_towns(document)
    wrong = _wrong_quotes(document, Wording(statement) if statement is not None else None)
    form = None
    if document.root and not any(f.severity is Severity.ERROR for f in findings):
        form = fit(PolicyForm, document.root)
    policy = _policy(form, document, wrong, statement) if form else None
    return policy, sorted([*findings, *wrong], key=lambda finding: finding.sort_key)


def statement_file(text: str) -> str | None:
    """The name of the statement's file as a policy gives it, or None when that cannot be read."""
    root = parse(text, "policy.yaml").root
    head = root.get("statement") if isinstance(root, MappingNode) else None
    file = head.get("file") if isinstance(head, MappingNode) else None
    return file.text or None if isinstance(file, ScalarNode) else None


def no_statement(text: str, file: str) -> list[Finding]:
    """That the statement's file is not there, at the place where the policy *text* names it."""
    document = parse(text, file)
    head = document.root.get("statement") if isinstance(document.root, MappingNode) else None
    named = head.get("file") if isinstance(head, MappingNode) else None
    if not isinstance(named, ScalarNode) or not named.text:
        return []
    return [document.finding("P015", named, value=named.text)]


def _promises(document: Document) -> list[MappingNode]:
    root = document.root
    listed = root.get("promises") if isinstance(root, MappingNode) else None
    items = listed.items if isinstance(listed, SequenceNode) else ()
    return [item for item in items if isinstance(item, MappingNode)]


def _id(entry: MappingNode) -> str | None:
    id = entry.get("id")
    return id.text if isinstance(id, ScalarNode) else None


def _entry_faults(document: Document, entry: MappingNode) -> list[Finding]:
    rule, key = entry.get("retention"), entry.key("retention")
    if not isinstance(rule, MappingNode) or key is None:
        return []
    if rule.get("keep") is None and rule.get("criterion") is None:
        return [document.finding("P009", key, promise=_id(entry))]
    return []


def _same_ids(document: Document) -> list[Finding]:
    first: dict[str, ScalarNode] = {}
    found = []
    for entry in _promises(document):
        node = entry.get("id")
        if not isinstance(node, ScalarNode):
            continue
        if node.text in first:
            line = document.line_of(first[node.text])
            found.append(document.finding("P001", node, id=node.text, line=line))
        first.setdefault(node.text, node)
    return found


def _two_towns(document: Document) -> Iterator[Finding]:
    """One postcode lies in one town; a record that says otherwise is wrong somewhere."""
    root = document.root
    controller = root.get("controller") if isinstance(root, MappingNode) else None
    if not isinstance(controller, MappingNode):
        return
    others = controller.get("other_addresses")
    towns: dict[str, str] = {}
    for place in (controller, *(others.items if isinstance(others, SequenceNode) else ())):
        postcode, city = (_scalar(place, name) for name in ("postcode", "city"))
        if postcode and city:
            known = towns.setdefault("".join(postcode.text.split()).upper(), city.text)
            if known.casefold() != city.text.casefold():
                facts = {"postcode": postcode.text, "city": city.text, "other": known}
                yield document.finding("P016", city, **facts)


def _scalar(place: object, name: str) -> ScalarNode | None:
    node = place.get(name) if isinstance(place, MappingNode) else None
    return node if isinstance(node, ScalarNode) else None


def _wrong_quotes(document: Document, statement: Wording | None) -> list[Finding]:
    quotings = [Quoting(document=document, entry=e, promise=_id(e)) for e in _promises(document)]
    root = document.root
    controller = root.get("controller") if isinstance(root, MappingNode) else None
    if isinstance(controller, MappingNode):
        # A company's name may stand in the text many times.
        quotings.append(Quoting(document=document, entry=controller, promise=None, one_place=False))
    return [finding for quoting in quotings for finding in quoting.faults(statement)]


def _policy(
    form: PolicyForm, document: Document, wrong: list[Finding], statement: str | None
) -> Policy:
    places = _by_id(places_of(document.root, document.source), form)
    doubted = {finding.promise for finding in wrong}
    return Policy(
        statement=_statement(form.statement),
        controller=content_of(form.controller),
        promises=tuple(
            _promise(p, places["promises", p.id], statement, sure=p.id not in doubted)
            for p in form.promises
        ),
        digest=policy_digest(form),
        english=form.english,
        places=places,
    )


def _statement(form: StatementForm) -> Statement:
    day_known = form.date is None or len(form.date) == 10
    first = form.date if day_known else f"{form.date}-01"
    return Statement(
        file=form.file,
        language=form.language,
        title=form.title,
        version=form.version,
        date=date.fromisoformat(first) if first else None,
        day_known=day_known,
    )


def policy_digest(form: PolicyForm) -> str:
    """Of everything but comments, layout and who confirmed."""
    content = content_of(form, "promises")
    return digest_of(content | {"promises": [content_of(p, "confirmed") for p in form.promises]})


def _by_id(places: dict[Path, Place], form: PolicyForm) -> dict[Path, Place]:
    """Places of promises under their id in place of their number."""

    def renamed(path: Path) -> Path:
        if path[:1] == ("promises",) and len(path) > 1 and isinstance(path[1], int):
            return ("promises", form.promises[path[1]].id, *path[2:])
        return path

    return {renamed(path): place for path, place in places.items()}


def _promise(form: PromiseForm, place: Place, statement: str | None, *, sure: bool) -> Promise:
    yes = form.confirmed
    return Promise(
        id=form.id,
        kind=form.kind.value,
        control=form.control.value,
        place=place,
        says=form.says,
        at=_at(form, statement),
        certainty=form.certainty,
        confirmation=Confirmation(by=yes.by, on=yes.on, digest=yes.digest) if yes else None,
        confirmed=yes is not None and sure and yes.digest == entry_digest(form),
        retention=_rule(form.retention) if form.retention else None,
        within=form.within,
        rights=form.rights,
        recipient=content_of(form.recipient) if form.recipient else {},
        **form.stated(),
    )


def _at(form: PromiseForm, statement: str | None) -> int | None:
    if form.at is not None or form.says is None or statement is None:
        return form.at
    found = statement.find(form.says)
    return found if found >= 0 else None


def _rule(form: RetentionForm) -> RetentionRule:
    start, *others = form.start or (usual_start(form.keep, form.criterion),)
    return RetentionRule(
        records=form.records,
        keep=form.keep,
        bound=form.bound,
        start=start,
        others=tuple(others),
        take=form.take,
        at_most=form.at_most,
        then=form.then,
        only=form.only,
        criterion=form.criterion,
    )
