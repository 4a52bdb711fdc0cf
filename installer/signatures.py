"""Who signed the programs that the set-up carries."""

import re
from collections.abc import Iterable
from pathlib import Path

from installer.programs import BuildError, end_of

SIGNER = "Python Software Foundation"
_DIGEST = re.compile(r"(?:Current|Calculated) message digest\s*:\s*([0-9A-F]+)")
_SUBJECT = re.compile(r"Subject: .*/CN=([^/\n]+)")
_NOT_THEIRS = ("vcruntime140.dll", "vcruntime140_1.dll")
"""Microsoft's, signed by Microsoft; known by their SHA-256 like all others."""


def check_signatures(folder: Path) -> int:
    """See that every program of CPython is as its makers signed it; return how many there are.

    The chain up to a root is not followed: machines that build this do not know Microsoft's roots.
    Raises BuildError with the name of the file.
    """
    files = [file for file in _programs(folder) if file.name not in _NOT_THEIRS]
    for file in files:
        said = end_of(["osslsigncode", "verify", "-in", str(file)]).said
        digests = _DIGEST.findall(said)
        signers: list[str] = _SUBJECT.findall(said)
        if not digests:
            raise BuildError(f"{file.name} is not signed.")
        if len(digests) != 2 or digests[0] != digests[1]:
            raise BuildError(f"{file.name} is not as it was signed.")
        if SIGNER not in signers[:1]:
            raise BuildError(f"{file.name} was not signed by the {SIGNER}.")
    return len(files)


def _programs(folder: Path) -> Iterable[Path]:
    return sorted(x for x in folder.iterdir() if x.suffix in {".exe", ".dll", ".pyd"})
