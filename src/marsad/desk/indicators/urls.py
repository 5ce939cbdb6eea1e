"""The addresses of this app."""

from django.urls import path

from marsad.desk.indicators import stale_views, views

urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("stale/", stale_views.stale, name="stale"),
    path("stale/<int:pk>/", stale_views.stale_decide, name="stale-decide"),
    path("<int:pk>/", views.indicator, name="indicator"),
    path("<int:pk>/chart.svg", views.indicator_chart, name="indicator-chart"),
    path("<int:pk>/assign/", stale_views.indicator_assign, name="indicator-assign"),
    path("<int:pk>/define/", views.indicator_define, name="indicator-define"),
]
