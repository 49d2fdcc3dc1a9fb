"""Forms about sessions."""

from datetime import date, datetime

from django import forms

from bangvang.council.selectors.councils import SeatRow
from bangvang.council.selectors.sessions import AttendanceRow
from bangvang.foundation.clock import HANOI

LINES = 3


class SessionForm(forms.Form):
    """Number, place, time, chair and secretary of a session."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    number = forms.IntegerField(label="Phiên thứ mấy trong năm", min_value=1, max_value=99)
    day = forms.DateField(
        label="Ngày họp", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    time = forms.TimeField(
        label="Giờ bắt đầu", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label="Địa điểm", max_length=300)
    chair = forms.TypedChoiceField(label="Người chủ trì", coerce=int)
    secretary = forms.CharField(label="Thư ký phiên họp", max_length=200)

    def with_chairs(self, seats: list[SeatRow]) -> "SessionForm":
        """Offer these seats for the chair and return the form."""
        field = self.fields["chair"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101  declared above
        field.choices = [(seat.number, f"{seat.holder_name}, {seat.role_name}") for seat in seats]
        return self

    @property
    def starts_at(self) -> datetime:
        """The moment, in the province's time."""
        day: date = self.cleaned_data["day"]
        return datetime.combine(day, self.cleaned_data["time"], tzinfo=HANOI)


class TitleForm(forms.Form):
    """A point of business."""

    title = forms.CharField(
        label="Nội dung", max_length=1000, widget=forms.Textarea(attrs={"rows": LINES})
    )


class ReadyForm(forms.Form):
    """Which ready rows are put on the agenda."""

    award_code = forms.CharField(max_length=20, widget=forms.HiddenInput)
    achievement_year = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": LINES})
    )


class NotesForm(forms.Form):
    """What was said on a point."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    notes = forms.CharField(
        label="Diễn biến, ý kiến thảo luận",
        help_text="Mỗi dòng thành một đoạn của biên bản.",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ConclusionForm(forms.Form):
    """A conclusion of the chair."""

    title = forms.CharField(
        label="Nội dung kết luận", max_length=2000, widget=forms.Textarea(attrs={"rows": LINES})
    )
    owner_name = forms.CharField(label="Giao cho (cơ quan, người thực hiện)", max_length=300)
    due_on = forms.DateField(
        label="Hạn hoàn thành", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ResultForm(forms.Form):
    """What came of a task."""

    result = forms.CharField(
        label="Kết quả thực hiện", max_length=2000, widget=forms.Textarea(attrs={"rows": LINES})
    )


class RollForm(forms.Form):
    """One box and one reason for each member."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def with_members(self, rows: tuple[AttendanceRow, ...]) -> "RollForm":
        """Ask for each of these members and return the form."""
        for row in rows:
            number, name = row.seat.number, row.seat.holder_name
            self.fields[f"present_{number}"] = forms.BooleanField(
                label=f"Có mặt, {name}", required=False, initial=not row.is_absent
            )
            self.fields[f"reason_{number}"] = forms.CharField(
                label=f"Lý do vắng mặt, {name}",
                required=False,
                max_length=300,
                initial=row.reason,
            )
        return self


class AppointmentForm(forms.Form):
    """Who holds a seat, by which decision."""

    number = forms.IntegerField(label="Ghế số", min_value=1, max_value=99)
    role = forms.ChoiceField(label="Chức danh trong Hội đồng")
    holder_name = forms.CharField(
        label="Họ và tên", max_length=200, required=False, help_text="Bỏ trống nếu ghế khuyết."
    )
    post_title = forms.CharField(label="Chức vụ, cơ quan", max_length=300)
    since = forms.DateField(
        label="Từ ngày", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    decision_no = forms.CharField(label="Số quyết định", max_length=60)
    decided_on = forms.DateField(
        label="Ngày quyết định", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def with_roles(self, roles: list[tuple[str, str]]) -> "AppointmentForm":
        """Offer these roles and return the form."""
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared above
        field.choices = roles
        return self
