"""Every read of rounds, lists and rows; each starts from who is looking."""
