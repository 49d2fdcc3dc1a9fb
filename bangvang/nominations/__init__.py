"""The file of a nomination: import, draft, submit, return, withdraw, and its state throughout.

Comes in: a unit's spreadsheet and signed papers. Adds: who is meant, the list's receipt, the state
of every row. Goes on: rows that appraisal takes up.
"""
