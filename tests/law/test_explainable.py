"""Whatever has an id can be explained."""

from nakomen.law import RULES
from nakomen.law.catalogue import catalogue
from nakomen.law.clocks.table import CLOCKS
from nakomen.law.explainable import explainable
from nakomen.law.retention import ROWS as TERMS
from nakomen.law.tables.catalogue import ROWS


def test_every_id_is_explained_and_belongs_to_one_thing() -> None:
    """Norms, rules, clocks, terms and rows share no id, in capitals or not; all have words."""
    ids = [*(n.id for n in RULES), *(c.id for c in CLOCKS), *(t.id for t in TERMS)]
    ids += [*sorted({row.id for row in ROWS}), *catalogue()]
    assert len({id.casefold() for id in ids}) == len(ids) == len(explainable())

    for id, explain in explainable().items():
        assert id in explain().nl
        assert explain().nl != explain().en
