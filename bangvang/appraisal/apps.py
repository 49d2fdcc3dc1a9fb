"""Appraisal as a Django app; it does not start where text and code of the law do not meet."""

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from bangvang.law import rulebook


class AppraisalConfig(AppConfig):
    """Label `appraisal`."""

    name = "bangvang.appraisal"
    label = "appraisal"

    def ready(self) -> None:
        """Have the texts of the law looked at whenever the system is checked."""
        register(law_can_be_asked)


def law_can_be_asked(*_: object, **__: object) -> list[CheckMessage]:
    """Return what is wrong with the texts of the law, with file and line, if anything is."""
    try:
        rulebook()
    except (ValueError, LookupError) as error:
        return [Error(f"Không đọc được văn bản quy định: {error}", id="appraisal.E001")]
    return []
