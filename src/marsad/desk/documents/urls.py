"""The addresses of this app."""

from django.urls import path

from marsad.desk.documents import views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/withdraw/", views.withdraw_document, name="document-withdraw"),
    path("<int:pk>/reinstate/", views.reinstate_document, name="document-reinstate"),
    path("<int:pk>/original/", views.original, name="document-original"),
    path("stories/<int:pk>/", views.story, name="story"),
]
