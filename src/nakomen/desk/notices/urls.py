"""Where versions are, and what people read about the one that comes."""

from django.urls import path

from nakomen.desk.notices import views

urlpatterns = [
    path("privacyverklaring/nieuw/", views.coming, name="coming"),
    path("beloften/versies/", views.versions, name="versions"),
    path("beloften/versies/<str:number>/bericht/", views.begin, name="notice-begin"),
    path("beloften/versies/<str:number>/anders/", views.otherwise, name="notice-otherwise"),
]
