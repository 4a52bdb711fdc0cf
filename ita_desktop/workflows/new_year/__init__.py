"""A fiscal year begins with what the one before leaves to it: listed first, then one deed."""
