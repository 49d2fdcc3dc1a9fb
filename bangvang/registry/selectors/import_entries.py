"""What the audit record says of an import: whether its rows still stand as they were settled."""

from bangvang.foundation.audit.selectors import details_of_newest, is_all_since
from bangvang.registry.models import AwardImport

SETTLED_AFTER = "settled_after"
"""With the entry of staging: the newest entry before the register was asked about the rows."""
READ, ASKED = "stage_import", "ask_accept_import"


def stands_as_staged(award_import: AwardImport) -> bool:
    """Whether nothing was done since the rows were staged that could settle one otherwise.

    Every act leaves an entry. Only asking for this very import to be entered changes nothing.
    """
    about = ("import", award_import.ref)
    after = details_of_newest(about, READ).get(SETTLED_AFTER)
    return isinstance(after, int) and is_all_since(after, about, (READ, ASKED))
