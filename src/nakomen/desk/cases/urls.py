"""Where staff see requests."""

from django.urls import path

from nakomen.desk.cases import steps, views

urlpatterns = [
    path("zaken/", views.cases, name="cases"),
    path("zaken/nieuw/", views.take_down, name="take-down"),
    path("zaken/<int:number>/", views.case, name="case"),
    path("zaken/<int:number>/gezien/", views.seen, name="case-seen"),
    path("zaken/<int:number>/recht/", views.label, name="case-label"),
    path("zaken/<int:number>/plan/", views.plan, name="case-plan"),
    path("zaken/<int:number>/beslis/<str:step>/", views.decide, name="case-decide"),
    path("zaken/<int:number>/uitvoeren/", views.carry_out, name="case-carry-out"),
    path("zaken/<int:number>/antwoord/", views.answer, name="case-answer"),
    path("zaken/<int:number>/weigeren/", views.refuse, name="case-refuse"),
    path("zaken/<int:number>/twijfel/", steps.doubt, name="case-doubt"),
    path("zaken/<int:number>/twijfel/voorbij/", steps.settle, name="case-settle"),
    path("zaken/<int:number>/verlengen/", steps.extend, name="case-extend"),
    path("zaken/<int:number>/wie/", steps.identify, name="case-identify"),
    path("zaken/<int:number>/kosten/", steps.charge, name="case-charge"),
    path("zaken/<int:number>/oordeel/", steps.judge, name="case-judge"),
    path("zaken/<int:number>/anderen/", steps.other, name="case-other"),
    path("zaken/<int:number>/sluiten/", steps.close, name="case-close"),
    path("zaken/<int:number>/brief/", views.paper, name="case-paper"),
    path("zaken/<int:number>/kopie/", views.hand_over, name="case-hand-over"),
    path("zaken/<int:number>/brieven/<int:letter>/", views.send_again, name="case-send-again"),
]
