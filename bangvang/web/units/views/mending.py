"""One row of a spreadsheet under preview: its cells are mended on the screen."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.mend_cells import IN_THE_FILE_ONLY, mend_cells
from bangvang.nominations.intake.preview import list_of, preview_of
from bangvang.nominations.selectors.batches import saved_as, upload_for
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, go_to, page
from bangvang.web.units.forms.mending import RowForm


@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, ref: str, row: int) -> HttpResponse:
    """Show the cells of a row with what is wrong at each, and keep what was mended."""
    actor = actor_of(request)
    kept = upload_for(actor, ref)
    if (saved := saved_as(kept)) is not None:
        return go_to(request, reverse("units:batch", args=[saved]))
    found = list_of(kept)
    cells = found.cells_of(row)
    if not cells:
        raise Unseen
    line = next(one for one in preview_of(kept).rows if one.row == row)
    problems = {problem.cell: problem.text for problem in line.problems}
    form = RowForm(request.POST or None, cells=cells, problems=problems)
    back = f"{reverse('units:preview', args=[ref])}?{request.GET.urlencode()}#dong-{row}"
    if request.method == "POST" and form.is_valid():
        try:
            count = mend_cells(ref, row, form.mended(), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = (
                f"Đã sửa {count} ô ở dòng {row}." if count else f"Dòng {row} không có gì thay đổi."
            )
            return done(request, to=back, say=say)
    shown = {cell.address for cell in cells}
    context = {
        "title": f"Sửa dòng {row}",
        "form": form,
        "row": row,
        "name": line.written.name,
        "elsewhere": [text for cell, text in problems.items() if cell not in shown],
        "in_the_file_only": [
            (cell, problems.get(cell.address, ""))
            for cell in cells
            if cell.field == IN_THE_FILE_ONLY
        ],
        "back_href": back,
        "crumbs": [Link("Xem trước danh sách", back), Link(f"Dòng {row}")],
    }
    return page(request, "units/upload/mend.html", context, status=422 if form.errors else 200)
