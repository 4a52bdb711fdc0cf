"""Named fields that are read as words and written in place: one line, several, a list, a choice."""
