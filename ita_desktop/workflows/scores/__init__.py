"""Scores of a fiscal year: entered, pasted as a block, read from sheets."""
