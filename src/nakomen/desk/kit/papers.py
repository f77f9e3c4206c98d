"""A letter on paper, for a browser."""

from django.http import HttpResponse


def paper(pdf: bytes, name: str) -> HttpResponse:
    """*pdf* as a file that is saved under *name*, and that no cache keeps."""
    made = HttpResponse(pdf, content_type="application/pdf")
    made["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    made["Cache-Control"] = "no-store"
    return made
