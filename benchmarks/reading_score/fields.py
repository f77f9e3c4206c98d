"""Which field is compared how: one line for each, and the few ways of comparing."""

from collections.abc import Callable, Iterable
from typing import Any

from .gold import Gold, Untold
from .places import meet
from .plain import compact, digits, party, site, term, words
from .result import Json, Result, Same, pair

Plain = Callable[[Any], str]
Score = Callable[[Gold, Json], Result]
SILENT = (None, "not_mentioned")


def _sets(field: str, asked: Iterable[str], read: Iterable[str], allowed: Iterable[str]) -> Result:
    gold, said = set(asked), set(read)
    right = gold & said
    return Result(
        field=field,
        found=len(right),
        right=len(right),
        missed=tuple(sorted(gold - said)),
        wrong=tuple(sorted(said - gold - set(allowed))),
    )


def _at(facts: Json, path: str) -> Any:
    for name in path.split("."):
        facts = facts[name]
    return facts


def value(path: str, plain: Plain = words) -> Score:
    """One value. A list in the gold holds the writings that are right."""

    def score(gold: Gold, facts: Json) -> Result:
        writings, said = _either(gold.get(path)), _at(facts, path)
        silent = said in SILENT
        if not silent and any(plain(w) == plain(said) for w in writings if w not in SILENT):
            return Result(field=path, found=1, right=1)
        missed = () if set(SILENT) & set(writings) else (str(writings[0]),)
        wrong = () if silent or path in gold.allowed else (str(said),)
        return Result(field=path, missed=missed, wrong=wrong)

    return score


def flag(path: str) -> Score:
    """Only yes is an answer: no and silence are the same."""

    def score(gold: Gold, facts: Json) -> Result:
        said = ("yes",) if _at(facts, path) else ()
        told = ("yes",) if gold.get(path) else ()
        return _sets(path, told, said, ("yes",) if path in gold.allowed else ())

    return score


def values(path: str, plain: Plain = words) -> Score:
    """A list of plain values, order aside."""

    def score(gold: Gold, facts: Json) -> Result:
        sides = (gold.get(path), _at(facts, path), gold.allowed.get(path, ()))
        told, said, allowed = ([plain(item) for item in side] for side in sides)
        return _sets(path, told, said, allowed)

    return score


def codes(path: str, key: str = "code", *, where: str = "") -> Score:
    """The codes of a list of facts, each once; "other" says nothing and is not scored."""

    def score(gold: Gold, facts: Json) -> Result:
        def of(items: Iterable[Json]) -> list[str]:
            return [item[key] for item in items if not where or item.get(where)]

        asked, field = gold.get(path), f"{path}.{where}" if where else path
        if where and any(where not in item for item in asked):
            raise Untold(field)
        allowed = ("other", *gold.allowed.get(path, ()), *gold.allowed.get(field, ()))
        return _sets(field, of(asked), of(_at(facts, path)), allowed)

    return score


def matched(path: str, same: Same, tell: Callable[[Json], str]) -> Score:
    """Facts that meet one to one; who tells a wide fact twice, is right twice."""

    def score(gold: Gold, facts: Json) -> Result:
        asked, read = gold.get(path), _at(facts, path)
        pairs = pair(asked, read, same)
        wide = [item for item in asked if _wide(item)]
        again = [n for n, item in enumerate(read) if any(same(w, item) for w in wide)]
        free = [a for a in gold.allowed.get(path, ()) if isinstance(a, dict)]
        right = set(pairs) | set(again)
        wrong = [
            item
            for n, item in enumerate(read)
            if n not in right and not any(same(a, item) for a in free)
        ]
        return Result(
            field=path,
            found=len(pairs),
            right=len(right),
            missed=tuple(tell(g) for n, g in enumerate(asked) if n not in pairs.values()),
            wrong=tuple(tell(item) for item in wrong),
        )

    return score


def _wide(told: Json) -> bool:
    """Told in several places, or of several objects in one breath ("orders and invoices")."""
    return len(told.get("places", ())) > 1 or isinstance(told.get("object"), list)


def beside(path: str, key: str, same: Same, plain: Plain) -> Score:
    """One property of the facts that meet: where the gold tells it, and where it says none."""

    def score(gold: Gold, facts: Json) -> Result:
        asked, read = gold.get(path), _at(facts, path)
        told: list[str] = []
        said: list[str] = []
        for n, wish in pair(asked, read, same).items():
            if key not in asked[wish]:
                continue
            name = f"{_name(asked[wish])}: "
            told += [name + plain(asked[wish][key])] if asked[wish][key] else []
            said += [name + plain(read[n][key])] if read[n][key] else []
        return _sets(f"{path}.{key}", told, said, ())

    return score


def _name(fact: Json) -> str:
    name = fact.get("name") or fact.get("label") or fact.get("kind") or fact.get("object")
    return str(name[0] if isinstance(name, list) else name)


def _tell(fact: Json) -> str:
    quote = fact.get("quote") or " / ".join(q["quote"] for q in fact.get("quotes", ())[:3])
    return f"{_name(fact)} «{' '.join(quote.split())}»" if quote else _name(fact)


def _tell_term(fact: Json) -> str:
    decides = fact.get("period") or fact.get("criterion")
    return f"{_name(fact)} {decides} «{' '.join((fact.get('quote') or '').split())}»"


def _either(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [told]


def _same_party(told: Json, said: Json) -> bool:
    return party(said["name"]) in {party(name) for name in _either(told["name"])}


def _same_label(told: Json, said: Json) -> bool:
    return meet(told, said) or words(told.get("label")) == words(said["label"])


def _same_tension(told: Json, said: Json) -> bool:
    return meet(told, said) or (told["kind"] == said["kind"] and not told.get("quotes"))


def _same_term(told: Json, said: Json) -> bool:
    if said["object"] not in _either(told["object"]):
        return False
    if said["period"]:
        return term(said["period"]) in [term(p) for p in _either(told.get("period")) if p]
    return None in _either(told.get("period")) and said["criterion"] in _either(
        told.get("criterion")
    )


FIELDS: tuple[Score, ...] = (
    value("statement.title"),
    value("statement.version"),
    value("statement.date"),
    value("statement.effective"),
    value("statement.language"),
    value("controller.name"),
    values("controller.aliases"),
    value("controller.legal_form", compact),
    value("controller.kvk", compact),
    value("controller.vat", compact),
    value("controller.iban", compact),
    value("controller.address"),
    value("controller.postcode", compact),
    value("controller.city"),
    value("controller.country"),
    values("controller.phones", digits),
    values("controller.emails", str.casefold),
    value("controller.website", site),
    value("privacy_contact.name"),
    value("privacy_contact.role"),
    value("privacy_contact.email", str.casefold),
    value("privacy_contact.phone", digits),
    flag("privacy_contact.is_dpo"),
    matched("purposes", _same_label, _tell),
    beside("purposes", "basis", _same_label, str),
    codes("legal_bases", "basis"),
    codes("legal_bases", "basis", where="explicit"),
    codes("data_categories"),
    value("special_categories.status"),
    matched("special_categories.items", _same_label, _tell),
    matched("recipients", _same_party, _tell),
    beside("recipients", "role", _same_party, words),
    beside("recipients", "country", _same_party, words),
    matched("recipient_categories", _same_label, _tell),
    value("transfers.outside_eea"),
    flag("transfers.conditional"),
    values("transfers.countries"),
    values("transfers.safeguards"),
    matched("retention", _same_term, _tell_term),
    codes("rights"),
    value("response_term", term),
    value("complaint_authority"),
    value("cookies.used"),
    values("cookies.types"),
    values("cookies.analytics_tools"),
    value("cookies.consent"),
    value("automated_decision"),
    value("children_age"),
    codes("security_measures"),
    flag("breach_procedure"),
    flag("authority_disclosure"),
    matched("tensions", _same_tension, _tell),
    beside("tensions", "kind", _same_tension, str),
)


def score_facts(gold: Gold, facts: Json) -> list[Result]:
    """One result for each field that the gold tells of, its silences among them."""
    results = []
    for score in FIELDS:
        try:
            results.append(score(gold, facts))
        except Untold:
            continue
    return results
