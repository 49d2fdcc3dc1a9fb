"""The work plan as a Django app."""

from django.apps import AppConfig


class WorkplanConfig(AppConfig):
    """Label `workplan`."""

    name = "bangvang.workplan"
    label = "workplan"
