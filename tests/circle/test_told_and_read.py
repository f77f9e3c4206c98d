"""What a policy tells is read again as the same policy, whatever the policy, in both languages."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nakomen.papers.statement import Public, as_markdown, as_page
from nakomen.policy import Policy, load_policy, policy_yaml
from nakomen.policy.tell import tell
from nakomen.reading import load_text, read
from nakomen.reading.propose import propose
from nakomen.terms import (
    Basis,
    Bound,
    Category,
    Channel,
    CookieKind,
    Criterion,
    Lang,
    MarketingGround,
    Measure,
    Moment,
    Period,
    RecordKind,
    Right,
    Safeguard,
)

Entry = dict[str, Any]
WORDS = {
    Lang.NL: {
        "purposes": (
            "facturen sturen",
            "vragen beantwoorden",
            "storingen oplossen",
            "bestellingen afhandelen",
            "de website verbeteren",
            "domeinnamen registreren",
        ),
        "groups": ("klanten", "websitebezoekers", "sollicitanten", "leveranciers"),
        "sources": ("het Handelsregister", "openbare bronnen", "wederverkopers"),
        "receivers": ("accountants", "bezorgdiensten", "incassobureaus", "softwareleveranciers"),
        "uses": ("betalingen", "hosting", "boekhouding", "bezorging"),
        "statistics": ("statistieken",),
        "roles": ("directeur", "privacy officer"),
    },
    Lang.EN: {
        "purposes": (
            "send invoices",
            "answer questions",
            "solve faults",
            "handle orders",
            "improve the website",
            "register domain names",
        ),
        "groups": ("customers", "website visitors", "applicants", "suppliers"),
        "sources": ("the trade register", "public sources", "resellers"),
        "receivers": (
            "accountants",
            "delivery services",
            "collection agencies",
            "software suppliers",
        ),
        "uses": ("payments", "hosting", "bookkeeping", "delivery"),
        "statistics": ("statistics",),
        "roles": ("director", "privacy officer"),
    },
}
PARTIES = (
    "Mollie",
    "TransIP",
    "Moneybird",
    "PostNL",
    "Tarwe Logistiek B.V.",
    "Vlierbes Cloud B.V.",
)
ABROAD = ("US", "IN", "CA")
SPECIAL = (Category.HEALTH, Category.OTHER_SPECIAL)
"""A list in which these stand is read, rightly, as one of special data that is used as well."""
PERSONAL = [c for c in Category if c not in (Category.NONE, Category.OTHER, *SPECIAL)]
GRANTED = [r for r in Right if r not in (Right.COMPLAINT, Right.NO_AUTOMATED_DECISION)]
KINDS = [k for k in RecordKind if k is not RecordKind.OTHER]
"""No word is only for the rest: "other data" may be all of it, and so it is read."""
OPEN = (Criterion.WHILE_CUSTOMER, Criterion.PURPOSE, Criterion.STATUTORY, Criterion.UNTIL_WITHDRAWN)


def _some(items: Any, least: int = 1, most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(list(items)), min_size=least, max_size=most, unique=True)


def _values(items: Any, least: int = 1, most: int = 3) -> st.SearchStrategy[list[str]]:
    """In the order of the enum: who reads a list back cannot know in which order it was kept."""
    return _some(items, least, most).map(
        lambda found: [item.value for item in items if item in found]
    )


@st.composite
def policies(draw: st.DrawFn, lang: Lang) -> Policy:
    """A company that promises a few of all the things that can be promised."""
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=3, max_size=8, unique=True))
    entries = [entry for part in parts for entry in draw(part(lang))]
    promises = [{"id": f"p-{n}", **entry} for n, entry in enumerate(entries)]
    statement = {"file": "s.md", "language": lang, "date": date(2026, 3, 1), "version": "2.1"}
    controller = {"name": "Otterloo Hosting B.V.", "emails": ["info@otterloo.example"]}
    text = policy_yaml(statement=statement, controller=controller, promises=promises)
    policy, findings = load_policy(text, "policy.yaml", None)
    assert policy is not None, [finding.message.en for finding in findings]
    return policy


def _purposes(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    labels = _some(WORDS[lang]["purposes"])
    basis = st.sampled_from(Basis).map(lambda b: b.value)
    return labels.flatmap(
        lambda found: st.tuples(*(basis for _ in found)).map(
            lambda bases: [
                {
                    "kind": "purpose",
                    "control": "purpose-binding",
                    "purpose": {"label": label, "bases": [b]},
                }
                for label, b in zip(found, bases, strict=True)
            ]
        )
    )


def _one(kind: str, control: str, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    said = st.fixed_dictionaries(parts)
    return said.map(lambda values: [{"kind": kind, "control": control, **values}])


def _bases(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("legal_basis", "processing-register", bases=_values(Basis))


def _data(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("data_category", "customer-crm", data=_values(PERSONAL, most=5))


def _people(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("data_subject_group", "processing-register", groups=_some(WORDS[lang]["groups"]))


def _sources(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("source", "source-provenance", sources=_some(WORDS[lang]["sources"]))


def _receivers(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    kinds = _some(WORDS[lang]["receivers"])
    return _one("recipient", "processor-register", receivers=kinds)


def _parties(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    use = st.sampled_from(WORDS[lang]["uses"])
    return _some(PARTIES).flatmap(
        lambda names: st.tuples(*(use for _ in names)).map(
            lambda uses: [
                {
                    "kind": "processor",
                    "control": "processor-register",
                    "recipient": {"name": n, "role": "processor", "purpose": u, "country": "NL"},
                }
                for n, u in zip(names, uses, strict=True)
            ]
        )
    )


def _transfer(_: Lang) -> st.SearchStrategy[list[Entry]]:
    never = st.just({"outside_eea": False})
    does = st.fixed_dictionaries(
        {
            "outside_eea": st.just(True),
            "conditional": st.booleans(),
            "countries": _some(ABROAD),
            "safeguards": _values([Safeguard.ADEQUACY, Safeguard.SCC, Safeguard.BCR]),
        }
    )
    return _one("transfer", "transfer-gate", transfer=never | does)


def _terms(_: Lang) -> st.SearchStrategy[list[Entry]]:
    months = st.integers(1, 11).map(lambda n: Period(months=n))
    keep = (st.integers(1, 10).map(lambda n: Period(years=n)) | months).map(lambda p: p.iso)
    # A statement is read as naming no finer moments: the last login is a last contact to it.
    named = [Moment.EVENT, Moment.CONTRACT_END, Moment.LAST_CONTACT, Moment.CALENDAR_YEAR_END]
    moments = st.sampled_from(named)
    counted = st.fixed_dictionaries(
        {"keep": keep, "bound": st.sampled_from(Bound), "from": moments}
    )
    open_end = st.fixed_dictionaries({"criterion": st.sampled_from(OPEN)})
    rule = counted | open_end
    return _some(KINDS).flatmap(
        lambda kinds: st.tuples(*(rule for _ in kinds)).map(
            lambda rules: [
                {
                    "kind": "retention",
                    "control": "retention-sweep",
                    "retention": {"records": kind, **said},
                }
                for kind, said in zip(kinds, rules, strict=True)
            ]
        )
    )


def _rights(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("right", "rights-request-desk", rights=_values(GRANTED, most=7))


def _deadline(_: Lang) -> st.SearchStrategy[list[Entry]]:
    within = st.sampled_from(["P30D", "P1M", "P14D", "P4W"])
    return _one("deadline", "rights-deadline", within=within)


def _complaint(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("complaint", "complaint-desk", authority=st.just("Autoriteit Persoonsgegevens"))


def _decision(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("automated_decision", "automated-decision-guard", automated=st.booleans())


def _special(_: Lang) -> st.SearchStrategy[list[Entry]]:
    never = st.just({"status": "none", "rule": "refused"})
    asked = st.just({"status": "conditional", "rule": "explicit_consent"})
    given_freely = st.just({"status": "conditional", "rule": "volunteered"})
    # That it is used is told by naming it, and what is named is read as data as well.
    return _one("special_category", "special-category-gate", special=never | asked | given_freely)


def _children(_: Lang) -> st.SearchStrategy[list[Entry]]:
    rules = st.sampled_from([{}, {"consent": True}, {"consent": True, "written": True}])
    age = st.sampled_from([16, 18])
    rule = st.tuples(age, rules).map(lambda pair: {"age": pair[0], **pair[1]})
    return _one("children", "minors-gate", children=rule)


def _cookies(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    """A tool that counts visits places analytical cookies, and its maker is a receiver as well."""
    never = st.just({"cookies": {"used": False}})
    placed = st.tuples(_values(CookieKind), st.booleans()).map(
        lambda said: {"used": True, "kinds": said[0], "consent": said[1]}
    )
    tools = st.sampled_from(["Matomo", "Google Analytics"])
    counted = st.tuples(placed, tools).map(
        lambda pair: {
            "cookies": {**pair[0], "kinds": _with_analytical(pair[0]["kinds"]), "tools": [pair[1]]},
            "recipient": {"name": pair[1], "purpose": WORDS[lang]["statistics"][0]},
        }
    )
    said = never | placed.map(lambda part: {"cookies": part}) | counted
    return said.map(lambda values: [{"kind": "cookie", "control": "cookie-inventory", **values}])


def _with_analytical(kinds: list[str]) -> list[str]:
    return [kind.value for kind in CookieKind if kind.value in {*kinds, "analytical"}]


def _marketing(_: Lang) -> st.SearchStrategy[list[Entry]]:
    channels = _values([Channel.EMAIL, Channel.PHONE, Channel.SMS, Channel.POST], 0)
    said = st.fixed_dictionaries({"ground": st.sampled_from(MarketingGround), "channels": channels})
    return _one("direct_marketing", "marketing-preference-gate", marketing=said)


def _measures(_: Lang) -> st.SearchStrategy[list[Entry]]:
    return _one("security_measure", "endpoint-protection", measures=_values(Measure, most=5))


def _contact(lang: Lang) -> st.SearchStrategy[list[Entry]]:
    officer = st.just({"name": "Chaima Bos", "email": "fg@otterloo.example", "is_dpo": True})
    role = st.sampled_from(WORDS[lang]["roles"])
    person = role.map(lambda r: {"name": "Chaima Bos", "role": r, "email": "ch@otterloo.example"})
    box = st.just({"email": "privacy@otterloo.example"})
    return _one("contact", "privacy-desk-routing", contact=officer | person | box)


def _notice(_: Lang) -> st.SearchStrategy[list[Entry]]:
    said = st.fixed_dictionaries(
        {"channels": _values([Channel.EMAIL, Channel.WEBSITE]), "material": st.booleans()},
        optional={"before": st.sampled_from(["P30D", "P1M"])},
    )
    return _one("change_notice", "statement-version-notice", notice=said)


PARTS = (
    _purposes,
    _bases,
    _data,
    _people,
    _sources,
    _receivers,
    _parties,
    _transfer,
    _terms,
    _rights,
    _deadline,
    _complaint,
    _decision,
    _special,
    _children,
    _cookies,
    _marketing,
    _measures,
    _contact,
    _notice,
)


def said(policy: Policy) -> dict[str, Any]:
    """Everything that a policy states, whatever sentence states it."""
    found: dict[str, Any] = {
        "purposes": {p.purpose for p in policy.promises if p.purpose},
        "terms": {p.retention for p in policy.promises if p.retention},
        "within": {p.within for p in policy.promises if p.within},
        "parties": {tuple(sorted(p.recipient.items())) for p in policy.promises if p.recipient},
        "rights": {r for p in policy.promises if not p.within for r in p.rights},
    }
    found["bases"] = {
        basis
        for p in policy.promises
        for basis in (*p.bases, *(p.purpose.bases if p.purpose else ()))
    }
    for name in ("data", "groups", "sources", "receivers", "measures"):
        found[name] = {value for p in policy.promises for value in getattr(p, name)}
    for name in _SINGLE:
        found[name] = {v for p in policy.promises if (v := getattr(p, name)) is not None}
    return {name: values for name, values in found.items() if values}


_SINGLE = (
    "transfer",
    "special",
    "children",
    "cookies",
    "marketing",
    "contact",
    "notice",
    "authority",
    "automated",
)


def read_again(policy: Policy, lang: Lang, form: str) -> Policy:
    """The policy of the published text, as `nakomen init` would make it."""
    public = Public(telling=tell(policy, lang))
    page = as_page(public) if form == "html" else as_markdown(public)
    text, findings = load_text(page.encode(), f"statement.{form}")
    assert findings == []
    entries = propose(read(text), f"statement.{form}")
    again, wrong = load_policy(policy_yaml(**entries), "policy.yaml", text)
    assert again is not None, [finding.message.en for finding in wrong]
    return again


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("lang", Lang)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_told_and_read_again_is_the_same(lang: Lang, form: str, data: st.DataObject) -> None:
    """A promise that reading loses, or one that it adds, would part text and practice."""
    policy = data.draw(policies(lang))

    assert said(read_again(policy, lang, form)) == said(policy)
