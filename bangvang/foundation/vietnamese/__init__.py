"""Vietnamese as it is written: text, names, dates and numbers, read and said."""

from bangvang.foundation.vietnamese.damage import Damage, damage_in
from bangvang.foundation.vietnamese.dates import (
    DateUnreadable,
    ReadDate,
    read_date,
    say_date,
    say_long_date,
    say_weekday_date,
)
from bangvang.foundation.vietnamese.names import (
    name_key,
    name_key_loose,
    name_keys,
    person_sort_key,
    sign_in_name,
    without_titles,
)
from bangvang.foundation.vietnamese.numbers import roman, say_money_vnd, say_number
from bangvang.foundation.vietnamese.text import fold, in_words, odd_character, text_sort_key, tidy

__all__ = [
    "Damage",
    "DateUnreadable",
    "ReadDate",
    "damage_in",
    "fold",
    "in_words",
    "name_key",
    "name_key_loose",
    "name_keys",
    "odd_character",
    "person_sort_key",
    "read_date",
    "roman",
    "say_date",
    "say_long_date",
    "say_money_vnd",
    "say_number",
    "say_weekday_date",
    "sign_in_name",
    "text_sort_key",
    "tidy",
    "without_titles",
]
