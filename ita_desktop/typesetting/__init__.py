"""Measured text: typefaces and their scale, shaped words, line breaks. No page, no sheet."""
