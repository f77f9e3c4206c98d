"""What ruamel calls a syntax error, in words that people understand."""

from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class _Fault:
    """*sign* is a piece of ruamel's sentence; *opening*: point to where the thing began."""

    sign: str
    problem: Text
    cure: Text
    opening: bool = False


_QUOTED = Text("zet de tekst tussen aanhalingstekens", "put the text in quotes")
_FAULTS = (
    _Fault(
        sign="while scanning a quoted scalar",
        problem=Text(
            "dit aanhalingsteken wordt nergens gesloten", "this quotation mark is never closed"
        ),
        cure=Text(
            "zet aan het einde van de tekst hetzelfde aanhalingsteken",
            "put the same quotation mark at the end of the text",
        ),
        opening=True,
    ),
    _Fault(
        sign="while parsing a flow",
        problem=Text("dit haakje wordt niet goed gesloten", "this bracket is not closed properly"),
        cure=Text(
            "sluit { met } en [ met ], met komma's ertussen; zet een tekst met haakjes tussen "
            "aanhalingstekens",
            "close { with } and [ with ], with commas in between; put a text with brackets in "
            "quotes",
        ),
        opening=True,
    ),
    _Fault(
        sign="mapping values are not allowed here",
        problem=Text("hier staat een dubbele punt te veel", "here is a colon too many"),
        cure=Text(
            "zet een tekst waarin een dubbele punt staat tussen aanhalingstekens; laat regels die "
            "bij elkaar horen even ver inspringen; kijk of op de regel erboven een dubbele punt "
            "ontbreekt",
            "put a text that holds a colon in quotes; indent lines that belong together equally; "
            "see whether the line above lacks a colon",
        ),
    ),
    _Fault(
        sign="could not find expected ':'",
        problem=Text("hier ontbreekt een dubbele punt", "a colon is missing here"),
        cure=Text(
            "schrijf een naam, een dubbele punt en een spatie, en dan de waarde",
            "write a name, a colon and a space, and then the value",
        ),
    ),
    _Fault(
        sign="expected <block end>",
        problem=Text(
            "deze regel springt anders in dan de regels erboven",
            "this line is indented differently from the lines above",
        ),
        cure=Text(
            "laat regels die bij elkaar horen even ver inspringen",
            "indent lines that belong together equally",
        ),
    ),
    _Fault(
        sign="sequence entries are not allowed here",
        problem=Text("een lijst kan hier niet beginnen", "a list cannot begin here"),
        cure=Text(
            "zet elk streepje op een eigen regel, onder de naam",
            "put each hyphen on a line of its own, below the name",
        ),
    ),
    _Fault(
        sign="found unknown escape character",
        problem=Text(
            "een \\ heeft tussen dubbele aanhalingstekens een betekenis",
            "a \\ has a meaning between double quotation marks",
        ),
        cure=Text(
            "gebruik enkele aanhalingstekens, of schrijf \\\\",
            "use single quotation marks, or write \\\\",
        ),
    ),
    _Fault(
        sign="cannot start any token",
        problem=Text(
            "een waarde kan niet met dit teken beginnen", "a value cannot begin with this character"
        ),
        cure=_QUOTED,
    ),
    _Fault(
        sign="expected alphabetic or numeric character",
        problem=Text("een waarde kan niet met * of & beginnen", "a value cannot begin with * or &"),
        cure=_QUOTED,
    ),
)
_OTHER = _Fault(
    sign="",
    problem=Text("vanaf hier is het geen YAML meer", "from here on it is no longer YAML"),
    cure=Text(
        "vergelijk de regel met de regels erboven; zet bijzondere tekens tussen aanhalingstekens",
        "compare the line with the lines above; put special characters in quotes",
    ),
)


def explained(error: YAMLError, text: str) -> tuple[int, Text, Text]:
    """Where in *text* to look, what is wrong there, and what to do."""
    if not isinstance(error, MarkedYAMLError):
        return 0, _OTHER.problem, _OTHER.cure
    told = f"{error.context} {error.problem}"
    fault = next((f for f in _FAULTS if f.sign in told), _OTHER)
    begun = error.context_mark if fault.opening else None
    mark = begun or error.problem_mark
    offset = min(mark.index, len(text)) if mark else 0
    return offset, fault.problem, fault.cure
