"""Where anybody may ask."""

from django.urls import path

from nakomen.desk.portal import asking, following

urlpatterns = [
    path("vragen/", asking.what, name="ask"),
    path("klacht/", asking.complain, name="complain"),
    path("vragen/wie/", asking.who, name="ask-who"),
    path("vragen/uitleg/", asking.words, name="ask-words"),
    path("vragen/versturen/", asking.send, name="ask-send"),
    path("verzoek/<str:token>/", following.follow, name="follow"),
    path("verzoek/<str:token>/code/", following.code, name="code"),
    path("verzoek/<str:token>/brief/", following.paper, name="paper"),
    path("verzoek/<str:token>/kopie/", following.copy, name="copy"),
]
