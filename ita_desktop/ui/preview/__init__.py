"""The pages of a paper as they will be printed: seen, searched, printed, saved."""
