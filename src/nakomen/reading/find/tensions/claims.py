"""A plain "not" in one sentence and the thing itself in another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts import Tension
from nakomen.reading.find.tensions.place import whole
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class _Pair:
    """What *denies* and what *does* may not both be true; *spares* is a "not" with a reserve."""

    kind: str
    message: Text
    denies: re.Pattern[str]
    does: re.Pattern[str]
    spares: re.Pattern[str]


_RESERVE = (
    r"tenzij|behalve|anders\s+dan|alleen|uitsluitend|zonder|unless|except|only|without|kunt|kun\b|"
    r"weiger"
)
_PAIRS = (
    _Pair(
        kind="cookies_disagree",
        message=Text(
            "Hier staat dat er geen cookies zijn, en elders dat ze er wel zijn.",
            "Here it says that there are no cookies, and elsewhere that there are.",
        ),
        denies=re.compile(
            r"\b(?:gebruik(?:en|t)?|plaats(?:en|t)?|uses?|sets?|place)\b.{0,30}\b(?:geen|no)\s+cookies\b",
            re.I,
        ),
        does=re.compile(
            r"\b(?:wij|we|website|site)\b.{0,40}\b(?:gebruik\w*|plaats\w*|use|set)\b.{0,60}\bcookies\b"
            r"|\bcookies\s+die\s+(?:wij|we)\b",
            re.I,
        ),
        spares=re.compile(rf"\b(?:{_RESERVE}|tracking|marketing|derden|advertentie)", re.I),
    ),
    _Pair(
        kind="profiling_disagrees",
        message=Text(
            "Hier staat dat er geen profielen worden gemaakt, en elders dat dat wel gebeurt.",
            "Here it says that no profiles are made, and elsewhere that they are.",
        ),
        denies=re.compile(
            r"\b(?:geen|niet|no|not)\b.{0,40}\b(?:profilering|profileren|profiling|profiel(?:en)?)\b",
            re.I,
        ),
        does=re.compile(
            r"\b\w{0,20}profiel(?:en)?\b.{0,40}\b(?:op\s+te\s+bouwen|opbouwen|opgebouwd|opstellen|samenstellen|"
            r"te\s+maken)\b|\b(?:build|create)\b.{0,30}\bprofiles?\b",
            re.I,
        ),
        spares=re.compile(rf"\b(?:{_RESERVE})", re.I),
    ),
    _Pair(
        kind="transfers_disagree",
        message=Text(
            "Hier staat dat gegevens in Europa blijven, en elders dat ze daarbuiten komen.",
            "Here it says that data stays in Europe, and elsewhere that it leaves.",
        ),
        denies=re.compile(
            r"\b(?:geen|niet|nooit|nimmer|not|never|no)\b[^.;]{0,80}\b(?:buiten|outside)\s+(?:de\s+|the\s+)?"
            r"(?:eu|eer|eea|europ\w+)\b"
            r"|\b(?:alle|al|all)\b.{0,60}\b(?:blij(?:ft|ven)|stay\w*|remain\w*)\b.{0,30}\b(?:eu|eer|europ\w+)\b",
            re.I,
        ),
        does=re.compile(
            r"\b(?:Verenigde\s+Staten|VS|V\.S\.|USA|United\s+States|Amerikaanse\s+servers?|"
            r"(?:Privacy\s+Shield|Data\s+Privacy\s+Framework))\b"
        ),
        spares=re.compile(
            rf"\b(?:{_RESERVE}|in\s+beginsel|in\s+principe|indien|wanneer|als)\b", re.I
        ),
    ),
)
_NOT = Quick(r"\b(?:geen|niet|nooit|nimmer|no|not|never)\b", re.I)
_ONLY_AND_MORE = Quick(
    r"\b(?:alleen|uitsluitend|enkel|slechts|only|solely)\b.{0,100}"
    r"\b(?:niet\s+beperkt\s+tot|niet\s+uitsluitend|not\s+limited\s+to)\b",
    re.I,
)
_OPEN = Text(
    "“Alleen” en “niet beperkt tot” staan hier in één zin: de lijst is tegelijk dicht en open.",
    "“Only” and “not limited to” stand in one sentence: the list is closed and open at once.",
)


def denied_yet_done(sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """Each pair once, with the first place of both; a list that is closed and open by its place."""
    told = [sentence for sentence in sentences if sentence.role is not Role.HEADING]
    for pair in _PAIRS:
        no = next((s for s in told if _plainly(pair, s)), None)
        yes = no and next((s for s in told if s is not no and _done(pair, s)), None)
        if no and yes:
            first, second = sorted((no, yes), key=lambda sentence: sentence.start)
            yield Tension(
                kind=pair.kind, message=pair.message, quotes=(whole(first), whole(second))
            )
    for sentence in told:
        if _ONLY_AND_MORE.search(sentence.words):
            yield Tension(kind="list_closed_and_open", message=_OPEN, quotes=(whole(sentence),))


def _plainly(pair: _Pair, sentence: Sentence) -> bool:
    return bool(pair.denies.search(sentence.words)) and not pair.spares.search(sentence.words)


def _done(pair: _Pair, sentence: Sentence) -> bool:
    return bool(pair.does.search(sentence.words)) and not _NOT.search(sentence.words)
