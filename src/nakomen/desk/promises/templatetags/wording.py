"""Words of a statement as they are read: without the marks of Markdown."""

from django import template

from nakomen.desk.promises import wall

register = template.Library()


@register.filter
def plain(words: str) -> str:
    return wall.plain(words)
