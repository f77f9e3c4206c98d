"""A sentence or a part of it as the place of a tension."""

import re

from nakomen.reading.facts import Quote
from nakomen.reading.text.sentences import Sentence


def whole(sentence: Sentence) -> Quote:
    return Quote(quote=sentence.text, start=sentence.start)


def part(sentence: Sentence, found: re.Match[str]) -> Quote:
    """The words that *found* matched in the text of *sentence*."""
    words = sentence.text[found.start() : found.end()]
    return Quote(quote=words, start=sentence.start + found.start())
