"""The doors, each opened only in a process that is told to (`BANGVANG_DOORS`)."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

WORKING = frozenset({"units", "office", "council"})
"""Doors behind a sign-in; the gate is opened with any of them."""

ROUTES = {
    "machines": ("", "bangvang.web.machines.urls"),
    "units": ("don-vi/", "bangvang.web.units.urls"),
    "office": ("thuong-truc/", "bangvang.web.office.urls"),
    "council": ("hoi-dong/", "bangvang.web.chamber.urls"),
    "portal": ("", "bangvang.web.portal.urls"),
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(route, include(module))
    for door, (route, module) in ROUTES.items()
    if door in settings.BANGVANG_DOORS
]
if settings.BANGVANG_DOORS & WORKING:
    urlpatterns.insert(0, path("", include("bangvang.web.gate.urls")))

handler400 = "bangvang.web.refusals.unreadable"
handler403 = "bangvang.web.refusals.not_allowed"
handler404 = "bangvang.web.refusals.not_found"
handler500 = "bangvang.web.refusals.broken"
