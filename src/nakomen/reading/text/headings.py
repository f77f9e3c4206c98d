"""Whether words that stand alone in bold are a heading."""

import re

_NO_TITLE = re.compile(r"\b(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?)(?!\w)|@|\b\d{4}\s?[A-Z]{2}\b")


def is_title(words: str) -> bool:
    """
    Short, with letters, without the end of a sentence, and no line of an address.

    >>> is_title("Hoe lang bewaren wij?"), is_title("Wilg ICT B.V."), is_title("Let op.")
    (True, False, False)
    """
    if not 2 <= len(words) <= 100 or words[-1] in ".,;" or _NO_TITLE.search(words):
        return False
    return any(sign.isalpha() for sign in words) and len(words.split()) <= 14
