"""How far each task reaches into the data of a customer, and what of it is shown whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nakomen.desk.accounts.roles import Role
from nakomen.terms import Category, RecordKind

if TYPE_CHECKING:
    from nakomen import Looking

HELPS = (Role.OWNER, Role.PRIVACY, Role.SUPPORT, Role.FINANCE, Role.ARCHIVE)
"""Who may begin a session."""
_BOOKS = frozenset(
    {RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.CONTRACT, RecordKind.BILLING}
)
_HELP = _BOOKS | {
    RecordKind.TRAFFIC, RecordKind.LOGIN, RecordKind.CORRESPONDENCE, RecordKind.NEWSLETTER,
    RecordKind.OTHER,
}  # fmt: skip
_REACHES = {
    Role.OWNER: _HELP,
    Role.PRIVACY: _HELP,
    Role.SUPPORT: _HELP,
    Role.FINANCE: _BOOKS,
    Role.ARCHIVE: frozenset({RecordKind.BILLING}),
}
_CLEAR = {Role.FINANCE: frozenset({Category.BANK_ACCOUNT, Category.PAYMENT, Category.BSN})}
"""A BSN besides only where the statement names a duty for it: `nakomen.verbs.seen` sees to that."""


def looking(role: Role, session: str, by: str) -> Looking:
    """What *by*, with the task *role*, may see in *session*."""
    from nakomen import Looking

    return Looking(
        session=session,
        by=by,
        records=_REACHES.get(role, frozenset()),
        clear=_CLEAR.get(role, frozenset()),
        archive=role is Role.ARCHIVE,
    )
