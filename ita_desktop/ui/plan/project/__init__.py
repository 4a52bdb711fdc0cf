"""A project of the plan as its paper's nine headings, to be written."""
