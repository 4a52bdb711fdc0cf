"""Work sheets of the units: made, read when they come back, held against the file, taken."""
