"""Nominations as a Django app."""

from django.apps import AppConfig


class NominationsConfig(AppConfig):
    """Label `nominations`."""

    name = "bangvang.nominations"
    label = "nominations"
