"""ITA Desktop: the integrity papers of a Thai local government, written off line."""

__version__ = "0.1.0"
