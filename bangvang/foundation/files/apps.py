"""The kept files as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Label `foundation_files`; no signals, no checks."""

    name = "bangvang.foundation.files"
    label = "foundation_files"
    default_auto_field = "django.db.models.BigAutoField"
