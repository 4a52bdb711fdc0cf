"""The page of a plan that is being written, beside where it is written."""
