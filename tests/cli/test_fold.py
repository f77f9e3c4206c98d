"""Folding and tables: for any text and any width, whole words within the window."""

from hypothesis import given
from hypothesis import strategies as st

from nakomen.cli.fold import cells, clean, fold
from nakomen.cli.table import table

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=24
)
texts = st.lists(words, max_size=20).map(" ".join)
widths = st.integers(24, 100)


@given(text=texts, width=widths)
def test_folding_keeps_every_word_whole_and_in_order(text: str, width: int) -> None:
    """No word is lost or broken, and a line is too long only when one word is."""
    lines = fold(text, width)
    assert " ".join(lines).split(" ") == text.split(" ")
    assert all(cells(line) <= width or " " not in line for line in lines)


@given(
    rows=st.lists(st.tuples(texts, words, st.integers(0, 10**9).map(str)), max_size=5), width=widths
)
def test_a_table_never_leaves_the_window(rows: list[tuple[str, str, str]], width: int) -> None:
    """Aligned or stacked: no line is too wide unless it is one word, and every word is there."""
    shown = table(("zin", "belofte", "aantal"), rows, width, right={2})
    for row in rows:
        lines = shown.lines(row)
        assert all(cells(line) <= width or len(line.split()) == 1 for line in lines)
        assert {word for cell in row for word in cell.split(" ")} <= {
            *" ".join(lines).split(" "),
            "",
        }


@given(text=st.text(max_size=40))
def test_clean_text_holds_nothing_that_a_window_obeys(text: str) -> None:
    """Only the end of a line is left of the signs of control; the length stays the same."""
    shown = clean(text)
    assert len(shown) == len(text)
    assert all(sign >= " " or sign == "\n" for sign in shown)
    assert "\x7f" not in shown
    assert "\x9b" not in shown
