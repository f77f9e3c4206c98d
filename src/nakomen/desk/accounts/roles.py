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


TOLD = {
    Role.OWNER: ("eigenaar", "owner"),
    Role.PRIVACY: ("privacycontact", "privacy contact"),
    Role.SUPPORT: ("helpdesk", "support"),
    Role.FINANCE: ("administratie", "finance"),
    Role.HR: ("personeelszaken", "human resources"),
    Role.BACKUP: ("beheer van back-ups", "backups"),
}
ANY = tuple(Role)
"""Everybody who works here."""
DESK = (Role.OWNER, Role.PRIVACY)
"""Who answers for the promises."""
