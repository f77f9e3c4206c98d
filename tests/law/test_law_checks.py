"""A statement against the law: what is found, where, and what is left alone."""

from typing import Any

import pytest

from nakomen.checks.law_checks import check_law
from nakomen.checks.law_codes import LAW_CODES
from nakomen.policy import Policy, Promise, RetentionRule, Statement
from nakomen.terms import (
    Bound,
    Criterion,
    Finding,
    Moment,
    Period,
    Place,
    RecordKind,
    Right,
    Severity,
)

ALL_RIGHTS = tuple(Right)


def promise(line: int, **facts: Any) -> Promise:
    facts = {"kind": "retention", "control": "retention-sweep"} | facts
    return Promise(id=f"P{line:03}", place=Place("policy.yaml", line), **facts)


def kept(line: int, records: RecordKind, says: str | None = None, **rule: Any) -> Promise:
    return promise(line, says=says, retention=RetentionRule(records=records, **rule))


def check(*promises: Promise, rights: tuple[Right, ...] = ALL_RIGHTS) -> dict[str, Finding]:
    """Findings by code, on a statement that names its rights in its last sentence."""
    policy = Policy(
        statement=Statement(file="statement.nl.md"),
        controller={"name": "Voorbeeld Telecom B.V."},
        promises=(*promises, promise(99, kind="right", rights=rights)),
        digest="d",
    )
    found = check_law(policy)
    assert len({f.code for f in found}) == len(found), "a code twice"
    return {finding.code: finding for finding in found}


BOOKS = kept(7, RecordKind.BILLING, keep=Period(years=7), start=Moment.CALENDAR_YEAR_END)


def test_a_statement_that_fits_the_law_has_no_findings() -> None:
    """Seven calendar years, an answer in a month and all rights: nothing to say."""
    answer = promise(8, control="rights-deadline", within=Period(months=1))

    assert check(BOOKS, answer) == {}


@pytest.mark.parametrize("keep", [Period(years=5), Period(months=83), Period(days=7 * 365)])
def test_books_may_not_be_promised_away(keep: Period) -> None:
    """A term shorter than AWR 52 is an error at its own sentence, with the article."""
    found = check(kept(7, RecordKind.BILLING, keep=keep, start=Moment.CALENDAR_YEAR_END))

    assert found.keys() == {"L001"}
    assert found["L001"].severity is Severity.ERROR
    assert found["L001"].place == Place("policy.yaml", 7)
    assert found["L001"].promise == "P007"
    assert found["L001"].article == "AWR artikel 52 lid 4"


def test_a_least_term_leaves_room_for_the_law() -> None:
    """'At least five years' does not forbid seven."""
    least = kept(7, RecordKind.BILLING, keep=Period(years=5), bound=Bound.AT_LEAST)

    assert check(least) == {}


def test_a_term_for_everything_covers_the_books_too() -> None:
    """'We erase all data after a year' contradicts the law, unless the sentence sets it apart."""
    everything = kept(5, RecordKind.ALL, keep=Period(years=1), start=Moment.CONTRACT_END)
    apart = kept(6, RecordKind.ALL, keep=None, criterion=Criterion.STATUTORY)

    assert check(everything)["L001"].promise == "P005"
    assert "L001" not in check(everything, apart)
    assert "L001" not in check(everything, BOOKS)


def test_seven_years_from_the_invoice_end_before_those_of_the_law() -> None:
    """The law counts from the end of the year; an earlier start is worth a note, not an error."""
    found = check(kept(7, RecordKind.BILLING, keep=Period(years=7), start=Moment.EVENT))

    assert found.keys() == {"L002"}
    assert found["L002"].severity is Severity.NOTE


@pytest.mark.parametrize(
    ("says", "criterion"),
    [
        ("Belgegevens vallen twaalf maanden onder een wettelijke bewaarplicht.", None),
        ("Call records are kept for a year, as required by law.", None),
        (None, Criterion.STATUTORY),
    ],
)
def test_the_former_duty_for_call_records_is_no_reason(
    says: str | None, criterion: str | None
) -> None:
    """Tw 13.2a was set aside in 2015: a statement that leans on it is warned, and told 11.5."""
    calls = kept(9, RecordKind.TRAFFIC, says, keep=Period(years=1), criterion=criterion)
    found = check(BOOKS, calls)

    assert found.keys() == {"L003"}
    assert found["L003"].severity is Severity.WARNING
    assert found["L003"].article == "Telecommunicatiewet artikel 11.5"


def test_call_records_kept_for_the_bill_are_fine() -> None:
    """A term for traffic data is allowed when no legal duty is claimed for it."""
    says = "Belgegevens bewaren wij een jaar, voor de factuur."

    assert check(BOOKS, kept(9, RecordKind.TRAFFIC, says, keep=Period(years=1))) == {}


def test_a_statement_without_years_for_the_books_is_told_so() -> None:
    """'As long as the law says' names no term: a note at that sentence, or at the statement."""
    silent = check()
    vague = check(kept(4, RecordKind.BILLING, keep=None, criterion=Criterion.STATUTORY))

    assert silent.keys() == vague.keys() == {"L004"}
    assert silent["L004"].place == Place("statement.nl.md", 1)
    assert vague["L004"].promise == "P004"
    assert "7 jaar" in vague["L004"].message.nl


def test_as_long_as_necessary_is_not_a_term() -> None:
    """A purpose alone does not tell a person how long; a number for the same records does."""
    vague = kept(3, RecordKind.CUSTOMER, keep=None, criterion=Criterion.PURPOSE)
    number = kept(4, RecordKind.CUSTOMER, keep=Period(years=2), start=Moment.CONTRACT_END)

    assert check(BOOKS, vague).keys() == {"L005"}
    assert check(BOOKS, vague, number) == {}


def test_keeping_for_ever_is_a_warning() -> None:
    """'For an indefinite time' is never a term that AVG 5(1)(e) allows."""
    found = check(BOOKS, kept(3, RecordKind.CONTENT, keep=None, criterion=Criterion.UNLIMITED))

    assert found.keys() == {"L006"}
    assert found["L006"].severity is Severity.WARNING


def test_a_term_for_paying_is_not_a_term_for_keeping() -> None:
    """'Blocked after 30 days of arrears' does not say that invoices go after 30 days."""
    arrears = kept(4, RecordKind.BILLING, keep=Period(days=30), criterion=Criterion.NON_PAYMENT)

    assert check(BOOKS, arrears) == {}


def test_what_a_receiver_keeps_is_not_our_term() -> None:
    """A sentence on the terms of a payment service says nothing about our own books."""
    theirs = promise(
        6,
        recipient={"name": "Voorbeeld Betalen"},
        retention=RetentionRule(records=RecordKind.BILLING, keep=Period(years=1)),
    )

    assert check(BOOKS, theirs) == {}


@pytest.mark.parametrize("within", [Period(months=2), Period(weeks=6), Period(days=32)])
def test_an_answer_after_a_month_is_an_error(within: Period) -> None:
    """Nobody can promise to answer later than AVG 12(3) allows."""
    found = check(BOOKS, promise(8, control="rights-deadline", within=within))

    assert found.keys() == {"L010"}
    assert found["L010"].article == "AVG artikel 12 lid 3"
    assert found["L010"].promise == "P008"


@pytest.mark.parametrize("within", [Period(days=30), Period(weeks=4), Period(days=31)])
def test_thirty_days_are_fine(within: Period) -> None:
    """Sometimes earlier and sometimes later than a month: the earlier day counts, no finding."""
    assert check(BOOKS, promise(8, control="rights-deadline", within=within)) == {}


def test_other_terms_are_not_terms_for_an_answer() -> None:
    """Ninety days to cancel has nothing to do with AVG 12(3)."""
    assert check(BOOKS, promise(8, control="cooling-off-90d", within=Period(days=90))) == {}


def test_missing_rights_are_listed_in_one_finding() -> None:
    """All that is missing is shown at once, each with its article, at the sentence on rights."""
    found = check(BOOKS, rights=(Right.ACCESS, Right.ERASURE, *WHEN_NEEDED))

    assert found.keys() == {"L020"}
    for words in ("(artikel 16)", "(artikel 18)", "(artikel 20)", "(artikel 21)", "(artikel 77)"):
        assert words in found["L020"].message.nl
    assert "inzage" not in found["L020"].message.nl
    assert found["L020"].promise == "P099"


def test_a_sentence_on_complaints_names_that_right() -> None:
    """«U kunt een klacht indienen bij de Autoriteit» is read as a promise of its own kind."""
    others = tuple(set(Right) - {Right.COMPLAINT, Right.WITHDRAW_CONSENT})
    complain, withdraw = promise(8, kind="complaint"), promise(9, kind="withdrawal")

    assert check(BOOKS, rights=others).keys() == {"L020", "L021"}
    assert check(BOOKS, complain, withdraw, rights=others) == {}


WHEN_NEEDED = (Right.WITHDRAW_CONSENT, Right.NO_AUTOMATED_DECISION)


def test_rights_that_depend_on_what_a_company_does_are_a_note() -> None:
    """Withdrawal of consent and article 22 must be named only where they apply."""
    found = check(BOOKS, rights=tuple(set(Right) - set(WHEN_NEEDED)))

    assert found.keys() == {"L021"}
    assert found["L021"].severity is Severity.NOTE


def test_findings_come_in_the_order_of_the_text() -> None:
    """All findings are shown at once, sorted by place."""
    policy = Policy(
        statement=Statement(file="statement.nl.md"),
        controller={},
        promises=(
            promise(9, control="rights-deadline", within=Period(months=3)),
            kept(3, RecordKind.BILLING, keep=Period(years=1)),
        ),
        digest="d",
    )

    assert [f.code for f in check_law(policy)] == ["L001", "L010", "L020", "L021"]


def test_every_code_is_in_the_table_once_with_its_words() -> None:
    """`nakomen explain L001` has something to say for each code."""
    for code, known in LAW_CODES.items():
        assert code == known.code
        assert known.title.nl
        assert known.title.en
        assert known.article
