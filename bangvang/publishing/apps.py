"""Publishing as a Django app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Label `publishing`."""

    name = "bangvang.publishing"
    label = "publishing"
