"""The council's door: sessions, agenda, papers, ballots and their counts, minutes."""
