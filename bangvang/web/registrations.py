"""What both doors show of registrations: chips, the form of an answer, the act of answering."""

from typing import Any

from django import forms

from bangvang.foundation.actor import Actor
from bangvang.foundation.clock import now
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.answer_registration import answer_registration
from bangvang.nominations.selectors.registrations import RegistrationSeen
from bangvang.nominations.states import RegistrationState
from bangvang.web.components.pieces import Answer, Column, Kind

KINDS = {
    RegistrationState.DRAFT: Kind.NOTE,
    RegistrationState.SUBMITTED: Kind.CLOCK,
    RegistrationState.RETURNED: Kind.NOT_MET,
    RegistrationState.APPROVED: Kind.MET,
}
TITLE_COLUMNS = (
    Column("Họ và tên, tập thể", "name"),
    Column("Danh hiệu đăng ký", "mid"),
    Column("Việc", "act", is_unseen=True),
)
ONLY_SHOWN = (
    "Bản đăng ký chỉ để theo dõi và đối chiếu cuối năm: hệ thống không lấy việc có hay không đăng "
    "ký làm điều kiện xét, vì chưa đối chiếu được văn bản nào đang có hiệu lực quy định như vậy."
)


class AnswerForm(forms.Form):
    """Whether it is approved, and why not."""

    agree = forms.ChoiceField(
        label="Ý kiến",
        choices=(("1", "Duyệt"), ("0", "Trả lại để sửa")),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bắt buộc khi trả lại.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


def state_chip(state: RegistrationState, name: str) -> Answer:
    """Return where a registration is, in words."""
    return Answer(KINDS[state], name)


def answered(form: AnswerForm, ref: str, actor: Actor) -> str:
    """Do what the form says; return the sentence to say, or empty where it was refused."""
    said = form.cleaned_data
    agree = said["agree"] == "1"
    try:
        answer_registration(
            ref,
            agree=agree,
            reason=said["reason"],
            version=said["version"],
            actor=actor,
            at=now(),
        )
    except Refused as refusal:
        field = "reason" if refusal.objection.code == "NO_REASON" else None
        form.add_error(field, refusal.objection.sentence)
        return ""
    return "Đã duyệt bản đăng ký." if agree else "Đã trả lại bản đăng ký."


def answer_form(data: Any, seen: RegistrationSeen) -> AnswerForm | None:
    """Return the form of an answer for whoever may give one now."""
    if not seen.may_approve and not seen.may_return:
        return None
    agree = "1" if seen.may_approve else "0"
    return AnswerForm(data, initial={"version": seen.version, "agree": agree})
