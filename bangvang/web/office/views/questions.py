"""What the law asks about a case, and asking it again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.answer_questions import answer_questions
from bangvang.appraisal.actions.check_again import check_again
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.selectors.stated import stated_about
from bangvang.web.door import actor_of
from bangvang.web.office.postings_shown import classes_beside
from bangvang.web.office.queues import PARAMETER, in_queue
from bangvang.web.questions import QuestionsForm, questions_about
from bangvang.web.respond import done, page

AFTER = (
    "Lưu xong, hồ sơ được đối chiếu lại ngay theo luật của ngày nhận; kết quả trước vẫn được giữ. "
    "Mỗi câu trả lời cần căn cứ."
)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the questions with what is stated; keep the answers and check again."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    stated = stated_about(ref)
    asked = questions_about(row, stated)
    form = QuestionsForm(asked, stated, request.POST or None, initial={"version": row.version})
    back = in_queue(reverse("office:nomination", args=[ref]), request.GET.get(PARAMETER, ""))
    if request.method == "POST" and form.is_valid():
        try:
            changed = answer_questions(
                ref,
                form.answers(),
                version=form.cleaned_data["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            said = "Đã ghi dữ kiện và đối chiếu lại." if changed else "Không có gì thay đổi."
            return done(request, to=back, say=said)
    context = {
        "row": row,
        "form": form,
        "back_href": back,
        "after": AFTER,
        "register_says": classes_beside(row, stated, today=clock.today())[0],
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/questions.html", context, status=status)


@require_POST
def again(request: HttpRequest, ref: str) -> HttpResponse:
    """Check a case against the law once more."""
    check_again(ref, actor=actor_of(request), at=clock.now())
    to = in_queue(reverse("office:nomination", args=[ref]), request.GET.get(PARAMETER, ""))
    return done(request, to=to, say="Đã đối chiếu lại với luật của ngày nhận.")
