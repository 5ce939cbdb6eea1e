"""The addresses of this app."""

from django.urls import path

from marsad.desk.chronicles import act_views, list_views, page_views, statement_views

urlpatterns = [
    path("", list_views.entity_list, name="entities"),
    path("export/", list_views.entity_export, name="entities-export"),
    path("add/", act_views.entity_add, name="entity-add"),
    path("statements/", statement_views.statement_list, name="statements"),
    path(
        "statements/export/", statement_views.statement_export, name="statements-export"
    ),
    path("<int:pk>/", page_views.entity, name="entity"),
    path("<int:pk>/mentions/", page_views.entity_mentions, name="entity-mentions"),
    path("<int:pk>/alike/", page_views.entity_alike, name="entity-alike"),
    path("<int:pk>/follow/", act_views.entity_follow, name="entity-follow"),
    path("<int:pk>/unfollow/", act_views.entity_unfollow, name="entity-unfollow"),
    path("<int:pk>/name/", act_views.entity_name, name="entity-name"),
    path("<int:pk>/spell/", act_views.entity_spell, name="entity-spell"),
    path("<int:pk>/join/", act_views.entity_join, name="entity-join"),
    path("<int:pk>/split/", act_views.entity_split, name="entity-split"),
    path("<int:pk>/undo/<int:move>/", act_views.entity_undo, name="entity-undo"),
]
