"""Searches that somebody keeps under a name, for themselves alone."""

from django.db import models

from bangvang.foundation.ref import new_ref


class SavedSearch(models.Model):
    """One search of one account: ``words`` is what stands in the address behind the question mark.

    It holds what was asked and never what was found: whoever opens it sees what they may see then.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    account_ref = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=240)
    words = models.CharField(max_length=12_000)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account_ref", "key"], name="saved_search_named_once"),
        ]

    def __str__(self) -> str:
        """Return the reference; the name may be somebody's."""
        return self.ref
