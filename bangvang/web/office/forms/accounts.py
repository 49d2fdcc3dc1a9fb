"""Forms of the administrator."""

from datetime import date

from django import forms

from bangvang.foundation.actor import ROLE_NAMES, Role

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AccountForm(forms.Form):
    """A new account."""

    username = forms.RegexField(
        r"^[a-z][a-z0-9._-]{2,39}$",
        label="Tên đăng nhập",
        help_text="Chữ thường không dấu, số, dấu chấm; từ 3 đến 40 ký tự.",
        error_messages={"invalid": "Chỉ dùng chữ thường không dấu, số, dấu chấm, gạch."},
    )
    full_name = forms.CharField(label="Họ và tên", max_length=200)
    title = forms.CharField(label="Chức vụ", max_length=200)


class MailAddressForm(forms.Form):
    """Where the notices of an account go by mail; `was` is what the administrator saw."""

    address = forms.EmailField(
        label="Địa chỉ thư công vụ",
        required=False,
        help_text="Để trống thì người này chỉ xem thông báo trên hệ thống.",
        error_messages={"invalid": "Địa chỉ thư chưa đúng, ví dụ ten@donvi.gov.vn."},
    )
    was = forms.CharField(required=False, widget=forms.HiddenInput)


class RoleForm(forms.Form):
    """A role for an organisation from a day."""

    role = forms.ChoiceField(
        label="Vai trò", choices=[(role.value, name) for role, name in ROLE_NAMES.items()]
    )
    organisation = forms.ChoiceField(label="Thay mặt đơn vị")
    since = forms.DateField(label="Từ ngày", widget=DAY)

    def __init__(
        self, *args: object, organisations: list[tuple[str, str]], today: date, **kwargs: object
    ) -> None:
        """Take the organisations of the day as choices."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["organisation"].choices = organisations  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["since"].initial = today

    def chosen_role(self) -> Role:
        """Return the role that was chosen."""
        return Role(self.cleaned_data["role"])


class HandOverForm(forms.Form):
    """From which day a role is no longer held, and who takes it over."""

    on = forms.DateField(label="Thôi từ ngày", widget=DAY)
    to = forms.ChoiceField(label="Người nhận thay", required=False)

    def __init__(
        self, *args: object, accounts: list[tuple[str, str]], today: date, **kwargs: object
    ) -> None:
        """Take the other accounts as choices."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.fields["to"].choices = [("", "Không ai, vai trò để trống"), *accounts]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["on"].initial = today
