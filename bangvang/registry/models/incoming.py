"""What every file that comes into the register has, and every row of one: read, shown, mended."""

from typing import ClassVar

from django.db import models

from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.ref import new_ref
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person
from bangvang.registry.states import ImportState


class IncomingFile(models.Model):
    """One file whose rows wait for the register.

    `plans` says for each sheet where its columns stand (see `intake.award_sheets`), `encoding` the
    old encoding that a person agreed to convert from. `sheets` says of each visible sheet how it
    was read, `samples` how some texts read before and after the proposed conversion. `trouble`
    says why the file cannot be read at all. Personal data: names in `samples` and in the rows.
    """

    subject: ClassVar[str]
    """What the audit record and background jobs call such a file."""
    link: ClassVar[str]
    """The field by which rows and mended cells point at their file."""

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ImportState])
    plans = models.JSONField(default=dict)
    encoding = models.CharField(max_length=8, blank=True)
    proposed_encoding = models.CharField(max_length=8, blank=True)
    sheets = models.JSONField(default=list)
    samples = models.JSONField(default=list)
    trouble = models.TextField(blank=True)
    staged_by_ref = models.CharField(max_length=40)
    staged_by_name = models.CharField(max_length=200)
    staged_at = models.DateTimeField()
    undone_reason = models.TextField(blank=True)
    undone_by_ref = models.CharField(max_length=40, blank=True)
    undone_by_name = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Return the reference; a log that prints it tells nobody anything."""
        return self.ref


class IncomingRow(models.Model):
    """One row of such a file: what was read, whom it may mean, what is wrong.

    `said` holds the fields as read, `cells` the address of each, `problems` what is wrong at which
    cell, `raw` the cells themselves, without identity numbers, and the headings above. `near` is
    the folded name under which others may be meant, `candidates` who that is and why.
    """

    sheet = models.CharField(max_length=100)
    sheet_no = models.IntegerField()
    row = models.IntegerField()
    said = models.JSONField()
    cells = models.JSONField()
    raw = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    near = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    candidates = models.JSONField(default=list)
    why = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Return the number of the row."""
        return str(self.row)
