"""Appraisal as a Django app."""

from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    """Label `appraisal`."""

    name = "bangvang.appraisal"
    label = "appraisal"
