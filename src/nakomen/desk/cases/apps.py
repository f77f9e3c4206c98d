"""Requests as staff see them: the letter with the clock."""

from django.apps import AppConfig


class Cases(AppConfig):
    name = "nakomen.desk.cases"
    label = "cases"
