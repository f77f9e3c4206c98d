"""For programs of the company: requests, verdicts and permissions over HTTP; news by webhook."""

from django.apps import AppConfig


class Api(AppConfig):
    name = "nakomen.desk.api"
    label = "api"
