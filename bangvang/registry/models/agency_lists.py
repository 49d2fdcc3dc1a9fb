"""Lists that other agencies send: the file, its rows, and what a confirmed row became; sensitive.

Nothing here may be read by a unit, the council or the public; see `permissions/agency_lists.py`.
"""

from django.db import models
from django.db.models import Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.bars import Bar
from bangvang.registry.models.holders import HeldByEither, one_holder
from bangvang.registry.models.incoming import IncomingFile, IncomingRow
from bangvang.registry.models.joining import MOVES
from bangvang.registry.states import BAR_NAMES, BarKind, ImportState


class ListTopic(models.TextChoices):
    """What a list is about."""

    TRAFFIC = "TRAFFIC", "Vi phạm trật tự, an toàn giao thông"
    SOCIAL_EVIL = "SOCIAL_EVIL", "Vi phạm về tệ nạn xã hội"
    FIRE_SAFETY = "FIRE_SAFETY", "Vi phạm về phòng cháy, chữa cháy"
    DISCIPLINE = "DISCIPLINE", "Kỷ luật"
    LABOUR_SAFETY = "LABOUR_SAFETY", "Vi phạm về an toàn, vệ sinh lao động"
    ENVIRONMENT = "ENVIRONMENT", "Vi phạm về bảo vệ môi trường"
    TAX_DEBT = "TAX_DEBT", "Nợ thuế"
    INSURANCE_DEBT = "INSURANCE_DEBT", "Nợ bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp"
    COMPLAINT = "COMPLAINT", "Khiếu nại, tố cáo"
    FOOD_SAFETY = "FOOD_SAFETY", "Vi phạm về an toàn thực phẩm"
    INSPECTION = "INSPECTION", "Điều tra, thanh tra, kiểm tra, kiểm toán"


class RowMeaning(models.TextChoices):
    """What the rows of a list become once confirmed: a notice, or a bar of one kind."""

    NOTICE = "NOTICE", "Lưu ý khi xét: tự nó không chặn hồ sơ nào"
    CONSIDERED = BarKind.CONSIDERED.value, BAR_NAMES[BarKind.CONSIDERED]
    INVESTIGATED = BarKind.INVESTIGATED.value, BAR_NAMES[BarKind.INVESTIGATED]
    COMPLAINT = BarKind.COMPLAINT.value, BAR_NAMES[BarKind.COMPLAINT]
    DISCIPLINED = BarKind.DISCIPLINED.value, BAR_NAMES[BarKind.DISCIPLINED]


class ListedState(models.TextChoices):
    """Where a row of a list stands.

    `CERTAIN`: one holder of the register is meant, a person has yet to confirm it. `UNKNOWN`: the
    register has nobody of this name. `HELD`: the same row stands in this agency's list already.
    """

    CERTAIN = "CERTAIN", "Khớp, chờ xác nhận"
    CHOOSE = "CHOOSE", "Cần chọn"
    UNKNOWN = "UNKNOWN", "Sổ chưa có"
    PROBLEM = "PROBLEM", "Sai tại ô"
    HELD = "HELD", "Đã có trong danh sách"
    CONFIRMED = "CONFIRMED", "Đã xác nhận"
    DISMISSED = "DISMISSED", "Không ghi"


WAITING = (ListedState.CERTAIN, ListedState.CHOOSE, ListedState.UNKNOWN)
"""Rows of which nobody has decided yet what becomes of them."""


class AgencyList(IncomingFile):
    """One file that another agency sent, with the paper it came by.

    It never is `ACCEPTED`: its rows are decided one by one.
    """

    subject = "agency_list"
    link = "agency_list"

    agency = models.CharField(max_length=300)
    paper_no = models.CharField(max_length=60)
    paper_on = models.DateField()
    topic = models.CharField(max_length=16, choices=ListTopic.choices)
    meaning = models.CharField(max_length=12, choices=RowMeaning.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(undone_at__isnull=True) & ~Q(state=ImportState.REFUSED),
                name="one_agency_list_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(agency="") & ~Q(paper_no=""), name="agency_list_came_by_a_paper"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False, state=ImportState.UNDONE) & ~Q(undone_reason="")),
                name="agency_list_is_undone_with_a_reason",
            ),
        ]


class ListedRow(IncomingRow):
    """One row of such a list: what it says, whom it may mean, who decided what of it.

    `same` is what tells this row from another of the same agency and paper; by `near` people who
    come later are found. `denied` holds whom somebody said it does not mean: key, reason, by, at.
    `decided_*` is who confirmed or dismissed it, `decided_why` the reason of a dismissal.
    """

    agency_list = models.ForeignKey(AgencyList, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ListedState.choices)
    same = models.CharField(max_length=64)
    denied = models.JSONField(default=list)
    decided_why = models.TextField(blank=True)
    decided_by_ref = models.CharField(max_length=40, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    joining = {"person": MOVES, "organisation": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_list", "sheet_no", "row"], name="one_listed_row_a_place"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(organisation__isnull=True),
                name="listed_row_means_one",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=False)
                | ~Q(state__in=[ListedState.CONFIRMED, ListedState.DISMISSED]),
                name="listed_row_is_decided_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["agency_list", "state"], name="listed_row_by_state"),
            models.Index(fields=["near", "state"], name="listed_row_by_near"),
            models.Index(fields=["same"], name="listed_row_by_same"),
        ]


class Notice(HeldByEither):
    """What another agency said of a person or a body and an officer confirmed; sensitive.

    It is no bar: it refuses nothing, and the law does not see it. Whoever appraises a file is
    shown it and answers it. `about_on` is the day of the matter where the list names it. Nothing
    is deleted: a wrong one is withdrawn with a reason.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    row = models.ForeignKey(ListedRow, models.PROTECT, related_name="+")
    topic = models.CharField(max_length=16, choices=ListTopic.choices)
    matter = models.TextField()
    about_on = models.DateField(null=True)
    paper_no = models.CharField(max_length=60)
    paper_on = models.DateField()
    paper_by = models.CharField(max_length=300)
    recorded_by_ref = models.CharField(max_length=40)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by_ref = models.CharField(max_length=40, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    joining = {"person": MOVES, "organisation": MOVES}

    class Meta:
        constraints = [
            one_holder("notice_has_one_holder"),
            models.CheckConstraint(condition=~Q(matter=""), name="notice_says_what"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="notice_is_withdrawn_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["row"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_standing_notice_a_row",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference; a log that prints it tells nobody anything."""
        return self.ref


class BarSource(models.Model):
    """That a bar was recorded from a row of an agency's list."""

    bar = models.OneToOneField(Bar, models.PROTECT, related_name="+")
    row = models.ForeignKey(ListedRow, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Return the reference of the bar."""
        return str(self.bar)
