"""The door of organisations that nominate."""
