"""systems/NAME.yaml to the map of one store. All faults at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from nakomen.policy.digest import entry_digest
from nakomen.policy.map_form import ClockForm, DatasetForm, GroupForm, MapForm, TotalsForm
from nakomen.policy.near import choices, did_you_mean
from nakomen.policy.shape import fit, misfits
from nakomen.policy.tree import (
    Document,
    MappingNode,
    Node,
    Path,
    ScalarNode,
    SequenceNode,
    follow,
    places_of,
)
from nakomen.policy.yaml import parse
from nakomen.records import (
    Clock,
    Coarse,
    Column,
    Dataset,
    GroupedBy,
    Key,
    KeyKind,
    KeyRole,
    Link,
    StoreMap,
    SumOf,
    Totals,
    column_of,
    inside,
    of_several,
    pair,
    tells_nobody,
    way,
)
from nakomen.terms import Category, Finding, Severity


def load_map(text: str, file: str) -> tuple[StoreMap | None, list[Finding]]:
    """
    Read the data map in *text*; *file* is its path in the company's folder.

    Returns:
        The map, and every finding by place. There is no map when anything in it is an error.
    """
    document = parse(text, file)
    findings = [*document.findings, *misfits(MapForm, document)]
    findings += _names(document)
    form = None
    if document.root and not any(f.severity is Severity.ERROR for f in findings):
        form = fit(MapForm, document.root)
    return (
        _store_map(form, document) if form else None,
        sorted(findings, key=lambda finding: finding.sort_key),
    )


def _names(document: Document) -> Iterator[Finding]:
    """Names that lead nowhere or come twice, in every dataset whose own form is good."""
    root = document.root
    if not isinstance(root, MappingNode):
        return
    store = root.get("store")
    stem = PurePosixPath(document.source.file).stem
    if isinstance(store, ScalarNode) and store.text and store.text != stem:
        file = PurePosixPath(document.source.file).name
        yield document.finding("M010", store, value=store.text, file=file)
    listed = root.get("datasets")
    entries = listed.entries if isinstance(listed, MappingNode) else ()
    forms = {key.text: fit(DatasetForm, node) for key, node in entries}
    for key, node in entries:
        if form := forms[key.text]:
            yield from _Checking(document, node, key.text, form, forms).faults()


@dataclass(frozen=True)
class _Checking:
    document: Document
    node: Node
    name: str
    form: DatasetForm
    others: dict[str, DatasetForm | None]
    """Every dataset of the file; None where its own form is faulty."""

    def faults(self) -> Iterator[Finding]:
        yield from self._places()
        yield from self._pairs()
        for number, column in enumerate(self.form.primary_key):
            yield from self._column("M007", ("primary_key", number), column)
        for number, key in enumerate(self.form.keys):
            yield from self._column("M001", ("keys", number, "column"), key.column)
            if key.when:
                yield from self._column("M001", ("keys", number, "when", 0), key.when[0])
        for number, clock in enumerate(self.form.clocks):
            yield from self._clock(number, clock)
        for number in range(len(self.form.links)):
            yield from self._link(number)
        if self.form.totals:
            yield from self._totals(self.form.totals)
        if self.form.told:
            yield from self._column("M001", ("told",), self.form.told)
        if self.form.disputed:
            yield from self._column("M001", ("disputed", 0), self.form.disputed[0])
        yield from self._twice("keys", "column", [(k.column, k.when) for k in self.form.keys])
        yield from self._twice("clocks", "moment", [(c.moment, None) for c in self.form.clocks])

    def _places(self) -> Iterator[Finding]:
        """What stands inside a column: the column is there, and a list names persons beside it."""
        for name in self.form.columns:
            if ":$" in name and column_of(name) not in self.form.columns:
                at = self._at(("columns", name))
                yield self.document.finding("M015", at, value=name, dataset=self.name)
        for number, key in enumerate(self.form.keys):
            if of_several([key.column]) and key.role is not KeyRole.PARTY:
                at = self._at(("keys", number, "column"))
                yield self.document.finding("M016", at, value=key.column)
        if any(map(inside, self.form.primary_key)):
            names = ", ".join(self.form.primary_key)
            yield self.document.finding("M016", self._at(("primary_key",)), value=names)
        for number, link in enumerate(self.form.links):
            if of_several((*link.columns, *link.to_columns)):
                at = self._at(("links", number, "columns"))
                yield self.document.finding("M016", at, value=", ".join(link.columns))

    def _pairs(self) -> Iterator[Finding]:
        """Columns that name a customer together: each is there, and they are a key only."""
        for name, column in self.form.columns.items():
            there = all(part in self.form.columns and not inside(part) for part in pair(name))
            if pair(name) and not (there and column.category is Category.NONE):
                at = self._at(("columns", name))
                yield self.document.finding("M023", at, value=name, dataset=self.name)
        for path, name in self._used():
            if pair(name):
                yield self.document.finding("M023", self._at(path), value=name, dataset=self.name)

    def _used(self) -> Iterator[tuple[Path, str]]:
        """Every name of a column but those in keys that may be a pair."""
        yield from ((("primary_key", n), name) for n, name in enumerate(self.form.primary_key))
        for number, key in enumerate(self.form.keys):
            if (key.kind, key.role) != (KeyKind.CUSTOMER, KeyRole.SUBJECT) or key.when:
                yield ("keys", number, "column"), key.column
        for number, link in enumerate(self.form.links):
            for column in (*link.columns, *link.to_columns):
                yield ("links", number, "columns"), column
        for number, clock in enumerate(self.form.clocks):
            yield ("clocks", number, "column"), clock.column

    def _link(self, number: int) -> Iterator[Finding]:
        link, path = self.form.links[number], ("links", number)
        for nth, column in enumerate(link.columns):
            yield from self._column("M002", (*path, "columns", nth), column)
        if link.when:
            yield from self._column("M002", (*path, "when", 0), link.when[0])
        if len(link.columns) != len(link.to_columns):
            at = self._at((*path, "to_columns"))
            here, there = len(link.columns), len(link.to_columns)
            yield self.document.finding("M005", at, here=here, there=there)
        if link.to not in self.others:
            known = list(self.others)
            near, listed = did_you_mean(link.to, known), choices(link.to, known)
            at = self._at((*path, "to"))
            yield self.document.finding("M003", at, value=link.to, near=near, allowed=listed)
        elif target := self.others[link.to]:
            for nth, column in enumerate(link.to_columns):
                if column not in target.columns:
                    place = (*path, "to_columns", nth)
                    yield self._missing("M004", place, column, link.to, target)

    def _totals(self, totals: TotalsForm) -> Iterator[Finding]:
        """Groups say nothing of one person, and stand where nothing of anybody stands."""
        for number, by in enumerate(totals.by):
            place = ("totals", "by", number, "of")
            if by.of not in self.form.columns:
                yield self._missing("M006", place, by.of, self.name, self.form)
            elif not tells_nobody(_dataset(self.name, self.form), _grouped(by)):
                yield self.document.finding("M020", self._at(place), value=by.of)
        for number, one in enumerate(totals.sums):
            yield from self._column("M006", ("totals", "sums", number, "of"), one.of)
        if totals.into not in self.others or totals.into == self.name:
            known = [name for name in self.others if name != self.name]
            near, listed = did_you_mean(totals.into, known), choices(totals.into, known)
            at = self._at(("totals", "into"))
            yield self.document.finding("M003", at, value=totals.into, near=near, allowed=listed)
        elif into := self.others[totals.into]:
            yield from self._into(totals, into)

    def _into(self, totals: TotalsForm, into: DatasetForm) -> Iterator[Finding]:
        named: dict[Path, str] = {
            ("rows",): totals.rows,
            **{("by", n, "column"): by.column for n, by in enumerate(totals.by)},
            **{("sums", n, "column"): one.column for n, one in enumerate(totals.sums)},
        }
        for path, column in named.items():
            if column not in into.columns:
                yield self._missing("M004", ("totals", *path), column, totals.into, into)
            elif path[0] == "by" and not into.columns[column].nullable:
                at = self._at(("totals", *path))
                yield self.document.finding("M022", at, value=column, dataset=totals.into)
        personal = (n for n, c in into.columns.items() if c.category is not Category.NONE)
        for column in (*personal, *(key.column for key in into.keys)):
            at = self._at(("totals", "into"))
            yield self.document.finding("M021", at, value=column, dataset=totals.into)
            return

    def _clock(self, number: int, clock: ClockForm) -> Iterator[Finding]:
        """In another dataset the column must stand there, and one way of owners must lead there."""
        path = ("clocks", number)
        if not clock.of:
            yield from self._column("M006", (*path, "column"), clock.column)
        elif clock.of not in self.others:
            known = list(self.others)
            near, listed = did_you_mean(clock.of, known), choices(clock.of, known)
            at = self._at((*path, "of"))
            yield self.document.finding("M003", at, value=clock.of, near=near, allowed=listed)
        elif target := self.others[clock.of]:
            if clock.column not in target.columns:
                yield self._missing("M006", (*path, "column"), clock.column, clock.of, target)
            elif not self._reaches(clock.of):
                at = self._at((*path, "of"))
                yield self.document.finding("M014", at, value=clock.of, dataset=self.name)

    def _reaches(self, other: str) -> bool:
        forms = {name: form for name, form in self.others.items() if form}
        datasets = tuple(_dataset(name, form) for name, form in forms.items())
        store_map = StoreMap(store="", kind="", datasets=datasets)
        return way(store_map, store_map.dataset(self.name), other) is not None

    def _column(self, code: str, path: Path, column: str) -> Iterator[Finding]:
        if column not in self.form.columns:
            yield self._missing(code, path, column, self.name, self.form)

    def _missing(
        self, code: str, path: Path, column: str, dataset: str, form: DatasetForm
    ) -> Finding:
        known = list(form.columns)
        return self.document.finding(
            code,
            self._at(path),
            value=column,
            dataset=dataset,
            near=did_you_mean(column, known),
            allowed=choices(column, known),
        )

    def _twice(
        self, part: str, name: str, values: Sequence[tuple[str, object]]
    ) -> Iterator[Finding]:
        for number, value in enumerate(values):
            if (first := values.index(value)) != number:
                line = self.document.line_of(self._at((part, first, name)))
                at = self._at((part, number, name))
                yield self.document.finding("M009", at, value=value[0], line=line)

    def _at(self, path: Path) -> Node:
        node = follow(self.node, path)[1]
        return node.items[0] if isinstance(node, SequenceNode) and node.items else node


def _store_map(form: MapForm, document: Document) -> StoreMap:
    return StoreMap(
        store=form.store,
        kind=form.kind,
        datasets=tuple(_dataset(name, dataset) for name, dataset in form.datasets.items()),
        places=places_of(document.root, document.source),
    )


def _totals(form: TotalsForm) -> Totals:
    return Totals(
        into=form.into,
        by=tuple(map(_grouped, form.by)),
        rows=form.rows,
        sums=tuple(SumOf(**dict(one)) for one in form.sums),
    )


def _grouped(form: GroupForm) -> GroupedBy:
    coarse = Coarse(form.grain, form.step) if form.grain else None
    return GroupedBy(column=form.column, of=form.of, coarse=coarse)


def _dataset(name: str, form: DatasetForm) -> Dataset:
    yes = form.confirmed
    return Dataset(
        name=name,
        records=form.records,
        primary_key=form.primary_key,
        columns=tuple(Column(name=n, **dict(c)) for n, c in form.columns.items()),
        keys=tuple(Key(**dict(key)) for key in form.keys),
        links=tuple(Link(**dict(link)) for link in form.links),
        clocks=tuple(Clock(**dict(clock)) for clock in form.clocks),
        totals=_totals(form.totals) if form.totals else None,
        source=form.source,
        told=form.told,
        disputed=form.disputed,
        confirmed=yes is not None and yes.digest == entry_digest(form),
    )
