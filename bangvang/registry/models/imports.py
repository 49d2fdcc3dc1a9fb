"""Imports of past awards: the file, its rows while they wait, where an accepted one came from."""

from django.db import models
from django.db.models import Q

from bangvang.registry.models.assessments import Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.incoming import IncomingFile, IncomingRow
from bangvang.registry.models.initiatives import Initiative
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person
from bangvang.registry.states import ImportState, RowState


class AwardImport(IncomingFile):
    """One file of past awards, staged for the register.

    `unit_choices` maps the key of a unit's name in the file to the reference of an organisation,
    `holder_choices` the key of a row's holder to who is meant. `entered` says what came in last:
    `records`, `newcomers`, `complete`, `left`; `taken_out` what the undoing withdrew and what it
    left, see `undo_import.Undone`. The reason of an undoing is kept from the moment that it is
    asked for, since no job carries free text.
    """

    subject = "import"
    link = "award_import"

    source = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    unit_choices = models.JSONField(default=dict)
    holder_choices = models.JSONField(default=dict)
    entered = models.JSONField(default=dict)
    taken_out = models.JSONField(default=dict)

    joining = {"source": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(undone_at__isnull=True) & ~Q(state=ImportState.REFUSED),
                name="one_import_a_file",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True)
                | (Q(undone_at__isnull=False, state=ImportState.UNDONE) & ~Q(undone_reason="")),
                name="import_is_undone_with_a_reason",
            ),
        ]


class ImportRow(IncomingRow):
    """One row of a file of past awards, and how it stands.

    `who` is the key of whom the row means within the file, `unit_key` that of the unit's name;
    rows with equal `near` may mean the same person.
    """

    award_import = models.ForeignKey(AwardImport, models.PROTECT, related_name="+", db_index=False)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in RowState])
    who = models.CharField(max_length=32, blank=True)
    unit_key = models.CharField(max_length=32, blank=True)
    identity = models.CharField(max_length=8, blank=True)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    newcomer = models.CharField(max_length=32, blank=True)

    joining = {"person": MOVES, "organisation": MOVES, "unit": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award_import", "sheet_no", "row"], name="one_row_a_place_in_the_file"
            )
        ]
        indexes = [
            models.Index(fields=["award_import", "state"], name="import_row_by_state"),
            models.Index(fields=["award_import", "near"], name="import_row_by_near"),
        ]


class RecordSource(models.Model):
    """Where a record of the register came from: the row of a file, and who accepted it when.

    `newcomer`, `new_body`: the person, or the household or collective, that came in with it.
    """

    row = models.OneToOneField(ImportRow, models.PROTECT, related_name="+")
    award = models.ForeignKey(Award, models.PROTECT, null=True, related_name="+")
    grade = models.ForeignKey(Grade, models.PROTECT, null=True, related_name="+", db_index=False)
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, null=True, related_name="+", db_index=False
    )
    newcomer = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", db_index=False
    )
    new_body = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", db_index=False
    )
    accepted_by_ref = models.CharField(max_length=40)
    accepted_by_name = models.CharField(max_length=200)
    accepted_at = models.DateTimeField()

    joining = {"newcomer": Joining(Way.STAY), "new_body": Joining(Way.STAY)}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(award__isnull=False, grade__isnull=True, initiative__isnull=True)
                | Q(award__isnull=True, grade__isnull=False, initiative__isnull=True)
                | Q(award__isnull=True, grade__isnull=True, initiative__isnull=False),
                name="source_of_one_record",
            )
        ]
        indexes = [
            models.Index(
                fields=[name],
                name=f"source_by_{name}",
                condition=Q(**{f"{name}__isnull": False}),
            )
            for name in ("grade", "initiative", "newcomer", "new_body")
        ]

    def __str__(self) -> str:
        """Return who accepted it."""
        return self.accepted_by_name


class StatedCompleteness(models.Model):
    """That somebody said with an import from which year on it is complete; what stood before.

    `before` is the year that stood until then, `None` if nothing did.
    """

    award_import = models.ForeignKey(AwardImport, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    record_kind = models.CharField(max_length=12)
    from_year = models.IntegerField()
    before = models.IntegerField(null=True)

    joining = {"person": MOVES}

    class Meta:
        indexes = [models.Index(fields=["award_import"], name="stated_by_import")]

    def __str__(self) -> str:
        """Return kind and year."""
        return f"{self.record_kind} from {self.from_year}"


class ColumnChoice(models.Model):
    """What a person said once of columns: offered when headings of that source come again.

    `source_ref` is the organisation that keeps such sheets, empty if none was named; for a list
    that another agency sent, the key of the agency's name.
    """

    source_ref = models.CharField(max_length=20, blank=True)
    headings = models.CharField(max_length=64)
    plan = models.JSONField()
    chosen_by_name = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source_ref", "headings"], name="one_choice_of_columns_a_heading"
            )
        ]

    def __str__(self) -> str:
        """Return the digest of the headings."""
        return self.headings
