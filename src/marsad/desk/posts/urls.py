"""The addresses of posts."""

from django.urls import path

from marsad.desk.posts import account_views, views

urlpatterns = [
    path("", views.posts, name="posts"),
    path("begin/", views.stream_begin, name="stream-begin"),
    path("erase/", account_views.account_erase, name="account-erase"),
    path("streams/<int:pk>/", views.stream, name="stream"),
    path("streams/<int:pk>/change/", views.stream_change, name="stream-change"),
    path("streams/<int:pk>/end/", views.stream_end, name="stream-end"),
    path("streams/<int:pk>/purge/", views.stream_purge, name="stream-purge"),
    path("streams/<int:pk>/take/", views.stream_take, name="stream-take"),
    path("streams/<int:pk>/posts/", views.stream_posts, name="stream-posts"),
    path("accounts/<int:pk>/", account_views.account, name="post-account"),
    path("accounts/<int:pk>/ask/", account_views.account_ask, name="account-ask"),
    path("reveals/", account_views.reveals, name="reveals"),
    path("reveals/<int:pk>/grant/", account_views.reveal_grant, name="reveal-grant"),
    path("reveals/<int:pk>/refuse/", account_views.reveal_refuse, name="reveal-refuse"),
    path("reveals/<int:pk>/show/", account_views.reveal_show, name="reveal-show"),
]
