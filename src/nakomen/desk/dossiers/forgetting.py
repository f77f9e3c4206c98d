"""An erasure takes with it what the desk itself kept of her, all but the request that asked it."""

from django.dispatch import Signal

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.flow import NAMED, note
from nakomen.desk.dossiers.letters import day
from nakomen.desk.dossiers.models import ENDED, Case
from nakomen.desk.dossiers.rights import Right
from nakomen.terms import Lang, Text

ERASED = Signal()
"""Sent with *case* and *by*, in the transaction that notes that it was carried out."""
EARLIER, ACCOUNT = "earlier_gone", "account_gone"
TOLD = {
    ACCOUNT: Text(
        "Uw account is gesloten. Uw logins zijn weg.",
        "Your account is closed. Your logins are gone.",
    ),
    EARLIER: Text(
        "Uit uw eerdere verzoeken zijn uw naam, uw adres en uw woorden weg.",
        "Your name, your address and your words are gone from your earlier requests.",
    ),
}
UNTIL = Text("tot en met {day}", "until and with {day}")
NOT_YET = Text(
    "tot {days} dagen na het einde van dit verzoek", "until {days} days after this request ended"
)
KEPT = Text(
    "Uw naam, uw adres en uw woorden bij dit verzoek bewaren wij {until}. Dan kunt u dit antwoord "
    "lezen, en kunnen wij laten zien dat u het kreeg. Daarna blijft alleen staan dat er een "
    "verzoek was, wanneer het kwam en hoe het afliep.",
    "Your name, your address and your words with this request we keep {until}. So you can read "
    "this answer, and we can show that you got it. After that only stays that there was a "
    "request, when it came and how it ended.",
)


def forget(case: Case, by: Colleague) -> None:
    """
    Of an erasure: ended cases of the same address lose their names now, and who keeps more of her
    hears it. Done twice, it ends the same.
    """
    if case.right != Right.ERASE:
        return
    hers = Case.objects.filter(email=case.email, state__in=ENDED)
    earlier = list(hers.exclude(pk=case.pk))
    for each in earlier:
        flow.empty(each)
    if earlier:
        note(case, EARLIER, by)
    ERASED.send(Case, case=case, by=by)


def told(case: Case) -> tuple[str, ...]:
    """What she reads of it in her answer."""
    if case.right != Right.ERASE:
        return ()
    lang = Lang(case.language)
    happened = set(case.events.values_list("what", flat=True))
    if case.ended_on:
        until = UNTIL.in_(lang).format(day=day(case.ended_on + NAMED, lang))
    else:
        until = NOT_YET.in_(lang).format(days=NAMED.days)
    gone = [text.in_(lang) for what, text in TOLD.items() if what in happened]
    return (*gone, KEPT.in_(lang).format(until=until))
