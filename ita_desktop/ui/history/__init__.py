"""What was done to the file: its deeds, what each changed, what was deleted, one field's story."""
