"""What an administrator does with a job: one file each."""
