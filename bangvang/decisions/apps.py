"""Decisions as a Django app."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Label `decisions`."""

    name = "bangvang.decisions"
    label = "decisions"
