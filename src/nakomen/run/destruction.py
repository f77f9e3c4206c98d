"""Destruction that holds: planned, shown, carried out in the files, and a verdict about it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from time import perf_counter

from nakomen.ledger import Entry
from nakomen.plan import Because, Plan, Request, Step, numbered
from nakomen.policy import Control, Promise
from nakomen.records import Act, Nothing, Selection, StoreError, Tally, Task
from nakomen.records.destruction import Destroyed, Destroyer, Medium, Remain
from nakomen.run import shelf
from nakomen.run.company import Company
from nakomen.run.outcomes import StepOutcome, body_of, write_outcomes
from nakomen.run.parked import restorable
from nakomen.run.planning import Planned
from nakomen.run.traces import Place, Traces, remain_json, traces
from nakomen.run.verdict import Ruling, Verdict, evidence_of, unseen
from nakomen.terms import Text

CONTROL = Control.IRRECOVERABLE_DESTRUCTION.value


def promised(company: Company) -> str | None:
    """The promise that what is destroyed cannot be put back, if the statement makes it."""
    return next((p.id for p in company.policy.promises if p.control == CONTROL), None)


def to_do(company: Company, today: date) -> dict[Place, Traces]:
    """Datasets whose files may still hold what went, and that are on the map."""
    return {
        place: went
        for place, went in traces(company).items()
        if (went.certificate is None or went.open_on(today)) and _mapped(company, place)
    }


def _mapped(company: Company, place: Place) -> bool:
    return any(
        dataset.name == place[1]
        for store_map in company.maps
        for dataset in store_map.datasets
        if store_map.store == place[0]
    )


def plan_destruction(company: Company, today: date) -> Planned:
    """The plan to write anew every dataset from which something went. Changes nothing."""
    company.check_shapes()
    found = to_do(company, today)
    plan = Plan(
        id="",
        request=Request.DESTRUCTION,
        today=today,
        made_from=company.digests,
        steps=numbered([_planned(company, place, went) for place, went in sorted(found.items())]),
    )
    return Planned(plan=shelf.keep(company, plan), found=bool(found))


def _planned(company: Company, place: Place, went: Traces) -> Step:
    name, dataset = place
    store = company.stores[name]
    can = isinstance(store, Destroyer)
    return Step(
        store=name,
        task=Task(selection=Selection(dataset, Nothing()), act=Act.DESTROY if can else Act.UNKNOWN),
        because=Because(text=_WHY if can else _CANNOT, promise=promised(company)),
        rows=went.rows,
        sql=tuple(store.destruction([dataset])) if isinstance(store, Destroyer) else (),
    )


_WHY = Text(
    "waarden van deze gewiste rijen kunnen nog in de bestanden staan; de tabel wordt herschreven "
    "en is zolang op slot",
    "values of these erased rows can still stand in the files; the table is written anew and is "
    "locked meanwhile",
)
_CANNOT = Text(
    "van dit soort systeem zijn de bestanden niet te zien; een mens moet er vernietigen",
    "the files of this kind of system cannot be seen; a person must destroy there",
)


def destroy(company: Company, plan: Plan, steps: Sequence[Step]) -> Iterator[StepOutcome]:
    """Steps in one store: all its datasets, then what the store as a whole still holds."""
    known = traces(company)
    went = [known[step.store, step.task.dataset] for step in steps]
    meant = [Entry(kind="intent", body=body_of(plan, s) | {"found": s.rows}) for s in steps]
    company.ledger.append(meant, at=datetime.now(UTC))
    began = perf_counter()
    try:
        done = _destroy(company, steps, went)
    except StoreError as error:
        outcomes = [StepOutcome.failed(step, error) for step in steps]
    else:
        seconds = (perf_counter() - began) / len(steps)
        outcomes = [_outcome(step, done.remains, seconds) for step in steps]
        lines = [_certificate(plan, s, w, done) for s, w in zip(steps, went, strict=True)]
        company.ledger.append(lines, at=datetime.now(UTC))
    write_outcomes(company, plan, outcomes)
    yield from outcomes


def _destroy(company: Company, steps: Sequence[Step], went: Sequence[Traces]) -> Destroyed:
    store = company.stores[steps[0].store]
    assert isinstance(store, Destroyer)
    first, last = min(w.first for w in went), max(w.last for w in went)
    return store.destroy([step.task.dataset for step in steps], first, last)


def _outcome(step: Step, remains: tuple[Remain, ...], seconds: float) -> StepOutcome:
    tally = Tally(found=step.rows, left=step.rows if remains else 0)
    return StepOutcome.of(step, tally, seconds, remains)


def _certificate(plan: Plan, step: Step, went: Traces, done: Destroyed) -> Entry:
    """What was destroyed, how, and what remains until when; the ledger adds the moment."""
    body = {
        "plan": plan.id,
        "step": step.id,
        "store": step.store,
        "dataset": step.task.dataset,
        "promise": step.because.promise,
        "rows": step.rows,
        "first": went.first.isoformat(),
        "last": went.last.isoformat(),
        "methods": list(done.methods),
        "remains": [remain_json(remain) for remain in done.remains],
    }
    return Entry(kind="certificate", body=body)


def verdict(company: Company, promise: Promise, today: date) -> Verdict:
    """Kept when the files of every dataset let go of what went, as far as that can be seen."""
    known = traces(company)
    if not known:
        return unseen(promise, _NOTHING)
    waiting = {place: went for place, went in known.items() if went.certificate is None}
    if waiting:
        rows, first = sum(w.rows for w in waiting.values()), min(w.first for w in waiting.values())
        return Verdict(
            promise=promise,
            ruling=Ruling.BROKEN,
            why=_WAITING.fill(places=", ".join(".".join(place) for place in sorted(waiting))),
            count=rows,
            since=first.date(),
        )
    lines = [went.certificate for went in known.values() if went.certificate]
    open_ends = {_key(r): r for went in known.values() for r in went.open_on(today)}
    open_ends |= {_key(r): r for r in _in_the_vault(company, today)}
    if not open_ends:
        return Verdict(
            promise=promise,
            ruling=Ruling.KEPT,
            why=_GONE,
            count=0,
            since=max(line.at for line in lines).date(),
            evidence=evidence_of(lines),
        )
    seen = any(remain.seen for remain in open_ends.values())
    return Verdict(
        promise=promise,
        ruling=Ruling.BROKEN if seen else Ruling.UNSEEN,
        why=_remain(list(open_ends.values())),
        evidence=evidence_of(lines),
    )


def _in_the_vault(company: Company, today: date) -> Iterator[Remain]:
    """What can still be put back is not destroyed, however well it is locked away."""
    if ends := [parcel.until for parcel in restorable(company) if parcel.until]:
        last = max(ends)
        until = last if last > today else None  # its day has come, and the next run sees to it
        yield Remain(medium=Medium.COPY, place="vault.sqlite", text=_VAULT, until=until)


_VAULT = Text(
    "wat nog teruggezet kan worden, staat er versleuteld",
    "what can still be put back stands there, encrypted",
)


def _key(remain: Remain) -> tuple[str, str]:
    return remain.medium.value, remain.place


def _remain(remains: Sequence[Remain]) -> Text:
    told = [told_until(remain) for remain in remains]
    return _LEFT.fill(nl="; ".join(t.nl for t in told), en="; ".join(t.en for t in told))


def told_until(remain: Remain) -> Text:
    """Where, until when, and why: ``log_bin, tot 2026-12-02: ...``."""
    nl, en = remain.place, remain.place
    if remain.until:
        nl, en = f"{nl}, tot {remain.until}", f"{en}, until {remain.until}"
    return Text(f"{nl}: {remain.text.nl}", f"{en}: {remain.text.en}")


_NOTHING = Text("er is nog niets gewist", "nothing was erased yet")
_WAITING = Text(
    "gewiste rijen waarvan waarden nog in de bestanden kunnen staan: {places}; zie nakomen plan "
    "destruction",
    "erased rows of which values can still stand in the files: {places}; see nakomen plan "
    "destruction",
)
_GONE = Text(
    "alles wat gewist is, is ook uit de bestanden van de systemen",
    "all that was erased is out of the files of the systems too",
)
_LEFT = Text("na de vernietiging kan nog iets staan in {nl}", "after destruction may stand in {en}")
