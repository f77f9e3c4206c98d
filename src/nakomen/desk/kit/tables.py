"""A register as a file that a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.http import HttpResponse


def table(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """CSV under the file *name*."""
    told = StringIO()
    writer = csv.writer(told)
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    answer = HttpResponse(told.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _cell(text: str) -> str:
    """A spreadsheet takes what begins like a formula for one, also where it is a name."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
