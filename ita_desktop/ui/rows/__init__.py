"""A grid of rows in a spreadsheet's manner, whatever they are rows of."""
