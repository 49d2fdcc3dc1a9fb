"""What the law asks about a row: the unit says by which way it proposes, and what it can prove."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.state_facts import state_facts
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.selectors.stated import stated_about
from bangvang.web.door import actor_of
from bangvang.web.questions import QuestionsForm, questions_about
from bangvang.web.respond import done, page

AFTER = (
    "Hồ sơ được xét theo trường hợp đơn vị nêu ở đây. Câu trả lời đi cùng hồ sơ khi nộp; mỗi câu "
    "cần căn cứ."
)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the questions with what is stated, and keep the answers."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    stated = stated_about(ref)
    asked = questions_about(row, stated)
    form = QuestionsForm(asked, stated, request.POST or None, initial={"version": row.version})
    back = reverse("units:nomination", args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            state_facts(
                ref,
                form.answers(),
                version=form.cleaned_data["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi dữ kiện của hồ sơ.")
    context = {"row": row, "form": form, "back_href": back, "after": AFTER}
    status = 422 if form.errors else 200
    return page(request, "units/nomination/questions.html", context, status=status)
