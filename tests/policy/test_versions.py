"""Versions: one answer for every day, changes of promises and not of letters, notice in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.policy.written import WHOLE, policy, with_promises

from nakomen.policy.versions import (
    Change,
    ChangeSort,
    GivenNotice,
    Register,
    Version,
    VersionRefused,
    VersionUnreadable,
    changes,
    dump_version,
    lacking,
    load_version,
)
from nakomen.terms import Channel

POLICY = policy(WHOLE)
FIRST = Version(
    number="1.0",
    issued=date(2026, 1, 1),
    effective=date(2026, 2, 1),
    author="Chaima",
    sha256="0" * 64,
    policy="a",
)
SECOND = replace(
    FIRST, number="1.1", issued=date(2026, 5, 1), effective=date(2026, 6, 1), policy="b"
)


_TWO_WORDINGS = (("a", "Zeven jaar."), ("b", "Wij bewaren dit 7 jaar"))


def _changes(old: str, new: str) -> list[Change]:
    return list(changes(with_promises(old), with_promises(new)))


def test_the_day_decides_which_version_holds() -> None:
    """From its day of effect a version holds, until the next one does."""
    known = Register((FIRST, SECOND))
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 5, 31), date(2026, 6, 1)]

    assert [known.in_force(day) for day in days] == [None, FIRST, FIRST, SECOND]


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), unique=True), st.dates())
def test_exactly_one_version_holds_from_the_first_on(starts: list[date], day: date) -> None:
    """Whatever the days of effect: one answer, and it is the latest that began."""
    known = Register()
    for number, start in enumerate(sorted(starts)):
        issued = date(2019, 1, 1) + timedelta(days=number)
        known = known.with_(
            replace(FIRST, number=str(number), issued=issued, effective=start, policy=str(number))
        )
    begun = [start for start in starts if start <= day]
    held = known.in_force(day)

    assert (held and held.effective) == max(begun, default=None)


@pytest.mark.parametrize(
    "again",
    [
        replace(SECOND, issued=date(2026, 7, 1), effective=date(2026, 8, 1), policy="c"),
        replace(SECOND, number="1.2", effective=date(2026, 8, 1), policy="c"),
        replace(SECOND, number="1.2", issued=date(2026, 7, 1), policy="c"),
        replace(SECOND, number="1.2", issued=date(2026, 7, 1), effective=date(2026, 3, 1)),
        replace(SECOND, number="1.2", issued=date(2026, 7, 1), effective=date(2026, 8, 1)),
    ],
    ids=["number", "date", "day of effect", "before an earlier one", "same text"],
)
def test_a_version_that_would_blur_the_answer_is_refused(again: Version) -> None:
    """A number or date that is taken, an earlier day, or nothing new."""
    with pytest.raises(VersionRefused):
        Register((FIRST, SECOND)).with_(again)


def test_a_version_file_reads_back() -> None:
    """What is written is what was noted, notices included."""
    told = replace(SECOND, notices=(GivenNotice(channel=Channel.EMAIL, on=date(2026, 5, 2)),))

    assert load_version(dump_version(told), "versions/1.1") == told


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number": "1"}'])
def test_a_damaged_version_file_is_named(text: str) -> None:
    """No traceback: the error names the file."""
    with pytest.raises(VersionUnreadable) as wrong:
        load_version(text, "versions/1.1")

    assert "versions/1.1" in wrong.value.text.en


def test_the_same_promises_are_no_change() -> None:
    """Another order, other ids and other words around a value change nothing that is promised."""
    term = "kind: retention, control: retention-sweep, retention: {records: billing, keep: P7Y}"
    first, other = (f"id: {id}, {term}, says: {says}" for id, says in _TWO_WORDINGS)

    assert _changes(first, other) == []
    assert changes(POLICY, POLICY) == ()


def test_letters_are_no_promises() -> None:
    """A comma or a capital does not make a new version material."""
    before = 'id: a, kind: liability, control: informational, says: "Wij doen ons best, altijd."'
    after = 'id: a, kind: liability, control: informational, says: "wij doen ons best altijd"'

    assert _changes(before, after) == []


def test_a_longer_term_is_one_material_change() -> None:
    """The change names the promise, with both wordings."""
    longer = policy(WHOLE.replace("keep: 7 jaar", "keep: 8 jaar"))
    (found,) = changes(POLICY, longer)

    assert (found.sort, found.promise, found.material) == (ChangeSort.CHANGED, "retention-1", True)
    assert "7 jaar" in (found.before or "")
    assert "8 jaar" in (found.after or "")


def test_what_came_and_went_is_told() -> None:
    """A receiver more is material; a line about liability less is not."""
    gone = WHOLE.replace("  - id: liability-1", "  - id: recipient-9").replace(
        "    kind: liability\n    control: informational\n"
        "    says: Voor wat u zelf plaatst bent u verantwoordelijk.",
        "    kind: recipient\n    control: processor-register\n    receivers: [bezorgdienst]",
    )
    found = {(c.sort, c.kind, c.material) for c in changes(POLICY, policy(gone))}

    assert found == {
        (ChangeSort.ADDED, "recipient", True),
        (ChangeSort.REMOVED, "liability", False),
    }


def test_another_company_is_material() -> None:
    """Who is responsible is the first thing that people may know."""
    (found,) = changes(POLICY, policy(WHOLE.replace("Otterloo Hosting B.V.", "Tarwe B.V.")))

    assert (found.promise, found.material) == ("controller", True)


@pytest.mark.parametrize(
    ("given_on", "lacks"),
    [
        ({}, [Channel.EMAIL, Channel.WEBSITE]),
        ({Channel.EMAIL: date(2026, 5, 2)}, [Channel.WEBSITE]),
        ({Channel.EMAIL: date(2026, 5, 2), Channel.WEBSITE: date(2026, 5, 3)}, [Channel.WEBSITE]),
        ({Channel.EMAIL: date(2026, 5, 2), Channel.WEBSITE: date(2026, 5, 2)}, []),
    ],
)
def test_a_material_version_waits_for_each_promised_notice(
    given_on: dict[Channel, date], lacks: list[Channel]
) -> None:
    """Each channel, thirty days before: 2 May is in time for 1 June, 3 May is not."""
    notices = [GivenNotice(channel=channel, on=on) for channel, on in given_on.items()]
    found = lacking(POLICY, notices, date(2026, 6, 1), material=True)

    assert [lack.channel for lack in found] == lacks


def test_a_small_change_needs_no_notice_where_only_material_ones_are_promised() -> None:
    """The statement decides what must be told."""
    always = policy(WHOLE.replace("material: true", "material: false"))
    day = date(2026, 6, 1)

    assert lacking(POLICY, [], day, material=False) == ()
    assert len(lacking(always, [], day, material=False)) == 2


def test_a_notice_without_a_channel_may_go_by_any() -> None:
    """ "We will let you know" is kept by one notice, on the day before at the latest."""
    promise = "id: n, kind: change_notice, control: statement-version-notice, notice: {}"
    loose = with_promises(promise)
    late, early = (GivenNotice(channel=Channel.POST, on=date(2026, 6, d)) for d in (2, 1))

    assert lacking(loose, [], date(2026, 6, 2), material=True)
    assert lacking(loose, [late], date(2026, 6, 2), material=True)
    assert not lacking(loose, [early], date(2026, 6, 2), material=True)
