"""Somebody who works here: her account, what she learned, what she did. A secret never."""

from collections.abc import Iterator
from typing import Any

from nakomen.desk.accounts.models import Done, Listed, Ownership, Review, Training, What
from nakomen.desk.accounts.people import DID as LOG
from nakomen.desk.accounts.roles import TOLD, Role
from nakomen.desk.agenda.models import Feed
from nakomen.desk.cases.told import EVENTS
from nakomen.desk.dossiers.models import Event
from nakomen.desk.kit.words import chosen
from nakomen.desk.own.part import WORK, Her, Part, Row, moment
from nakomen.desk.plans.models import Job
from nakomen.desk.support.models import Session
from nakomen.terms import Category, Text


def _colleague(her: Her) -> list[Row]:
    if her.colleague is None:
        return []
    wish = Ownership.objects.filter(colleague=her.colleague).first()
    feed = Feed.objects.filter(colleague=her.colleague).first()
    return [
        {
            "email": her.colleague.email,
            "naam": her.colleague.name,
            "taak": chosen(*TOLD[Role(her.colleague.role)]),
            "toegevoegd": her.colleague.added_on,
            "geheimhouding_getekend": her.colleague.signed_on,
            "laatste_dag": her.colleague.left_on,
            "eigenaar_gevraagd": moment(wish.at) if wish else None,
            "agenda_gekoppeld": moment(feed.made_at) if feed else None,
        }
    ]


def _trainings(her: Her) -> list[Row]:
    found = Training.objects.filter(colleague=her.colleague) if her.colleague else ()
    return [{"wat": each.what, "op": each.on, "geldig_tot": each.until} for each in found]


def _log(her: Her) -> list[Row]:
    """What she did and what was done to her account; never about whom."""
    if her.colleague is None:
        return []
    told = [{"wanneer": at, "wat": what} for at, what in _lines(her.colleague)]
    return sorted(told, key=lambda row: str(row["wanneer"]))


def _lines(who: Any) -> Iterator[tuple[Any, str]]:
    for done in Done.objects.filter(about=who):
        yield moment(done.at), chosen(*UNDERGONE).format(chosen(*LOG[What(done.what)]))
    for done in Done.objects.filter(by=who):
        yield moment(done.at), chosen(*DID).format(chosen(*LOG[What(done.what)]))
    for review in Review.objects.filter(by=who):
        yield review.on, chosen("rechten nagelopen", "reviewed rights")
    for listed in Listed.objects.filter(owner=who):
        yield moment(listed.made_at), chosen("internetadres genoteerd", "listed an address")
    for job in Job.objects.filter(by=who):
        yield moment(job.asked), chosen("om een plan gevraagd", "asked for a plan")
    for event in Event.objects.filter(by=who):
        yield moment(event.at), chosen(*EVENTS.get(event.what, (event.what, event.what)))
    for session in Session.objects.filter(by=who):
        yield moment(session.begun_at), chosen("een klant geholpen", "helped a customer")


UNDERGONE = ("over u: {}", "about you: {}")
DID = ("door u: {}", "by you: {}")
_OTHER = Category.OTHER
PARTS = (
    Part(
        name="medewerker",
        models=("accounts.Training", "accounts.Colleague", "accounts.Ownership", "agenda.Feed"),
        title=Text("uw account als medewerker", "your account as a colleague"),
        why=WORK,
        columns={
            "email": Category.EMAIL, "naam": Category.NAME, "taak": Category.EMPLOYMENT_CV,
            "toegevoegd": _OTHER, "geheimhouding_getekend": Category.EMPLOYMENT_CV,
            "laatste_dag": Category.EMPLOYMENT_CV, "eigenaar_gevraagd": _OTHER,
            "agenda_gekoppeld": _OTHER,
        },
        rows=_colleague,
    ),
    Part(
        name="scholing",
        models=("accounts.Training",),
        title=Text("wat u leerde", "what you learned"),
        why=WORK,
        columns={
            "wat": Category.EMPLOYMENT_CV, "op": Category.EMPLOYMENT_CV,
            "geldig_tot": Category.EMPLOYMENT_CV,
        },
        rows=_trainings,
    ),
    Part(
        name="werk",
        models=("accounts.Done", "accounts.Review", "accounts.Listed", "plans.Job"),
        title=Text("wat u hier deed", "what you did here"),
        why=WORK,
        columns={"wanneer": _OTHER, "wat": Category.EMPLOYMENT_CV},
        rows=_log,
    ),
)  # fmt: skip
