"""Deadlines in the calendar that somebody has already: a feed behind a secret link."""

from django.apps import AppConfig


class Agenda(AppConfig):
    name = "nakomen.desk.agenda"
    label = "agenda"
