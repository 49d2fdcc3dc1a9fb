"""Files that come in piece by piece: begun, told how far they are, gone on with.

The pattern is that of tus (https://tus.io/protocols/resumable-upload): a piece names the offset
that it begins at, and an answer names the offset to go on from.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.bring_in import (
    LONGEST_PIECE,
    ElsewhereNow,
    add_piece,
    begin_bringing_in,
)
from bangvang.nominations.selectors.coming_in import arrived
from bangvang.web.door import actor_of

OFFSET = "Upload-Offset"
LONGEST_NUMBER = 12


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin with a file and say where its pieces go."""
    size = _number(request.POST.get("size", ""))
    name = request.POST.get("name", "").replace("\x00", "")
    try:
        ref = begin_bringing_in(name, size, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return JsonResponse({"said": refusal.objection.sentence}, status=422)
    at = reverse("units:coming_in", args=[ref])
    return JsonResponse({"ref": ref, "at": at, "received": 0}, status=201)


@require_http_methods(["GET", "PATCH"])
def piece(request: HttpRequest, ref: str) -> HttpResponse:
    """Tell how far a file is, or add a piece; one that begins elsewhere is told where to go on."""
    actor = actor_of(request)
    if request.method == "GET":
        found = arrived(actor, ref)
        return JsonResponse({"received": found.received_bytes, "size": found.size_bytes})
    if _number(request.headers.get("Content-Length", "")) > LONGEST_PIECE:
        return JsonResponse({"said": "Phần tệp gửi lên dài quá mức nhận một lần."}, status=413)
    offset = _number(request.headers.get(OFFSET, ""))
    try:
        received = add_piece(ref, offset, request.body, actor=actor, at=clock.now())
    except ElsewhereNow as elsewhere:
        return JsonResponse({"received": elsewhere.received_bytes}, status=409)
    except Refused as refusal:
        return JsonResponse({"said": refusal.objection.sentence}, status=422)
    return JsonResponse({"received": received})


def _number(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else -1
