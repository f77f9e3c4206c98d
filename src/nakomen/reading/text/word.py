"""A Word file as the text of its statement: all changes accepted, comments left out."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import mammoth  # type: ignore[import-untyped]
from lxml import etree

from nakomen.reading.text.contact_lines import contact_lines
from nakomen.reading.text.page import page_text

MOST_BYTES = 64_000_000
MOST_XML = 16_000_000
_MOST_PARTS = 5000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DOCUMENT = re.compile(r"word/document\d*\.xml")
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_STYLES = "\n".join(
    ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
    + [f"p[style-name='{word} {n}'] => !" for word in ("toc", "TOC") for n in range(1, 7)]
)
_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-\d{1,6}">[^<]{0,9}</a>')
_CHANGES = tuple(_W + name for name in ("ins", "del", "moveFrom", "moveTo"))


class Damaged(Exception):
    """It is no Word file, or only a part of one."""


class Locked(Exception):
    """It is encrypted."""


class Bomb(Exception):
    """It would fill the memory."""


@dataclass(frozen=True, kw_only=True)
class WordText:
    """*changes* counts the tracked changes that nobody accepted yet."""

    text: str
    changes: int


def word_text(data: bytes) -> WordText:
    """
    The text of a .docx file.

    Raises:
        Damaged, Locked, Bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _check(parts)
            return _read(parts)
    except (Damaged, Locked, Bomb):
        raise
    except Exception as error:  # whatever three libraries say of a broken file
        raise Damaged from error


def _check(parts: zipfile.ZipFile) -> None:
    """
    Raises:
        Locked, Bomb: before anything is unpacked.
    """
    listed = parts.infolist()
    if any(part.flag_bits & 1 for part in listed):
        raise Locked
    if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > MOST_BYTES:
        raise Bomb
    if any(part.file_size > MOST_XML for part in listed if part.filename.endswith(".xml")):
        raise Bomb


def _read(parts: zipfile.ZipFile) -> WordText:
    out, changes = io.BytesIO(), 0
    edges: list[str] = []
    with zipfile.ZipFile(out, "w") as copy:
        for name in dict.fromkeys(parts.namelist()):
            if not name.endswith((".xml", ".rels")):
                continue
            body = parts.read(name)
            # Word writes no document type; with one, a few bytes can name a gigabyte.
            if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
                raise Bomb
            if _DOCUMENT.fullmatch(name):
                tree = _tree(body)
                changes += _count(tree)
                body = _prepared(tree)
            elif _EDGE.fullmatch(name):
                edges += _paragraphs(_tree(body))
            copy.writestr(name, body)
    out.seek(0)
    html = mammoth.convert_to_html(
        out, style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {"src": ""})
    ).value
    text = page_text(_BACK.sub("", html))
    return WordText(text=_with_edges(text, edges), changes=changes)


def _tree(body: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(body, parser)


def _count(tree: etree._Element) -> int:
    """Changes of words; a changed mark of a paragraph or row is not counted again."""
    found = (el for el in tree.iter(*_CHANGES))
    return sum(1 for el in found if (up := el.getparent()) is None or not _is_mark(up))


def _is_mark(el: etree._Element) -> bool:
    return el.tag in (_W + "rPr", _W + "trPr")


def _prepared(tree: etree._Element) -> bytes:
    """Without hidden words, and with the text boxes that only new programs would show."""
    for hidden in list(tree.iter(_W + "vanish")):
        run = next(hidden.iterancestors(_W + "r"), None)
        if run is not None and hidden.get(_W + "val") not in ("0", "false"):
            for words in list(run.iter(_W + "t")):
                words.text = ""
    for choice in list(tree.iter(_MC + "AlternateContent")):
        paragraph = next(choice.iterancestors(_W + "p"), None)
        if paragraph is not None and choice.find(_MC + "Fallback") is None:
            for box in choice.iter(_W + "txbxContent"):
                for inner in reversed(box):
                    paragraph.addnext(inner)
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(_W + "p"):
        words = [_words(el) for el in paragraph.iter(_W + "t", _W + "tab", _W + "br")]
        yield from (" ".join(line.split()) for line in "".join(words).split("\n"))


def _words(el: etree._Element) -> str:
    return "\n" if el.tag == _W + "br" else (el.text or "") if el.tag == _W + "t" else " "


def _with_edges(text: str, edges: list[str]) -> str:
    """What headers and footers tell of the company, once, below the text."""
    more = [line for line in dict.fromkeys(contact_lines(edges)) if line not in text]
    return text + "\n" + "\n".join(more) + "\n" if more else text
