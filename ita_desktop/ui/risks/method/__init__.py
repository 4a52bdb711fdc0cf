"""The method of a year: chosen, copied, changed, looked through."""
