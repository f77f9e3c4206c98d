"""Words of the vocabulary have a label for people."""

from nakomen.terms import Category, Moment, RecordKind, Right
from nakomen.terms.labels import label


def test_every_word_has_a_label_in_both_languages() -> None:
    """A paper never shows a code where a person expects a word."""
    for word in (*Category, *RecordKind, *Right, *Moment):
        assert label(word).nl
        assert label(word).en


def test_words_that_are_equal_as_text_keep_their_own_label() -> None:
    """`other` is a category and a kind of records, and they are told apart."""
    assert label(Category.OTHER) != label(RecordKind.OTHER)
