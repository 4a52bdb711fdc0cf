"""Draws a document as a PDF; the only package that knows ReportLab."""
