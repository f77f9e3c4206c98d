"""What the desk itself keeps of a person is in her copy; of nobody else, and never a secret."""

import io
import json
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.support.customers import Her, customer, entered
from tests.support.desk import Client
from tests.support.letters import Mailed

from nakomen.papers.portable import read_portable

_ROWS = (Path(__file__).parent / "own_rows.py").read_text("utf-8")


def test_of_every_table_the_rows_of_one_person_and_no_secret(mailed: Mailed) -> None:
    """
    Two persons with a row in each table, as customers and as colleagues: each part has rows of the
    one whose copy it is, and no word of the other; no secret of either. A new table with a term
    fails here until it says whether its rows go along.
    """
    tables, customer_of, colleague = mailed.desk.inside(_ROWS).split("without:")
    assert tables.splitlines() == ["[] [] []", "True"]
    none, proofs = customer_of.split("hers:")[0].split("proofs:")
    assert (none.split(), int(proofs)) == (["medewerker", "scholing", "werk"], 1)
    assert colleague.split("hers:")[0].split() == ["proofs:", "1"]
    for told in (customer_of, colleague):
        assert told.split("hers:")[1].split() == ["True", "another:", "False", "secret:"]


def _files(content: bytes) -> dict[str, Any]:
    with ZipFile(io.BytesIO(content)) as archive:
        found = {n: archive.read(n) for n in archive.namelist()}
    own = {n: json.loads(b) for n, b in found.items() if "/loket." in n and n.endswith(".json")}
    return {n.removeprefix("data/loket.").removesuffix(".json"): rows for n, rows in own.items()}


def _answered(mailed: Mailed, client: Client, path: str, right: str) -> bytes:
    staff = mailed.desk.colleague("owner").client
    number = mailed.number(path)
    mailed.carried_out(staff, number, mailed.planned(staff, number))
    assert staff.post(f"/zaken/{number}/antwoord/").status == 302
    words = client.get(path).words
    assert ("onze brieven en uw logins" if right == "access" else "wat u ons zelf gaf") in words
    return client.post(f"{path}kopie/").body


@pytest.fixture(scope="module")
def people(mailed: Mailed) -> tuple[Her, Her]:
    """Two customers who did the same: an account, a wrong password, a request, and help."""
    made = customer(mailed), customer(mailed)
    helper = mailed.desk.colleague("support").client
    for her in made:
        assert entered(mailed.visitor(), her.email, "fout wachtwoord").status != 302
        mailed.proven("object", her.email, words=f"Geen reclame, zegt {her.email}.")
        session = {
            "kind": "data", "basis": "ticket", "number": "T-1", "asked_by": "Buurvrouw Truus",
            "reason": f"{her.email} en derde@elders.example", "key_kind": "email",
            "key": her.email, "minutes": "15",
        }  # fmt: skip
        assert helper.post("/hulp/nieuw/", session).status == 302
    return made


def test_her_copy_has_her_case_letters_and_logins_and_of_another_nothing(
    mailed: Mailed, people: tuple[Her, Her]
) -> None:
    """
    Each part has her rows only; a third person in a reason is masked; no code, token, key or
    password can be read. What somebody typed with her address, and never proved, stays out.
    """
    her, other = people
    mailed.asked(mailed.visitor(), "access", her.email, name="Onbekende", words="Niet van haar.")
    mailed.letters.code(her.email, 2)
    client, path = mailed.proven("access", her.email, words="Ik wil alles zien.")
    content = _answered(mailed, client, path, "access")
    own = _files(content)
    said = [row["uw_woorden"] for row in own["verzoeken"]]
    assert said == [f"Geen reclame, zegt {her.email}.", "Ik wil alles zien.", "•••"]
    assert {row["aan"] for row in own["brieven"]} == {her.email}
    assert any("Volg uw verzoek hier" in (row["tekst"] or "") for row in own["brieven"])
    assert len(own["codes"]) == 3
    assert {row["uitkomst"] for row in own["logins"]} == {"ingelogd", "wachtwoord klopte niet"}
    assert own["logins"][0]["ip"].startswith("127.")
    assert own["sessies"][0]["browser"]
    assert own["account"][0]["email"] == her.email
    assert own["account-openen"][0]["brief_verstuurd"]
    assert own["meekijken"][0]["reden"] == f"{her.email} en •••"
    assert "u bewees wie u bent" in {row["wat"] for row in own["verloop"]}
    everything = json.dumps(own, ensure_ascii=False)
    for theirs in (other.email, "Onbekende", "Niet van haar", "Truus", "derde@elders.example"):
        assert theirs not in everything
    for secret in _secrets(mailed, her):
        assert secret not in everything
    with ZipFile(io.BytesIO(content)) as archive:
        told = archive.read("overzicht.html").decode()
    for words in ("Uw logins (loket, logins)", "1 jaar", "AVG artikel 12", "30 dagen na het einde"):
        assert words in told


def _secrets(mailed: Mailed, her: Her) -> list[str]:
    asked = (
        "SELECT token FROM dossiers_case WHERE email = ?",
        "SELECT digest FROM dossiers_code JOIN dossiers_case c ON c.id = case_id WHERE c.email = ?",
        "SELECT password FROM accounts_colleague WHERE email = ?",
        "SELECT session_key FROM usersessions_usersession JOIN accounts_colleague c"
        " ON c.id = user_id WHERE c.email = ?",
    )
    rows = [[str(row[0]) for row in mailed.desk.rows(each, her.email)] for each in asked]
    assert all(rows)
    codes = [m.get_content().split()[3] for m in mailed.letters.to(her.email, "Uw code")]
    return [secret for found in (*rows, codes) for secret in found]


def test_she_takes_along_what_she_gave_and_it_reads_back(
    mailed: Mailed, people: tuple[Her, Her], tmp_path: Any
) -> None:
    """Her address and her words, in the same file as the rest; not what we noted or wrote."""
    _, her = people
    client, path = mailed.proven("port", her.email, words="Ik ga weg.")
    file = tmp_path / "along.zip"
    file.write_bytes(_answered(mailed, client, path, "port"))
    sets = {each.dataset: each for each in read_portable(file).datasets if each.store == "loket"}
    assert {*sets} == {"verzoeken", "account"}
    assert [row["uw_woorden"] for row in sets["verzoeken"].rows][-1] == "Ik ga weg."
    assert sets["account"].rows[0]["email"] == her.email
    assert people[0].email not in str(sets)


_KILLED = """
import os, signal
from nakomen.desk.dossiers import answering
from nakomen.desk.dossiers.models import Case
def kill(what, given):
    if what == "os.rename" and str(given[1]).endswith(".zip"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(kill)
case = Case.objects.get(pk={number})
answering.carry_out(case, case.owner)
"""


def test_killed_while_the_copy_is_written_the_button_makes_it_whole(
    mailed: Mailed, people: tuple[Her, Her]
) -> None:
    """Half a copy is none; pressed again her rows are there, and the evidence says so once."""
    her, other = people
    _, path = mailed.proven("access", her.email, words="Nog eens.")
    staff, number = mailed.desk.colleague("owner").client, mailed.number(path)
    plan = mailed.planned(staff, number)
    with pytest.raises(subprocess.CalledProcessError) as killed:
        mailed.desk.inside(_KILLED.format(number=number))
    assert (killed.value.returncode, mailed.state(number)) == (-signal.SIGKILL, "begun")
    assert not [*mailed.desk.folder.glob(f".nakomen/answers/Z-*-{number:04}.zip")]
    mailed.carried_out(staff, number, plan)
    [file] = mailed.desk.folder.glob(f".nakomen/answers/Z-*-{number:04}.zip")
    own = _files(file.read_bytes())
    assert [row["uw_woorden"] for row in own["verzoeken"]].count("Nog eens.") == 1
    assert other.email not in json.dumps(own)
    with closing(sqlite3.connect(mailed.desk.folder / ".nakomen" / "ledger.sqlite")) as ledger:
        bodies = [json.loads(b) for (b,) in ledger.execute(_NOTED)]
    [noted] = [body["rows"] for body in bodies if body["plan"] == plan]
    assert noted == {name: len(rows) for name, rows in own.items()}


_NOTED = "SELECT body FROM line WHERE kind = 'own'"


def test_what_was_kept_of_an_address_that_is_now_anothers_stays_out(mailed: Mailed) -> None:
    """The company gave the address to a new customer: she sees her own request, and no more."""
    before = customer(mailed)
    assert entered(mailed.visitor(), before.email, "fout").status != 302
    mailed.proven("object", before.email, words="Van wie het adres eerst had.")
    before.write("email", "elders@nergens.example")
    mailed.joined(before.email)
    client, path = mailed.proven("access", before.email, words="Van mij.")
    own = _files(_answered(mailed, client, path, "access"))
    assert [row["uw_woorden"] for row in own["verzoeken"]] == ["Van mij."]
    assert {row["verzoek"] for row in own["brieven"]} == {own["verzoeken"][0]["nummer"]}
    assert not {"account", "logins", "account-gebruik"} & {*own}
