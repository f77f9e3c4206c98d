"""What the desk itself keeps about persons falls due like anything else."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.support.desk import Desk

_TABLES = """
from django.apps import apps
from django.db import models
from nakomen.desk.kept import KEPT, NOBODY
KINDS = (models.CharField, models.TextField, models.JSONField, models.GenericIPAddressField)
KINDS += (models.BinaryField, models.FileField)
words = {
    model._meta.label
    for model in apps.get_models(include_auto_created=True)
    if any(isinstance(field, KINDS) for field in model._meta.get_fields())
}
promised = {label for kept in KEPT for label in kept.models}
everything = {model._meta.label for model in apps.get_models()}
print(len(words), sorted(words - promised - {*NOBODY}), sorted(promised & {*NOBODY}))
print(sorted((promised | {*NOBODY}) - everything))
"""


def test_a_table_with_words_in_it_has_a_term(desk: Desk) -> None:
    """A new table without a promise fails here, and so does a promise about no table."""
    first, second = desk.inside(_TABLES).splitlines()
    many, rest = first.split(" ", 1)
    assert int(many) > 30
    assert rest == "[] []"
    assert second == "[]"


_OLD = (Path(__file__).parent / "old_rows.py").read_text("utf-8")


def test_what_is_over_goes_by_itself_and_what_is_not_stays(desk: Desk, tmp_path: Path) -> None:
    """
    For each term a row that is over and one of today: the page counts the first, the work beside
    the pages takes it, and the other is still there.
    """
    told = replace(desk, folder=_copy(desk, tmp_path / "copy")).inside(_OLD).splitlines()
    assert told == ["before: every term", "after: none", "young: all there"]


def _copy(desk: Desk, to: Path) -> Path:
    """The company with its desk as it stands now; nothing that happens there is shared."""
    left = shutil.ignore_patterns("desk.sqlite*")
    shutil.copytree(desk.folder, to, ignore=left)
    state = Path(".nakomen", "desk.sqlite")
    with (
        closing(sqlite3.connect(desk.folder / state)) as here,
        closing(sqlite3.connect(to / state)) as there,
    ):
        here.backup(there)
    return to


def test_the_page_says_how_long_for_each(desk: Desk) -> None:
    """Staff read every term, and that nothing stands too long; nobody else does."""
    page = desk.colleague("support").client.get("/beloften/bureau/").words
    assert "Niets staat langer dan hier gezegd" in page
    for told in ("Pogingen om in te loggen, met IP-adres 1 jaar", "Tot 30 dagen na het einde"):
        assert told in page
    assert desk.client().get("/beloften/bureau/").status == 302
