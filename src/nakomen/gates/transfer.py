"""
May data go to a receiver in this country? (transfer-gate)

Within the EEA they may. Outside it the statement may promise more than the law asks, never less:
an adequacy decision that is in force (AVG artikel 45), or a safeguard with a dated assessment that
protection there is equivalent (artikel 46, HvJEU C-311/18).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from nakomen.gates.decision import Answer, Decision, Gate, strictest, unread
from nakomen.law.adequacy import EEA, Adequacy, ended, in_force
from nakomen.policy import Control, Policy, Promise
from nakomen.policy.tell.names import country as named_country
from nakomen.terms import Lang, Period, Safeguard, Text
from nakomen.terms.labels import label

CERTIFICATE_AGE = Period(years=1)
"""How long ago somebody may have looked whether a receiver is certified. Our own measure."""
_CONTRACTS = (Safeguard.SCC, Safeguard.BCR)
_GROUPS = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of groups, of tests and of nobody, which have a name as well."""
_ENDED = (Safeguard.PRIVACY_SHIELD, Safeguard.SAFE_HARBOR)


@dataclass(frozen=True, kw_only=True)
class Export:
    """
    *country* is that of the receiver, ISO 3166, None when nobody knows.

    *assessment*: the day on which somebody found protection there equivalent. *certified*: the day
    on which the receiver was seen on the list that its decision asks for.
    """

    country: str | None
    today: date
    safeguard: Safeguard | None = None
    assessment: date | None = None
    certified: date | None = None
    adequate: tuple[Adequacy, ...] = field(init=False)
    """The decisions that this receiver can rest on today."""

    def __post_init__(self) -> None:
        held = in_force(self.country, self.today) if self.country else []
        good = tuple(d for d in held if not d.certified or self._seen_on_list())
        object.__setattr__(self, "adequate", good)

    def _seen_on_list(self) -> bool:
        day = self.certified
        return day is not None and day <= self.today <= CERTIFICATE_AGE.after(day)

    @property
    def assessed(self) -> bool:
        return self.assessment is not None and self.assessment <= self.today


def transfer_gate(policy: Policy, export: Export) -> Decision:
    """Every promise on transfers binds, and so does the law; the strictest decides."""
    if export.country is None:
        return _decide(Answer.ASK, _WHERE, missing=("country",))
    if _nowhere(export.country):
        return _decide(Answer.ASK, _NO_COUNTRY, missing=("country",))
    if export.country in EEA:
        said = next((p for p in policy.promises if p.transfer), None)
        return _decide(Answer.ALLOW, _INSIDE, article="AVG artikel 44").kept_by(said)
    promises = [p for p in policy.promises if p.transfer]
    control = Control.TRANSFER_GATE
    open_ = unread(policy, Gate.TRANSFER, control, lambda promise: promise.transfer)
    return strictest([*_promised(promises, export), *open_, _by_law(export)]).kept_by(
        promises[0] if promises else None
    )


def _nowhere(code: str) -> bool:
    """No country has this code: a slip, and a slip is never let through."""
    return code in _GROUPS or named_country(code, Lang.EN) == code


def _promised(promises: list[Promise], export: Export) -> Iterator[Decision]:
    named = {code for p in promises if p.transfer for code in p.transfer.countries}
    for promise in promises:
        transfer = promise.transfer
        if transfer is None:
            continue
        if not transfer.outside_eea and not transfer.conditional:
            yield _decide(Answer.DENY, _NEVER_OUTSIDE, promise=promise)
        elif transfer.safeguards:
            yield from _of_safeguards(promise, transfer.safeguards, export)
        if transfer.assessment and not (export.adequate or export.assessed):
            yield _decide(Answer.DENY, _UNASSESSED, promise=promise, missing=("assessment",))
    if named and export.country not in named:
        yield _decide(
            Answer.ASK,
            _UNDECLARED,
            rule="art13-1-f-country-named",
            article="AVG artikel 13 lid 1 onder f",
            promise=next(p for p in promises if p.transfer and p.transfer.countries),
        )


def _of_safeguards(
    promise: Promise, promised: tuple[Safeguard, ...], export: Export
) -> Iterator[Decision]:
    """The statement names its safeguards: a transfer without one of them breaks it."""
    if export.adequate:
        return
    contracts = [s for s in promised if s in _CONTRACTS]
    if not contracts and Safeguard.ANONYMISATION not in promised:
        yield _no_decision(export, promise)
    elif export.safeguard is not None and export.safeguard not in promised:
        yield _decide(Answer.DENY, _other(promised), promise=promise)


def _by_law(export: Export) -> Decision:
    if export.adequate:
        return _adequate(export.adequate[0])
    if export.safeguard in _ENDED:
        return _decide(
            Answer.DENY,
            _ENDED_TEXT,
            rule="art45-privacy-shield-invalid",
            article="AVG artikel 45; HvJEU C-311/18",
        )
    if export.safeguard is Safeguard.ANONYMISATION:
        return _decide(Answer.ASK, _ANONYMOUS, article="AVG overweging 26")
    if export.safeguard not in _CONTRACTS:
        return _no_decision(export, None)
    if not export.assessed:
        return _decide(
            Answer.DENY,
            _UNASSESSED,
            rule="art46-tia-documented",
            article="AVG artikel 46 lid 1; HvJEU C-311/18",
            missing=("assessment",),
        )
    return _decide(Answer.ALLOW, _GUARDED, article="AVG artikel 46")


def _no_decision(export: Export, promise: Promise | None) -> Decision:
    """No adequacy decision helps this receiver today; say which one ended or asks for more."""
    listed = [d for d in in_force(export.country or "", export.today) if d.certified]
    missing: tuple[str, ...] = ("certified",) if listed else ()
    missing += () if promise else ("safeguard", "assessment")
    over = ended(export.country or "", export.today)
    text, rule = _NOT_ADEQUATE, "art44-all-transfers-have-mechanism"
    if listed:
        text, rule = _NOT_CERTIFIED, "art45-dpf-recipient-certified"
    elif over and over.until:
        text, rule = (
            _OVER.fill(name=over.name, day=over.until.isoformat()),
            ("art45-adequate-countries-current"),
        )
    return _decide(
        Answer.DENY,
        text,
        rule=rule,
        article="AVG artikel 44, 45 en 46",
        promise=promise,
        missing=missing,
    )


def _adequate(decision: Adequacy) -> Decision:
    text = _ADEQUATE.fill(name=decision.name)
    if decision.only:
        text = Text(f"{text.nl} ({decision.only.nl})", f"{text.en} ({decision.only.en})")
    told = decision.checked.told
    text = Text(f"{text.nl}. {told.nl}", f"{text.en}. {told.en}")
    return _decide(
        Answer.ALLOW, text, rule="art45-adequate-countries-current", article="AVG artikel 45"
    )


def _decide(
    answer: Answer,
    text: Text,
    *,
    rule: str | None = None,
    article: str | None = None,
    promise: Promise | None = None,
    missing: tuple[str, ...] = (),
) -> Decision:
    return Decision(
        gate=Gate.TRANSFER, answer=answer, text=text, rule=rule, article=article, missing=missing
    ).kept_by(promise)


def _other(promised: tuple[Safeguard, ...]) -> Text:
    nl, en = (", ".join(label(s).in_(lang) for s in promised) for lang in (Lang.NL, Lang.EN))
    return Text(
        f"de verklaring belooft alleen: {nl}", f"the statement promises nothing else than: {en}"
    )


_WHERE = Text("niemand weet in welk land de ontvanger is", "nobody knows the receiver's country")
_NO_COUNTRY = Text("geen land heeft deze code", "no country has this code")
_INSIDE = Text(
    "binnen de EER: daar geldt de AVG ook", "within the EEA: the GDPR holds there as well"
)
_NEVER_OUTSIDE = Text(
    "de verklaring zegt dat gegevens niet buiten de EER komen",
    "the statement says that data do not leave the EEA",
)
_UNDECLARED = Text(
    "de verklaring noemt andere landen en niet dit: vertel het eerst",
    "the statement names other countries and not this one: tell it first",
)
_UNASSESSED = Text(
    "er is geen oordeel met datum dat de bescherming daar gelijkwaardig is",
    "there is no dated assessment that protection there is equivalent",
)
_NOT_ADEQUATE = Text(
    "voor dit land geldt geen adequaatheidsbesluit",
    "no adequacy decision is in force for this country",
)
_NOT_CERTIFIED = Text(
    "het besluit voor dit land geldt alleen voor wie op de lijst staat, en dat is niet het "
    "afgelopen jaar gezien",
    "the decision for this country is only for who is on the list, and nobody saw that in the past "
    "year",
)
_OVER = Text(
    "het adequaatheidsbesluit voor dit land is voorbij ({name}, tot en met {day})",
    "the adequacy decision for this country has ended ({name}, last day {day})",
)
_ENDED_TEXT = Text(
    "Privacy Shield en Safe Harbor zijn ongeldig verklaard",
    "Privacy Shield and Safe Harbor were declared invalid",
)
_ANONYMOUS = Text(
    "laat zien dat de gegevens echt anoniem zijn: dan is dit geen doorgifte",
    "show that the data are really anonymous: then this is no transfer",
)
_GUARDED = Text(
    "er zijn contractuele waarborgen en een oordeel dat de bescherming gelijkwaardig is",
    "there are contractual safeguards and an assessment that protection is equivalent",
)
_ADEQUATE = Text("er geldt een adequaatheidsbesluit: {name}", "adequacy decision in force: {name}")
