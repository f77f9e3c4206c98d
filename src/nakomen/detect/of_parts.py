"""What a key/value table says of persons: the category of each key, and of them together."""

from nakomen.detect.categorise import Judged, category
from nakomen.detect.column_role import is_username
from nakomen.detect.parts import as_column
from nakomen.records import SeenDataset, SeenPart
from nakomen.terms import Category, Certainty, Text

_DIFFERS = Text("verschilt per {by}: {kinds}", "differs by {by}: {kinds}")
_MOST_TOLD = 6


def judged_part(part: SeenPart, dataset: SeenDataset) -> Judged:
    """The category of the values of *part*, as of a column called after its key."""
    column = as_column(part)
    alone = SeenDataset(name=dataset.name, rows=dataset.rows, columns=(column,))
    return category(column, alone)


def names_person(part: SeenPart, dataset: SeenDataset) -> bool:
    """The values name a person by themselves: an e-mail address or a username."""
    found = judged_part(part, dataset)
    return found.category is Category.EMAIL or is_username(part.when[1])


def tells_person(dataset: SeenDataset) -> bool:
    """Some of its rows say whose the thing is that they belong to."""
    return any(names_person(part, dataset) for part in dataset.parts)


def judged_parts(column: str, dataset: SeenDataset) -> Judged | None:
    """
    What a column of a key/value table holds: one category where all its personal keys agree,
    else OTHER, with the keys that say so; None when no key says anything personal.
    """
    found = {
        part.when: judged_part(part, dataset) for part in dataset.parts if part.column == column
    }
    personal = {
        when: judged.category
        for when, judged in found.items()
        if judged.category is not Category.NONE and judged.certainty is not Certainty.DOUBTFUL
    }
    if not personal:
        return None
    several = set(personal.values())
    (by, _), *_ = personal
    told = ", ".join(f"{when[1]} {kind}" for when, kind in list(personal.items())[:_MOST_TOLD])
    why = Text(_DIFFERS.nl.format(by=by, kinds=told), _DIFFERS.en.format(by=by, kinds=told))
    kind = several.pop() if len(several) == 1 else Category.OTHER
    return Judged(kind, Certainty.LIKELY, why)
