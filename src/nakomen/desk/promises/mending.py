"""Mending a sentence: seen first, agreed to, then put in place; all of it beside the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from nakomen import verbs
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.promises.counting import count
from nakomen.desk.promises.models import Mended, Step
from nakomen.errors import NakomenError
from nakomen.terms import Period, Text

if TYPE_CHECKING:
    from nakomen import Company, Consequences, Mending
    from nakomen.terms import Finding


class OtherThanRead(NakomenError):
    """The policy changed after you read this. Begin again with the sentence as it is now."""

    nl = "Het beleid veranderde nadat u dit las. Begin opnieuw met de zin zoals hij nu is."


def work() -> None:
    """Look at what waits for a look, and put in place what somebody agreed to."""
    for mended in Mended.objects.filter(step=Step.LOOKING).order_by("pk"):
        _tried(mended, _look)
    agreed = Mended.objects.filter(step=Step.AGREED).order_by("pk")
    for mended in agreed:
        _tried(mended, _put)
    if agreed:
        count()


def due() -> bool:
    return bool(Mended.objects.filter(step__in=(Step.LOOKING, Step.AGREED)).exists())


def _tried(mended: Mended, step: Any) -> None:
    """A fault that is known is told; after any other a person begins again."""
    error: NakomenError | None = NakomenError()
    try:
        step(mended)
    except NakomenError as why:
        error = why
    else:
        error = None
    finally:
        if error:
            mended.step, mended.error = Step.FAILED, error.text.both
        mended.save()


def _mending(company: Company, mended: Mended) -> Mending:
    who = mended.asked_by.name if mended.asked_by else settings.COMPANY_NAME
    term = Period.parse(mended.term) if mended.term else None
    return verbs.mend(company, mended.promise, mended.says, term, who, mended.day)


def _look(mended: Mended) -> None:
    with opened() as company:
        mending = _mending(company, mended)
        brings = verbs.consequences(company, mending, mended.effective, mended.day)
        words = company.policy.promise(mended.promise).says or ""
    mended.shown = told(words, brings)
    mended.number, mended.base = mending.wish.number, mending.base
    mended.digest, mended.step = mending.digest, Step.SEEN


def _put(mended: Mended) -> None:
    """Cut off and begun again it ends the same: what stands in the files says how far it came."""
    who = mended.agreed_by.name if mended.agreed_by else settings.COMPANY_NAME
    how = (mended.effective, who, mended.day)
    if not verbs.finish_mending(settings.FOLDER, mended.number, mended.digest, *how):
        with opened() as company:
            mending = _mending(company, mended)
            if (mending.base, mending.digest) != (mended.base, mended.digest):
                raise OtherThanRead
            verbs.put_in_place(company, mending, *how)
    mended.step = Step.DONE


def told(words: str, brings: Consequences) -> dict[str, Any]:
    """
    Returns:
        JSON: ``{"words", "material", "changes": [{"nl", "en", "material"}], "before" and "after":
        {"ruling", "count"}, "falls_before", "falls_after", "come" and "gone": [{"code", "nl",
        "en"}], "lacks": [{"nl", "en", "latest"}], "persons"}``.
    """
    return {
        "words": words,
        "material": brings.material,
        "changes": [_both(c.tell()) | {"material": c.material} for c in brings.changes],
        "before": {"ruling": brings.before.ruling.value, "count": brings.before.count},
        "after": {"ruling": brings.after.ruling.value, "count": brings.after.count},
        "falls_before": brings.falls_before,
        "falls_after": brings.falls_after,
        "come": [_finding(f) for f in brings.come],
        "gone": [_finding(f) for f in brings.gone],
        "lacks": [_both(la.tell()) | {"latest": la.latest.isoformat()} for la in brings.lacks],
        "persons": brings.persons,
    }


def _both(text: Text) -> dict[str, Any]:
    return {"nl": text.nl, "en": text.en}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"code": finding.code, **_both(finding.message)}


MENDING = Beside("mending", 3600.0, work, apart=True, due=due)
