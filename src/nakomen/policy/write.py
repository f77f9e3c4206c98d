"""New files as people like to read them; what is written here loads without a finding."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from nakomen.records import LOCAL_ZONE, Clock, Column, Dataset, Key, Link, StoreMap, Totals
from nakomen.terms import Certainty, Lang, Period

_POLICY_HEAD = """\
# yaml-language-server: $schema=.nakomen/schema/policy.schema.json
#
# Het beleid: wat de privacyverklaring belooft, zin voor zin. Achter 'says' staan de precieze
# woorden van de verklaring. Lees elke belofte na en bevestig haar: nakomen confirm policy
"""
_MAP_HEAD = """\
# yaml-language-server: $schema=../.nakomen/schema/systems.schema.json
#
# De gegevenskaart van één systeem: welke persoonsgegevens er staan, hoe iemand er te vinden is en
# van welke dag een termijn telt. Lees haar na en bevestig haar: nakomen confirm systems/{store}
"""
_SETTINGS_HEAD = """\
# yaml-language-server: $schema=.nakomen/schema/nakomen.schema.json
#
# De instellingen. Een wachtwoord staat hier nooit, alleen waar het te vinden is:
# ${{env:NAAM}} of ${{file:PAD}}.
"""
# Control characters, line ends of other worlds, and spaces that a block or an editor would lose.
_ODD = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|\s\n|\s\Z|\A\s"
)
_ZONELESS = re.compile(r"(DATETIME|TIMESTAMP)( *\([0-9]+\))?", re.IGNORECASE)
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def policy_yaml(
    *,
    statement: Mapping[str, Any],
    controller: Mapping[str, Any],
    promises: Sequence[Mapping[str, Any]],
    english: Mapping[str, str] | None = None,
) -> str:
    """
    policy.yaml. Names are those of the file; values may be enums, periods and dates.

    What is None or empty is left out: the statement is silent about it.
    """
    parts = [_dump({"statement": _tidy(statement)})]
    if told := _tidy(controller):
        parts.append(_dump({"controller": told}))
    if english:
        parts.append(_dump({"english": dict(english)}))
    parts += _listed("promises", [_dump({"promises": [_tidy(p)]}) for p in promises])
    return _POLICY_HEAD + "\n" + "\n".join(parts)


def entries_yaml(head: str, lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """*head* and named lists of entries, a blank line between entries; empty lists are left out."""
    parts = [
        part
        for name, entries in lists.items()
        for part in _listed(name, [_dump({name: [_tidy(entry)]}) for entry in entries])
    ]
    return head + "\n" + "\n".join(parts)


def map_yaml(store_map: StoreMap, rows: Mapping[str, int]) -> str:
    """
    systems/NAME.yaml. *rows* tells how many rows each dataset had when it was drafted.

    A new file is a proposal: it holds no confirmations.
    """
    head = _dump({"store": _word(store_map.store), "kind": _word(store_map.kind)})
    datasets = [
        _dump({"datasets": {_word(d.name): _dataset(d, rows.get(d.name))}})
        for d in store_map.datasets
    ]
    parts = [head, *_listed("datasets", datasets)]
    return _MAP_HEAD.format(store=store_map.store) + "\n" + "\n".join(parts)


def settings_yaml(language: str, stores: Mapping[str, str]) -> str:
    """nakomen.yaml. Addresses hold placeholders in place of passwords; see ``split_secret``."""
    parts = [_dump({"language": Lang(language).value})]
    if stores:
        parts.append(_dump({"stores": {name: {"url": _word(url)} for name, url in stores.items()}}))
    return _SETTINGS_HEAD.format() + "\n" + "\n".join(parts)


def _listed(name: str, dumped: Sequence[str]) -> list[str]:
    """Entries under one name, a blank line between them."""
    bare = [text.removeprefix(f"{name}:\n") for text in dumped]
    return [f"{name}:\n{bare[0]}", *bare[1:]] if bare else []


def _dump(content: Any) -> str:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000_000  # a quote that is broken over lines is hard to compare
    stream = StringIO()
    yaml.dump(content, stream)
    return stream.getvalue()


def _tidy(content: Mapping[str, Any]) -> CommentedMap:
    written = CommentedMap()
    for name, value in content.items():
        plain = _plain(name, value)
        if plain not in (None, "", [], {}):
            written[name] = plain
    return written


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return _tidy(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, str):
        return _day(value) if name in ("date", "on") else _text(value)
    if isinstance(value, Sequence | frozenset | set):
        return [_plain("", item) for item in value]
    return value


def _day(text: str) -> date | str:
    # As a date ruamel writes it without quotation marks, as people do.
    return text if _MONTH.fullmatch(text) else date.fromisoformat(text)


def _period(period: Period) -> str:
    """
    >>> _period(Period(years=7)), _period(Period(years=1, months=6))
    ('7 jaar', 'P1Y6M')
    """
    told = period.tell(Lang.NL)
    return period.iso if " en " in told else told


def _text(text: str) -> str:
    """More lines become a block when that keeps every character; else escapes do."""
    if "\n" not in text and not _ODD.search(text):
        return text
    written: str = _word(text) if _ODD.search(text) else LiteralScalarString(text)
    return written


def _word(text: str) -> str:
    """One line, wherever it stands; odd characters as escapes."""
    # Within brackets ruamel writes a leading question mark or colon bare, and reads it as a key.
    quoted = "\n" in text or text.startswith(("?", ":")) or _ODD.search(text)
    written: str = DoubleQuotedScalarString(text) if quoted else text
    return written


def _flow(content: Mapping[str, Any]) -> CommentedMap:
    words = {n: _word(v) if isinstance(v, str) else v for n, v in content.items()}
    written = CommentedMap({n: v for n, v in words.items() if v not in (None, "")})
    written.fa.set_flow_style()
    return written


def _dataset(dataset: Dataset, rows: int | None) -> CommentedMap:
    written = CommentedMap({"records": dataset.records.value})
    if rows is not None:
        written["rows"] = rows
    if dataset.primary_key:
        written["primary_key"] = _names(dataset.primary_key)
    if dataset.columns:
        written["columns"] = {_word(c.name): _flow(_column(c)) for c in dataset.columns}
    parts = {
        "keys": [_flow(_key(key)) for key in dataset.keys],
        "links": [_flow(_link(link)) for link in dataset.links],
        "clocks": [_flow(_clock(c, dataset)) for c in dataset.clocks],
    }
    written.update({name: part for name, part in parts.items() if part})
    if dataset.totals:
        written["totals"] = _totals(dataset.totals)
    said = {"source": dataset.source, "told": dataset.told}
    written.update({name: _word(value) for name, value in said.items() if value})
    if dataset.disputed:
        written["disputed"] = _names(dataset.disputed)
    return written


def _totals(totals: Totals) -> CommentedMap:
    by = [
        {
            "column": one.column,
            "of": one.of,
            "grain": one.coarse.grain.value if one.coarse else None,
            "step": one.coarse.step if one.coarse and one.coarse.step > 1 else None,
        }
        for one in totals.by
    ]
    written = CommentedMap({"into": _word(totals.into), "rows": _word(totals.rows)})
    written["by"] = [_flow(one) for one in by]
    if totals.sums:
        written["sums"] = [_flow({"column": one.column, "of": one.of}) for one in totals.sums]
    return written


def _names(names: Sequence[str]) -> Any:
    written = YAML().seq([_word(name) for name in names])
    written.fa.set_flow_style()
    return written


def _column(column: Column) -> dict[str, Any]:
    certainty = None if column.certainty is Certainty.SURE else column.certainty.value
    return {
        "type": column.type,
        "category": column.category.value,
        "certainty": certainty,
        "why": column.why,
        "nullable": None if column.nullable else False,
        "unique": column.unique or None,
        "consent_for": column.consent_for,
        "no": column.no,
    }


def _key(key: Key) -> dict[str, Any]:
    return {
        "kind": str(key.kind),
        "column": key.column,
        "role": key.role.value,
        "written": key.written,
        "when": _names(key.when) if key.when else None,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "columns": _names(link.columns),
        "to": link.to,
        "to_columns": _names(link.to_columns),
        "declared": None if link.declared else False,
        "owner": None if link.owner else False,
        "when": _names(link.when) if link.when else None,
        "part": True if link.part else None,
    }


def _clock(clock: Clock, dataset: Dataset) -> dict[str, Any]:
    """The zone is shown wherever it can decide: whoever confirms the map should look at it."""
    if clock.of:
        return {"column": clock.column, "moment": clock.moment.value, "of": clock.of}
    column = dataset.column(clock.column)
    decides = clock.zone != LOCAL_ZONE or _ZONELESS.fullmatch(column.type)
    return {
        "column": clock.column,
        "moment": clock.moment.value,
        "zone": clock.zone if decides else None,
    }
