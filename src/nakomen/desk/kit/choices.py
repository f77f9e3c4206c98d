"""The values that a column of the desk's own tables may hold."""

from enum import StrEnum


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """For a field of a model; what people read for a word stands with the page that shows it."""
    return [(word.value, word.value) for word in words]
