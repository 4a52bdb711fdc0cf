"""The steps of the data file's schema, a module each; a released one is never edited."""
