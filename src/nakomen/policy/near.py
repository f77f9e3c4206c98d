"""The word that was probably meant, and a list of words to choose from."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process, utils

from nakomen.terms import Text

_ALIKE = 70
_LISTED = 30


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    The known word that *word* looks like, if one does.

    >>> nearest("retension", ["retention", "rights"]), nearest("auto", ["retention"])
    ('retention', None)
    """
    plain = utils.default_process
    found = process.extractOne(
        word[:100], list(known), scorer=fuzz.ratio, processor=plain, score_cutoff=_ALIKE
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """The start of a hint; empty when nothing looks like *word*."""
    found = nearest(word, known)
    return Text(f"bedoelt u '{found}'? ", f"did you mean '{found}'? ") if found else Text("", "")


def choices(word: str, known: Sequence[str]) -> Text:
    """Every known word, or the nearest of a long list and where the others stand."""
    if len(known) <= _LISTED:
        return Text(", ".join(known), ", ".join(known))
    best = process.extract(word[:100], known, scorer=fuzz.WRatio, limit=8)
    shown = ", ".join(match[0] for match in best)
    more = len(known) - len(best)
    return Text(f"{shown} … en nog {more}", f"{shown} … and {more} more")
