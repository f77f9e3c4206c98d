"""Which columns recognise a person, and whether the row is then hers, shared, or names her."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nakomen.detect.categorise import Judged
from nakomen.detect.column_name import meaning
from nakomen.detect.column_role import (
    is_author,
    is_customer_number,
    is_first_party,
    is_line_number,
    is_second_party,
    is_username,
)
from nakomen.detect.kind import kind, kind_of_name
from nakomen.detect.named_after import rank_of_accounts
from nakomen.detect.of_parts import judged_part
from nakomen.detect.shape import ENOUGH, Shape, shape
from nakomen.detect.usernames import hold_usernames
from nakomen.detect.words import bare, spoken, stems
from nakomen.records import Key, KeyKind, KeyRole, Link, SeenColumn, SeenDataset
from nakomen.terms import Category, RecordKind

_BY_CATEGORY: Mapping[Category, KeyKind] = {
    Category.EMAIL: KeyKind.EMAIL,
    Category.PHONE: KeyKind.PHONE,
    Category.IP_ADDRESS: KeyKind.IP,
}
_ALIASES = re.compile(r"\b(?:ident|alias|e ?mail ?addres|mail ?adres|username)\w*$")
_BEGAN = re.compile(
    r"\b(?:reporter|requester|author|creator|poster|sender|melder|auteur|aanvrager)\b"
)
_ACTS = re.compile(
    r"\b(?:owner|assignee|assigned|agent|editor|moderator|maintainer|manager|eigenaar|behandelaar|by|door)\b"
)
# In a file of persons a value that occurs twice is shared: info@ of a company, a family's mail.
_PERSON_FILES = (RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.STAFF)


def keys_of(
    store: str, dataset: SeenDataset, judged: Mapping[str, Judged], links: Sequence[Link]
) -> tuple[Key, ...]:
    """The keys of *dataset* in the order of its columns, one for each column at most."""
    owned = any(link.owner for link in links)
    found: dict[str, Key] = {}
    for column in dataset.columns:
        if shape(column) is Shape.SEVERAL:
            continue  # No selection looks inside a cell, so none of its values finds a row.
        for key in _of_column(column, dataset, judged[column.name].category, owned):
            found.setdefault(column.name, key)
    for key in (*_primary(dataset, found, links), *_named_beside(store, dataset, links)):
        found.setdefault(key.column, key)
    by_part = {part.column for part in dataset.parts}
    plain = [key for key in found.values() if key.column not in by_part]
    order = [column.name for column in dataset.columns]
    every = [_of_whom(key, dataset, links) for key in plain] + [*_of_parts(dataset, links)]
    return tuple(sorted(every, key=lambda key: order.index(key.column)))


def _of_whom(key: Key, dataset: SeenDataset, links: Sequence[Link]) -> Key:
    """
    Where a row can do without an owner, the address in it says whose it is: a guest's order.

    What points to the owner names no other: a username that is the key of the accounts.
    """
    owning = {column for link in links if link.owner and not link.when for column in link.columns}
    if key.role is KeyRole.PARTY and key.column in owning and "." not in key.kind:
        return replace(key, role=KeyRole.SUBJECT)
    free = all(column.nullable for column in dataset.columns if column.name in owning)
    identity = key.kind in (KeyKind.EMAIL, KeyKind.USERNAME) and not is_second_party(key.column)
    if key.role is KeyRole.PARTY and identity and owning and free:
        return replace(key, role=KeyRole.GUEST)
    return key


def _of_parts(dataset: SeenDataset, links: Sequence[Link]) -> Iterator[Key]:
    """Keys that stand in some rows of a key/value table only."""
    linked = {link.when for link in links}
    # Beside an account its own address and others stand alike; beside an order it says whose.
    of_person = any(
        kind_of_name(link.to) in _PERSON_FILES for link in links if link.owner and not link.when
    )
    for part in dataset.parts:
        said = _BY_CATEGORY.get(judged_part(part, dataset).category)
        if is_username(part.when[1]):
            said = KeyKind.USERNAME
        if said is None or part.when in linked:
            continue
        names = said in (KeyKind.EMAIL, KeyKind.USERNAME)
        second = of_person or is_second_party(part.when[1])
        role = KeyRole.CONTACT if not names else KeyRole.PARTY if second else KeyRole.SUBJECT
        yield Key(kind=said.value, column=part.column, role=role, when=part.when)


def _of_column(
    column: SeenColumn, dataset: SeenDataset, category: Category, owned: bool
) -> Iterator[Key]:
    said = _BY_CATEGORY.get(category)
    if said:
        yield _key(said, column, _role(said, column, dataset, owned))
    if category is Category.BANK_ACCOUNT and _is_iban(column):
        yield _key(KeyKind.IBAN, column, KeyRole.CONTACT)
    if category is Category.LOGIN_CREDENTIALS and is_username(column.name):
        yield _key(KeyKind.USERNAME, column, _role(KeyKind.USERNAME, column, dataset, owned))
    elif column.name in hold_usernames(dataset):
        yield _key(KeyKind.USERNAME, column, _written_role(column, dataset, owned))
    if _names_customer(column, dataset, owned):
        yield _key(KeyKind.CUSTOMER, column, KeyRole.SUBJECT)


def _key(kind_of_key: KeyKind, column: SeenColumn, role: KeyRole) -> Key:
    written = "normal" if column.written.get(kind_of_key) else "mixed"
    return Key(kind=kind_of_key.value, column=column.name, role=role, written=written)


def _role(said: KeyKind, column: SeenColumn, dataset: SeenDataset, owned: bool) -> KeyRole:
    records = kind(dataset)
    match said:
        case KeyKind.IP:
            return KeyRole.CONTACT
        case _ if records not in _PERSON_FILES and is_second_party(column.name):
            return KeyRole.PARTY
        case _ if records not in _PERSON_FILES and is_first_party(column.name):
            return KeyRole.PARTY if owned else KeyRole.SUBJECT
        case KeyKind.PHONE:
            return _phone_role(column, records)
        case _:
            return _identity_role(column, dataset, owned)


def _phone_role(column: SeenColumn, records: RecordKind) -> KeyRole:
    """
    The number of a subscription is one person's; one to be reached under may be a family's.

    That stays so when today no two rows have the same number.
    """
    line = records is RecordKind.CONTRACT and is_line_number(column.name)
    return KeyRole.SUBJECT if line and _single(column) else KeyRole.CONTACT


def _of_mail(dataset: SeenDataset) -> bool:
    """A table of addresses in which nothing is a place: an account's mail addresses."""
    said = (meaning(column.name) for column in dataset.columns)
    place = any(m and m.category is Category.ADDRESS for m in said)
    return stems(bare(dataset.name))[-1:] == stems("addresses") and not place


def _identity_role(column: SeenColumn, dataset: SeenDataset, owned: bool) -> KeyRole:
    """
    Whose an e-mail address or username is.

    In a file of persons one that occurs once is its owner's, and others are shared. Elsewhere it
    is hers in a newsletter, where she is the author, and in records that nothing else ties to a
    person (her logins). In rows that belong to somebody it names whoever stands there: the other
    in an address book; or it is another name of the owner, in a table of such names.
    """
    records = kind(dataset)
    if owned and (_ALIASES.search(spoken(bare(dataset.name))) or _of_mail(dataset)):
        return KeyRole.ALIAS
    if records in _PERSON_FILES:
        shared = KeyRole.PARTY if owned and _in_address_book(dataset) else KeyRole.CONTACT
        return KeyRole.SUBJECT if _single(column) else shared
    author = records is RecordKind.CORRESPONDENCE and is_author(column.name)
    hers = not owned or records is RecordKind.NEWSLETTER or author
    return KeyRole.SUBJECT if hers else KeyRole.PARTY


def _written_role(column: SeenColumn, dataset: SeenDataset, owned: bool) -> KeyRole:
    """
    Whose row it is in which a username stands under another name: of who began it, asked or signed.

    Not of who answers or keeps it, nor where it already belongs to somebody: a reply in a ticket.
    """
    others = [name for name in hold_usernames(dataset) if name != column.name]
    acts = _ACTS.search(spoken(column.name)) is not None
    began = any(_BEGAN.search(spoken(name)) for name in others)
    second = owned or acts or is_second_party(column.name)
    behind = began and not _BEGAN.search(spoken(column.name))
    return KeyRole.PARTY if second or behind else KeyRole.SUBJECT


def _in_address_book(dataset: SeenDataset) -> bool:
    """The rows hang under accounts: everybody keeps contacts, and several keep the same."""
    return any(rank_of_accounts(link.to, "") == 0 for link in dataset.links)


def _single(column: SeenColumn) -> bool:
    return column.unique or column.distinct


def _is_iban(column: SeenColumn) -> bool:
    return column.shares.get("iban", 0) >= ENOUGH or "iban" in spoken(column.name).split()


def _names_customer(column: SeenColumn, dataset: SeenDataset, owned: bool) -> bool:
    """A customer number: unique in the customer file; elsewhere where nothing else ties the row."""
    in_file = kind(dataset) is RecordKind.CUSTOMER
    linked = any(column.name in link.columns for link in dataset.links)
    half = len(dataset.primary_key) > 1 and column.name in dataset.primary_key and not column.unique
    if not is_customer_number(column.name, in_customer_file=in_file) or linked or half:
        return False
    return _single(column) if in_file else not owned


def _primary(
    dataset: SeenDataset, found: Mapping[str, Key], links: Sequence[Link]
) -> Iterator[Key]:
    """Without a customer number, the primary key of the customer file is what people call it by."""
    numbered = any(key.kind == KeyKind.CUSTOMER for key in found.values())
    is_head = kind(dataset) is RecordKind.CUSTOMER and not any(link.owner for link in links)
    if is_head and not numbered and len(dataset.primary_key) == 1:
        column = next((c for c in dataset.columns if c.name == dataset.primary_key[0]), None)
        if column:
            yield _key(KeyKind.CUSTOMER, column, KeyRole.SUBJECT)


def _named_beside(store: str, dataset: SeenDataset, links: Sequence[Link]) -> Iterator[Key]:
    """A reference to persons that does not own a row names one beside: who receives, who acted."""
    owned = {link.to for link in links if link.owner}
    of_person = kind(dataset) in _PERSON_FILES
    for link in links:
        beside = link.to in owned or (
            not of_person and kind_of_name(link.to) in (RecordKind.CUSTOMER, RecordKind.CONTACT)
        )
        if beside and not link.owner and len(link.columns) == 1 and not link.when:
            # Such a key travels under the name of what it points to, as in `crm.customer.id`.
            named = f"{store}.{link.to}.{link.to_columns[0]}"
            yield Key(kind=named, column=link.columns[0], role=KeyRole.PARTY, written="normal")
