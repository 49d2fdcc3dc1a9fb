"""Days as typed where a browser has no calendar of its own: the day stands before the month.

Django has no such formats for Vietnamese and would fall back on those of the United States.
"""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
DATETIME_INPUT_FORMATS = [
    f"{day}{between}{time}"
    for day in DATE_INPUT_FORMATS
    for between in (" ", "T")
    for time in ("%H:%M", "%H:%M:%S")
]
