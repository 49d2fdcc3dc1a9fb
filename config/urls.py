"""The doors, each opened only in a process that is told to (`BANGVANG_DOORS`)."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

GATE = path("", include("bangvang.web.gate.urls"))
"""Signing in; opened with any of the working doors."""

DOORS = {
    "machines": path("", include("bangvang.web.machines.urls")),
    "units": path("don-vi/", include("bangvang.web.units.urls")),
    "office": path("thuong-truc/", include("bangvang.web.office.urls")),
    "council": path("hoi-dong/", include("bangvang.web.chamber.urls")),
    "portal": path("", include("bangvang.web.portal.urls")),
}

WORKING = frozenset({"units", "office", "council"})

urlpatterns: list[URLPattern | URLResolver] = [
    *([GATE] if settings.BANGVANG_DOORS & WORKING else []),
    *(door for name, door in DOORS.items() if name in settings.BANGVANG_DOORS),
]

handler403 = "bangvang.web.refusals.not_allowed"
handler404 = "bangvang.web.refusals.not_found"
handler500 = "bangvang.web.refusals.broken"
