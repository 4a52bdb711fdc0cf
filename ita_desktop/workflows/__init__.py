"""What the window and the command line both do: one module a piece of work."""
