"""Measures: joined, carried over, read from sheets and put on paper, suggested, told of."""
