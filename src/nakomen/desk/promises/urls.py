"""Where the wall is."""

from django.urls import path

from nakomen.desk.promises import pictures, views

urlpatterns = [
    path("beloften/", views.the_wall, name="wall"),
    path("beloften/tellen/", views.again, name="count"),
    path("beloften/kaart/", pictures.the_map, name="data-map"),
    path("beloften/tijdlijn/", pictures.the_timeline, name="timeline"),
    path("beloften/tijdlijn/tellen/", pictures.look_again, name="timeline-count"),
]
