"""PDF through Typst: tagged PDF/A-2a and PDF/UA-1, in our own fonts, the same bytes each time.

A template is a file below the package `bangvang`, named from there with a leading slash
(`/council/documents/templates/agenda.typ`); it reads `json(bytes(sys.inputs.data))` and imports
`/foundation/documents/typst/official.typ`. Data is never built into the source.
"""

import json
import re
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

import typst

from bangvang.foundation.documents.template import BadTemplate
from bangvang.foundation.objection import Objection, Refused

PACKAGE_ROOT = Path(__file__).resolve().parents[2]
FONTS = Path(__file__).resolve().parent / "fonts"
OFFICIAL_PARTS = Path(__file__).resolve().parent / "typst" / "official.typ"
UNDATED_AT = 946_684_800
"""What a paper without a day says of its making, which PDF/A wants: the first second of 2000."""
_ONE_AT_A_TIME = threading.Lock()
_NOT_IN_FONT = re.compile(r"the text `\"(?P<text>.*)\"` could not be displayed")


def render_pdf(template: str, data: Mapping[str, object]) -> bytes:
    """Fill a Typst template.

    Raises:
        BadTemplate: the template does not compile with this data.
        Refused: a character of the data is in none of the fonts.
    """
    source = PACKAGE_ROOT / template.removeprefix("/")
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        with _ONE_AT_A_TIME:
            made = _compiler().compile(
                source,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["a-2a", "ua-1"],
                timestamp=UNDATED_AT,
            )
    except RuntimeError as error:  # typst's own errors are RuntimeErrors too
        unprintable = _NOT_IN_FONT.search(str(error))
        if unprintable is None:
            raise BadTemplate(f"{template}: {error}") from error
        raise Refused(_objection_to_printing(unprintable["text"])) from error
    return cast(bytes, made)


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(root=str(PACKAGE_ROOT), font_paths=fonts, ignore_system_fonts=True)


def _objection_to_printing(text: str) -> Objection:
    return Objection(
        "UNPRINTABLE", f"Ký tự «{text}» không in được bằng phông chữ của văn bản hành chính."
    )
