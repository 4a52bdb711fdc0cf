"""Backups in the window: made by themselves, seen in a list, looked into, taken back."""
