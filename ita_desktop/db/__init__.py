"""The data file: opened safely, written in named deeds, every change on record."""
