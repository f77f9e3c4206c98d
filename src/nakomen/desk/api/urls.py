"""Where programs knock, and where the owner gives them keys."""

from django.urls import path, re_path

from nakomen.desk.api import hooks, keys
from nakomen.desk.api.door import PATH, door, nothing

urlpatterns = [
    path("koppelingen/", keys.keys, name="keys"),
    path("koppelingen/<int:number>/intrekken/", keys.end, name="key-end"),
    path("koppelingen/nieuws/", hooks.hooks, name="hooks"),
    path("koppelingen/nieuws/<int:number>/verwijderen/", hooks.remove, name="hook-remove"),
    path("koppelingen/nieuws/<int:number>/opnieuw/", hooks.again, name="hook-again"),
    re_path(rf"^{PATH[1:]}/(?P<rest>.*)$", door, name="api"),
    re_path(r"^api/", nothing, name="api-nothing"),
]
