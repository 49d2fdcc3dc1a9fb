"""A form's file that came in piece by piece before the form did."""

from __future__ import annotations

from contextlib import suppress

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from bangvang.foundation.objection import Unseen
from bangvang.nominations.actions.bring_in import let_go
from bangvang.nominations.selectors.coming_in import whole_file
from bangvang.web.door import actor_of

FIELD = "tep-da-len"
FILE = "file"


def files_of(request: HttpRequest) -> MultiValueDict[str, UploadedFile[bytes]]:
    """Return the files of a form; one that came in piece by piece stands in for the field's own.

    One that is not whole, not the sender's or gone is no file, and the form says so.
    """
    ref = request.POST.get(FIELD, "")
    files: MultiValueDict[str, UploadedFile[bytes]] = request.FILES
    if not ref or FILE in files:
        return files
    with suppress(Unseen):
        if found := whole_file(actor_of(request), ref):
            content, name = found
            return MultiValueDict({FILE: [SimpleUploadedFile(name, content)]})
    return files


def taken(request: HttpRequest) -> None:
    """Let go of what came in once an act has kept it."""
    if ref := request.POST.get(FIELD, ""):
        with suppress(Unseen):
            let_go(ref, actor=actor_of(request))
