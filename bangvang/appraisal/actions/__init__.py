"""The only writers of findings and judgements; rows move through `nominations.actions.move`."""
