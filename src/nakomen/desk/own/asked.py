"""What she asked: her cases, what happened to them, letters and codes. A token or code never."""

from decimal import Decimal

from nakomen.desk.cases.told import CHANNELS, HOW, JUDGED, SENDING
from nakomen.desk.customers.models import Change
from nakomen.desk.customers.told import spoken
from nakomen.desk.dossiers.models import Case, Channel, Code, Event, Judged, Letter, Sending, Shown
from nakomen.desk.dossiers.models import State as CaseState
from nakomen.desk.dossiers.rights import asked
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.mailbox.models import Seen
from nakomen.desk.own.part import ANSWERING, MASK, Her, Part, Row, moment
from nakomen.desk.own.words import EVENTS, SEEN, STATES
from nakomen.terms import Category, Text

TYPED = ("naam", "uw_woorden")
"""Of a case that nobody showed is hers, what somebody typed stays out of her copy."""
WRITTEN = (
    "onze_vraag", "verlengd_omdat", "kosten_omdat", "geweigerd_omdat", "uitkomst_van_klacht",
)  # fmt: skip
"""What a colleague wrote to her."""


def _cases(her: Her) -> list[Row]:
    rows = [_case(case) for case in her.cases.order_by("pk")]
    others = [_without_words(_case(case)) for case in her.others.order_by("pk")]
    return [*rows, *others]


def _without_words(row: Row) -> Row:
    return row | {name: MASK for name in (*TYPED, *WRITTEN) if row[name]}


def _case(case: Case) -> Row:
    return {
        "nummer": case.reference,
        "gevraagd": asked(case.right).short.in_(lang()),
        "hoe_het_kwam": chosen(*CHANNELS[Channel(case.channel)]),
        "taal": case.language,
        "naam": case.name or None,
        "email": case.email,
        "uw_woorden": case.words or None,
        "ontvangen": moment(case.received_at),
        "antwoord_uiterlijk": case.due,
        "waarom_dan": chosen(case.due_why_nl, case.due_why_en),
        "stand": chosen(*STATES[CaseState(case.state)]),
        "bewezen": moment(case.proven_at),
        "adres_al_bekend": case.known,
        "gezien_op": case.identified_on,
        "gezien_hoe": chosen(*HOW[Shown(case.identified_how)]) if case.identified_how else None,
        "onze_vraag": case.doubt or None,
        "vraag_gesteld": case.doubted_on,
        "vraag_opgelost": case.settled_on,
        "verlengd": case.extended_on,
        "verlengd_omdat": case.extended_because or None,
        "kosten_euro": Decimal(case.fee_cents) / 100 if case.fee_cents else None,
        "kosten_omdat": case.fee_because or None,
        "geweigerd_omdat": case.refused_because or None,
        "oordeel_over_klacht": chosen(*JUDGED[Judged(case.judged)]) if case.judged else None,
        "uitkomst_van_klacht": case.outcome or None,
        "beantwoord": case.answered_on,
        "gesloten": case.ended_on,
    }


def _events(her: Her) -> list[Row]:
    found = Event.objects.filter(case__in=her.every_case).select_related("case")
    return [
        {
            "verzoek": event.case.reference,
            "wanneer": moment(event.at),
            "wat": chosen(*EVENTS[event.what]) if event.what in EVENTS else event.what,
            "door_een_medewerker": event.by_id is not None,
        }
        for event in found.order_by("pk")
    ]


def _letters(her: Her) -> list[Row]:
    """Sent to her address; what opens her page is not in them, and of a code only that it went."""
    found = Letter.objects.filter(case__in=her.every_case, to=her.email)
    return [
        {
            "verzoek": letter.case.reference,
            "aan": letter.to,
            "onderwerp": letter.subject,
            "tekst": None if letter.fleeting else letter.body.replace(letter.case.token, MASK),
            "gemaakt": moment(letter.made_at),
            "verstuurd": moment(letter.sent_at),
            "stand": chosen(*SENDING[Sending(letter.state)]),
        }
        for letter in found.select_related("case").order_by("pk")
    ]


def _codes(her: Her) -> list[Row]:
    found = Code.objects.filter(case__in=her.every_case).select_related("case")
    return [
        {
            "verzoek": code.case.reference,
            "gemaakt": moment(code.made_at),
            "pogingen": code.tries,
            "gebruikt_of_voorbij": code.used,
        }
        for code in found.order_by("pk")
    ]


def _seen(her: Her) -> list[Row]:
    found = Seen.objects.filter(case__in=her.every_case).select_related("case")
    return [
        {
            "verzoek": seen.case.reference,
            "wanneer": moment(seen.at),
            "soort": chosen(*SEEN[seen.kind]),
            "kopie_van_id_nog_te_vernietigen": seen.owed,
        }
        for seen in found.order_by("pk")
    ]


def _changes(her: Her) -> list[Row]:
    found = Change.objects.filter(case__in=her.cases).select_related("case")
    return [
        {
            "verzoek": change.case.reference,
            "gegeven": spoken(change.place.rpartition(".")[2]),
            "was": change.old,
            "moet_worden": change.new,
        }
        for change in found.order_by("pk")
    ]


_SAID = Category.CORRESPONDENCE
PARTS = (
    Part(
        name="verzoeken",
        models=("dossiers.Case",),
        title=Text("wat u ons vroeg", "what you asked us"),
        why=ANSWERING,
        columns={
            "nummer": Category.OTHER, "gevraagd": Category.OTHER, "hoe_het_kwam": Category.OTHER,
            "taal": Category.OTHER, "naam": Category.NAME, "email": Category.EMAIL,
            "uw_woorden": _SAID, "ontvangen": Category.OTHER, "antwoord_uiterlijk": Category.OTHER,
            "waarom_dan": Category.OTHER, "stand": Category.OTHER, "bewezen": Category.OTHER,
            "adres_al_bekend": Category.OTHER, "gezien_op": Category.OTHER,
            "gezien_hoe": Category.OTHER, "onze_vraag": _SAID, "vraag_gesteld": Category.OTHER,
            "vraag_opgelost": Category.OTHER, "verlengd": Category.OTHER, "verlengd_omdat": _SAID,
            "kosten_euro": Category.PAYMENT, "kosten_omdat": _SAID, "geweigerd_omdat": _SAID,
            "oordeel_over_klacht": Category.OTHER, "uitkomst_van_klacht": _SAID,
            "beantwoord": Category.OTHER, "gesloten": Category.OTHER,
        },
        rows=_cases,
        given=("nummer", "gevraagd", "naam", "email", "uw_woorden", "ontvangen"),
        words=WRITTEN,
    ),
    Part(
        name="verloop",
        models=("dossiers.Event",),
        title=Text("wat er met uw verzoeken gebeurde", "what happened to your requests"),
        why=ANSWERING,
        columns={
            "verzoek": Category.OTHER, "wanneer": Category.OTHER, "wat": Category.OTHER,
            "door_een_medewerker": Category.NONE,
        },
        rows=_events,
    ),
    Part(
        name="brieven",
        models=("dossiers.Letter",),
        title=Text("onze brieven aan u", "our letters to you"),
        why=ANSWERING,
        columns={
            "verzoek": Category.OTHER, "aan": Category.EMAIL, "onderwerp": _SAID, "tekst": _SAID,
            "gemaakt": Category.OTHER, "verstuurd": Category.OTHER, "stand": Category.OTHER,
        },
        rows=_letters,
    ),
    Part(
        name="codes",
        models=("dossiers.Code",),
        title=Text("codes die u kreeg, zonder de code", "codes that you got, without the code"),
        why=ANSWERING,
        columns={
            "verzoek": Category.OTHER, "gemaakt": Category.OTHER, "pogingen": Category.OTHER,
            "gebruikt_of_voorbij": Category.OTHER,
        },
        rows=_codes,
    ),
    Part(
        name="post",
        models=("mailbox.Seen",),
        title=Text("post van u die wij zagen", "mail of yours that we saw"),
        why=ANSWERING,
        columns={
            "verzoek": Category.OTHER, "wanneer": Category.OTHER, "soort": Category.OTHER,
            "kopie_van_id_nog_te_vernietigen": Category.OTHER,
        },
        rows=_seen,
    ),
    Part(
        name="wijzigingen",
        models=("customers.Change",),
        title=Text("wat u wilde veranderen", "what you wanted to change"),
        why=ANSWERING,
        columns={
            "verzoek": Category.OTHER, "gegeven": Category.OTHER, "was": Category.OTHER,
            "moet_worden": Category.OTHER,
        },
        rows=_changes,
        given=("verzoek", "gegeven", "moet_worden"),
    ),
)  # fmt: skip
