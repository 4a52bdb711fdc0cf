"""Starting points for the projects of a section."""
