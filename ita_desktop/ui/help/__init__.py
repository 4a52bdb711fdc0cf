"""The help inside the program: its pages, finding in them, and the sheet of keys."""
