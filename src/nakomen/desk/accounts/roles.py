"""What colleagues may see and do: as little as their work needs."""

from enum import StrEnum


class Role(StrEnum):
    """After the function that somebody has; each has one."""

    OWNER = "owner"
    PRIVACY = "privacy"
    SUPPORT = "support"
    FINANCE = "finance"
    HR = "hr"
    BACKUP = "backup"
    ARCHIVE = "archive"


TOLD = {
    Role.OWNER: ("eigenaar", "owner"),
    Role.PRIVACY: ("privacycontact", "privacy contact"),
    Role.SUPPORT: ("helpdesk", "support"),
    Role.FINANCE: ("administratie", "finance"),
    Role.HR: ("personeelszaken", "human resources"),
    Role.BACKUP: ("beheer van back-ups", "backups"),
    Role.ARCHIVE: ("factuurarchief", "invoice archive"),
}
CUSTOMER = "customer"
"""In the place of a role: she works nowhere here, and opens no page of staff."""
ANY = tuple(Role)
"""Everybody who works here."""
DESK = (Role.OWNER, Role.PRIVACY)
"""Who answers for the promises."""
PEOPLE = (Role.OWNER, Role.HR)
"""Who answers for who works here."""
WORKS = (Role.OWNER, Role.PRIVACY, Role.HR)
"""Who answers for what colleagues signed and learned."""
MAKES = {
    Role.OWNER: tuple(role for role in Role if role is not Role.OWNER),
    Role.HR: (Role.SUPPORT, Role.FINANCE, Role.HR, Role.BACKUP, Role.ARCHIVE),
}
"""
Whom each may invite: whoever makes an invitation can use it, so nobody makes one for more than she
may herself. Nobody is invited as an owner: who is one, became one while a second person looked on.
"""
