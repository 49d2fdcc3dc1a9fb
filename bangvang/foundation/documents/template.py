"""What both engines say of a template that cannot be filled."""


class BadTemplate(Exception):
    """Wrong syntax, something missing in the data, or something forbidden."""
