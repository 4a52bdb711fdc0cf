"""The fixed parts of a plan: texts with places filled from the data, and goals by year."""
