"""Criteria sets: which one holds for an office, and a set as a workbook and back."""
