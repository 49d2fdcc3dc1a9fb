"""Articles, and each version of their words that somebody saved."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.publishing.limits import (
    NAME_LENGTH,
    OFFICE_LENGTH,
    SUMMARY_LENGTH,
    TITLE_LENGTH,
)
from bangvang.publishing.states import State


class Words(models.Model):
    """What an article says; `body` is plain text as `publishing.markup` reads it."""

    title = models.CharField(max_length=TITLE_LENGTH)
    summary = models.CharField(max_length=SUMMARY_LENGTH)
    body = models.TextField()
    author_name = models.CharField(max_length=NAME_LENGTH)
    author_office = models.CharField(max_length=OFFICE_LENGTH)

    class Meta:
        abstract = True


class Article(Words):
    """One article; `version` grows with every save, so that a stale form is noticed.

    `session_ref` and `session_on` say which session it tells of, if any. `published_at` is the
    moment of the last approval.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    slug = models.SlugField(max_length=220, unique=True)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in State])
    session_ref = models.CharField(max_length=20, blank=True, db_index=True)
    session_on = models.DateField(null=True)
    version = models.IntegerField(default=1)
    written_by_ref = models.CharField(max_length=40)
    written_by_name = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    approved_by_ref = models.CharField(max_length=40, blank=True)
    approved_by_name = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | (
                    Q(published_at__isnull=False)
                    & ~Q(approved_by_ref="")
                    & ~Q(approved_by_ref=F("written_by_ref"))
                ),
                name="article_approved_by_a_second",
            )
        ]
        indexes = [models.Index(fields=["state", "-published_at"], name="article_published")]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Revision(Words):
    """The words of an article as one person saved them once; never changed."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    version = models.IntegerField()
    saved_by_ref = models.CharField(max_length=40)
    saved_by_name = models.CharField(max_length=200)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="article_version_once")
        ]

    def __str__(self) -> str:
        """Return version and title."""
        return f"{self.version}: {self.title}"
