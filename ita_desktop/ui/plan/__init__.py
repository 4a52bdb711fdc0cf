"""The plan: its tab, the editor of a project, the fixed parts, reports and announcements."""
