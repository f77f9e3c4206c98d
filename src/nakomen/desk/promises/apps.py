"""The promise wall: the statement as published, each sentence with its verdict."""

from django.apps import AppConfig


class Promises(AppConfig):
    name = "nakomen.desk.promises"
    label = "promises"
