"""Which personal data is processed (AVG artikel 14 lid 1 onder d), special ones apart (9)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Category, SpecialStatus


@dataclass(frozen=True, kw_only=True)
class CategoryFact(Quote):
    """One kind of personal data that the controller says it processes."""

    code: Category
    section: str | None = None

    @property
    def as_json(self) -> Json:
        return {"code": self.code.value, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class SpecialItem(Quote):
    """One special kind of data, ``label`` in the text's own words."""

    label: str

    @property
    def as_json(self) -> Json:
        return {"label": self.label, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class SpecialFact:
    """What the text says of special data; ``told`` holds the sentences that decide it."""

    status: SpecialStatus = SpecialStatus.NOT_MENTIONED
    items: tuple[SpecialItem, ...] = ()
    told: tuple[Quote, ...] = ()

    @property
    def as_json(self) -> Json:
        items = [item.as_json for item in self.items]
        return {"status": self.status.value, "items": items}
