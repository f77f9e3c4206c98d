"""The shared parts of every page: look, words, and who may see it."""

from django.apps import AppConfig


class Kit(AppConfig):
    name = "nakomen.desk.kit"
    label = "kit"
