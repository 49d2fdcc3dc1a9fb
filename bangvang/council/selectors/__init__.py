"""Every read of the council."""
