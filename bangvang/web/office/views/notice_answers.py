"""What another agency said of a nominee: an officer answers it in the file."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.answer_notice import answer_notice
from bangvang.appraisal.selectors.noticed import told_of
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.notice_answers import FIELD_OF, NoticeAnswerForm
from bangvang.web.office.told_shown import told_shown
from bangvang.web.respond import done, page


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Show what was said, and keep whether it stands in the way."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    told = next((one for one in told_of(actor, ref) if one.key == key), None)
    if told is None:
        raise Unseen
    form = NoticeAnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"version": row.version},
        is_confirmed=told.is_confirmed,
    )
    back = reverse("office:nomination", args=[ref])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            answer_notice(
                ref,
                key,
                form.said(),
                said["reason"],
                version=said["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi ý kiến.")
    context = {
        "row": row,
        "form": form,
        "one": told_shown(row.ref, told, may_act=False),
        "back_href": back,
        "crumbs": [
            Link("Hồ sơ", reverse("office:nominations")),
            Link(row.name, back),
            Link("Thông tin do cơ quan khác gửi"),
        ],
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/answer_notice.html", context, status=status)
