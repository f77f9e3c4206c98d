"""Where the wall is."""

from django.urls import path

from nakomen.desk.promises import views

urlpatterns = [
    path("beloften/", views.the_wall, name="wall"),
    path("beloften/tellen/", views.again, name="count"),
]
