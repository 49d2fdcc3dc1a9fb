"""What of the records is followed by triggers, so that whoever keeps them in memory reads anew.

No model: nothing but the triggers writes that journal, and it is read by ``foundation/db`` alone.
"""

from bangvang.foundation.db.followed import Followed, Journal

BORN, WHOLE = "BORN", "WHOLE"
"""What changed of a person, where it is no row of an award, a grade or an initiative."""

_OF_AN_AWARD = ("kind", "year", "revoked_on", "withdrawn_at", "set_aside")
_OF_A_FACT = ("year", "withdrawn_at", "set_aside")
STALE = Journal(
    "registry_stale",
    (
        Followed("registry_award", "person_id", _OF_AN_AWARD, part="code"),
        Followed("registry_grade", "person_id", _OF_A_FACT, part="code"),
        Followed("registry_initiative", "person_id", _OF_A_FACT, part="code"),
        Followed(
            "registry_completeness",
            "person_id",
            ("record_kind", "from_year", "through_year"),
            called=WHOLE,
        ),
        Followed(
            "registry_person", "id", ("birth_year", "withdrawn_at", "merged_into_id"), called=BORN
        ),
    ),
)
"""What changed of whom, by the code of the rows, for what is kept in memory."""
