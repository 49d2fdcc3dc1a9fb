"""Forms of the gate."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password


class SignInForm(forms.Form):
    """Name and password."""

    username = forms.CharField(label="Tên đăng nhập", max_length=40)
    password = forms.CharField(label="Mật khẩu", max_length=200, widget=forms.PasswordInput)


class PasswordForm(forms.Form):
    """A new password, twice."""

    password = forms.CharField(label="Mật khẩu mới", max_length=200, widget=forms.PasswordInput)
    again = forms.CharField(
        label="Nhập lại mật khẩu mới", max_length=200, widget=forms.PasswordInput
    )

    def clean_password(self) -> str:
        """Hold the password to the rules of the settings."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        """Ask that both are the same."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "password" in cleaned and cleaned["password"] != cleaned.get("again"):
            self.add_error("again", "Hai lần nhập không giống nhau.")
        return cleaned
