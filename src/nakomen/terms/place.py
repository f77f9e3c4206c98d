"""A place in a text file."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """File, line and column as people count them: the first line and column are 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @classmethod
    def at_offset(cls, file: str, text: str, offset: int) -> "Place":
        """
        The place of character *offset* of *text*.

        >>> str(Place.at_offset("a.txt", "een\\ntwee", 5))
        'a.txt:2:2'
        """
        before = text[:offset]
        return cls(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
