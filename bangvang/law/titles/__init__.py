"""One file per family of titles; the clause above the rule; versions oldest to newest."""
