"""The settings of `./run` with plain static addresses, for a process that serves no files."""

from config.settings.dev import *  # noqa: F403  a settings file is its base and what differs

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
