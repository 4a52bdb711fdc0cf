"""Work sheets of the units in the window: made into a folder, and taken back; of any subject."""
