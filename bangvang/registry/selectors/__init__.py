"""Every read of the register."""
