"""The circle, walked on a company that does not exist: from its statement to proof."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine

from nakomen import verbs
from nakomen.demo.provider import STATEMENT, generate
from nakomen.demo.provider.cast import ANNA
from nakomen.errors import NakomenError, UsageError
from nakomen.plan import Plan, Request
from nakomen.run.company import Company
from nakomen.run.outcomes import PlanDone, StepOutcome
from nakomen.terms import Text

WHO = "Chaima (demo)"


class FolderInUse(UsageError):
    """The demo wants a new or empty folder. Choose another with -C DIR."""

    nl = "De demo wil een nieuwe of lege map. Kies een andere met -C MAP."


class DemoFailed(NakomenError):
    """A step of the demo did not end as it should. Please report it."""

    nl = "Een stap van de demo liep niet goed af. Meld dit alstublieft."


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stop of the walk: what was done, in words and figures, and the command that does it."""

    name: str
    told: Text
    command: str
    facts: dict[str, Any] = field(default_factory=dict)


def walk(folder: Path, today: date) -> Iterator[Stage]:
    """
    Make the provider in *folder* and carry out its statement.

    Raises:
        FolderInUse: something stands in *folder*.
        DemoFailed: names the stage.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderInUse(folder.name)
    home = folder / "zonneveld"
    stores = _seed(folder / "systemen", today)
    statement = folder / "statement.nl.md"
    statement.write_text(STATEMENT.read_text("utf-8"), "utf-8")
    yield _read(statement)
    yield _init(home, statement, stores)
    with Company.open(home) as company:
        yield _confirm(company, today)
    with Company.open(home) as company:
        yield _check(company, today)
        yield _status(company, today, "status", broken=True)
        yield from _carry_out(company, Request.RETENTION, today, None)
        copy = folder / "inzage-anna.zip"
        yield from _carry_out(company, Request.ACCESS, today, copy)
        yield from _carry_out(company, Request.ERASE, today, None)
        yield _status(company, today, "status-after", broken=False)
        yield _bundle(company, folder / "bewijs.jsonl")
    yield _verify(folder / "bewijs.jsonl")


def _seed(folder: Path, today: date) -> dict[str, str]:
    folder.mkdir(parents=True)
    urls = {
        name: f"sqlite:///{folder.resolve() / name}.sqlite"
        for name in ("crm", "calls", "newsletter")
    }
    for name, url in urls.items():
        engine = create_engine(url)
        generate(engine, "tiny", name, today=today, calls_apart=True)
        engine.dispose()
    return urls


def _read(statement: Path) -> Stage:
    facts = verbs.read(statement).facts
    if facts is None:
        raise DemoFailed("read")
    found = len(facts.promises)
    return Stage(
        name="read",
        told=Text(
            f"De verklaring van Zonneveld is gelezen: {found} beloften.",
            f"Zonneveld's statement was read: {found} promises.",
        ),
        command=f"nakomen read {statement}",
        facts={"promises": found},
    )


def _init(home: Path, statement: Path, stores: dict[str, str]) -> Stage:
    made = verbs.init(home, statement, stores)
    return Stage(
        name="init",
        told=Text(
            f"Een map met beleid en kaart: {made.datasets} gegevenssets in {len(stores)} systemen.",
            f"A folder with policy and map: {made.datasets} datasets in {len(stores)} systems.",
        ),
        command=f"nakomen init {home} --statement {statement} --store crm=…",
        facts={"datasets": made.datasets, "stores": sorted(stores)},
    )


def _confirm(company: Company, today: date) -> Stage:
    said = verbs.confirm(company, None, None, WHO, today)
    return Stage(
        name="confirm",
        told=Text(
            f"{WHO} las het na en zei ja tegen {len(said)} regels.",
            f"{WHO} read it and said yes to {len(said)} entries.",
        ),
        command=f"nakomen -C {company.folder} confirm --all",
        facts={"confirmed": len(said)},
    )


def _check(company: Company, today: date) -> Stage:
    findings = verbs.check(company, today)
    counts = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "note")}
    return Stage(
        name="check",
        told=Text(
            f"Tegen wet en kaart gehouden: {counts['error']} fouten, {counts['warning']} "
            f"waarschuwingen, {counts['note']} opmerkingen.",
            f"Held against law and map: {counts['error']} errors, {counts['warning']} warnings, "
            f"{counts['note']} notes.",
        ),
        command=f"nakomen -C {company.folder} check",
        facts=counts,
    )


def _status(company: Company, today: date, name: str, *, broken: bool) -> Stage:
    verdicts = verbs.status(company, today)
    totals: dict[str, int] = {}
    for verdict in verdicts:
        totals[verdict.ruling] = totals.get(verdict.ruling, 0) + 1
    if bool(totals.get("broken")) is not broken:
        raise DemoFailed(name)
    now = {v.promise.id: v.ruling.value for v in verdicts}
    counted = ("broken", "gebroken"), ("kept", "nagekomen"), ("unseen", "niet te zien")
    nl = ", ".join(f"{totals.get(word, 0)} {dutch}" for word, dutch in counted)
    en = ", ".join(f"{totals.get(word, 0)} {word}" for word, _ in counted)
    return Stage(
        name=name,
        told=Text(f"Geteld in de systemen: {nl}.", f"Counted in the systems: {en}."),
        command=f"nakomen -C {company.folder} status",
        facts={"totals": totals, "verdicts": now},
    )


def _carry_out(
    company: Company, request: Request, today: date, copy: Path | None
) -> Iterator[Stage]:
    given = [] if request is Request.RETENTION else [("email", ANNA.email)]
    plan = verbs.plan(company, request, given, today).plan
    words = {"retention": ("wat vervalt", "what falls due"),
             "access": ("inzage voor Anna", "access for Anna"),
             "erase": ("wissen voor Anna", "erasure for Anna")}[request]  # fmt: skip
    who = "" if request is Request.RETENTION else f" --key email={ANNA.email}"
    yield Stage(
        name=f"plan-{request}",
        told=Text(
            f"Plan voor {words[0]}: {_acts(plan, 'nl')}.",
            f"Plan for {words[1]}: {_acts(plan, 'en')}.",
        ),
        command=f"nakomen -C {company.folder} plan {request}{who}",
        facts={"plan": plan.id, "rows": _rows(plan)},
    )
    yield _apply(company, plan, today, copy)


def _apply(company: Company, plan: Plan, today: date, copy: Path | None) -> Stage:
    looked = f" --by {shlex.quote(WHO)}" if verbs.waits_for(company, plan) else ""
    if looked:
        verbs.approve(company, plan, WHO, today)
    events = list(verbs.apply(company, plan, today, copy))
    done = next(e for e in events if isinstance(e, PlanDone))
    gone = sum(e.gone for e in events if isinstance(e, StepOutcome))
    left = sum(e.left for e in events if isinstance(e, StepOutcome) and e.act.destructive)
    if done.state != "done" or left:
        raise DemoFailed(plan.id)
    output = f" -o {copy}" if copy else ""
    told = (
        Text(f"De kopie ligt klaar: {copy.name}.", f"The copy is ready: {copy.name}.")
        if copy
        else Text(
            f"Uitgevoerd en nageteld: {gone} rijen weg of leeg, 0 over.",
            f"Carried out and counted again: {gone} rows gone or emptied, 0 left.",
        )
    )
    return Stage(
        name=f"apply-{plan.request}",
        told=told,
        command=f"nakomen -C {company.folder} apply {plan.id} --yes{looked}{output}",
        facts={"plan": plan.id, "state": done.state, "gone": gone, "evidence": done.evidence},
    )


_TOLD = {
    "erase": ("wissen", "erase"),
    "blank": ("leegmaken", "blank"),
    "keep": ("blijft", "keep"),
    "export": ("kopie", "copy"),
    "ask": ("een mens beslist", "a person decides"),
    "unknown": ("zonder termijn", "without a term"),
}


def _rows(plan: Plan) -> dict[str, int]:
    rows: dict[str, int] = {}
    for step in plan.steps:
        rows[step.task.act] = rows.get(step.task.act, 0) + step.rows
    return rows


def _acts(plan: Plan, lang: str) -> str:
    place = 0 if lang == "nl" else 1
    return ", ".join(
        f"{_TOLD[act][place]} {n}" for act, n in _rows(plan).items() if n and act in _TOLD
    )


def _bundle(company: Company, file: Path) -> Stage:
    written = verbs.bundle(company, file)
    return Stage(
        name="evidence",
        told=Text(
            f"Het bewijs: {written.lines} regels in {file.name}, zonder persoonsgegevens.",
            f"The evidence: {written.lines} lines in {file.name}, without personal data.",
        ),
        command=f"nakomen -C {company.folder} evidence bundle -o {file}",
        facts={"lines": written.lines, "root": written.root},
    )


def _verify(file: Path) -> Stage:
    found = verbs.verify(file)
    if not found.ok:
        raise DemoFailed("verify")
    return Stage(
        name="verify",
        told=Text(
            "Ieder kan het narekenen, zonder deze map: het klopt.",
            "Anybody can work it out again, without this folder: it holds.",
        ),
        command=f"nakomen verify {file}",
        facts={"ok": found.ok, "lines": found.lines},
    )
