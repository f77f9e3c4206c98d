"""The visible table of norms is whole, and says how sure it is."""

import importlib
import pkgutil

import pytest

from nakomen import law
from nakomen.law import RULES, LegalRule, explain, holds_for, rule
from nakomen.law.eu import avg_15_access, avg_17_erasure
from nakomen.terms import Category, Lang, RecordKind

MODULES = [
    importlib.import_module(found.name)
    for folder in ("eu", "nl")
    for found in pkgutil.iter_modules(
        [f"{law.__path__[0]}/{folder}"], prefix=f"nakomen.law.{folder}."
    )
]


def test_every_file_is_in_the_table_and_named_after_its_norm() -> None:
    """One file a norm: the table misses none, and the id leads to the file."""
    assert sorted(known.id for known in RULES) == sorted(m.RULE.id for m in MODULES)
    for module in MODULES:
        name = module.__name__.rpartition(".")[2]
        assert name.startswith(module.RULE.id.replace("-", "_") + "_")


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rpartition(".")[2])
def test_a_norm_tells_a_lawyer_what_she_must_know(module: object) -> None:
    """Every file says what it holds for, demands, an example, its source and what was checked."""
    told = module.__doc__ or ""

    for heading in ("Holds for:", "Demands:", "Example:", "Source:", "Checked:"):
        assert f"\n{heading}" in told
    assert "CELEX" in told or "BWBR" in told


@pytest.mark.parametrize("norm", RULES, ids=lambda norm: norm.id)
def test_an_explanation_says_when_a_norm_was_not_verified(norm: LegalRule) -> None:
    """What is from memory is never presented as read."""
    told = explain(norm.id)

    assert norm.article in told.nl
    assert norm.source in told.nl
    assert ("niet geverifieerd" in told.nl) is not norm.verified
    assert ("not verified" in told.en.lower()) is not norm.verified


def test_the_books_are_explained_with_their_term() -> None:
    """`explain awr-52` names seven years, their start and that they go before a request."""
    told = explain("awr-52").in_(Lang.NL)

    assert "7 jaar, vanaf het einde van het kalenderjaar" in told
    assert "facturen en betalingen" in told
    assert "Gaat voor een verzoek om wissing" in told


def test_an_unknown_norm_is_an_error() -> None:
    """A mistyped id is never answered with another norm."""
    with pytest.raises(KeyError):
        rule("awr-53")


def test_law_holds_invoices_and_not_call_records() -> None:
    """Only the books outlast a request; traffic data and customers have no least term."""
    assert [norm.id for norm in holds_for(RecordKind.BILLING)] == ["awr-52", "bw-3-15i"]
    for kind in set(RecordKind) - {RecordKind.BILLING}:
        assert holds_for(kind) == ()


def test_the_books_need_a_name_and_not_an_e_mail_address() -> None:
    """What the books need of a customer is what an invoice must name."""
    needs = rule("awr-52").needs

    assert {Category.NAME, Category.ADDRESS} <= needs
    assert not {Category.EMAIL, Category.PHONE, Category.TRAFFIC_DATA} & needs


def test_an_answer_holds_every_letter_of_article_15() -> None:
    """Letters (a) to (h), the transfers of lid 2 and the copy of lid 3 are all demanded."""
    letters = [must.letter for must in avg_15_access.ANSWER]

    assert letters[1:9] == [f"15(1)({letter})" for letter in "abcdefgh"]
    assert letters[9:] == ["15(2)", "15(3)"]


def test_erasure_knows_six_grounds_in_order() -> None:
    """Each ground of article 17(1) is there once, under its own letter."""
    told = [avg_17_erasure.GROUNDS[ground] for ground in avg_17_erasure.Ground]

    assert [ground.letter for ground in told] == [f"17(1)({letter})" for letter in "abcdef"]
