"""What the projects of a plan cost: typed project by project and year by year, summed at once."""
