"""What an administrator does with accounts, and the one thing a person does alone: a password."""
