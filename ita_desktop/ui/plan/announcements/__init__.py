"""Announcements of a year: their list, their words beside the page, issued and kept."""
