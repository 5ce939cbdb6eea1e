"""The addresses that tools which know HMA ask: nothing is written by any of them."""

from django.urls import path

from marsad.desk.banks import hma_views as views

urlpatterns = [
    path("h/hash", views.hash_, name="hma-hash"),
    path("m/lookup", views.lookup, name="hma-lookup"),
    path("m/raw_lookup", views.raw_lookup, name="hma-raw-lookup"),
    path("m/compare", views.compare, name="hma-compare"),
    path("m/index/status", views.index_status, name="hma-index-status"),
    path("c/banks", views.banks, name="hma-banks"),
    path("c/bank/<str:name>", views.bank, name="hma-bank"),
    path("status", views.status, name="hma-status"),
]
