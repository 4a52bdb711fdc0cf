"""What a year lacks before it is handed in, part by part: facts read once, then pure rules."""
