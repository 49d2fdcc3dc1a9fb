"""Privacy as a Django app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Label `privacy`."""

    name = "bangvang.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
