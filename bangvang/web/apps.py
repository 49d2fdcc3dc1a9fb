"""The web floor as a Django app: it has no records, only pages."""

from django.apps import AppConfig

from bangvang.web.messages import speak_plainly


class WebConfig(AppConfig):
    """Label `web`."""

    name = "bangvang.web"
    label = "web"

    def ready(self) -> None:
        """Let every field say what is wrong as an official would."""
        speak_plainly()
