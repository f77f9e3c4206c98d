"""What a person reads in her copy of words that the desk uses inside."""

from nakomen.desk.accounts.models import Outcome
from nakomen.desk.cases.told import EVENTS as TO_STAFF
from nakomen.desk.dossiers.models import State
from nakomen.desk.mailbox.models import Kind as Mail

STATES = {
    State.ASKED: ("wacht op bewijs wie u bent", "waits for proof of who you are"),
    State.PROVEN: ("u bewees wie u bent", "you proved who you are"),
    State.PLANNED: ("wij zochten uit wat wij moeten doen", "we found out what we must do"),
    State.BEGUN: ("wij voeren het uit", "we are carrying it out"),
    State.CARRIED_OUT: ("uitgevoerd, antwoord volgt", "carried out, the answer follows"),
    State.WAITS: ("anderen moeten nog antwoorden", "others must still answer"),
    State.ANSWERED: ("beantwoord", "answered"),
    State.REFUSED: ("geweigerd", "refused"),
}
EVENTS = TO_STAFF | {
    "proven": ("u bewees wie u bent", "you proved who you are"),
    "seen": ("een collega zag wie u bent", "a colleague saw who you are"),
    "labelled": ("een collega las wat u vraagt", "a colleague read what you ask"),
    "wrote": ("u schreef nog iets", "you wrote again"),
    "attached": (
        "er zat een bijlage bij; die staat in ons postvak",
        "something was attached; it is in our mailbox",
    ),
    "id_left": (
        "die kopie staat nog in ons postvak", "that copy is still in our mailbox",
    ),
    "bounced": ("een brief aan u kwam terug", "a letter to you came back"),
    "not_on_file": (
        "het adres stond niet bij ons voordat u het vroeg",
        "the address was not on file before you asked",
    ),
    "identified": ("een collega stelde vast wie u bent", "a colleague identified you"),
    "settled": ("uw antwoord op die vraag kwam binnen", "your answer to that came in"),
    "extended": ("verlengd, met bericht aan u", "extended, with notice to you"),
    "earlier_gone": ("uw eerdere zaken zijn naamloos", "your earlier cases are nameless"),
    "account_gone": ("uw account en logins zijn vernietigd", "your account and logins are gone"),
    "locked": ("het gaat om een vast gegeven", "it is about fixed data"),
}  # fmt: skip
SEEN = {
    Mail.CASE: ("een nieuw verzoek", "a new request"),
    Mail.MORE: ("bij een verzoek", "about a request"),
    Mail.RETURNED: ("een brief die terugkwam", "a letter that came back"),
    Mail.LEFT: ("niet door een mens geschreven", "not written by a person"),
    Mail.BEFORE: ("van voor dit loket", "from before this desk"),
}
OUTCOMES = {
    Outcome.IN: ("ingelogd", "logged in"),
    Outcome.WRONG: ("wachtwoord klopte niet", "wrong password"),
    Outcome.SECOND_WRONG: ("tweede stap klopte niet", "second step was wrong"),
    Outcome.PLACE: ("geweigerd: vanaf dit adres mag het niet", "refused: not from this address"),
    Outcome.REMOVED: (
        "tweede stap weggehaald na een controle",
        "second step removed after a check",
    ),
}
