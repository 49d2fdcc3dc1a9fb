"""Every read of the work plan."""
