"""Background work as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """Label `jobs`; when all records are ready, each app's `tasks.py` declares what it does."""

    name = "bangvang.foundation.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read the `tasks.py` of every app."""
        autodiscover_modules("tasks")
