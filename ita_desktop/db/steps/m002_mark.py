"""Step 2: the picture of the office's mark."""

LARGEST_MARK = 1_048_576
"""Bytes of the picture of the office's mark, as step 2 has it."""

STATEMENTS = """
CREATE TABLE mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    picture BLOB NOT NULL CHECK (
        length(picture) BETWEEN 8 AND 1048576 AND substr(picture, 1, 8) = x'89504E470D0A1A0A'
    )
) STRICT;
"""
LOGGED = ("mark",)
