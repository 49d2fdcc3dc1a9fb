"""The audit record as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Label `audit`; no signals, no checks."""

    name = "bangvang.foundation.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
