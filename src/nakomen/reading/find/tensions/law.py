"""Laws and decisions that no longer hold, named as if they did."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Tension
from nakomen.reading.find.tensions.place import part
from nakomen.reading.text.sentences import Sentence
from nakomen.terms import Text

_PAST = (
    (
        re.compile(r"\bWet\s+[Bb]escherming\s+[Pp]ersoonsgegevens\b|\bWbp\b"),
        Text(
            "De Wbp geldt niet meer sinds 25 mei 2018; nu geldt de AVG.",
            "The Wbp has not been in force since 25 May 2018; the GDPR holds now.",
        ),
    ),
    (
        re.compile(r"\b(?:EU-US\s+|EU-VS\s+)?Privacy\s*Shield\b", re.I),
        Text(
            "Het Privacy Shield is sinds 16 juli 2020 ongeldig (HvJ EU C-311/18).",
            "The Privacy Shield has been invalid since 16 July 2020 (CJEU C-311/18).",
        ),
    ),
    (
        re.compile(r"\bSafe\s+Harbou?r\b", re.I),
        Text(
            "Safe Harbor is sinds 6 oktober 2015 ongeldig (HvJ EU C-362/14).",
            "Safe Harbor has been invalid since 6 October 2015 (CJEU C-362/14).",
        ),
    ),
)
_KNOWN_TO_BE_PAST = re.compile(
    r"\b(?:ongeldig|vervallen|vervangen|vervangt|vervangt|voorheen|voormalig\w*|opvolger|niet\s+meer|niet\s+langer|"
    r"tot\s+25\s+mei|oude|invalid|replaced|replaces|former|formerly|no\s+longer|successor)\b",
    re.I,
)


def laws_of_the_past(sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """Each such law once, with all its places; a sentence that says it is past is left aside."""
    for pattern, message in _PAST:
        places = tuple(
            part(sentence, found)
            for sentence in sentences
            if (found := pattern.search(sentence.text))
            and not _KNOWN_TO_BE_PAST.search(sentence.words)
        )
        if places:
            yield Tension(kind="outdated_law", message=message, quotes=places)
