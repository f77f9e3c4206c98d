"""A sentence of the statement, as people read it."""

import re

_MARKS = re.compile(r"\*\*|__|^[\s>#*•-]+")
MOST_WORDS = 40


def sentence(quote: str | None) -> str:
    """
    The words of *quote* on one line, without the marks of Markdown.

    >>> sentence("**Belgegevens** bewaren wij\\n1 jaar.")
    'Belgegevens bewaren wij 1 jaar.'
    """
    words = _MARKS.sub("", quote or "").split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
