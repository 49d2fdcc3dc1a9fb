"""Keeps what is uploaded and what is printed: by fingerprint, never under the web root.

Who may open a file is the business of the stage that holds the reference.
"""
