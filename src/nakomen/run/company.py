"""A company's folder: its settings, statement, policy, data maps, and its state."""

import hashlib
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Self

from nakomen import stores
from nakomen.errors import UsageError
from nakomen.ledger import Ledger, Line, SubjectBook, Vault
from nakomen.plan import Case, Request, Step
from nakomen.policy import (
    Policy,
    Settings,
    decode,
    load_map,
    load_policy,
    load_settings,
    no_statement,
    statement_file,
    unmapped,
)
from nakomen.policy.register import load_register
from nakomen.records import Store, StoreError, StoreMap
from nakomen.run.believed import believed
from nakomen.run.crowd import Crowd
from nakomen.run.writing import writing
from nakomen.terms import Finding, Severity

STATE = ".nakomen"
REGISTER = "register.yaml"


class CompanyFaulty(UsageError):
    """The company's folder has faults. Mend them; `nakomen check` lists them again."""

    nl = "De map van het bedrijf heeft fouten. Herstel ze; `nakomen check` toont ze opnieuw."

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__()
        self.findings = sorted(findings, key=lambda finding: finding.sort_key)


class NoCompany(UsageError):
    """There is no nakomen.yaml here. Make one with `nakomen init DIR --statement FILE`."""

    nl = "Hier staat geen nakomen.yaml. Maak er een met `nakomen init MAP --statement BESTAND`."


class PolicyMissing(UsageError):
    """The company's folder has no policy.yaml. Put it back, or begin anew with `nakomen init`."""

    nl = (
        "In de map van het bedrijf ontbreekt policy.yaml. Zet het terug, of begin opnieuw met "
        "`nakomen init`."
    )


class FileUnreadable(UsageError):
    """A file of the company's folder cannot be read. See that it is a file and that you may."""

    nl = (
        "Een bestand van het bedrijf is niet te lezen. Kijk of het een bestand is en of u erbij "
        "mag."
    )


@dataclass
class Company:
    """
    Everything a verb needs, opened once. Use as a context manager: it closes its stores.

    Policy and maps are read on opening; stores, ledger and subject book when first used.
    """

    folder: Path
    settings: Settings
    statement: str
    policy: Policy
    maps: tuple[StoreMap, ...]
    findings: list[Finding] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    """What stands in each of its files."""
    drawn: tuple[StoreMap, ...] = ()
    """The maps as people wrote them; *maps* doubt what no survey of late saw: `run.believed`."""
    steps: dict[tuple[Request, frozenset[str]], tuple[Case, tuple[Step, ...]]] = field(
        default_factory=dict
    )
    """What each request last came down to for whoever is known by some kinds of keys."""
    standing: list[Line] = field(default_factory=list)
    """Lines of `nakomen.run.standing` that were read."""
    earlier: dict[str, "Company"] = field(default_factory=dict)
    """This company under earlier versions of its statement, by the digest of their policy."""
    _open: ExitStack = field(default_factory=ExitStack)
    _crowd: tuple[str, Crowd] | None = None
    _witnesses: dict[str, Store] = field(default_factory=dict)
    _origin: "Company | None" = None
    _whole: "Company | None" = None
    """Whose stores and books it uses: see `under`."""
    _models: dict[str, Store] = field(default_factory=dict)
    """Closed stores that others are opened like, by name."""
    _opening: Lock = field(default_factory=Lock)

    @classmethod
    def open(cls, folder: Path) -> "Company":
        """
        Raises:
            NoCompany: the folder holds no nakomen.yaml.
            PolicyMissing, FileUnreadable: a file is not there or not ours to read.
            CompanyFaulty: with every fault in every file.
        """
        texts, findings = _texts(folder)
        settings, statement = None, statement_of(folder, texts.get("policy.yaml", ""))
        policy: Policy | None = None
        maps: list[StoreMap] = []
        for name, text in texts.items():
            if name == "nakomen.yaml":
                settings, more = load_settings(text, name)
                more += unmapped(text, name, {m.stem for m in _maps(folder)})
            elif name == "policy.yaml":
                policy, more = load_policy(text, name, statement)
                more += no_statement(text, name) if statement is None else []
            elif name == REGISTER:
                _, more = load_register(text, name, policy)
            else:
                store_map, more = load_map(text, name)
                maps += [store_map] if store_map else []
            findings += more
        wrong = [f for f in findings if f.severity is Severity.ERROR]
        if wrong or settings is None or policy is None:
            raise CompanyFaulty(findings)
        searched = believed(maps, settings, folder / STATE, datetime.now(UTC))
        text = statement or ""
        return cls(folder, settings, text, policy, searched, findings, texts, tuple(maps))

    def again(self) -> "Company":
        """
        Another from the same reading, with connections of its own.

        Statements for the stores are written once for all of them. It may be used in another
        thread; this one is to stay as it is meanwhile.
        """
        made = type(self)(
            self.folder, self.settings, self.statement, self.policy, self.maps, self.findings,
            self.texts, self.drawn,
        )  # fmt: skip
        made._origin = self
        return made

    def under(self, policy: Policy, statement: str) -> "Company":
        """
        This company with other promises, as in an earlier version of its statement.

        Stores, ledger and books are those of this one: whichever is closed, both are.
        """
        whole = self.written
        made = type(self)(
            whole.folder, whole.settings, statement, policy, whole.maps, whole.findings,
            whole.texts, whole.drawn, standing=whole.standing, _open=whole._open,
        )  # fmt: skip
        made._whole = whole
        return made

    @property
    def written(self) -> "Company":
        """The company as its files stand now, also where a version of them still waits."""
        return self._whole or self

    @property
    def state(self) -> Path:
        """The folder of ledger, subject book and plans; only its owner may look (mode 0700)."""
        state = self.folder / STATE
        with writing(STATE):
            state.mkdir(mode=0o700, exist_ok=True)
        return state

    @cached_property
    def stores(self) -> Mapping[str, Store]:
        """One open store for each map."""
        if self._whole:
            return self._whole.stores
        opens = self._origin._reopened if self._origin else self.open_store
        return {m.store: self._open.enter_context(opens(m)) for m in self.maps}

    def _reopened(self, store_map: StoreMap) -> Store:
        """A fresh connection to a store whose statements are known; the first is closed at once."""
        with self._opening:
            known = self._models.get(store_map.store)
            if known is None:
                known = self._models[store_map.store] = self.open_store(store_map)
                known.close()
        return known.reopen()

    def open_store(self, store_map: StoreMap) -> Store:
        """
        A connection of its own; the caller closes it.

        Raises:
            StoreUnreachable: nothing answers at the address.
        """
        url = self.settings.url(store_map.store, self.folder)
        return stores.load(store_map.store, url, store_map)

    def witness(self, store: str) -> Store:
        """
        Another connection to *store*, for counting what is left: nothing is ever changed on it, so
        that it sees what was committed and nothing else. It stays open for the next count.
        """
        if self._whole:
            return self._whole.witness(store)
        if store not in self._witnesses:
            self._witnesses[store] = self.stores[store].reopen()
        return self._witnesses[store]

    def dismiss(self, store: str) -> None:
        """The next witness of *store* has a fresh connection."""
        if self._whole:
            self._whole.dismiss(store)
        if store in self._witnesses:
            with suppress(StoreError):
                self._witnesses.pop(store).close()

    @cached_property
    def ledger(self) -> Ledger:
        return (
            self._whole.ledger if self._whole else self._open.enter_context(Ledger.open(self.state))
        )

    @cached_property
    def subjects(self) -> SubjectBook:
        return (
            self._whole.subjects
            if self._whole
            else self._open.enter_context(SubjectBook.open(self.state))
        )

    @cached_property
    def vault(self) -> Vault:
        """Rows that may have to come back; made at first use."""
        return (
            self._whole.vault if self._whole else self._open.enter_context(Vault.open(self.state))
        )

    def colleague(self, name: str) -> str:
        """What stands in the ledger for somebody who decides here, however the name is cased."""
        return self.subjects.fingerprint("colleague", name.casefold().strip())[:16]

    def crowd(self, group: str) -> Crowd:
        """
        Everybody in *group*, as the subject book has them when they are first asked for; the last
        group stays at hand until `disperse`.
        """
        if self._whole:
            return self._whole.crowd(group)
        if self._crowd is None or self._crowd[0] != group:
            self.disperse()
            self._crowd = group, Crowd.of(self.subjects, group)
        return self._crowd[1]

    def disperse(self) -> None:
        """Read a group again when it is next asked for: the book changed, or may have."""
        if self._whole:
            self._whole.disperse()
        self._crowd = None

    def store_map(self, store: str) -> StoreMap:
        """
        Raises:
            KeyError: no system of that name.
        """
        return next(m for m in self.maps if m.store == store)

    @cached_property
    def digests(self) -> dict[str, str]:
        """Of the policy and each map; a yes alone changes none of them."""
        return {"policy": self.policy.digest} | {
            f"systems/{m.store}": map_digest(m) for m in self.drawn or self.maps
        }

    def check_shapes(self) -> None:
        """
        Raises:
            SchemaChanged: a store does not look as its map says.
        """
        for store_map in self.maps:
            self.stores[store_map.store].check_shape(store_map)

    def close(self) -> None:
        whole = self.written
        for store in list(whole._witnesses):
            whole.dismiss(store)
        whole._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def map_digest(store_map: StoreMap) -> str:
    """First 16 hexadecimal digits of SHA-256, of everything but who confirmed."""
    bare = replace(
        store_map, datasets=tuple(replace(d, confirmed=False) for d in store_map.datasets)
    )
    return hashlib.sha256(repr(bare).encode()).hexdigest()[:16]


def _maps(folder: Path) -> list[Path]:
    return sorted((folder / "systems").glob("*.yaml"))


def _texts(folder: Path) -> tuple[dict[str, str], list[Finding]]:
    """What stands in each file, and why some cannot be read."""
    names = {"nakomen.yaml": NoCompany, "policy.yaml": PolicyMissing}
    names |= {REGISTER: FileUnreadable} if (folder / REGISTER).exists() else {}
    names |= {f"systems/{file.name}": FileUnreadable for file in _maps(folder)}
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for name, missing in names.items():
        try:
            texts[name] = read_text(folder, name, missing)
        except CompanyFaulty as faulty:
            findings += faulty.findings
    return texts, findings


def read_text(folder: Path, name: str, missing: type[UsageError]) -> str:
    """
    Raises:
        UsageError: of type *missing* when the file is absent.
        FileUnreadable: there is something of that name, but it cannot be read.
        CompanyFaulty: it is no UTF-8 text, or far too large.
    """
    try:
        text, findings = decode((folder / name).read_bytes(), name)
    except FileNotFoundError:
        raise missing(name) from None
    except OSError as error:
        raise FileUnreadable(f"{name}: {error.strerror}") from None
    if text is None:
        raise CompanyFaulty(findings)
    return text


def statement_of(folder: Path, policy_text: str) -> str | None:
    """The statement's text, if the policy names a file that is there."""
    name = statement_file(policy_text)
    file = folder / (name or "")
    if not name or not file.is_file() or folder.resolve() not in file.resolve().parents:
        return None
    return file.read_bytes().decode("utf-8", "replace")
