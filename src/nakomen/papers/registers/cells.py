"""What stands in each cell of the register of processing activities."""

from datetime import date

from nakomen.papers.registers.view import View
from nakomen.papers.registers.words import DPIA, NO, ROLE, STATUS, YES
from nakomen.policy.register import Activity
from nakomen.policy.tell.names import country
from nakomen.terms.labels import label


def purposes(view: View, activity: Activity) -> str:
    named = (p.purpose.label for p in view.promises(activity.purposes) if p.purpose)
    return "; ".join(named)


def bases(view: View, activity: Activity) -> str:
    return view.labels(view.bases(activity))


def groups(_: View, activity: Activity) -> str:
    return "; ".join(activity.groups)


def data(view: View, activity: Activity) -> str:
    return "; ".join(label(category).in_(view.lang) for category in activity.data)


def receivers(view: View, activity: Activity) -> str:
    parts: list[str] = []
    for promise in view.promises(activity.receivers):
        parts += [str(promise.recipient["name"])] if promise.recipient else []
        parts += promise.receivers
    return "; ".join(dict.fromkeys(parts))


def processors(view: View, activity: Activity) -> str:
    wanted = set(activity.receivers)
    named = (p.name for p in view.processors if wanted & set(p.promises))
    return "; ".join(named)


def countries(view: View, activity: Activity) -> str:
    codes = (
        code
        for promise in view.promises(activity.transfers)
        if promise.transfer
        for code in promise.transfer.countries
    )
    return "; ".join(country(code, view.lang) for code in dict.fromkeys(codes))


def safeguards(view: View, activity: Activity) -> str:
    words = (
        safeguard
        for promise in view.promises(activity.transfers)
        if promise.transfer
        for safeguard in promise.transfer.safeguards
    )
    return "; ".join(label(word).in_(view.lang) for word in dict.fromkeys(words))


def retention(view: View, activity: Activity) -> str:
    return view.told.get(activity.retention or "", "")


def measures(view: View, activity: Activity) -> str:
    words = (m for promise in view.promises(activity.measures) for m in promise.measures)
    return "; ".join(label(word).in_(view.lang) for word in dict.fromkeys(words))


def sources(view: View, activity: Activity) -> str:
    named = (source for p in view.promises(activity.sources) for source in p.sources)
    return "; ".join(dict.fromkeys(named))


def rights(view: View, _: Activity) -> str:
    granted = (right for promise in view.policy.promises for right in promise.rights)
    return "; ".join(label(right).in_(view.lang) for right in dict.fromkeys(granted))


def stores(_: View, activity: Activity) -> str:
    return "; ".join(activity.stores)


def role(view: View, activity: Activity) -> str:
    return ROLE[activity.role].in_(view.lang)


def status(view: View, activity: Activity) -> str:
    return STATUS[activity.status].in_(view.lang)


def automated(view: View, activity: Activity) -> str:
    return (YES if activity.automated else NO).in_(view.lang)


def dpia(view: View, activity: Activity) -> str:
    return DPIA[activity.dpia].in_(view.lang) if activity.dpia else ""


def controller(view: View, _: Activity) -> str:
    """Name and contact details of the company itself."""
    known = view.policy.controller
    place = " ".join(known[part] for part in ("postcode", "city") if known.get(part))
    parts = [known.get("name"), known.get("address"), place]
    parts += [*(known.get("emails") or ()), *(known.get("phones") or ())]
    return ", ".join(part for part in parts if part)


def officer(view: View, _: Activity) -> str:
    """The data protection officer, if the policy names one."""
    for promise in view.policy.promises:
        if promise.contact and promise.contact.is_dpo:
            said = promise.contact
            return ", ".join(part for part in (said.name, said.email, said.phone) if part)
    return ""


def on_behalf_of(_: View, activity: Activity) -> str:
    return "; ".join(activity.on_behalf_of)


def day(when: date | None) -> str:
    return when.isoformat() if when else ""
