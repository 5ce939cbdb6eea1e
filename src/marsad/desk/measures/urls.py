"""The addresses of uptake."""

from django.urls import path

from marsad.desk.measures import views

urlpatterns = [
    path("", views.uptakes, name="uptakes"),
    path("finds/<int:pk>/", views.uptake_judge, name="uptake-judge"),
    path("<str:number>/", views.uptake, name="uptake"),
]
