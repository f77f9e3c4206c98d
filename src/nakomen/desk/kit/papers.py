"""A letter on paper and a copy in a file, for a browser."""

from pathlib import Path

from django.http import FileResponse, HttpResponse


def paper(pdf: bytes, name: str) -> HttpResponse:
    """*pdf* as a file that is saved under *name*, and that no cache keeps."""
    made = HttpResponse(pdf, content_type="application/pdf")
    made["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    made["Cache-Control"] = "no-store"
    return made


def copy(file: Path, name: str) -> FileResponse:
    """Her archive as a file that is saved under *name*, and that no cache keeps."""
    made = FileResponse(file.open("rb"), as_attachment=True, filename=f"{name}.zip")
    made["Cache-Control"] = "no-store"
    return made
