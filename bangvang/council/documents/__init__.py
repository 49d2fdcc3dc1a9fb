"""The papers of a session as plain data: agenda, ballot papers, counting minutes, minutes."""
