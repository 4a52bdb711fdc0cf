"""The key of a row of a unit's work sheet: which row of which file and round, and what it said.

"step:45/6@1f2e3d4c=a1b2c3.….d4e5f6": a step, the round, the file's mark, and a short hash of each
open cell and of all locked cells when the sheet went out. So it can be told later who changed what.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

from ita_desktop.domain.measures import Round
from ita_desktop.thai.text import fold, normalise

FIELDS: Final = ("state", "result", "problem", "suggestion", "percent")
"""What a unit fills in, in the order of the sheet's columns."""
_HASH: Final = 6
_KEY: Final = re.compile(
    r"(step|measure):([1-9][0-9]{0,17})/(6|12)@([0-9a-f]{8})"
    rf"=((?:[0-9a-f]{{{_HASH}}}\.){{{len(FIELDS)}}}[0-9a-f]{{{_HASH}}})"
)


@dataclass(frozen=True, slots=True)
class UnitRowKey:
    """A key taken apart; ``bases`` are the hashes of the open cells by field."""

    kind: Literal["step", "measure"]
    number: int
    months: Round
    file_mark: str
    bases: Mapping[str, str]
    locked: str


def hash_of(text: str) -> str:
    """Return the short hash of what an open cell held, spelled as texts are kept."""
    kept = normalise(text).strip()
    return sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def locked_hash(*texts: str) -> str:
    """Return the short hash of the locked cells of a row; spaces and kinds of digits are alike."""
    return hash_of("\x1f".join(map(fold, texts)))


def write_key(key: UnitRowKey) -> str:
    """Return the text that ``read_key`` takes apart."""
    hashes = ".".join([*(key.bases[field] for field in FIELDS), key.locked])
    return f"{key.kind}:{key.number}/{key.months}@{key.file_mark}={hashes}"


def read_key(text: str) -> UnitRowKey | None:
    """Return the key that a text is, or None."""
    match = _KEY.fullmatch(text)
    if match is None:
        return None
    *bases, locked = match[5].split(".")
    return UnitRowKey(
        kind="step" if match[1] == "step" else "measure",
        number=int(match[2]),
        months=6 if match[3] == "6" else 12,
        file_mark=match[4],
        bases=dict(zip(FIELDS, bases, strict=True)),
        locked=locked,
    )
