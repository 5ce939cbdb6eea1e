"""The addresses of this app, but for those of the editor."""

from django.urls import path

from marsad.desk.briefs import act_views, begin_views, translate_views, views

urlpatterns = [
    path("", views.briefs, name="briefs"),
    path("begin/", begin_views.brief_begin, name="brief-begin"),
    path("<uuid:key>/", views.brief, name="brief"),
    path(
        "<uuid:key>/begin/",
        begin_views.brief_begin_language,
        name="brief-begin-language",
    ),
    path("<uuid:key>/override/", act_views.brief_override, name="brief-override"),
    path(
        "<uuid:key>/<slug:language>/accept/",
        act_views.brief_accept,
        name="brief-accept",
    ),
    path(
        "<uuid:key>/<slug:language>/translate/",
        translate_views.brief_translate,
        name="brief-translate",
    ),
]
