"""
What must be put right, looked up in the stores: where the wrong value stands, and whether in doubt.

Values are read here and go to the subject book; the plan gets their kinds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from nakomen.errors import UsageError
from nakomen.plan import IDENTITIES, whose
from nakomen.plan.requests.correction import Correction, Spot, Wrong, meant
from nakomen.records import (
    NEW,
    OLD,
    Column,
    Dataset,
    KeyIn,
    KeyRole,
    Keys,
    Nothing,
    Selection,
    StoreMap,
    gather,
    normal,
)
from nakomen.run.company import Company
from nakomen.stores.becomes import read_as
from nakomen.stores.errors import DoesNotFit
from nakomen.stores.family import family_of
from nakomen.terms import Category, RecordKind, Text

MOST_VALUES = 20
"""More different values in one column of one person are not told apart by us."""
SHORTEST = 5
"""Signs of a value that is looked for in free text; a shorter one stands everywhere."""
STAYS = frozenset(
    {
        RecordKind.BILLING, RecordKind.TRAFFIC, RecordKind.LOGIN, RecordKind.CAMERA,
        RecordKind.BACKUP, RecordKind.STAFF, RecordKind.CONTRACT, RecordKind.CONTENT,
    }
)  # fmt: skip
"""Kinds of records in which a plan changes nothing by itself."""
Pair = tuple[str, str]


class NothingToSet(UsageError):
    """
    No column of the data maps is meant by this --set. Name a kind of data (email, phone, name), a
    part of it (address.postcode) or a column (customer.phone).
    """

    nl = (
        "Geen kolom van de gegevenskaarten wordt met deze --set bedoeld. Noem een soort gegeven "
        "(email, phone, name), een deel ervan (address.postcode) of een kolom (customer.phone)."
    )


class ValueUnfit(UsageError):
    """A column cannot hold the new value: it is too long, or of another type. Nothing changed."""

    nl = (
        "Een kolom kan de nieuwe waarde niet bevatten: te lang, of iets anders. Er is niets "
        "veranderd."
    )


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """Corrections for the plan, and the values that travel beside it."""

    corrections: tuple[Correction, ...] = ()
    values: tuple[Pair, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """One column with what she has in it now."""

    store_map: StoreMap
    dataset: Dataset
    column: Column
    values: tuple[str, ...]
    """As text, each once."""
    empty: bool
    readable: bool = True

    @property
    def spot(self) -> Spot:
        return self.store_map.store, self.dataset.name, self.column.name

    @property
    def place(self) -> str:
        return ".".join(self.spot)

    def form(self, value: str) -> str:
        """In the normal form of its key, if it is one."""
        key = self.dataset.key(self.column.name)
        return normal(key.kind, value) if key else value


@dataclass
class _Look:
    """One ``--set`` against the stores."""

    company: Company
    keys: Keys
    given: Sequence[Pair]
    named: str
    right: str
    values: list[Pair] = field(default_factory=list)

    def correction(self) -> Correction:
        seen = list(self._columns())
        kind = self._travels(f"{NEW}{self.named}", self.right)
        for one in seen:
            self._fits(one)
        doubt = self._taken(seen)
        wrong: dict[Spot, Wrong] = {}
        if doubt is None:
            wrong, doubt = self._wrong(seen)
        old = {kind for one in wrong.values() for kind in one.values}
        return Correction(
            named=self.named, kind=kind, wrong=tuple(wrong.items()), doubt=doubt,
            old=tuple(sorted(k for k, v in self.values if k in old and len(v) >= SHORTEST)),
        )  # fmt: skip

    def _columns(self) -> Iterator[_Seen]:
        known = False
        for store_map in self.company.maps:
            owned = whose(store_map, frozenset(self.keys), found=True)
            for dataset in store_map.datasets:
                columns = meant(self.named, store_map, dataset)
                known = known or bool(columns)
                hers = owned[dataset.name].hers
                if dataset.records not in STAYS and not isinstance(hers, Nothing):
                    rows = Selection(dataset.name, hers)
                    yield from (self._seen(store_map, dataset, c, rows) for c in columns)
        if not known:
            raise NothingToSet(self.named)

    def _seen(
        self, store_map: StoreMap, dataset: Dataset, column: Column, rows: Selection
    ) -> _Seen:
        store = self.company.stores[store_map.store]
        found = store.values(rows, (column.name,), self.keys, MOST_VALUES + 1)
        texts = [_text(row[0]) for row in found if row[0] is not None]
        return _Seen(
            store_map=store_map,
            dataset=dataset,
            column=column,
            values=tuple(text for text in texts if text is not None),
            empty=any(row[0] is None for row in found),
            readable=len(found) <= MOST_VALUES and None not in texts,
        )

    def _fits(self, seen: _Seen) -> None:
        try:
            self._read(seen, self.right)
        except DoesNotFit:
            raise ValueUnfit(seen.place) from None

    def _read(self, seen: _Seen, text: str) -> object:
        name = seen.column.name
        fam = family_of(seen.store_map, seen.dataset.name, name)
        return read_as(text, seen.column, fam, seen.dataset.zone(name), seen.place)

    def _taken(self, seen: Iterable[_Seen]) -> Text | None:
        """Somebody else has the new value already, where it names one person."""
        return _TAKEN if any(self._others(one) for one in seen if one.values or one.empty) else None

    def _others(self, seen: _Seen) -> bool:
        key = seen.dataset.key(seen.column.name)
        names = key and key.role is KeyRole.SUBJECT and key.kind in IDENTITIES
        head = seen.dataset.records is RecordKind.CUSTOMER
        if not (seen.column.unique or (names and head)) or not seen.dataset.primary_key:
            return False
        kind, written = (key.kind, key.written) if key else ("value", "normal")
        store = self.company.stores[seen.store_map.store]
        named = {kind: (normal(kind, self.right),)}
        where = Selection(seen.dataset.name, KeyIn(seen.column.name, kind, written))
        has = store.values(where, seen.dataset.primary_key, named, MOST_VALUES)
        owned = whose(seen.store_map, frozenset(self.keys), found=True)[seen.dataset.name].hers
        rows = Selection(seen.dataset.name, owned)
        hers = store.values(rows, seen.dataset.primary_key, self.keys, 10_000) if has else []
        return bool(set(has) - set(hers))

    def _wrong(self, seen: Sequence[_Seen]) -> tuple[dict[Spot, Wrong], Text | None]:
        """What she has in the customer file is what is wrong; elsewhere the same value is."""
        heads = [one for one in seen if one.dataset.records is RecordKind.CUSTOMER] or list(seen)
        if unclear := [one for one in seen if not one.readable]:
            return {}, _several(unclear)
        forms = {one.form(v) for one in heads for v in one.values if v != self.right}
        asked = {value for _, value in self.given}
        forms = forms & asked or forms
        gaps = [one for one in heads if one.empty and not one.values]
        if len(forms) > 1 or (not forms and len(gaps) > 1):
            return {}, _several(heads)
        if not forms:
            return {one.spot: Wrong(empty=True) for one in gaps}, None
        return {
            one.spot: wrong for one in seen if (wrong := self._wrong_in(one, forms)) is not None
        }, None

    def _wrong_in(self, seen: _Seen, forms: set[str]) -> Wrong | None:
        kinds = tuple(
            self._travels(f"{OLD}{seen.place}", value)
            for value in seen.values
            if seen.form(value) in forms and value != self.right
        )
        return Wrong(values=kinds) if kinds else None

    def _travels(self, name: str, value: str) -> str:
        """The kind under which *value* travels; another value never gets the same."""
        kind = f"{name}:{self.company.subjects.fingerprint(name, value)[:12]}"
        self.values.append((kind, value))
        return kind


def corrected(
    company: Company, keys: Keys, given: Sequence[Pair], settings: Sequence[Pair]
) -> Corrected:
    """
    What *settings* (named, right value) come down to for the person with *keys*.

    Raises:
        NothingToSet: no column is meant; names it.
        ValueUnfit: a column cannot hold the value; names the column.
    """
    corrections: list[Correction] = []
    values: list[Pair] = []
    for named, right in settings:
        look = _Look(company, keys, given, named, right)
        corrections.append(look.correction())
        values += look.values
    return Corrected(corrections=tuple(corrections), values=tuple(values))


def with_values(keys: Keys, values: Sequence[Pair]) -> Mapping[str, tuple[str, ...]]:
    """Keys with the values that travel beside a plan."""
    return {**keys, **gather(values)}


def _text(value: object) -> str | None:
    """A value of a driver in the form of ISO; None for what has none, such as bytes."""
    if isinstance(value, bytes | bytearray | memoryview):
        return None
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value if isinstance(value, str) else str(value)


def _several(places: Sequence[_Seen]) -> Text:
    names = ", ".join(dict.fromkeys(one.place for one in places))
    parts = {c.category for one in places for c in [one.column]}
    hint = next((f"{Category(c).value}.{places[0].column.name}" for c in parts), "")
    return Text(
        f"hier staan verschillende waarden; noem welke u bedoelt, zoals --set {hint}=… ({names})",
        f"different values stand here; name the one you mean, such as --set {hint}=… ({names})",
    )


_TAKEN = Text(
    "de nieuwe waarde staat al bij iemand anders: een mens moet beslissen",
    "somebody else has the new value already: a person must decide",
)
