"""What stands on the papers: the letter that tells a unit the result."""
