"""The statement as people get it: a page, Markdown and print, from one telling."""

from nakomen.papers.statement.markdown import as_markdown
from nakomen.papers.statement.page import as_page
from nakomen.papers.statement.print import as_print
from nakomen.papers.statement.public import Public, Release
from nakomen.papers.statement.verbatim import Mark, verbatim_page

__all__ = [
    "Mark",
    "Public",
    "Release",
    "as_markdown",
    "as_page",
    "as_print",
    "verbatim_page",
]
