"""The council as a Django app."""

from django.apps import AppConfig


class CouncilConfig(AppConfig):
    """Label `council`."""

    name = "bangvang.council"
    label = "council"
