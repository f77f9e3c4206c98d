"""Where plans for what fell due are."""

from django.urls import path

from nakomen.desk.plans import views

urlpatterns = [
    path("plannen/", views.plans, name="plans"),
    path("plannen/nieuw/", views.make, name="plan-make"),
    path("plannen/maken/<int:number>/", views.making, name="plan-making"),
    path("plannen/<slug:id>/", views.plan, name="plan"),
    path("plannen/<slug:id>/ja/", views.agree, name="plan-agree"),
    path("plannen/<slug:id>/uitvoeren/", views.carry_out, name="plan-carry-out"),
]
