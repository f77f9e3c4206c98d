"""nakomen.yaml: which systems there are and how to reach them, without a secret in the file."""

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from nakomen.errors import UsageError
from nakomen.placeholders import (
    LIKE_A_PLACEHOLDER,
    PLACEHOLDER,
    STAND_IN,
    USER,
    hidden,
    resolve,
)
from nakomen.policy.settings_form import SettingsForm
from nakomen.policy.shape import fit, misfits
from nakomen.policy.tree import Document, MappingNode, Node, ScalarNode
from nakomen.policy.yaml import parse
from nakomen.terms import Finding, Lang, Period, Severity

_STORE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_NEAR_FILE = re.compile(r"\A(sqlite(?:\+\w+)?:///)(?![/$])([^?]+)")
"""A file that is not named from the root. What a placeholder stands for is not known here."""
_QUERY = re.compile(r"(?i)[?&](?:password|passwd|pwd|pass|secret|token|sslpassword)=([^&#]+)")


QUARTER = Period(months=3)


class UnknownStore(UsageError):
    """nakomen.yaml has no address for this system. Add it under `stores`."""

    nl = "In nakomen.yaml staat geen adres van dit systeem. Zet het onder `stores`."


@dataclass(frozen=True, kw_only=True)
class Settings:
    """*stores* maps a name to its address, in which secrets are placeholders."""

    language: Lang = Lang.NL
    stores: Mapping[str, str] = field(default_factory=dict)
    undo: Period | None = None
    """So long what a plan takes out can be put back."""
    drill: Period = QUARTER
    """So long a drill says something of the systems of now."""
    share: int = 25
    """Percent of a dataset above which a sweep waits for a person."""
    second_person: int | None = None
    """Rows of a plan from which on two people must agree; None: never."""
    smallest_group: int = 10
    """So many rows are at least the same, after they became anonymous."""
    mail: str | None = None
    """The address of the outgoing mail server, in which secrets are placeholders."""
    sender: str = ""
    """The address from which letters come."""
    mailbox: str | None = None
    """The address of the mailbox with requests, in which secrets are placeholders."""
    dkim: str | None = None
    """The selector under which the sending domain has its DKIM key."""
    address: str | None = None
    """Where people find the desk, when a web server stands before it."""
    database: str | None = None
    """The address of the desk's own database; None: a file of SQLite beside the ledger."""

    def mail_server(self, folder: Path, env: Mapping[str, str] | None = None) -> str | None:
        """
        The address of the mail server with its secrets filled in; None where nothing is sent.

        Raises:
            SecretMissing: a variable or file is not there.
        """
        return self.mail and resolve(self.mail, os.environ if env is None else env, folder)

    def mailbox_server(self, folder: Path, env: Mapping[str, str] | None = None) -> str | None:
        """
        The address of the mailbox with its secrets filled in; None where no mail is read.

        Raises:
            SecretMissing: a variable or file is not there.
        """
        return self.mailbox and resolve(self.mailbox, os.environ if env is None else env, folder)

    def url(self, store: str, folder: Path, env: Mapping[str, str] | None = None) -> str:
        """
        The address of *store* with its secrets filled in: for opening, never for showing.

        Raises:
            UnknownStore: no address of that name.
            SecretMissing: a variable or file is not there.
        """
        if store not in self.stores:
            raise UnknownStore(store)
        address = resolve(self.stores[store], os.environ if env is None else env, folder)
        return anchored(address, folder)


def anchored(url: str, folder: Path) -> str:
    """
    The address with the file of SQLite counted from *folder*, wherever one stands.

    >>> anchored("sqlite:///shop.db", Path("/srv/zonneveld"))
    'sqlite:////srv/zonneveld/shop.db'
    """
    return _NEAR_FILE.sub(lambda match: f"{match[1]}{folder.absolute() / match[2]}", url)


def load_settings(text: str, file: str) -> tuple[Settings | None, list[Finding]]:
    """Read nakomen.yaml. There are no settings when anything in it is an error."""
    document = parse(text, file)
    findings = [*document.findings, *misfits(SettingsForm, document), *_unsafe(document)]
    form = None
    if document.root and not any(f.severity is Severity.ERROR for f in findings):
        form = fit(SettingsForm, document.root)
    settings = None
    if form:
        stores = {name: store.url for name, store in form.stores.items()}
        settings = Settings(
            language=form.language,
            stores=stores,
            undo=form.guards.undo,
            drill=form.guards.drill,
            share=form.guards.share,
            second_person=form.guards.second_person,
            smallest_group=form.anonymous.smallest_group,
            mail=form.mail.server if form.mail else None,
            sender=form.mail.sender if form.mail else "",
            mailbox=form.mailbox.server if form.mailbox else None,
            dkim=form.mail.dkim if form.mail else None,
            database=form.desk.database if form.desk else None,
            address=form.desk.address if form.desk else None,
        )
    return settings, sorted(findings, key=lambda finding: finding.sort_key)


def unmapped(text: str, file: str, mapped: Collection[str]) -> list[Finding]:
    """Systems of the settings in *text* that are not among those *mapped*."""
    document = parse(text, file)
    stores = document.root.get("stores") if isinstance(document.root, MappingNode) else None
    entries = stores.entries if isinstance(stores, MappingNode) else ()
    keys = [key for key, _ in entries if key.text not in mapped]
    return [document.finding("S005", key, store=key.text) for key in keys]


def _unsafe(document: Document) -> Iterator[Finding]:
    root = document.root
    stores = root.get("stores") if isinstance(root, MappingNode) else None
    for key, _ in stores.entries if isinstance(stores, MappingNode) else ():
        if not _STORE_NAME.fullmatch(key.text):
            yield document.finding("S003", key, value=key.text)
    for name, url in _addresses(root):
        for odd in LIKE_A_PLACEHOLDER.findall(PLACEHOLDER.sub("", url.text)):
            yield document.finding("S002", url, value=odd)
        if _secret_span(url.text):
            variable = re.sub(r"\W", "_", name).upper() + "_PASSWORD"
            yield document.finding("S001", url, store=name, variable=variable)


def _addresses(root: Node | None) -> Iterator[tuple[str, ScalarNode]]:
    """Every address in which a password could stand, with the name of what it leads to."""
    stores = root.get("stores") if isinstance(root, MappingNode) else None
    for key, entry in stores.entries if isinstance(stores, MappingNode) else ():
        url = entry.get("url") if isinstance(entry, MappingNode) else None
        if isinstance(url, ScalarNode):
            yield key.text, url
    for name, part in (("mail", "server"), ("mailbox", "server"), ("desk", "database")):
        under = root.get(name) if isinstance(root, MappingNode) else None
        address = under.get(part) if isinstance(under, MappingNode) else None
        if isinstance(address, ScalarNode):
            yield name, address


def split_secret(url: str, path: str = ".nakomen/secrets/store") -> tuple[str, str | None]:
    """
    An address with ``${file:PATH}`` in place of its password, and that password if there is one.

    >>> split_secret("postgresql://anna:a%40b@db/crm", ".nakomen/secrets/crm")
    ('postgresql://anna:${file:.nakomen/secrets/crm}@db/crm', 'a@b')
    """
    span = _secret_span(url)
    if span is None:
        return url, None
    start, end = span
    secret = url[start:end]
    inside = USER.match(hidden(url))
    plain = unquote(secret) if inside and start < inside.end() else secret
    return f"{url[:start]}${{file:{path}}}{url[end:]}", plain


def _secret_span(url: str) -> tuple[int, int] | None:
    """Where a password stands in *url*; None when there is none or a placeholder is there."""
    bare = hidden(url)
    user, query = USER.match(bare), _QUERY.search(bare)
    for span in (user and user["password"] and user.span("password"), query and query.span(1)):
        if span and STAND_IN not in bare[span[0] : span[1]]:
            return span
    return None
