"""The kept papers as a Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Label `foundation_documents`; no signals, no checks."""

    name = "bangvang.foundation.documents"
    label = "foundation_documents"
    default_auto_field = "django.db.models.BigAutoField"
