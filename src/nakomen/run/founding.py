"""Making a company's folder from a published statement and live systems: all of it, or nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nakomen import stores
from nakomen.detect import as_connect_json, draft_map
from nakomen.errors import UsageError
from nakomen.policy import (
    add_store,
    anchored,
    map_yaml,
    policy_yaml,
    resolve,
    schema_texts,
    settings_yaml,
    split_secret,
)
from nakomen.reading.propose import propose
from nakomen.reading.text.kind import Kind, kind_of
from nakomen.records import StoreMap, Survey
from nakomen.run.believed import believed_normal, large, remember
from nakomen.run.company import STATE, NoCompany, read_text
from nakomen.run.imported import imported, is_machine_readable
from nakomen.run.source import contents, read_statement
from nakomen.run.surveyed import surveyed
from nakomen.run.writing import gone_if_it_fails, replaced, writing
from nakomen.terms import Certainty, Finding, Lang


class FolderTaken(UsageError):
    """A company's folder or other files stand there already. Choose a new folder."""

    nl = "Daar staan al bestanden. Kies een nieuwe map."


class StatementUnreadable(UsageError):
    """The statement cannot be read. See what is wrong with the file."""

    nl = "De verklaring is niet te lezen. Zie wat er met het bestand is."

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = list(findings)


class MapExists(UsageError):
    """There is a map of that name. Use `nakomen survey` to see what changed, or another name."""

    nl = (
        "Er is al een kaart met die naam. Kijk met `nakomen survey` wat er veranderd is, "
        "of kies een andere naam."
    )


@dataclass(frozen=True, kw_only=True)
class Founded:
    """What was made; *doubtful* names the entries to look at first."""

    folder: Path
    promises: int
    datasets: int
    doubtful: list[str]
    findings: list[Finding]
    """What to know about how the statement was read."""


def found(folder: Path, statement: Path, urls: Mapping[str, str]) -> Founded:
    """
    Make *folder*; a fault on the way leaves no trace of it.

    Raises:
        FolderTaken, StatementMissing, StatementUnreadable: nothing was made.
        StoreUnreachable: a system did not answer; nothing was made.
        FolderUnwritable: the folder cannot stand there; nothing was made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTaken(folder.name)
    source = _source(statement)
    urls = {name: anchored(url, Path.cwd()) for name, url in urls.items()}
    surveys = {name: _survey(folder, name, url) for name, url in urls.items()}
    maps = {name: draft_map(survey) for name, survey in surveys.items()}
    with writing(folder.name):
        folder.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            public = _write(building, statement, source, urls)
            for name, store_map in maps.items():
                _write_map(building, store_map, surveys[name])
                normal = large(believed_normal(store_map), surveys[name])
                remember(building / STATE, name, public[name], normal)
            building.chmod(0o755)
            if folder.exists():
                folder.rmdir()
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return Founded(
        folder=folder,
        promises=len(source.entries["promises"]),
        datasets=sum(len(m.datasets) for m in maps.values()),
        doubtful=_doubtful(source.entries, maps.values()),
        findings=source.findings,
    )


@dataclass(frozen=True, kw_only=True)
class _Source:
    """The text of the new folder, and the policy that was made from it."""

    text: str
    language: str
    entries: dict[str, Any]
    findings: list[Finding]


def _source(statement: Path) -> _Source:
    """
    Raises:
        StatementMissing, StatementUnreadable, FormatUnknown, FormatUnfit: it cannot be used.
    """
    if is_machine_readable(statement):
        made = imported(contents(statement), statement.name)
        return _Source(text=made.text, language=made.language, entries=made.entries, findings=[])
    text, facts, findings = read_statement(statement)
    if text is None or facts is None:
        raise StatementUnreadable(findings)
    language = facts.statement.language or Lang.NL.value
    entries = propose(facts, file=statement.name)
    return _Source(text=text, language=language, entries=entries, findings=findings)


def _write(
    folder: Path, statement: Path, source: _Source, urls: Mapping[str, str]
) -> dict[str, str]:
    """
    Returns:
        The address of each store without its secrets, as the settings have it.
    """
    language = source.language
    name = _write_statement(folder, statement, source.text, language)
    # What nakomen tells its people is Dutch or English, also about a statement in German.
    language = language if language in set(Lang) else Lang.NL.value
    state = folder / STATE
    state.mkdir(mode=0o700)
    (folder / ".gitignore").write_text(f"{STATE}/\n", "utf-8")
    (folder / "systems").mkdir()
    public = {store: _hide_secret(folder, store, url) for store, url in urls.items()}
    (folder / "nakomen.yaml").write_text(settings_yaml(language, public), "utf-8")
    entries = source.entries
    proposal = entries | {"statement": entries.get("statement", {}) | {"file": name}}
    (folder / "policy.yaml").write_text(policy_yaml(**proposal), "utf-8")
    schemas = state / "schema"
    schemas.mkdir(mode=0o700)
    for schema, body in schema_texts().items():
        (schemas / schema).touch(mode=0o600)
        (schemas / schema).write_text(body, "utf-8")
    return public


def _write_statement(folder: Path, source: Path, text: str, language: str) -> str:
    """
    The text that quotes refer to, and beside it the file that it was read from, byte for byte.

    Returns:
        The name of the text: that of a text file stays .txt or .md, of other kinds it is .md.
    """
    data = contents(source)
    suffix = source.suffix.lower()
    if is_machine_readable(source):
        (folder / f"statement.{language}{suffix}").write_bytes(data)
        (folder / f"statement.{language}.md").write_bytes(text.encode("utf-8"))
        return f"statement.{language}.md"
    kind, _ = kind_of(data, source.name)
    if kind is not Kind.TEXT:
        (folder / f"statement.{language}{_KEPT[kind]}").write_bytes(data)
        suffix = ".md"
    name = f"statement.{language}{suffix if suffix in ('.txt', '.md') else '.txt'}"
    (folder / name).write_bytes(text.encode("utf-8"))
    return name


_KEPT = {Kind.PAGE: ".html", Kind.WORD: ".docx", Kind.PDF: ".pdf"}


def _hide_secret(folder: Path, store: str, url: str) -> str:
    """The address without its password; that goes to a file only its owner can read."""
    public, secret = split_secret(url, _secret(store))
    if secret is not None:
        secrets = folder / STATE / "secrets"
        secrets.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = secrets / store
        with os.fdopen(os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as out:
            out.write(secret)
    return public


def _secret(store: str) -> str:
    """Where the password of *store* is kept, seen from the folder."""
    return f"{STATE}/secrets/{store}"


def _survey(folder: Path, name: str, url: str) -> Survey:
    """*url* may point to its secrets, as in nakomen.yaml: on a command line others could read."""
    with stores.load(name, anchored(resolve(url, os.environ, folder), folder)) as store:
        return surveyed(store)


def _write_map(folder: Path, store_map: StoreMap, survey: Survey) -> None:
    rows = {dataset.name: dataset.rows for dataset in survey.datasets}
    file = folder / "systems" / f"{store_map.store}.yaml"
    file.write_text(map_yaml(store_map, rows), "utf-8")


def _doubtful(entries: Mapping[str, Any], maps: Iterable[StoreMap]) -> list[str]:
    read = [
        f"policy {entry['id']}"
        for entry in entries["promises"]
        if entry.get("certainty") == Certainty.DOUBTFUL.value
    ]
    drafted = [
        f"systems/{m.store} {d.name}.{c.name}"
        for m in maps
        for d in m.datasets
        for c in d.columns
        if c.certainty is Certainty.DOUBTFUL
    ]
    return read + drafted


def connect(folder: Path, name: str, url: str) -> dict[str, Any]:
    """
    Draft the map of one more system and add it to the settings.

    Raises:
        NoCompany, MapExists, StoreUnreachable, FolderUnwritable: nothing was changed.
    """
    settings = read_text(folder, "nakomen.yaml", NoCompany)
    file = folder / "systems" / f"{name}.yaml"
    if file.exists():
        raise MapExists(name)
    url = anchored(url, Path.cwd())
    survey = _survey(folder, name, url)
    store_map = draft_map(survey)
    public, _ = split_secret(url, _secret(name))
    changed = replaced(folder / "nakomen.yaml", add_store(settings, name, public))
    with writing(f"systems/{name}.yaml"), changed, gone_if_it_fails(file, folder / _secret(name)):
        (folder / STATE).mkdir(mode=0o700, exist_ok=True)
        file.parent.mkdir(exist_ok=True)
        _hide_secret(folder, name, url)
        _write_map(folder, store_map, survey)
        remember(folder / STATE, name, public, large(believed_normal(store_map), survey))
    return as_connect_json(survey, store_map)
