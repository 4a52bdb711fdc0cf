"""How a place for data stands in a text that an office edits: a name in braces, on one line."""

import re
from typing import Final

PLACE: Final = re.compile(r"\{([^{}\n]+)\}")
"""Group 1 is the name; whether anything is told under it the paper's own places say."""
