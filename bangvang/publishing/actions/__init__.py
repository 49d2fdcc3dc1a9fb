"""The only writers of articles and counts; one verb each."""
