"""The policy as a privacy statement that is complete after AVG artikel 13 and 14."""

from collections.abc import Callable, Iterator

from nakomen.policy.model import Policy
from nakomen.policy.tell import reach
from nakomen.policy.tell.merge import merged
from nakomen.policy.tell.names import day
from nakomen.policy.tell.receivers import abroad, receivers
from nakomen.policy.tell.rest import rest
from nakomen.policy.tell.rights import rights
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Enumeration, Section, Sentence, Telling
from nakomen.policy.tell.terms import terms
from nakomen.policy.tell.what import special, what
from nakomen.policy.tell.who import who
from nakomen.policy.tell.why import why
from nakomen.terms import Lang, Text

SECTIONS: tuple[Callable[[Teller], Section | None], ...] = (
    who,
    why,
    what,
    receivers,
    abroad,
    terms,
    rights,
    special,
    reach.cookies,
    reach.advertising,
    reach.security,
    reach.changes,
)
_TITLE = Text("Privacyverklaring", "Privacy statement")
_OF = Text("Privacyverklaring van {name}", "Privacy statement of {name}")
_VERSION = Text("Versie", "Version")
_DATE = Text("Datum", "Date")


def tell(policy: Policy, lang: Lang) -> Telling:
    """
    The whole policy in *lang*.

    Every promise is told: by its values, else in the words of the company, in its own language.
    What only repeats a fact of the company or the document is told from its record.
    """
    teller = Teller(policy=policy, lang=lang)
    sections = [merged(section) for make in SECTIONS if (section := make(teller))]
    told = {
        id for section in sections for s in _sentences(section) for id in (s.promise, *s.also) if id
    }
    left = rest(teller, frozenset(told))
    return Telling(
        lang=lang,
        title=_title(teller),
        facts=_facts(teller),
        sections=(*sections, *([left] if left else [])),
    )


def _title(teller: Teller) -> str:
    name = teller.policy.controller.get("name")
    return teller.say(_OF, name=name) if name else teller.say(_TITLE)


def _facts(teller: Teller) -> tuple[tuple[str, str], ...]:
    said = teller.policy.statement
    written = day(said.date, teller.lang, known=said.day_known) if said.date else None
    known = ((_VERSION, said.version), (_DATE, written))
    return tuple((name.in_(teller.lang), text) for name, text in known if text)


def sentences(telling: Telling) -> Iterator[Sentence]:
    """Every sentence that tells a promise, in order; without the lines that lead in a list."""
    for section in telling.sections:
        yield from _sentences(section)


def told_by_promise(policy: Policy, lang: Lang) -> dict[str, str]:
    """The first sentence in *lang* that tells each promise, by the id of the promise."""
    told: dict[str, str] = {}
    for sentence in sentences(tell(policy, lang)):
        for id in (sentence.promise, *sentence.also):
            told.setdefault(id or "", sentence.text)
    return told


def _sentences(section: Section) -> Iterator[Sentence]:
    for passage in section.passages:
        yield from passage.items if isinstance(passage, Enumeration) else (passage,)
