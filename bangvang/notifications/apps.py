"""Notices as a Django app."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Label `notifications`."""

    name = "bangvang.notifications"
    label = "notifications"
    default_auto_field = "django.db.models.BigAutoField"
