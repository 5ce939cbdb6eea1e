"""The addresses of what was sent."""

from django.urls import path

from marsad.desk.dispatches import views

urlpatterns = [
    path("", views.dispatches, name="dispatches"),
    path("<str:number>/", views.dispatch, name="dispatch"),
    path("<str:number>/<slug:code>/", views.preview, name="pack-preview"),
]
