"""DOCX through docxtpl, in a sandbox: a template fills in data and can do nothing else.

A template is a `.docx` that an office may change in Word. It sees the data by name, and each table
of the data as `block.table`.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import cast

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bangvang.foundation.documents.docx_bytes import normalised
from bangvang.foundation.documents.docx_table import TableData, table_xml
from bangvang.foundation.documents.paper import Data
from bangvang.foundation.documents.template import BadTemplate


def render_docx(template_path: Path, data: Mapping[str, object]) -> bytes:
    """Fill a DOCX template; the same data gives the same bytes.

    Raises:
        BadTemplate: wrong syntax, something missing in the data, or something forbidden.
    """
    sandbox = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    template = DocxTemplate(template_path)
    try:
        template.render(
            {name: _with_tables(value) for name, value in data.items()}, sandbox, autoescape=True
        )
    except TemplateError as error:
        raise BadTemplate(f"{template_path.name}: {error}") from error
    saved = BytesIO()
    template.save(saved)
    return normalised(
        saved.getvalue(), title=str(data.get("title", "")), on=str(data.get("on", ""))
    )


def _with_tables(value: object) -> object:
    """Return the data with the WordprocessingML of each table put beside it."""
    if isinstance(value, list):
        return [_with_tables(item) for item in value]
    if not isinstance(value, dict):
        return value
    held: Data = {name: _with_tables(item) for name, item in value.items()}
    if held.get("kind") == "table":
        held["table"] = table_xml(cast(TableData, value))
    return held
