"""Every read of notices; text is put together here, anew each time."""
