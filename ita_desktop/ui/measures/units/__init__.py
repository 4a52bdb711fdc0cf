"""Work sheets of the units: made, and taken back."""
