"""How pages tell people of one name apart."""

from datetime import date

from bangvang.foundation.vietnamese import say_date


def born_said(birth_on: date | None, birth_year: int | None) -> str:
    """Return the day or the year of birth, as far as it is known."""
    if birth_on is not None:
        return say_date(birth_on)
    return str(birth_year) if birth_year else "không rõ"
