"""What a rule answers of one statement, told to a person."""

from datetime import date

from nakomen.checks.text.answer import VERDICT_LABELS, Answer
from nakomen.checks.text.run import judge
from nakomen.checks.text.told import Told
from nakomen.reading import read
from nakomen.terms import Lang, Place, Text

_HEAD = Text("In uw verklaring: {verdict}.", "In your statement: {verdict}.")


def answer_told(id: str, text: str, file: str, today: date) -> Text:
    """The verdict of rule *id* on *text*, with each sentence it is about and where that stands."""
    answers = judge(id, Told(text, read(text), today))
    return Text(
        _lines(answers, text, file, Lang.NL),
        _lines(answers, text, file, Lang.EN),
    )


def _lines(answers: tuple[Answer, ...], text: str, file: str, lang: Lang) -> str:
    words = dict.fromkeys(VERDICT_LABELS[answer.verdict].in_(lang) for answer in answers)
    lines = [_HEAD.in_(lang).format(verdict=", ".join(words))]
    for answer in answers:
        if answer.at:
            place = Place.at_offset(file, text, answer.at.start)
            said = " ".join(text[answer.at.start : answer.at.end].split())
            lines.append(f"{place}: «{said}»")
    return "\n".join(lines)
