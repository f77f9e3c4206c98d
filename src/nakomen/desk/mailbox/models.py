"""Which messages were seen."""

from enum import StrEnum

from django.db import models

from nakomen.desk.dossiers.models import Case
from nakomen.desk.kit.choices import choices


class Kind(StrEnum):
    """
    What a message was: a ``case`` of its own, ``more`` about a case, a letter that ``returned``,
    ``left`` alone because no person wrote it, or there ``before`` the desk.
    """

    CASE = "case"
    MORE = "more"
    RETURNED = "returned"
    LEFT = "left"
    BEFORE = "before"


class Seen(models.Model):
    """
    A message that was handled. *digest* leads to nobody: it is keyed. *owed*: a copy of an identity
    card in it is still to be destroyed in the mailbox.
    """

    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=8, choices=choices(Kind))
    case = models.ForeignKey(Case, null=True, on_delete=models.SET_NULL)
    owed = models.BooleanField(default=False)
