"""What lies on the machine: before, while the program is installed, and after."""

from collections.abc import Iterable
from pathlib import Path

from installer.inputs import sha256
from installer.programs import BuildError

_OWN_OF_WINDOWS = ("windows", "ProgramData")
"""Folders of drive C where Windows itself writes while programs run."""
_MOST_TOLD = 20


def files_in(folders: Iterable[Path]) -> set[Path]:
    """Return every file in the folders that is not Windows' own."""
    return {
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).parts[0] not in _OWN_OF_WINDOWS
    }


def compare_with_list(program: Path, listed: str, besides: set[str]) -> int:
    """See that a folder holds just the files of a list, unaltered; return how many.

    ``listed`` has a line of SHA-256 and path for each, ``besides`` are paths of files that are made
    where the program is installed. Raises BuildError with what is missing, altered or too much.
    """
    wanted = {
        path: digest for digest, path in (line.split("  ", 1) for line in listed.splitlines())
    }
    found = {x.relative_to(program).as_posix() for x in program.rglob("*") if x.is_file()}
    wrong = [
        *(f"missing: {path}" for path in sorted({*wanted, *besides} - found)),
        *(f"too much: {path}" for path in sorted(found - {*wanted, *besides})),
        *(
            f"altered: {p}"
            for p in sorted(wanted)
            if p in found and sha256(program / p) != wanted[p]
        ),
    ]
    if wrong:
        more = [f"and {len(wrong) - _MOST_TOLD} more"] if len(wrong) > _MOST_TOLD else []
        told = "\n".join([*wrong[:_MOST_TOLD], *more])
        raise BuildError(f"{program} is not as it should be:\n{told}")
    return len(found)
