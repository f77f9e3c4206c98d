"""Files that were made to do harm, or came to harm: a text or a finding, and soon."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.text import kinds

from nakomen.reading import load_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SOON_S = 20.0
"""Of the processor; each of these takes a second or two, without a limit an hour."""
WORDS = "<p>Wij bewaren de gegevens van onze klanten niet langer dan nodig is voor hun vraag.</p>"


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file with some parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(kinds.as_word())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in [*old.namelist(), *parts]:
            if name not in new.namelist():
                new.writestr(name, parts.get(name) or old.read(name))
    return out.getvalue()


def document(inside: bytes, before: bytes = b"") -> bytes:
    space = W.encode()
    body = b"<w:document xmlns:w='" + space + b"'><w:body>" + inside + b"</w:body></w:document>"
    return packed({"word/document.xml": before + body})


def locked() -> bytes:
    """A file whose parts are marked as encrypted."""
    data = bytearray(kinds.as_word())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


ENTITIES = b"<!DOCTYPE a [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;'>" % tuple([98 + n] + [97 + n] * 8)
    for n in range(20)
)
HARM: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("a.docx", lambda: packed({"word/media/a.bin": bytes(70_000_000)}), "R010"),
    "bomb of text": ("a.docx", lambda: packed({"word/document.xml": b" " * 17_000_000}), "R010"),
    "many parts": ("a.docx", lambda: packed({f"word/{n}.bin": b"x" for n in range(5001)}), "R010"),
    "entities in word": (
        "a.docx",
        lambda: document(b"<w:p><w:r><w:t>&u;</w:t></w:r></w:p>", ENTITIES + b"]>"),
        "R010",
    ),
    "a file from this machine": (
        "a.docx",
        lambda: document(b"&x;", b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        "R010",
    ),
    "deep in word": ("a.docx", lambda: document(b"<w:p>" * 20_000 + b"</w:p>" * 20_000), "R009"),
    "no xml": ("a.docx", lambda: packed({"word/document.xml": b"geen xml"}), "R009"),
    "no document": ("a.docx", lambda: packed({"word/document.xml": b"<a/>"}), "R009"),
    "locked parts": ("a.docx", locked, "R008"),
    "half a zip": ("a.docx", lambda: kinds.as_word()[:9000], "R009"),
    "deep in a page": ("a.html", lambda: b"<html>" + b"<div>" * 100_000 + WORDS.encode(), "R009"),
    "a page of nothing": ("a.html", lambda: b"<html>" + b"<p>" * 300_000, "R003"),
    "half a pdf": ("a.pdf", lambda: kinds.as_pdf()[:9000], "R009"),
    "only the name of a pdf": ("a.pdf", lambda: b"%PDF-1.7", "R009"),
    "a text of 5 MB": ("a.txt", lambda: b"Wij bewaren niets. " * 263_000, "R002"),
    "a page of 5 MB": ("a.html", lambda: b"<html>" + WORDS.encode() * 60_000, "R002"),
}


@pytest.mark.parametrize("case", HARM)
def test_harm_is_told(case: str) -> None:
    """No traceback, no wait, and the code that says what to do."""
    name, make, code = HARM[case]
    data = make()
    start = time.process_time()
    text, findings = load_text(data, name)

    assert (text, [finding.code for finding in findings]) == ("", [code])
    assert time.process_time() - start < SOON_S


HARMLESS = {
    "entities in a page": ENTITIES.decode() + f"]><html><body>&u;{WORDS}</body></html>",
    "deep, but not too deep": "<html>" + "<div>" * 1500 + WORDS,
    "deep lists": "<html>" + "<ul><li>" * 700 + "diep" + WORDS,
    "deep tables": "<html>" + "<table><tr><td>" * 500 + "diep" + WORDS,
    "deep bold": "<html><p>" + "<b>" * 1500 + "diep</p>" + WORDS,
    "tags that never end": "<html><body><p " + "a=b " * 50_000 + ">" + WORDS,
    "quotes that never end": "<html><body>" + WORDS + "<p class='" + "x" * 200_000,
    "a thousand classes": f"<html><div class='{'menu ' * 9000}x'>{WORDS}</div>",
    "many small boxes": "<html>" + "<div>a</div>" * 30_000 + WORDS,
    "many links": "<html>" + "<a href='/a'>a</a> " * 20_000 + WORDS,
    "an odd encoding": f"<html><meta charset='base64'>{WORDS}",
    "an encoding that is slow": f"<html><meta charset='punycode'>{WORDS}" + "é" * 30_000,
    "zeros": "<html>" + WORDS + "\0" * 50_000 + WORDS,
    "a wide table": "<html><table><tr>" + "<td rowspan=99>a</td>" * 500 + f"</table>{WORDS}",
}  # fmt: skip


@pytest.mark.parametrize("case", HARMLESS)
def test_a_strange_page_is_read_all_the_same(case: str) -> None:
    """What stands in it is found, and in time."""
    start = time.process_time()
    text, findings = load_text(HARMLESS[case].encode(), "a.html")

    assert "Wij bewaren de gegevens van onze klanten" in text
    assert [finding for finding in findings if finding.severity == "error"] == []
    assert len(text) < 2_000_000
    assert time.process_time() - start < SOON_S


SAMPLES = {
    "a.html": kinds.as_page().encode(),
    "a.docx": kinds.as_word(),
    "a.pdf": kinds.as_pdf(),
    "a.txt": kinds.as_text().encode(),
}


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 40_000), st.binary(max_size=9)), max_size=12),
    st.integers(0, 40_000),
)
@settings(max_examples=150, deadline=None)
def test_any_damage_gives_a_text_or_a_finding(
    name: str, hits: list[tuple[int, bytes]], cut: int
) -> None:
    """Bytes changed, put in and cut off: never an exception."""
    data = bytearray(SAMPLES[name])
    for at, new in hits:
        data[at % len(data) : at % len(data) + len(new) // 2] = new
    text, findings = load_text(bytes(data[: cut or None]), name)

    assert bool(text.strip()) is not any(f.severity == "error" for f in findings)


@given(st.sampled_from([*sorted(SAMPLES), "a.md", "a"]), st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_under_any_name(name: str, data: bytes) -> None:
    """Neither does a file of chance, with or without the beginning of a real one."""
    for start in (b"", b"PK\x03\x04word/", b"%PDF-1.4\n", b"<html>", b"\xff\xfe"):
        text, findings = load_text(start + data, name)

        assert bool(text.strip()) is not any(f.severity == "error" for f in findings)
