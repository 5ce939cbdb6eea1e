"""The addresses of a partner's own place, and of unsubscribing."""

from django.urls import path

from marsad.desk.dispatches import feed_views, pack_views
from marsad.desk.partners.unsubscribe_views import unsubscribe_page

urlpatterns = [
    path("", pack_views.packs, name="packs"),
    path("unsubscribe/<str:token>/", unsubscribe_page, name="unsubscribe"),
    path("feeds/<str:language>.atom", feed_views.atom, name="pack-atom"),
    path("feeds/<str:language>.json", feed_views.json_feed, name="pack-json"),
    path("<str:number>/", pack_views.pack, name="pack"),
    path("<str:number>/read/", pack_views.notice_read, name="notice-read"),
    path("<str:number>/take/<str:what>", pack_views.take, name="pack-take"),
    path("<str:number>/shown/<path:name>", pack_views.shown, name="pack-shown"),
]
