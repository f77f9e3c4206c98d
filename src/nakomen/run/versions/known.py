"""Looking at versions: which one holds on a day, what it said, and what it changed."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from nakomen.papers.statement import Public, Release, as_markdown
from nakomen.policy import Policy, load_policy
from nakomen.policy.tell import tell
from nakomen.policy.versions import (
    Change,
    Lack,
    Register,
    Version,
    changes,
    lacking,
    load_version,
    ordered,
    text_hash,
)
from nakomen.run.company import Company
from nakomen.run.versions.errors import NoSuchVersion, NoticeLacking, TextChanged, Unversioned

FOLDER = "versions"
TEXT = "statement.md"
POLICY = "policy.yaml"
ENTRY = "version.json"


def register(company: Company) -> Register:
    """
    Raises:
        VersionUnreadable: a file is damaged.
    """
    files = sorted((company.folder / FOLDER).glob(f"*/{ENTRY}"))
    return ordered([load_version(f.read_text("utf-8"), f"{FOLDER}/{f.parent.name}") for f in files])


def folder_of(company: Company, number: str) -> Path:
    return company.folder / FOLDER / number


def version(known: Register, number: str) -> Version:
    """
    Raises:
        NoSuchVersion: no such number.
    """
    try:
        return known.version(number)
    except KeyError:
        raise NoSuchVersion(number) from None


def text_of(company: Company, one: Version) -> str:
    """
    The text of a version, as it was.

    Raises:
        TextChanged: the file does not have the hash that was noted.
    """
    text = _kept(company, one, TEXT)
    if text_hash(text) != one.sha256:
        raise TextChanged(one.number)
    return text


def policy_of(company: Company, one: Version) -> Policy:
    """
    The promises of a version, as they were.

    Raises:
        TextChanged: they are not what was noted.
    """
    policy = _read(_kept(company, one, POLICY))
    if policy is None or policy.digest != one.policy:
        raise TextChanged(one.number)
    return policy


@lru_cache(maxsize=8)
def _read(text: str) -> Policy | None:
    """Asked for at each turn, and never another: reading it takes a while."""
    return load_policy(text, POLICY, None)[0]


def _kept(company: Company, one: Version, name: str) -> str:
    try:
        return (folder_of(company, one.number) / name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise TextChanged(one.number) from None


def current_text(company: Company) -> str:
    """What a new version would say: the company's own text, else the policy as it tells itself."""
    if company.statement:
        return company.statement
    return as_markdown(Public(telling=tell(company.policy, company.policy.statement.language)))


def compare(company: Company, old: str, new: str | None = None) -> tuple[Change, ...]:
    """
    What changed from version *old* to *new*, or to the policy as it stands.

    Raises:
        NoSuchVersion, TextChanged.
    """
    known = register(company)
    after = policy_of(company, version(known, new)) if new else company.policy
    return changes(policy_of(company, version(known, old)), after)


def lacks(company: Company, known: Register, one: Version) -> tuple[Lack, ...]:
    """Notices that the statement in force before *one* promises, and that were not given."""
    before = [v for v in known.versions if v.effective < one.effective]
    if not before:
        return ()
    promised_by = policy_of(company, before[-1])
    return lacking(promised_by, one.notices, one.effective, material=one.material)


def in_force(company: Company, day: date) -> Version | None:
    """
    The one version that holds on *day*; a version that people were not told of does not hold.

    None only before the first version.
    """
    known = register(company)
    came = (v for v in reversed(known.versions) if v.effective <= day)
    return next((v for v in came if not lacks(company, known, v)), None)


def to_show(company: Company) -> Version | None:
    """
    The version that the policy and text are, as they stand; None while no version was noted.

    Raises:
        Unversioned: there are versions, but this is none of them.
        NoticeLacking: it is one whose notice was not given.
    """
    known = register(company)
    if known.last is None:
        return None
    said = (text_hash(current_text(company)), company.policy.digest)
    one = next((v for v in known.versions if (v.sha256, v.policy) == said), None)
    if one is None:
        raise Unversioned
    if lacking_now := lacks(company, known, one):
        raise NoticeLacking(lacking_now)
    return one


def history(company: Company) -> tuple[Release, ...]:
    """All versions for the foot of the page, newest first."""
    return tuple(_release(v) for v in reversed(register(company).versions))


def _release(one: Version) -> Release:
    changed: Sequence[str] = one.changes
    return Release(number=one.number, effective=one.effective, changes=tuple(changed))
