"""A summary promises nothing twice; a short statement is no summary."""

from nakomen.reading import read

SHORT = "## In het kort\n\n- Wij bewaren facturen 7 jaar.\n\n"
LONG = (
    "## Bewaren\n\nWij bewaren facturen 7 jaar.\n\n"
    "## Rechten\n\nU mag uw gegevens inzien.\n\n"
    "## Contact\n\nMail ons op info@otterloo.example.\n"
)


def test_what_a_summary_says_again_is_one_promise() -> None:
    """The sentence below is the promise; the one above only announces it."""
    text = f"# Privacyverklaring\n\n{SHORT}{LONG}"
    terms = [promise for promise in read(text).promises if promise.kind == "retention"]

    assert [promise.start for promise in terms] == [text.rindex("Wij bewaren")]


def test_a_text_that_is_only_short_is_read() -> None:
    """Where nothing is told at length, the short version is all there is."""
    facts = read(f"# Privacyverklaring\n\n{SHORT}")

    assert [promise.kind for promise in facts.promises].count("retention") == 1
