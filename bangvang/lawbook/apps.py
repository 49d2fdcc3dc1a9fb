"""The readings of the law as a Django app."""

from django.apps import AppConfig


class LawbookConfig(AppConfig):
    """Label `lawbook`."""

    name = "bangvang.lawbook"
    label = "lawbook"
