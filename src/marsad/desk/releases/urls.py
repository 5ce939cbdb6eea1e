"""The addresses of this app."""

from django.urls import path

from marsad.desk.releases import submission_views, submit_views, views

urlpatterns = [
    path("", views.releases, name="releases"),
    path("key/", views.release_key, name="release-key"),
    path("submit/<uuid:key>/", submit_views.releases_submit, name="releases-submit"),
    path("waiting/<int:pk>/", submission_views.submission, name="submission"),
    path(
        "waiting/<int:pk>/release/",
        submission_views.submission_release,
        name="submission-release",
    ),
    path(
        "waiting/<int:pk>/return/",
        submission_views.submission_return,
        name="submission-return",
    ),
    path(
        "waiting/<int:pk>/withdraw/",
        submission_views.submission_withdraw,
        name="submission-withdraw",
    ),
    path(
        "waiting/<int:pk>/pictures/<slug:sha256>/",
        submission_views.submission_picture,
        name="submission-picture",
    ),
    path("<slug:number>/", views.release, name="release"),
    path("<slug:number>/recall/", views.release_recall, name="release-recall"),
    path("<slug:number>/edition/", views.release_edition, name="release-edition"),
    path("<slug:number>/signature/", views.release_signature, name="release-signature"),
    path("<slug:number>/pack/", views.release_pack, name="release-pack"),
    path("<slug:number>/files/<path:path>", views.release_file, name="release-file"),
    path(
        "<slug:number>/pictures/<slug:sha256>/",
        views.release_picture,
        name="release-picture",
    ),
]
