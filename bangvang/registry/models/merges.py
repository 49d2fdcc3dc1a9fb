"""Records that turned out to be one: who said so, who confirmed, and every value that changed."""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.states import HolderKind, MergeState


class Merge(models.Model):
    """One merge of a person into another, or of a body entered twice.

    `kept_ref` and `merged_ref` name the two records; `chosen` holds what was answered where both
    say something different; `fingerprint` is that of both records when the proposal was made.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    of = models.CharField(max_length=12, choices=[(k.value, k.value) for k in HolderKind])
    kept_ref = models.CharField(max_length=20)
    kept_name = models.CharField(max_length=300)
    merged_ref = models.CharField(max_length=20)
    merged_name = models.CharField(max_length=300)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in MergeState])
    reason = models.TextField()
    chosen = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    proposed_by_ref = models.CharField(max_length=20)
    proposed_by_name = models.CharField(max_length=200)
    proposed_by_head = models.BooleanField()
    proposed_at = models.DateTimeField()
    decided_by_ref = models.CharField(max_length=20, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_reason = models.TextField(blank=True)
    undone_by_ref = models.CharField(max_length=20, blank=True)
    undone_by_name = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_reason = models.TextField(blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of", "merged_ref"],
                condition=Q(state__in=[MergeState.PROPOSED, MergeState.DONE]),
                name="a_record_is_merged_once",
            ),
            models.CheckConstraint(
                condition=~Q(kept_ref=models.F("merged_ref")), name="merge_is_of_two_records"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="merge_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(state=MergeState.UNDONE)
                | (Q(undone_at__isnull=False) & ~Q(undone_reason="")),
                name="undone_merge_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "proposed_at"], name="merge_state"),
            models.Index(fields=["of", "kept_ref"], name="merge_kept"),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class Changed(models.Model):
    """One value that a merge changed: which row of which table, and what stood there before.

    `before` and `after` are JSON as the field writes it. Undoing goes backwards by number.
    """

    merge = models.ForeignKey(Merge, models.PROTECT, related_name="+")
    table = models.CharField(max_length=60)
    row = models.BigIntegerField()
    field = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    def __str__(self) -> str:
        """Return table, row and field; never a value."""
        return f"{self.table} {self.row} {self.field}"


class LikelyDouble(models.Model):
    """Two records that may be one: found by the score, or said to be two different ones.

    `first_ref` sorts before `second_ref`. `score` is the natural logarithm of the odds.
    """

    of = models.CharField(max_length=12, choices=[(k.value, k.value) for k in HolderKind])
    first_ref = models.CharField(max_length=20)
    second_ref = models.CharField(max_length=20)
    score = models.FloatField()
    found_at = models.DateTimeField()
    different_reason = models.TextField(blank=True)
    different_by_ref = models.CharField(max_length=20, blank=True)
    different_by_name = models.CharField(max_length=200, blank=True)
    different_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of", "first_ref", "second_ref"], name="a_pair_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(first_ref__lt=models.F("second_ref")), name="a_pair_is_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["of", "different_at", "-score"], name="likely_double_score")
        ]

    def __str__(self) -> str:
        """Return the two references."""
        return f"{self.first_ref} {self.second_ref}"


class IdentityNumber(models.Model):
    """An identity number, sealed with a key that is not in the database.

    It is found by the keyed digest that people and nominations carry, and sealed to that digest:
    moved to another row it cannot be opened. `key_id` names the key, so that keys can be changed.
    """

    digest = models.CharField(max_length=64, unique=True)
    sealed = models.TextField()
    key_id = models.CharField(max_length=20, db_index=True)

    def __str__(self) -> str:
        """Return nothing of the number."""
        return f"identity number {self.pk}"
