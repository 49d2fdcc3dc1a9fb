"""The register as a Django app."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Label `registry`."""

    name = "bangvang.registry"
    label = "registry"
