"""Where customers are at home."""

from django.urls import path

from nakomen.desk.customers import asking, checking, choosing, door, editing, helping, second, views

urlpatterns = [
    path("mijn/openen/", door.ask, name="mine-open"),
    path("mijn/openen/verstuurd/", door.sent, name="mine-sent"),
    path("mijn/openen/<str:token>/", door.choose, name="mine-choose"),
    path("mijn/let-op/", door.notice, name="mine-notice"),
    path("mijn/account-weg/", door.close, name="mine-close"),
    path("mijn/", views.mine, name="mine"),
    path("mijn/gegevens/<str:name>/", views.kind, name="mine-kind"),
    path("mijn/logboek/", views.deeds, name="mine-deeds"),
    path("mijn/verklaring/", views.statement, name="mine-statement"),
    path("mijn/verklaring/<str:number>/", views.version, name="mine-version"),
    path("mijn/aanpassen/", editing.fields, name="mine-fields"),
    path("mijn/aanpassen/<str:place>/", editing.field, name="mine-field"),
    path("mijn/aanpassen/<str:place>/doen/", editing.carry_out, name="mine-field-do"),
    path("mijn/aanpassen/<str:place>/vragen/", editing.request_change, name="mine-field-ask"),
    path("mijn/toestemmingen/", choosing.choices, name="mine-choices"),
    path("mijn/toestemmingen/<str:purpose>/nee/", choosing.no, name="mine-no"),
    path("mijn/toestemmingen/<str:purpose>/<str:place>/ja/", choosing.yes, name="mine-yes"),
    path("mijn/verzoeken/", asking.requests, name="mine-requests"),
    path("mijn/verzoeken/<int:number>/", asking.follow, name="mine-follow"),
    path("mijn/vragen/<str:right>/", asking.ask, name="mine-ask"),
    path("mijn/meekijken/", helping.helping, name="mine-help"),
    path("mijn/meekijken/<int:number>/stop/", helping.end, name="mine-help-end"),
    path("mijn/stoppen/", asking.leave, name="mine-leave"),
    path("klanten/tweede-stap/", second.lost, name="second-lost"),
    path("klanten/wijzigingen/", checking.changes, name="changes"),
    path("klanten/wijzigingen/<int:number>/", checking.change, name="change"),
]
