"""Work sheets of OIT items for the units, in the window."""
