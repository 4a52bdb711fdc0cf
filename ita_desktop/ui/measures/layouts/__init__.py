"""Layouts of tables and texts of papers, edited with the page beside them."""
