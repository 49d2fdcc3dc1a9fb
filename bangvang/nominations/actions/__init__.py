"""The only writers of rounds, lists and rows; `move` alone writes a row's state."""
