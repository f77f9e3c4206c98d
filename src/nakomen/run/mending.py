"""Mending a sentence: what other words would change, and putting them in its place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from nakomen.errors import NakomenError, UsageError
from nakomen.ledger import Entry
from nakomen.policy import Policy, load_policy
from nakomen.policy.reword import NotReworded, Wish, next_number, reword
from nakomen.policy.versions import Change, Lack, changes, lacking, text_hash
from nakomen.run import checking, prove
from nakomen.run.company import Company
from nakomen.run.forecast import forecast
from nakomen.run.source import facts_of
from nakomen.run.verdict import Verdict
from nakomen.run.versions import Unversioned, add, register
from nakomen.run.versions.known import current_text, policy_of
from nakomen.run.versions.reached import reached
from nakomen.run.writing import replaced, writing
from nakomen.terms import Finding, Period, Text

AHEAD = Period(years=1)
POLICY = "policy.yaml"


class SaysAnother(UsageError):
    """The sentence names another term than the one that you gave. Make them the same."""

    nl = "De zin noemt een andere termijn dan u invulde. Maak ze gelijk."


class NoSentence(UsageError):
    """This promise has no sentence in a statement of your own. Write policy.yaml by hand."""

    nl = "Deze belofte heeft geen zin in een eigen verklaring. Pas policy.yaml met de hand aan."


class ChangedMeanwhile(NakomenError):
    """The policy or the statement was changed after you looked. Look again first."""

    nl = "Het beleid of de verklaring is veranderd nadat u keek. Kijk eerst opnieuw."


@dataclass(frozen=True, kw_only=True)
class Mending:
    """
    A sentence in other words: *wish* says which, *policy_text* and *statement* are the files as
    they would be. *base* and *digest* are those of the policy before and after.
    """

    wish: Wish
    policy: Policy
    policy_text: str
    statement: str
    base: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class Consequences:
    """
    What a mending brings: promises that change and whether people must hear of it; before and
    after the verdict, and the rows that fall due within `AHEAD`; findings that come and go; notices
    that must be given, and how many customers have an address for them.
    """

    changes: tuple[Change, ...]
    before: Verdict
    after: Verdict
    falls_before: int
    falls_after: int
    come: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    lacks: tuple[Lack, ...]
    persons: int

    @property
    def material(self) -> bool:
        return any(change.material for change in self.changes)


def term_of(company: Company, promise: str) -> Period | None:
    """The term that a promise has in a number."""
    known = company.policy.promise(promise)
    return (known.retention.keep if known.retention else None) or known.within


def mend(
    company: Company, promise: str, says: str, period: Period | None, by: str, today: date
) -> Mending:
    """
    The files with *says* in place of the sentence of *promise*. Nothing is written.

    Raises:
        NoSentence, SaysAnother, Entangled, NotReworded: it cannot be so.
        Unversioned: the text as it stands is not that of the last version.
    """
    known = next((p for p in company.policy.promises if p.id == promise), None)
    if known is None or known.at is None or not known.says or not company.statement:
        raise NoSentence
    _see_versioned(company)
    words = says.replace("\r\n", "\n").strip()
    now = term_of(company, promise)
    if not words or (words, period) == (known.says, now):
        raise NotReworded
    wish = Wish(
        promise=promise,
        says=words,
        period=period if now else None,
        number=next_number(company.policy.statement.version),
        day=today,
        file=_file(company, next_number(company.policy.statement.version)),
        by=by,
    )
    text, said = reword(company.texts[POLICY], company.policy, company.statement, wish)
    _see_same_term(wish)
    policy, _ = load_policy(text, POLICY, said)
    if policy is None:
        raise NotReworded
    return Mending(
        wish=wish,
        policy=policy,
        policy_text=text,
        statement=said,
        base=_base(company),
        digest=policy.digest,
    )


def _base(company: Company) -> str:
    return text_hash(company.policy.digest + text_hash(current_text(company)))


def _see_versioned(company: Company) -> None:
    last = register(company).last
    if last and (last.sha256, last.policy) != (
        text_hash(current_text(company)),
        company.policy.digest,
    ):
        raise Unversioned


def _file(company: Company, number: str) -> str:
    """``statement-5.nl.md``: the policy names it, so that one file decides which text it is."""
    old = Path(company.policy.statement.file)
    stem, *more = old.name.split(".")
    before = company.policy.statement.version
    stem = stem.removesuffix(f"-{before}") if before else stem
    return str(old.with_name(".".join([f"{stem}-{number}", *more])))


def _see_same_term(wish: Wish) -> None:
    """What the reader sees in the sentence is what the policy is to say."""
    facts = facts_of(wish.says)
    told = [fact.period for fact in facts.retention if fact.period] if facts else []
    if wish.period and told and wish.period not in told:
        raise SaysAnother


def consequences(company: Company, mending: Mending, effective: date, today: date) -> Consequences:
    """
    What it would change, counted in the systems as they are now. Nothing is written.

    Raises:
        SchemaChanged, StoreUnreachable: a system is not as its map says, or not there.
    """
    with _as_it_would_be(company, mending) as new:
        old_found = checking.of_company(company, today).findings
        new_found = checking.of_company(new, today).findings
        come, gone = _differ(old_found, new_found)
        found = changes(company.policy, mending.policy)
        material = any(change.material for change in found)
        return Consequences(
            changes=found,
            before=prove.verdict(company, mending.wish.promise, today),
            after=prove.verdict(new, mending.wish.promise, today),
            falls_before=_falls(company, mending.wish.promise, today),
            falls_after=_falls(new, mending.wish.promise, today),
            come=come,
            gone=gone,
            lacks=lacking(_promised_by(company), (), effective, material=material),
            persons=reached(company, ())[1],
        )


def _as_it_would_be(company: Company, mending: Mending) -> Company:
    """The company with the new files, in memory only."""
    texts = {**company.texts, POLICY: mending.policy_text}
    return Company(
        company.folder,
        company.settings,
        mending.statement,
        mending.policy,
        company.maps,
        [],
        texts,
        company.drawn,
    )


def _promised_by(company: Company) -> Policy:
    """The statement that holds until then: what it says about notices counts."""
    last = register(company).last
    return policy_of(company, last) if last else company.policy


def _falls(company: Company, promise: str, today: date) -> int:
    """Rows that the promise takes within `AHEAD`: those that a plan of that day would have."""
    falling = forecast(company, AHEAD.after(today), 0).falling
    return sum(f.rows for f in falling if f.what.promise == promise)


def _differ(
    old: Sequence[Finding], new: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What came and what went; that lines moved is no difference."""
    was, now = Counter(map(_about, old)), Counter(map(_about, new))
    come, gone = now - was, was - now
    return (
        tuple(f for f in new if come[_about(f)]),
        tuple(f for f in old if gone[_about(f)]),
    )


def _about(finding: Finding) -> tuple[str, str | None, Text]:
    return finding.code, finding.promise, finding.message


def carry_out(
    company: Company, mending: Mending, effective: date, author: str, today: date
) -> None:
    """
    Put the new text and policy in place, and note them as a version. The policy names the file of
    its text, so both change with one file; cut off after it, `finish` notes the version.

    Raises:
        ChangedMeanwhile, FolderUnwritable, LedgerFull: nothing was changed.
    """
    if mending.base != _base(company):
        raise ChangedMeanwhile
    if register(company).last is None:
        first = company.policy.statement
        start = min(first.date or today, today)
        add(company, None if first.version else "1", start, author, today)
    old = company.folder / company.policy.statement.file
    text = company.folder / mending.wish.file
    with writing(text.name):
        text.write_bytes(mending.statement.encode())
    yes = Entry(
        kind="confirmed",
        body={"entries": [f"policy {mending.wish.promise}"], "on": today.isoformat()},
    )
    with replaced(company.folder / POLICY, mending.policy_text):
        company.ledger.append([yes], at=datetime.now(UTC))
    finish(company.folder, mending.wish.number, mending.digest, effective, author, today)
    if old != text:
        old.unlink(missing_ok=True)  # its words stand with its version


def finish(
    folder: Path, number: str, digest: str, effective: date, author: str, today: date
) -> bool:
    """
    Note the version of a mending that was put in place; False when it never was.

    Noted before, it is noted already.
    """
    with Company.open(folder) as company:
        if company.policy.digest != digest:
            return False
        if number not in {version.number for version in register(company).versions}:
            add(company, number, effective, author, today)
        return True
