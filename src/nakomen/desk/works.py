"""Every piece of work beside the pages: a line for each, and nothing else to do."""

from django.utils.module_loading import import_string

from nakomen.desk.kit.beside import Beside

_WORKS = (
    "accounts.staffed.PEOPLE",
    "api.telling.CLEARING",
    "api.telling.TELLING",
    "customers.beside.CUSTOMERS",
    "dossiers.delivery.LOOKING",
    "dossiers.noting.NOTING",
    "dossiers.post.POST",
    "dossiers.tidying.TIDYING",
    "mailbox.fetching.MAILBOX",
    "mailbox.trial.TRIAL",
    "notices.telling.TELLING",
    "plans.working.WORKING",
    "promises.ahead.AHEAD",
    "promises.counting.COUNTING",
    "promises.mending.MENDING",
    "support.sessions.CLOSING",
)


def works() -> list[Beside]:
    return [import_string(f"nakomen.desk.{name}") for name in _WORKS]
