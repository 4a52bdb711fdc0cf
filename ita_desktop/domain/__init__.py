"""The rules of ITA in plain Python: no window, no file, no database."""
