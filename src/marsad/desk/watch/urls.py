"""The addresses of watch."""

from django.urls import path

from marsad.desk.watch import views

urlpatterns = [
    path("", views.watch, name="watch"),
    path("chart.svg", views.watch_chart, name="watch-chart"),
]
