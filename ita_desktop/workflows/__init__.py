"""What the window and the command line both do: a module a piece of work, a folder a subject."""
