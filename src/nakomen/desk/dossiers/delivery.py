"""
Where an answer may go: to an address that was on file before the request, else as the statement
says.

The systems are asked once, as soon as a request is here. Of one that came on an earlier day only
rows count that are older than it, as their own clock says.
"""

from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.handling import handling
from nakomen.desk.dossiers.models import REPLIED, Case, Shown
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.terms import Text

EVERY_S = 60.0


class NotOnFile(NakomenError):
    """This address was not on file before the request, so no answer goes there."""

    nl = "Dit adres stond niet bij u op de dag van het verzoek. Daarheen gaat geen antwoord."

    def __init__(self, why: Text) -> None:
        self.why = why
        super().__init__()

    @property
    def text(self) -> Text:
        return self.why


def look_all() -> None:
    """Ask the systems about each case of which nobody knows it yet."""
    for case in Case.objects.filter(known=None, answered_on=None).exclude(email=""):
        look(case)


def look(case: Case) -> None:
    """
    Whether her address was on file before she asked. While a system does not answer, it is not
    known.
    """
    today = timezone.localdate()
    older = case.received_on if case.received_on < today else None
    try:
        with opened() as company:
            known = verbs.on_file(company, "email", case.email, older)
    except NakomenError:
        return
    with transaction.atomic():
        if Case.objects.filter(pk=case.pk, known=None).update(known=known):
            flow.note(case, "on_file" if known else "not_on_file")
    case.refresh_from_db()


def why_not(case: Case) -> Text | None:
    """Why an answer may not go to the address of *case*, with the cure; None when it may."""
    if case.known:
        return None
    said = handling()
    if said.never_elsewhere:
        return _NEVER.fill(says=said.only)
    return None if case.identified_on else _FIRST


def check(case: Case, found: int) -> None:
    """
    An answer about *found* rows may go to her; one that says that nothing was found always may.

    Raises:
        NotOnFile: it may not; nothing was sent.
    """
    if case.known is None:
        look(case)
    if found and (why := why_not(case)):
        raise NotOnFile(why)


def identify(case: Case, how: Shown, by: Colleague) -> None:
    """
    *by* saw who she is. That stands in the log, and never a copy of anything.

    Raises:
        Overtaken: she has her answer already.
    """
    seen = {"identified_on": timezone.localdate(), "identified_how": how, "identified_by": by}
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk).exclude(state__in=REPLIED).update(**seen):
            raise flow.Overtaken
        flow.note(case, "identified", by)
    case.refresh_from_db()


_FIRST = Text(
    "Dit adres stond niet bij u voordat zij het vroeg. Stel eerst vast wie zij is, en leg dat hier "
    "vast.",
    "This address was not on file before she asked. First see who she is, and note it here.",
)
_NEVER = Text(
    "Dit adres stond niet bij u voordat zij het vroeg, en uw verklaring sluit elk ander adres uit: "
    "«{says}» Weiger, en vraag haar om te schrijven vanaf het adres dat u van haar hebt.",
    "This address was not on file before she asked, and your statement rules out any other: "
    "«{says}» Refuse, and ask her to write from the address that you have of her.",
)

LOOKING = Beside("looking", EVERY_S, look_all)
