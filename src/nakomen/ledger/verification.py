"""What came of verifying a bundle, in words for people."""

from dataclasses import dataclass

from nakomen.terms import Text

GOOD = Text(
    "Het bewijs klopt: {lines} regels, ondertekend op {time}. "
    "Vergelijk de vingerafdruk van de sleutel met die van het bedrijf.",
    "The evidence is good: {lines} lines, signed at {time}. "
    "Compare the fingerprint of the key with the company's.",
)
EMPTY = Text("Het bestand is leeg.", "The file is empty.")
NO_JSON = Text(
    "Hier staat geen leesbare regel: het bestand is beschadigd of is geen bewijs.",
    "There is no readable line here: the file is damaged or is no evidence.",
)
CUT_LINE = Text("Deze regel is afgebroken.", "This line is cut off.")
NO_HEADER = Text(
    "Dit is geen bewijsbundel die deze versie kent.",
    "This is no bundle of evidence that this version knows.",
)
OTHER_KEY = Text(
    "De bundel is ondertekend met een andere sleutel dan u opgaf.",
    "The bundle is signed with another key than the one you gave.",
)
OTHER_WRITING = Text(
    "Deze regel is anders geschreven dan nakomen schrijft: hij is veranderd.",
    "This line is not written the way nakomen writes: it was changed.",
)
OTHER_PLACE = Text(
    "Hier hoort regel {wanted} van het bewijs te staan, maar er staat regel {found}: "
    "er is een regel weggehaald, toegevoegd of verplaatst.",
    "Line {wanted} of the evidence belongs here, but this is line {found}: "
    "a line was removed, added or moved.",
)
CHANGED = Text("Deze regel is veranderd.", "This line was changed.")
CHANGED_BEFORE_NEXT = Text(
    "Deze regel is veranderd: de volgende regel volgt op een andere.",
    "This line was changed: the next line follows another one.",
)
NO_HEAD = Text(
    "De ondertekening ontbreekt: het einde van het bestand is weg.",
    "The signature is missing: the end of the file is gone.",
)
AFTER_HEAD = Text(
    "Na de ondertekening hoort niets meer te staan.", "Nothing may stand after the signature."
)
WRONG_SIGNATURE = Text(
    "De handtekening hoort niet bij deze regels.",
    "The signature does not belong to these lines.",
)
LINES_MISSING = Text(
    "Er zijn {signed} regels ondertekend, maar er staan er {found}: er ontbreken regels.",
    "{signed} lines were signed, but {found} are here: lines are missing.",
)
LINES_ADDED = Text(
    "Er zijn {signed} regels ondertekend; deze en de volgende zijn toegevoegd.",
    "{signed} lines were signed; this one and the next were added.",
)
OTHER_ROOT = Text(
    "De ondertekende wortel hoort bij andere regels dan deze.",
    "The signed root belongs to other lines than these.",
)


@dataclass(frozen=True, kw_only=True)
class Verification:
    """Whether a bundle is what was signed. Line numbers are those of the file, from 1."""

    ok: bool
    lines: int
    """Lines of evidence read before the end, or before the first bad line."""
    root: str | None
    """The signed root in hex; None unless *ok*."""
    key_fingerprint: str | None
    """Whose signature it is; None when the header could not be read."""
    time: str | None
    """When the last head was signed, UTC; None unless *ok*."""
    bad_line: int | None
    why: Text


class Fault(Exception):
    """Bad evidence at one line of the file; becomes a ``Verification``."""

    def __init__(self, line: int, why: Text) -> None:
        self.line = line
        self.why = why
        super().__init__(why.en)
