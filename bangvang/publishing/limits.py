"""How long the words of an article may be; the table and the form hold to the same."""

TITLE_LENGTH = 200
SUMMARY_LENGTH = 600
BODY_LENGTH = 50_000
NAME_LENGTH = 200
OFFICE_LENGTH = 300
