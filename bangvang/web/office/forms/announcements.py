"""The form of a message to the units of a round."""

from django import forms

from bangvang.foundation.vietnamese import tidy
from bangvang.notifications.states import Audience


class AnnouncementForm(forms.Form):
    """To whom, and what; the hidden fields come from the preview."""

    audience = forms.ChoiceField(label="Gửi cho", choices=Audience.choices)
    title = forms.CharField(label="Tiêu đề", max_length=150)
    text = forms.CharField(
        label="Nội dung",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Không ghi tên người được đề nghị, số định danh, điều chỉ một đơn vị được biết.",
    )

    def clean_title(self) -> str:
        """Return the title on one line."""
        return tidy(str(self.cleaned_data["title"]))

    def clean_text(self) -> str:
        """Return the text with its lines, without empty space around."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


class SendForm(AnnouncementForm):
    """What the preview showed, sent back by the button."""

    ref = forms.RegexField(r"^[A-Za-z0-9_-]{6,20}$", widget=forms.HiddenInput)
    seen = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
