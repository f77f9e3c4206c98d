"""Where the wall is."""

from django.urls import path

from nakomen.desk.promises import own, pictures, sentence, views

urlpatterns = [
    path("beloften/", views.the_wall, name="wall"),
    path("beloften/tellen/", views.again, name="count"),
    path("beloften/kaart/", pictures.the_map, name="data-map"),
    path("beloften/bureau/", own.the_desk, name="own-terms"),
    path("beloften/tijdlijn/", pictures.the_timeline, name="timeline"),
    path("beloften/tijdlijn/tellen/", pictures.look_again, name="timeline-count"),
    path("beloften/zin/<str:promise>/", sentence.sentence, name="sentence"),
    path("beloften/zin/<str:promise>/uitleg/", sentence.explain, name="explain"),
    path("beloften/zin/<str:promise>/aanpassen/", sentence.reword, name="reword"),
    path("beloften/aanpassing/<int:number>/", sentence.mended, name="mended"),
    path("beloften/aanpassing/<int:number>/ja/", sentence.agree, name="mended-agree"),
]
