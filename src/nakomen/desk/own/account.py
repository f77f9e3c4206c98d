"""Her account: what it is, who came in, what she did there, who looked. A secret never."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session as Open
from django.db.models import Q
from django.utils import timezone

from nakomen.desk.accounts.models import Login, Outcome
from nakomen.desk.accounts.sealing import SessionStore
from nakomen.desk.cases.told import HOW
from nakomen.desk.customers import opening
from nakomen.desk.customers.models import Deed, Noted, Opening, Regained
from nakomen.desk.customers.told import DEEDS, spoken
from nakomen.desk.dossiers.models import Sending, Shown
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.kit.words import chosen
from nakomen.desk.notices.models import Told
from nakomen.desk.own.part import ACCOUNT, MASK, SAFETY, SHOWING, TELLING, Her, Part, Row, moment
from nakomen.desk.own.words import OUTCOMES
from nakomen.desk.portal.session import PROVEN
from nakomen.desk.support.models import Permission
from nakomen.desk.support.told import sessions_of
from nakomen.terms import Category, Text


def _account(her: Her) -> list[Row]:
    if her.customer is None:
        return []
    user = her.customer.user
    seconds = Authenticator.objects.filter(user=user).order_by("pk")
    return [
        {
            "email": user.email,
            "naam": user.name or None,
            "adres_bewezen": EmailAddress.objects.filter(user=user, verified=True).exists(),
            "geopend": moment(her.customer.opened_at),
            "laatst_ingelogd": moment(user.last_login),
            "waarschuwing_gelezen": moment(her.customer.noticed_at),
            "laatst_als_klant_gezien": her.customer.seen_on,
            "niet_meer_als_klant_gezien": her.customer.lost_on,
            "tweede_stap": ", ".join(each.get_type_display() for each in seconds) or None,
            "tweede_stap_sinds": moment(seconds[0].created_at) if seconds else None,
        }
    ]


def _deeds(her: Her) -> list[Row]:
    found = Noted.objects.filter(customer=her.customer).order_by("pk") if her.customer else ()
    return [
        {
            "wanneer": moment(noted.at),
            "wat": chosen(*DEEDS[Deed(noted.what)]),
            "gegeven": spoken(noted.place) or None,
            "ip": noted.ip,
        }
        for noted in found
    ]


def _regained(her: Her) -> list[Row]:
    found = Regained.objects.filter(customer=her.customer).order_by("pk") if her.customer else ()
    return [
        {
            "wanneer": moment(each.made_at),
            "hoe_gezien": chosen(*HOW[Shown(each.how)]),
            "reden": each.reason,
            "brief_verstuurd": moment(each.sent_at),
        }
        for each in found
    ]


def _openings(her: Her) -> list[Row]:
    found = Opening.objects.filter(asked=opening.asked(her.email)).order_by("pk")
    failed = Opening.State.FAILED
    return [
        {
            "wanneer": moment(each.made_at),
            "brief_verstuurd": bool(each.token) and each.state != failed,
        }
        for each in found
    ]


def _logins(her: Her) -> list[Row]:
    found = Login.objects.filter(colleague__in=her.accounts).order_by("pk")
    return [
        {
            "wanneer": moment(login.at),
            "ip": login.ip,
            "uitkomst": chosen(*OUTCOMES[Outcome(login.outcome)]),
        }
        for login in found
    ]


def _sessions(her: Her) -> list[Row]:
    found = list(UserSession.objects.filter(user__in=her.accounts).order_by("pk"))
    keys = [session.session_key for session in found]
    ends = dict(Open.objects.filter(pk__in=keys).values_list("session_key", "expire_date"))
    rows = [
        {
            "begonnen": moment(session.created_at),
            "laatst_gezien": moment(session.last_seen_at),
            "eindigt": moment(ends.get(session.session_key)),
            "ip": session.ip,
            "browser": session.user_agent,
        }
        for session in found
    ]
    return [*rows, *_proofs(her)]


def _proofs(her: Her) -> list[Row]:
    """Browsers in which she proved a case without an account."""
    numbers = {str(number) for number in her.cases.values_list("pk", flat=True)}
    running = Open.objects.filter(expire_date__gte=timezone.now()).order_by("expire_date", "pk")
    sealed = SessionStore()
    return [
        {"eindigt": moment(session.expire_date)}
        for session in running.iterator()
        if numbers & {*sealed.decode(session.session_data).get(PROVEN, ())}
    ]


def _looked(her: Her) -> list[Row]:
    """Who asked stays out of it: that may have been somebody else."""
    return [
        {
            "sessie": each.reference,
            "wie": each.who,
            "waar_naar": each.what,
            "op_grond_van": each.basis,
            "reden": each.reason,
            "begonnen": moment(each.begun_at),
            "voorbij": moment(each.over_at),
            "hoe_vaak_gekeken": each.looked,
            "onderdelen": ", ".join(each.places) or None,
        }
        for each in reversed(sessions_of(her.marks))
    ]


def _let(her: Her) -> list[Row]:
    found = Permission.objects.filter(account__in=her.accounts).order_by("pk")
    return [
        {
            "nummer": each.reference,
            "vraag": each.question,
            "gegeven": moment(each.given_at),
            "voorbij": moment(each.over_at),
        }
        for each in found
        if her.marks & {*each.marks}
    ]


def _told(her: Her) -> list[Row]:
    who = keyed("notices", her.email.encode())
    found = Told.objects.filter(Q(who=who) | Q(to__iexact=her.email)).select_related("notice")
    return [
        {
            "versie": each.notice.number,
            "geldt_vanaf": each.notice.effective,
            "aan": each.to or MASK,
            "verstuurd": moment(each.sent_at),
            "kwam_aan": each.state == Sending.SENT,
            "op_een_andere_manier_verteld": each.otherwise,
        }
        for each in found.order_by("pk")
    ]


_OTHER = Category.OTHER
PARTS = (
    Part(
        name="account",
        models=(
            "customers.Customer", "accounts.Colleague", "account.EmailAddress", "mfa.Authenticator",
        ),
        title=Text("uw account", "your account"),
        why=ACCOUNT,
        columns={
            "email": Category.EMAIL, "naam": Category.NAME, "adres_bewezen": _OTHER,
            "geopend": _OTHER, "laatst_ingelogd": _OTHER, "waarschuwing_gelezen": _OTHER,
            "laatst_als_klant_gezien": _OTHER, "niet_meer_als_klant_gezien": _OTHER,
            "tweede_stap": _OTHER, "tweede_stap_sinds": _OTHER,
        },
        rows=_account,
        given=("email", "naam"),
    ),
    Part(
        name="account-gebruik",
        models=("customers.Noted",),
        title=Text("wat u met uw account deed", "what you did with your account"),
        why=SAFETY,
        columns={
            "wanneer": _OTHER, "wat": _OTHER, "gegeven": _OTHER, "ip": Category.IP_ADDRESS,
        },
        rows=_deeds,
    ),
    Part(
        name="tweede-stap-kwijt",
        models=("customers.Regained",),
        title=Text("tweede stap die wij weghaalden", "second step that we took away"),
        why=SAFETY,
        columns={
            "wanneer": _OTHER, "hoe_gezien": _OTHER, "reden": Category.CORRESPONDENCE,
            "brief_verstuurd": _OTHER,
        },
        rows=_regained,
        words=("reden",),
    ),
    Part(
        name="account-openen",
        models=("customers.Opening",),
        title=Text("wanneer u een account wilde openen", "when you wanted to open an account"),
        why=ACCOUNT,
        columns={"wanneer": _OTHER, "brief_verstuurd": _OTHER},
        rows=_openings,
    ),
    Part(
        name="logins",
        models=("accounts.Login",),
        title=Text("uw logins", "your logins"),
        why=SAFETY,
        columns={"wanneer": _OTHER, "ip": Category.IP_ADDRESS, "uitkomst": _OTHER},
        rows=_logins,
    ),
    Part(
        name="sessies",
        models=("usersessions.UserSession", "sessions.Session"),
        title=Text("waar u bent ingelogd", "where you are logged in"),
        why=SAFETY,
        columns={
            "begonnen": _OTHER, "laatst_gezien": _OTHER, "eindigt": _OTHER,
            "ip": Category.IP_ADDRESS, "browser": Category.DEVICE,
        },
        rows=_sessions,
    ),
    Part(
        name="meekijken",
        models=("support.Session", "support.Mark", "support.View"),
        title=Text("wie in uw gegevens keek", "who looked at your data"),
        why=SHOWING,
        columns={
            "sessie": _OTHER, "wie": _OTHER, "waar_naar": _OTHER, "op_grond_van": _OTHER,
            "reden": Category.CORRESPONDENCE, "begonnen": _OTHER, "voorbij": _OTHER,
            "hoe_vaak_gekeken": _OTHER, "onderdelen": _OTHER,
        },
        rows=_looked,
        words=("reden",),
    ),
    Part(
        name="toestemming-meekijken",
        models=("support.Permission",),
        title=Text("wie u liet meekijken", "whom you let look along"),
        why=SHOWING,
        columns={
            "nummer": _OTHER, "vraag": Category.CORRESPONDENCE, "gegeven": _OTHER,
            "voorbij": _OTHER,
        },
        rows=_let,
        given=("nummer", "vraag"),
    ),
    Part(
        name="berichten",
        models=("notices.Told",),
        title=Text("berichten over onze verklaring", "messages about our statement"),
        why=TELLING,
        columns={
            "versie": _OTHER, "geldt_vanaf": _OTHER, "aan": Category.EMAIL, "verstuurd": _OTHER,
            "kwam_aan": _OTHER, "op_een_andere_manier_verteld": _OTHER,
        },
        rows=_told,
    ),
)  # fmt: skip
