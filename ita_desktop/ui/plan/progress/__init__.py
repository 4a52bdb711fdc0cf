"""What the projects of the plan report on a year: the grid where it is typed."""
