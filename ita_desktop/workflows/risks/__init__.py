"""The risk register: read, linked, carried over, read from sheets and put on paper, told of."""
