"""What stands on the papers: the decision with its annex, the submission with its list."""
