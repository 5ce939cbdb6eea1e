"""The addresses of this app."""

from django.urls import path

from marsad.desk.register import deeds_views, entry_views, reading_views

urlpatterns = [
    path("", entry_views.register, name="register"),
    path("<int:pk>/", entry_views.entry, name="entry"),
    path("<int:pk>/grade/", deeds_views.grade_entry, name="entry-grade"),
    path("<int:pk>/correct/", deeds_views.correct_entry, name="entry-correct"),
    path("<int:pk>/retract/", deeds_views.retract_entry, name="entry-retract"),
    path("<int:pk>/merge/", deeds_views.merge_entry, name="entry-merge"),
    path("decisions/", deeds_views.decisions, name="decisions"),
    path("decisions/<int:pk>/undo/", deeds_views.undo_decision, name="decision-undo"),
    path("waiting/", reading_views.waiting, name="waiting"),
    path("read/<int:pk>/", reading_views.read, name="read"),
    path("read/<int:pk>/next/", reading_views.read_next, name="read-next"),
    path("read/<int:pk>/decide/", reading_views.decide, name="decide"),
    path("read/<int:pk>/row/<int:finding>/", reading_views.row, name="finding"),
    path("read/<int:pk>/edit/<int:finding>/", reading_views.edit, name="finding-edit"),
]
