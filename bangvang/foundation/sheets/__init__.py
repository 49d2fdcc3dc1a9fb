"""Spreadsheets in and out: read with suspicion, written without formulas."""

from bangvang.foundation.sheets.grid import Grid, Limits, Unreadable, Value, Workbook, address
from bangvang.foundation.sheets.mending import Mended, mended
from bangvang.foundation.sheets.reading import look_at, read_table
from bangvang.foundation.sheets.streaming import stream_table
from bangvang.foundation.sheets.writing import OutgoingSheet, write_table, write_workbook

__all__ = [
    "Grid",
    "Limits",
    "Mended",
    "OutgoingSheet",
    "Unreadable",
    "Value",
    "Workbook",
    "address",
    "look_at",
    "mended",
    "read_table",
    "stream_table",
    "write_table",
    "write_workbook",
]
