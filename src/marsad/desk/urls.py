"""Every address of the desk, app by app."""

from django.urls import include, path

urlpatterns = [
    path("", include("marsad.desk.website.urls")),
    path("", include("marsad.desk.web.urls")),
    path("", include("marsad.desk.safeguards.urls")),
    path("work/", include("marsad.desk.work.urls")),
    path("sources/", include("marsad.desk.sources.urls")),
    path("documents/", include("marsad.desk.documents.urls")),
    path("entities/", include("marsad.desk.chronicles.urls")),
    path("take-in/", include("marsad.desk.register.intake_urls")),
    path("register/", include("marsad.desk.register.urls")),
    path("contradictions/", include("marsad.desk.contradictions.urls")),
    path("indicators/", include("marsad.desk.indicators.urls")),
    path("commitments/", include("marsad.desk.commitments.urls")),
    path("meetings/", include("marsad.desk.meetings.urls")),
    path("members/", include("marsad.desk.memberships.urls")),
    path("search/", include("marsad.desk.catalogue.urls")),
    path("appeals/", include("marsad.desk.website.desk_urls")),
    path("partners/", include("marsad.desk.partners.urls")),
    path("dispatches/", include("marsad.desk.dispatches.urls")),
    path("uptake/", include("marsad.desk.measures.urls")),
    path("packs/", include("marsad.desk.dispatches.pack_urls")),
    path("editing/", include("marsad.desk.briefs.editor_urls")),
    path("releases/", include("marsad.desk.releases.urls")),
    path("briefs/", include("marsad.desk.briefs.urls")),
    path("posts/", include("marsad.desk.posts.urls")),
    path("banks/", include("marsad.desk.banks.urls")),
    path("hma/", include("marsad.desk.banks.hma_urls")),
    path("cases/", include("marsad.desk.cases.urls")),
    path("referrals/", include("marsad.desk.referrals.urls")),
    path("complaints/", include("marsad.desk.complaints.urls")),
    path("watch/", include("marsad.desk.watch.urls")),
    path("transparency/", include("marsad.desk.transparency.urls")),
    path("briefs/pictures/", include("marsad.desk.briefs.picture_urls")),
]

handler403 = "marsad.desk.web.trouble.forbidden"
handler404 = "marsad.desk.web.trouble.missing"
handler500 = "marsad.desk.web.trouble.failed"
