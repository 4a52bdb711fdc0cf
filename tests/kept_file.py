"""A data file that many tests begin with: made once a process, copied for each test.

To make one takes sixty milliseconds and more, to copy one takes one. What is kept is bytes, which
no test can change, and a copy is a file of its own: it has an identity that no other file has, as
if it had been made where it stands. A kept file is made in a fixture of the session or of a module,
before any test puts something in the place of a part of the program.
"""

import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.db.backing_up import identity_of
from ita_desktop.db.data_file import DataFile


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The bytes of a data file that was closed, and the identity that stands in them once."""

    data: bytes
    identity: bytes

    def copy_to(self, path: Path) -> Path:
        """Write the file with an identity of its own, and return where."""
        path.write_bytes(self.data.replace(self.identity, secrets.token_hex(16).encode()))
        return path


def keep(folder: Path, make: Callable[[Path], DataFile]) -> KeptFile:
    """Return what ``make`` writes to the path it is given, to be copied."""
    path = folder / "ต้นแบบ.ita"
    with closing(make(path)) as file:
        identity = identity_of(file.connection).encode()
    data = path.read_bytes()
    assert data.count(identity) == 1
    return KeptFile(data, identity)
