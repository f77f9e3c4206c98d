"""A policy tells itself: completely, in both languages, each sentence tied to its promise."""

from collections import Counter

import pytest
from tests.policy.written import WHOLE, policy, with_promises

from nakomen.policy.tell import Enumeration, Telling, sentences, tell
from nakomen.terms import Lang

POLICY = policy(WHOLE)


def _words(telling: Telling) -> str:
    return "\n".join(sentence.text for sentence in sentences(telling))


@pytest.mark.parametrize("lang", Lang)
def test_every_promise_is_told(lang: Lang) -> None:
    """A promise that the published text leaves out would bind the company in secret."""
    told = {id for s in sentences(tell(POLICY, lang)) for id in (s.promise, *s.also)}

    assert {promise.id for promise in POLICY.promises} <= told


@pytest.mark.parametrize("lang", Lang)
def test_no_sentence_is_told_twice(lang: Lang) -> None:
    """Two sentences that say the same invite the day on which they differ."""
    counts = Counter(sentence.text for sentence in sentences(tell(POLICY, lang)))

    assert max(counts.values()) == 1


def test_two_promises_that_say_the_same_are_one_sentence() -> None:
    """A reader reads it once, and both have their address."""
    same = "kind: right, control: access-export, rights: [access]"
    telling = tell(with_promises(f"id: a, {same}", f"id: b, {same}"), Lang.NL)

    assert [(s.promise, s.also) for s in sentences(telling)] == [("a", ("b",))]


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("Otterloo Hosting B.V. is verwerkingsverantwoordelijke", "13 lid 1 onder a"),
        ("facturen sturen (grondslag: de overeenkomst met u)", "13 lid 1 onder c"),
        ("Mollie (verwerker, Nederland), voor betalingen", "13 lid 1 onder e"),
        ("namelijk Verenigde Staten, op basis van een adequaatheidsbesluit", "13 lid 1 onder f"),
        ("ten minste 7 jaar na het einde van het kalenderjaar", "13 lid 2 onder a"),
        ("recht op inzage, rectificatie, wissing, beperking", "13 lid 2 onder b"),
        ("klacht indienen bij de Autoriteit Persoonsgegevens", "13 lid 2 onder d"),
        ("geen besluiten over u met alleen geautomatiseerde verwerking", "13 lid 2 onder f"),
        ("naam, adres en e-mailadres", "14 lid 1 onder d"),
    ],
)
def test_what_articles_13_and_14_want_is_there(words: str, article: str) -> None:
    """The statement that a whole policy tells is complete after the law."""
    assert words in _words(tell(POLICY, Lang.NL)), article


def test_a_silent_policy_promises_nothing() -> None:
    """What nobody promised is not in the text."""
    told = tell(policy("statement: {file: s.md}"), Lang.NL)

    assert told.sections == ()


def test_own_words_stay_dutch_in_english_and_say_so() -> None:
    """A sentence that nobody translated is shown as Dutch, not as bad English."""
    last = tell(POLICY, Lang.EN).sections[-1].passages[-1]

    assert not isinstance(last, Enumeration)
    assert (last.text, last.lang) == ("Voor wat u zelf plaatst bent u verantwoordelijk.", Lang.NL)


def test_the_company_can_give_its_own_english() -> None:
    """Words that the dictionary lacks are translated where the policy says how."""
    purpose = "id: p-1, kind: purpose, control: purpose-binding, purpose: {label: kaas snijden}"
    without = _words(tell(with_promises(purpose), Lang.EN))
    given = _words(
        tell(with_promises(purpose, head="english: {kaas snijden: cut cheese}"), Lang.EN)
    )

    assert "kaas snijden" in without
    assert ("kaas snijden" in given, "cut cheese" in given) == (False, True)


def test_a_term_in_the_text_is_the_term_of_the_planner() -> None:
    """Statement and practice read one entry: change it, and both change."""
    longer = policy(WHOLE.replace("keep: 7 jaar", "keep: 8 jaar"))
    rule = longer.promise("retention-1").retention

    assert "ten minste 7 jaar" in _words(tell(POLICY, Lang.NL))
    assert "ten minste 8 jaar" in _words(tell(longer, Lang.NL))
    assert rule is not None
    assert rule.keep is not None
    assert rule.keep.years == 8


def test_the_phone_number_stands_in_one_place() -> None:
    """A new number in the record of the controller is the number in the text."""
    moved = policy(WHOLE.replace("015 123 45 67", "015 765 43 21"))

    assert "015 123 45 67" in _words(tell(POLICY, Lang.NL))
    assert "015 765 43 21" in _words(tell(moved, Lang.NL))
    assert "015 123 45 67" not in _words(tell(moved, Lang.NL))
