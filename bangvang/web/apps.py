"""The web floor as a Django app: it has no records, only pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Label `web`."""

    name = "bangvang.web"
    label = "web"
