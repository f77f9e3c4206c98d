"""Control `rights-request-desk`: every right, from every channel, to its end."""

import io
import json
import zipfile
from datetime import date

import pytest
from tests.support.letters import Mailed, printed

RIGHTS = {
    "access": {},
    "rectify": {"set": "phone=06-12345678"},
    "erase": {},
    "restrict": {"ground": "contested"},
    "port": {},
    "object": {},
    "withdraw": {},
}
FAR = 20
"""Customers whom other tests of the desk do not ask about begin here."""
AT_THE_END = ("Autoriteit Persoonsgegevens", "rechtbank")


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_goes_from_the_portal_to_a_letter_that_tells_what_was_done(
    mailed: Mailed, right: str
) -> None:
    """She reads what was done, counted again, and where to complain; the PDF says the same."""
    email = mailed.customers(1, list(RIGHTS).index(right))[0]
    staff = mailed.desk.colleague("owner").client
    her, path = mailed.proven(right, email, words="Ik bedoel mijn telefoonnummer.")
    number = mailed.number(path)
    assert "Wij zijn ermee bezig" in her.get(path).words
    plan = mailed.planned(staff, number, **RIGHTS[right])
    mailed.carried_out(staff, number, plan)
    assert staff.post(f"/zaken/{number}/antwoord/").status == 302
    assert path in mailed.letters.last(email, "staat klaar")
    page = her.get(path).words
    assert all(told in page for told in ("Wat wij hebben gedaan", *AT_THE_END)), page
    text = printed(her.post(f"{path}brief/"))
    assert all(told in text for told in ("Wat wij hebben gedaan", *AT_THE_END)), text
    assert ("Haal uw bestand op" in page) is (right in ("access", "port"))


def test_her_copy_holds_her_rows_and_nobody_elses(mailed: Mailed) -> None:
    """What comes from behind the button opens, knows her, and knows no other customer."""
    email = mailed.customers(1, 0)[0]
    her, path = mailed.proven("access", email)
    staff, number = mailed.desk.colleague("owner").client, mailed.number(path)
    assert her.post(f"{path}kopie/").status == 404
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    staff.post(f"/zaken/{number}/antwoord/")
    with zipfile.ZipFile(io.BytesIO(her.post(f"{path}kopie/").body)) as copy:
        held = b"\n".join(copy.read(name) for name in copy.namelist()).decode("utf-8", "ignore")
    assert email in held
    everybody = {row[0] for row in mailed.rows("SELECT email FROM customer")}
    assert not [other for other in everybody - {email} if f'"{other}"' in held]


@pytest.mark.parametrize("channel", ["phone", "post", "mail"])
def test_each_right_from_another_channel_waits_until_a_reasoned_refusal(
    mailed: Mailed, channel: str
) -> None:
    """Written down by staff it has a clock and an owner, and closes only with a reason."""
    staff = mailed.desk.colleague("owner").client
    email = mailed.customers(1, FAR)[0]
    numbers = [mailed.taken_down(channel, right, email) for right in RIGHTS]
    waiting = staff.get("/zaken/").text
    assert all(f'href="/zaken/{number}/"' in waiting for number in numbers)
    number = numbers[-1]
    assert (
        staff.post(f"/zaken/{number}/weigeren/", {"ground": "ID-05", "because": " "}).status == 422
    )
    assert staff.post(f"/zaken/{number}/antwoord/").status == 422
    assert mailed.state(number) == "asked"
    reason = f"Wij hebben u op {channel} al geantwoord."
    assert (
        staff.post(f"/zaken/{number}/weigeren/", {"ground": "ID-05", "because": reason}).status
        == 302
    )
    shown = staff.get(f"/zaken/{number}/").words
    assert all(told in shown for told in (reason, *AT_THE_END, "Owner Proef")), shown
    assert reason in printed(staff.post(f"/zaken/{number}/brief/"))


@pytest.mark.parametrize("right", ["erase", "port"])
def test_a_request_from_the_telephone_is_carried_out_for_whom_a_colleague_saw(
    mailed: Mailed, right: str
) -> None:
    """Without her code a named colleague says that it is she; what stays says until when."""
    email = mailed.customers(1, FAR + 1 + (right == "port"))[0]
    staff = mailed.desk.colleague("privacy").client
    number = mailed.taken_down("phone", right, email)
    assert staff.post(f"/zaken/{number}/plan/").status == 422
    assert staff.post(f"/zaken/{number}/gezien/", {"how": "person"}).status == 302
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    staff.post(f"/zaken/{number}/antwoord/")
    shown = staff.get(f"/zaken/{number}/").words
    assert "een collega zag wie zij is · Privacy Proef" in shown
    if right == "erase":
        assert all(told in shown for told in ("Wat blijft, en waarom", "AWR artikel 52")), shown
    else:
        held = (
            mailed.desk.folder / ".nakomen" / "answers" / f"Z-{date.today().year}-{number:04}.zip"
        )
        with zipfile.ZipFile(held) as copy:
            assert any(json.loads(copy.read(n)) for n in copy.namelist() if n.endswith(".json"))
