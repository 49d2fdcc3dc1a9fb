"""Files with a State secret: the unit records their number, and sees where they are."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.register_secret import register_secret
from bangvang.nominations.selectors.secret_files import secret_files_for
from bangvang.web.components.pieces import Column
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.web.units.forms.secret_files import SecretNumberForm

COLUMNS = (
    Column("Số hồ sơ", "name"),
    Column("Tình trạng"),
    Column("Đang ở"),
    Column("Từ ngày", "date"),
)


@require_http_methods(["GET", "POST"])
def secret_files(request: HttpRequest) -> HttpResponse:
    """Show the unit's files, and take one more number."""
    actor = actor_of(request)
    form = SecretNumberForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            register_secret(form.cleaned_data["number"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("number", refusal.objection.sentence)
        else:
            to = reverse("units:secret_files")
            return done(request, to=to, say="Đã ghi số hồ sơ. Giao hồ sơ bằng văn bản giấy.")
    context = {"rows": secret_files_for(actor), "columns": COLUMNS, "form": form}
    status = 422 if form.errors else 200
    return page(request, "units/secret_files.html", context, status=status)
