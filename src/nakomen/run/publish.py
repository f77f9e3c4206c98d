"""Writing what people and programs may read: the statement, the registers, the machine's copy."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from nakomen.papers.html import as_html
from nakomen.papers.pdf import as_pdf
from nakomen.papers.registers import (
    View,
    as_register_json,
    as_workbook,
    processing_document,
    processors_document,
)
from nakomen.papers.statement import (
    Mark,
    Public,
    Release,
    as_markdown,
    as_page,
    as_print,
    verbatim_page,
)
from nakomen.policy import Policy
from nakomen.policy.formats.dpv import as_dpv
from nakomen.policy.formats.tilt import as_tilt
from nakomen.policy.kind_labels import kind_label
from nakomen.policy.tell import tell
from nakomen.run.company import Company
from nakomen.run.registered import registered
from nakomen.run.versions import history, to_show
from nakomen.run.writing import writing
from nakomen.terms import Lang


@dataclass(frozen=True, kw_only=True)
class Written:
    """One file that was published; *sha256* is of its bytes."""

    file: Path
    sha256: str


def publish(company: Company, folder: Path, today: date, *, draft: bool = False) -> list[Written]:
    """
    Write everything that is public into *folder*; files of the same name are replaced.

    Once versions were noted, only a version that people were told of is published, or a *draft*.

    Raises:
        Unversioned, NoticeLacking: nothing was written.
        FolderUnwritable: the system refused.
    """
    if not draft:
        to_show(company)
    made = dict(_files(company, today))
    with writing(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, name, data) for name, data in made.items()]


def _write(folder: Path, name: str, data: bytes) -> Written:
    with writing(name):
        part = folder / f".{name}.part"
        part.write_bytes(data)
        part.replace(folder / name)
    return Written(file=folder / name, sha256=hashlib.sha256(data).hexdigest())


def _files(company: Company, today: date) -> Iterator[tuple[str, bytes]]:
    releases = history(company)
    for lang in Lang:
        yield from _statement(company.policy, lang, today, releases)
    if company.statement:
        yield "statement.verbatim.html", _verbatim(company).encode()
    yield from _registers(company, today)
    number = max(len(releases), 1)
    yield "statement.tilt.json", _json(as_tilt(company.policy, today, version=number))
    yield "statement.dpv.jsonld", _json(as_dpv(company.policy))


def _registers(company: Company, today: date) -> Iterator[tuple[str, bytes]]:
    made_on = datetime.combine(today, time(), UTC)
    for lang in Lang:
        view = View(policy=company.policy, register=registered(company), lang=lang, day=today)
        names = {"processing": processing_document(view), "processors": processors_document(view)}
        for name, document in names.items():
            yield f"{name}.{lang.value}.html", as_html(document).encode()
            yield f"{name}.{lang.value}.pdf", as_pdf(document, made_on)
        yield f"registers.{lang.value}.xlsx", as_workbook(view, made_on.replace(tzinfo=None))
        yield f"registers.{lang.value}.json", _json(as_register_json(view))


def _json(document: Mapping[str, object]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def _statement(
    policy: Policy, lang: Lang, today: date, releases: tuple[Release, ...]
) -> Iterator[tuple[str, bytes]]:
    public = Public(
        telling=tell(policy, lang),
        history=releases,
        site=policy.controller.get("website"),
        languages=_others(lang),
    )
    made_on = datetime.combine(policy.statement.date or today, time(), UTC)
    name = f"statement.{lang.value}"
    yield f"{name}.html", as_page(public).encode()
    yield f"{name}.md", as_markdown(public).encode()
    yield f"{name}.pdf", as_pdf(as_print(public, _sender(policy.controller)), made_on)


def _others(lang: Lang) -> tuple[tuple[Lang, str], ...]:
    return tuple((other, f"statement.{other.value}.html") for other in Lang if other is not lang)


def _sender(controller: Mapping[str, object]) -> tuple[str, ...]:
    """The letterhead: name, address, place."""
    place = " ".join(str(controller[k]) for k in ("postcode", "city") if controller.get(k))
    lines = (controller.get("name"), controller.get("address"), place)
    return tuple(str(line) for line in lines if line)


def _verbatim(company: Company) -> str:
    policy = company.policy
    lang = policy.statement.language
    marks = [
        Mark(
            id=promise.id,
            what=kind_label(promise.kind).in_(lang),
            start=promise.at,
            end=promise.at + len(promise.says),
        )
        for promise in policy.promises
        if promise.says and promise.at is not None
    ]
    title = policy.statement.title or tell(policy, lang).title
    return verbatim_page(company.statement, title, lang, marks, policy.controller.get("website"))
