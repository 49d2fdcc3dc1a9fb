"""The only writers of councils, sessions, ballots, counts and minutes."""
