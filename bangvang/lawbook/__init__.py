"""What people read in the official text of the law: entered by one, confirmed by another.

Comes in: a value, its clause and the document it was compared with. Adds: a second person's word.
Goes on: entries laid over the shipped rulebook, which every question is then answered from.
"""
