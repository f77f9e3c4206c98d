"""Programs of the company: what a key opens, what is done once, and what nobody gets to see."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from scripts.reference import API as API_PAGE
from scripts.reference import DOCS, programs
from tests.support.desk import Answer, Client, Desk

API = "/api/v1"
ALL = (
    "requests:read", "requests:write", "requests:vouch", "promises:read", "may:ask",
    "consents:write",
)  # fmt: skip
EXAMPLES = 5


class Program(Client):
    """A program with a key; it knows no cookies and no forms."""

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        sent = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        given = {"Content-Type": "application/json", **headers} if sent is not None else headers
        return self.send(method, API + path, sent, given)

    def open(self, body: Any, name: str | None = None, path: str = "/requests") -> Answer:
        return self.ask("POST", path, body, Idempotency_Key=name or str(uuid4()))


def key(desk: Desk, *scopes: str, until: date | None = None, name: str = "winkel") -> str:
    """A key as the owner makes it."""
    until = until or date.today() + timedelta(days=30)
    fields = {"name": name, "scopes": list(scopes or ALL), "until": until.isoformat()}
    page = desk.colleague("owner").client.post("/koppelingen/", fields)
    found = re.search(r"nk_[\w-]{43}", page.text)
    assert found, page.words
    return found[0]


def program(desk: Desk, token: str, **headers: str) -> Program:
    given = {"Authorization": f"Bearer {token}", "Accept-Language": "nl", **headers}
    return Program(desk.address, given)


@pytest.fixture(scope="module")
def shop(desk: Desk) -> Program:
    return program(desk, key(desk))


def problem(answer: Answer, status: int) -> dict[str, Any]:
    """It is a problem that a program can read, and sets no cookie."""
    assert answer.status == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert not answer.headers.get("Set-Cookie")
    told: dict[str, Any] = json.loads(answer.body)
    assert told["status"] == status
    assert told["title"]
    return told


def asked(**more: Any) -> dict[str, Any]:
    return {"right": "access", "email": f"{uuid4().hex[:8]}@voorbeeld.example", **more}


def test_a_request_becomes_a_case_once_and_is_followed_without_a_name(
    desk: Desk, shop: Program
) -> None:
    """The same name and body are one case with one answer; another body under it is refused."""
    body, name = asked(name="Mies Proef", words="Graag alles.", signed_in=True), str(uuid4())
    with ThreadPoolExecutor(4) as many:
        made = list(many.map(lambda _: shop.open(body, name), range(4)))
    assert {answer.status for answer in made} == {201}
    assert len({answer.body for answer in made}) == 1
    standing = json.loads(made[0].body)
    assert desk.rows("SELECT count(*) FROM dossiers_case WHERE email = ?", body["email"]) == [(1,)]
    assert standing["state"] == "proven"
    assert standing["channel"] == "api"
    assert date.fromisoformat(standing["due"]) > date.today()
    assert made[0].headers["Location"].endswith(f"{API}/requests/{standing['reference']}")

    other = problem(shop.open(asked(), name), 422)
    assert "Idempotency-Key" in other["detail"]
    read = shop.ask("GET", f"/requests/{standing['reference']}")
    assert json.loads(read.body) == standing
    for hers in ("Mies", body["email"], "Graag"):
        assert hers not in read.text
    page = desk.colleague("owner").client.get(f"/zaken/{int(standing['reference'][-4:])}/")
    assert "door een programma" in page.words
    problem(shop.ask("GET", "/requests/Z-2019-999999"), 404)


def test_whoever_gives_notice_asked_for_erasure_on_its_day(desk: Desk, shop: Program) -> None:
    """One call opens the case with its last day; the desk makes the plan of leaving from it."""
    body = asked(received_on=(date.today() - timedelta(days=3)).isoformat())
    del body["right"]
    standing = json.loads(shop.open(body, path="/departures").body)
    assert standing["right"] == "offboard"
    assert standing["received_on"] == body["received_on"]
    assert desk.rows(
        "SELECT due FROM dossiers_case WHERE email = ? AND right = 'offboard'", body["email"]
    ) == [(standing["due"],)]
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    told = problem(shop.open(body | {"received_on": tomorrow}, path="/departures"), 422)
    assert told["errors"][0]["pointer"] == "/received_on"


def test_promises_and_permissions_are_told_with_their_reason(desk: Desk, shop: Program) -> None:
    """Verdicts as on the wall; a use is allowed or not, and the question leaves no person."""
    desk.counted()
    told = json.loads(shop.ask("GET", "/promises").body)
    assert "broken" in {promise["verdict"] for promise in told["promises"]}
    assert all(promise["why"]["nl"] for promise in told["promises"])

    person = [{"kind": "email", "value": "niemand.bijzonder@voorbeeld.example"}]
    answer = shop.ask("POST", "/may", {"purpose": "iets heel anders", "person": person})
    assert json.loads(answer.body)["answer"] == "deny"
    unknown = shop.ask("POST", "/may", {"purpose": "facturen", "records": "crm.niets"})
    assert "SYSTEEM.TABEL" in problem(unknown, 422)["detail"]
    kept = b"".join(desk.files().values()) + desk.log.read_bytes()
    assert b"niemand.bijzonder" not in kept


def test_a_key_opens_what_it_says_until_its_day_and_no_longer(desk: Desk, shop: Program) -> None:
    """Wrong, of too little, taken back, over, and in a cookie or a question: all refused."""
    reads = program(desk, key(desk, "requests:read", name="lezer"))
    told = problem(reads.open(asked()), 403)
    assert told["detail"] == "Nodig is: requests:write"
    writes = program(desk, key(desk, "requests:write", name="schrijver"))
    assert writes.open(asked()).status == 201
    problem(writes.open(asked(signed_in=True)), 403)
    problem(writes.ask("GET", "/promises"), 403)

    for wrong in ("", "Bearer", "Bearer nk_x", "Basic bm9ib2R5", "Token x"):
        refused = problem(shop.ask("GET", "/promises", Authorization=wrong), 401)
        assert refused["title"]
    inside = desk.colleague("owner").client
    problem(inside.send("GET", f"{API}/promises", None), 401)
    loose = program(desk, "nk_x")
    problem(loose.send("GET", f"{API}/promises?access_token={key(desk)}", None), 401)

    number = desk.rows("SELECT id FROM api_token WHERE name = 'lezer'")[0][0]
    assert inside.post(f"/koppelingen/{number}/intrekken/").to == "/koppelingen/"
    problem(reads.ask("GET", "/requests/Z-2026-0001"), 401)
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    desk.write("UPDATE api_token SET until = ? WHERE name = 'schrijver'", yesterday)
    problem(writes.open(asked()), 401)
    page = inside.get("/koppelingen/")
    assert "nk_" not in page.text
    assert "ingetrokken op" in page.words
    assert "verlopen" in page.words


def test_what_is_not_right_is_said_as_a_problem(shop: Program) -> None:
    """Each kind of refusal, and never what was sent."""
    problem(shop.ask("GET", "/nergens"), 404)
    problem(shop.send("POST", "/api/", b"{}"), 404)
    refused = shop.ask("DELETE", "/requests")
    assert problem(refused, 405)
    assert refused.headers["Allow"] == "POST"
    problem(shop.ask("POST", "/may", b"a=b", Content_Type="application/x-www-form-urlencoded"), 415)
    problem(shop.ask("POST", "/may", b"{" + b" " * 70_000 + b"}"), 413)
    problem(shop.ask("POST", "/may", b"{no json"), 400)
    problem(shop.ask("POST", "/requests", asked()), 400)
    wrong = problem(shop.open(asked(email="geheim-geen-adres", right="zien", more=1)), 422)
    assert {error["pointer"] for error in wrong["errors"]} == {"/email", "/right", "/more"}
    assert "geheim" not in json.dumps(wrong)
    assert problem(shop.open({**asked(), "name": "a\r\nBcc: x@y.example"}), 422)
    assert problem(shop.open({**asked(), "words": "\ud800"}), 422)

    english = problem(shop.ask("GET", "/nergens", Accept_Language="en"), 404)
    assert english["title"] == "This is not there"


def test_too_many_is_told_with_how_long_to_wait(desk: Desk) -> None:
    """A flood with wrong keys ends at its place; of another program nothing is taken away."""
    flood = program(desk, "nk_wrong")
    until = time.monotonic() + 20
    while (answer := flood.ask("GET", "/promises")).status == 401:
        assert time.monotonic() < until
    problem(answer, 429)
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert program(desk, key(desk)).ask("GET", "/promises").status == 200


def test_the_page_among_the_references_is_what_the_desk_serves(shop: Program) -> None:
    """Who changes an address runs `just docs`; each operation names the scope that it wants."""
    document = json.loads(shop.ask("GET", "/openapi.json").body)
    assert (DOCS / API_PAGE).read_text("utf-8") == programs(document)
    wanted = {
        scope
        for methods in document["paths"].values()
        for operation in methods.values()
        for scope in operation["security"][0]["Key"]
    }
    assert wanted == {*ALL} - {"requests:vouch"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_whatever_is_sent_the_answer_is_as_the_document_says(desk: Desk, shop: Program) -> None:
    """schemathesis sends what the document allows and what it forbids; nothing breaks."""
    document = json.loads(shop.ask("GET", "/openapi.json").body)
    assert document["openapi"].startswith("3.1")
    schema = schemathesis.openapi.from_dict(document)
    wanted = [
        checks.not_a_server_error,
        *(
            checks.CHECKS.get_one(name)
            for name in (
                "status_code_conformance",
                "content_type_conformance",
                "response_schema_conformance",
                "negative_data_rejection",
            )
        ),
    ]
    seen = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        def holds(case: Any) -> None:
            case.call_and_validate(
                base_url=f"{desk.address}{API}",
                headers={"Authorization": shop.headers["Authorization"]},
                checks=wanted,
            )

        holds()
        seen += 1
    assert seen == 7
