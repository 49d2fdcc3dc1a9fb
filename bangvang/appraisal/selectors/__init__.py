"""Every read of findings and judgements."""
