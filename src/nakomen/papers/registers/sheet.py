"""The registers as one workbook: a sheet each, with drop-downs for what is chosen from a list."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from nakomen.papers.registers.columns import CONTROLLER, PROCESSOR, PROCESSORS, Column
from nakomen.papers.registers.view import View
from nakomen.policy.register import Role
from nakomen.terms import Text

_SPARE = 200
"""Empty rows that have drop-downs too."""
_SHEETS = {
    "controller": Text("Verantwoordelijke", "Controller"),
    "processor": Text("Verwerker", "Processor"),
    "processors": Text("Onze verwerkers", "Our processors"),
}
_LISTS = Text("Lijsten", "Lists")
_WIDE, _NARROW = 34, 16
_LAW = "#E7EEF5"


def as_workbook(view: View, made_on: datetime) -> bytes:
    """
    XLSX: columns that an article wants are coloured and name it; the last sheet has the lists.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": made_on})
    lists: dict[tuple[Text, ...], str] = {}
    for name, columns, rows in _tables(view):
        _write(book, book.add_worksheet(_SHEETS[name].in_(view.lang)), columns, rows, view, lists)
    _write_lists(book, view, lists)
    book.close()
    return out.getvalue()


def _tables(view: View) -> list[tuple[str, Sequence[Column], list[list[str]]]]:
    own = [[c.cell(view, a) for c in CONTROLLER] for a in view.activities(Role.CONTROLLER)]
    others = [[c.cell(view, a) for c in PROCESSOR] for a in view.activities(Role.PROCESSOR)]
    parties = [[c.cell(view, p) for c in PROCESSORS] for p in view.processors]
    return [
        ("controller", CONTROLLER, own),
        ("processor", PROCESSOR, others),
        ("processors", PROCESSORS, parties),
    ]


def _write(
    book: Any,
    sheet: Any,
    columns: Sequence[Column],
    rows: list[list[str]],
    view: View,
    lists: dict[tuple[Text, ...], str],
) -> None:
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for n, column in enumerate(columns):
        title = column.title.in_(view.lang)
        law = f"{title}\nAVG {column.article}" if column.article else title
        sheet.write_string(0, n, law, _head(book, column))
        sheet.set_column(n, n, _WIDE if not column.choices else _NARROW)
        if column.choices:
            source = lists.setdefault(column.choices, _range(len(lists), column, view))
            options = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, n, len(rows) + _SPARE, n, options)
    for r, row in enumerate(rows, start=1):
        for n, value in enumerate(row):
            sheet.write_string(r, n, value, text)
    sheet.freeze_panes(1, min(2, len(columns)))
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _head(book: Any, column: Column) -> Any:
    look = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    return book.add_format(look | ({"bg_color": _LAW} if column.article else {}))


def _range(number: int, column: Column, view: View) -> str:
    """Where the list of this column stands, as Excel names a range."""
    letter = xl_col_to_name(number)
    return f"='{_LISTS.in_(view.lang)}'!${letter}$1:${letter}${len(column.choices)}"


def _write_lists(book: Any, view: View, lists: dict[tuple[Text, ...], str]) -> None:
    sheet = book.add_worksheet(_LISTS.in_(view.lang))
    for n, choices in enumerate(lists):
        for r, choice in enumerate(choices):
            sheet.write_string(r, n, choice.in_(view.lang))
        sheet.set_column(n, n, _WIDE)
