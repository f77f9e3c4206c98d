"""The copy that a person gets (AVG artikel 15): streamed from the stores into one archive."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from nakomen.papers import AccessPaper, AccessPart, Controller, Recipient, term_told, write_access
from nakomen.papers.portable import PortPart, write_portable
from nakomen.plan import Plan, Request, Step
from nakomen.policy import Policy, PromiseKind
from nakomen.records import Act, Dataset, Keys, Row, Store, inside, normal
from nakomen.run.about import about, receivers
from nakomen.run.archive import copied
from nakomen.run.company import Company
from nakomen.run.own import Copy, access_parts, port_parts
from nakomen.run.thawed import thawed
from nakomen.stores.documents import veiled
from nakomen.terms import Lang, Right, Text

MASK = "•••"


def write_export(
    company: Company, plan: Plan, steps: Sequence[Step], keys: Keys, copy: Copy
) -> list[int]:
    """
    Write the archive and return the rows of each step, in order; what is brought along comes last.

    Raises:
        StoreUnreachable: nothing stands under *file*.
    """
    with ExitStack() as opened:
        names = dict.fromkeys(step.store for step in steps)
        stores = {name: opened.enter_context(company.stores[name].reopen()) for name in names}
        if plan.request is Request.PORT:
            return _portable(company, plan, steps, keys, stores, copy)
        kept = copied(company, steps, keys)
        parts = [part_of(company, step, keys, stores[step.store], kept) for step in steps]
        parts += access_parts(copy.own, keys)
        receipt = write_access(copy.file, _paper(company, plan), parts)
    return [part.rows for part in receipt.parts]


def _portable(
    company: Company,
    plan: Plan,
    steps: Sequence[Step],
    keys: Keys,
    stores: Mapping[str, Store],
    copy: Copy,
) -> list[int]:
    """What she takes along (AVG artikel 20)."""
    policy = company.policy
    taken = [_taken(company, step, keys, stores[step.store]) for step in steps]
    return write_portable(
        copy.file,
        [*taken, *port_parts(copy.own, keys)],
        controller=str(policy.controller.get("name") or ""),
        made_on=plan.today,
        lang=Lang(policy.statement.language),
    )


def _taken(company: Company, step: Step, keys: Keys, store: Store) -> PortPart:
    dataset = company.store_map(step.store).dataset(step.task.dataset)
    return PortPart(
        store=step.store,
        dataset=dataset.name,
        columns=tuple(dataset.column(name) for name in step.task.columns),
        rows=store.export(step.task, keys, step.rows),
    )


def _paper(company: Company, plan: Plan) -> AccessPaper:
    policy = company.policy
    unseen = [s for s in plan.steps if s.task.act is Act.UNKNOWN]
    named = {str(p.recipient["name"]): p.recipient for p in receivers(company, plan)}
    return AccessPaper(
        lang=Lang(policy.statement.language),
        controller=Controller.of(policy.controller),
        reference=plan.id,
        made_on=plan.today,
        statement_title=policy.statement.title or "",
        subject=plan.subject,
        purposes=_quoted(policy, PromiseKind.PURPOSE),
        sources=_quoted(policy, PromiseKind.SOURCE),
        automated=_whole(_quoted(policy, PromiseKind.AUTOMATED_DECISION, PromiseKind.PROFILING)),
        transfers=_whole(_quoted(policy, PromiseKind.TRANSFER)),
        recipients=tuple(
            Recipient(
                name=name,
                purpose=_told(facts.get("purpose")),
                country=_word(facts.get("country")),
            )
            for name, facts in named.items()
        ),
        rights=tuple(dict.fromkeys(r for p in policy.promises for r in p.rights if r in Right)),
        unseen=tuple(_place(step) for step in unseen),
    )


def _quoted(policy: Policy, *kinds: PromiseKind) -> tuple[Text, ...]:
    """What the statement says of it, in its own words and language."""
    said = dict.fromkeys(p.says for p in policy.promises if p.kind in kinds and p.says)
    return tuple(Text(words, words) for words in (" ".join(s.split()) for s in said if s))


def _whole(parts: Sequence[Text]) -> Text | None:
    told = " ".join(part.nl for part in parts)
    return Text(told, told) if told else None


def _word(value: object) -> str | None:
    return str(value) if value else None


def _told(value: object) -> Text | None:
    return Text(str(value), str(value)) if value else None


def _place(step: Step) -> Text:
    place = f"{step.store}.{step.task.dataset}"
    return Text(f"{place}: {step.because.text.nl}", f"{place}: {step.because.text.en}")


def part_of(
    company: Company, step: Step, keys: Keys, store: Store, kept: Mapping[str, Sequence[Row]]
) -> AccessPart:
    """
    What *step* copies, with what she must be told of it; the rows are read when they are taken.

    Args:
        kept: rows of archives, by the parcel of their step: `nakomen.run.archive.copied`.
    """
    dataset = company.store_map(step.store).dataset(step.task.dataset)
    parts = tuple(name for name in step.task.masked if inside(name))
    # As they stand in the system, or in the archive that they left it for.
    held = kept[step.parcel] if step.parcel else _standing(company, step, keys, store)
    veil = veiled(dataset, parts, keys)
    rows = (veil(row) for row in held)
    masked = tuple(name for name in step.task.masked if name not in parts)
    told = about(company, step)
    return AccessPart(
        store=step.store,
        dataset=dataset.name,
        records=dataset.records,
        columns=dataset.stored,
        rows=_masked(rows, dataset, masked, keys) if masked else rows,
        term=term_told(company.policy, dataset.records),
        purpose=told.purpose,
        source=told.source,
        recipients=told.recipients,
        shared=bool(masked),
        masked=masked,
    )


def _standing(company: Company, step: Step, keys: Keys, store: Store) -> Iterator[Row]:
    return thawed(company, step, store.export(replace(step.task, masked=()), keys, step.rows))


def _masked(
    rows: Iterator[Row], dataset: Dataset, masked: Sequence[str], keys: Keys
) -> Iterator[Row]:
    """What is her own stays readable, also in a row of somebody else."""
    kinds = {key.column: key.kind for key in dataset.keys}
    hers = {kind: frozenset(values) for kind, values in keys.items()}
    for row in rows:
        yield {
            name: MASK if name in masked and not _hers(name, value, kinds, hers) else value
            for name, value in row.items()
        }


def _hers(name: str, value: object, kinds: dict[str, str], hers: dict[str, frozenset[str]]) -> bool:
    kind = kinds.get(name)
    if value is None:
        return True
    return kind is not None and normal(kind, str(value)) in hers.get(kind, frozenset())
