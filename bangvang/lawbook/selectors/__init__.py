"""Every read of the readings."""
