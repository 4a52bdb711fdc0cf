"""Workbooks: draws the neutral document and reads anybody's workbook; hides openpyxl."""
