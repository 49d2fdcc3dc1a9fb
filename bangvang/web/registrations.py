"""What both doors show of registrations: chips, the form of an answer, what waits for whom."""

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.clock import now
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.answer_registration import answer_registration
from bangvang.nominations.selectors.registrations import (
    RegistrationSeen,
    own_registration,
    registration_years,
    registrations_below,
    registrations_waiting,
)
from bangvang.nominations.states import RegistrationState
from bangvang.web.components.pieces import Act, Answer, Column, Kind, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.navigation import OFFICE

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


def unit_registration_tasks(actor: Actor, day: date) -> list[Task]:
    """Return what a unit has to hand in while there is time, or again; what a head has to answer.

    A year that is past without a registration asks for nothing more.
    """
    tasks = []
    for year in registration_years(actor):
        own = own_registration(actor, year.ref)
        href = reverse("units:registration", args=[year.ref])
        due = deadline_shown(year.submit_by, today=day, note="hạn nộp")
        is_back = own is not None and own.state is RegistrationState.RETURNED
        is_begun = own is None or own.state is RegistrationState.DRAFT
        if is_back or (is_begun and day <= year.submit_by):
            why = own.reason if own and is_back else "Chưa nộp danh hiệu phấn đấu của đơn vị."
            title = f"Đăng ký thi đua năm {year.year}"
            tasks.append(Task(title, href, why, Act("Mở bản đăng ký", href), due))
        if actor.has(Role.UNIT_HEAD):
            tasks += [
                _answer_task(one, reverse("units:registration_below", args=[one.ref]), day)
                for one in registrations_below(actor, year.ref)
                if one.may_approve
            ]
    return tasks


def office_registration_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the registrations that wait for an answer of the office."""
    if not actor.has(*OFFICE):
        return []
    return [
        _answer_task(one, reverse("office:registration", args=[one.ref]), day)
        for one in registrations_waiting(actor)
    ]


def _answer_task(one: RegistrationSeen, href: str, day: date) -> Task:
    return Task(
        f"Duyệt đăng ký thi đua năm {one.year.year} của {one.unit_name}",
        href,
        f"{one.submitted_by} đã nộp {len(one.titles)} danh hiệu.",
        Act("Xem và trả lời", href),
        deadline_shown(day, today=day, note=""),
    )
