"""Programs of CPython are taken only as their makers signed them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import signatures
from installer.programs import BuildError, Ended
from installer.signatures import SIGNER, check_signatures

# What osslsigncode says where it does not know the roots: shortened, the names as they are.
SAID = """\
PE checksum   : 0002930A

Signature Index: 0  (Primary Signature)

Message digest algorithm  : SHA256
Current message digest    : {current} \n\
Calculated message digest : {calculated} \n\

Signer's certificate:
	------------------
	Signer #0:
		Subject: /C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation/CN={signer}
		Issuer : /C=US/O=Microsoft Corporation/CN=Microsoft ID Verified CS AOC CA 02

Authenticated attributes:
	Message digest: 3B053B27A59796804CBE3D0F67598012F75D6B22F1D209B855F01F1C161C9827 \n\

Timestamp verified using:
	Signer #1:
		Subject: /C=US/O=Microsoft Corporation/CN=Microsoft Public RSA Timestamping CA 2020

Signature verification: failed
Failed
"""
UNSIGNED = "No signature found\nUnable to extract existing signature\nFailed\n"
A, B = "F75AD96C", "0123ABCD"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("python.exe", "python312.dll", "_bz2.pyd", "python312.zip", "vcruntime140.dll"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, said: str, only: str | None = None) -> list[str]:
    """Let osslsigncode say this, of one file or all; return the names it is asked about."""
    asked: list[str] = []

    def end_of(command: Sequence[str]) -> Ended:
        asked.append(Path(command[-1]).name)
        good = SAID.format(current=A, calculated=A, signer=SIGNER)
        return Ended(1, said if only in {None, asked[-1]} else good, "unable to get issuer")

    monkeypatch.setattr(signatures, "end_of", end_of)
    return asked


def test_programs_of_the_makers_are_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, SAID.format(current=A, calculated=A, signer=SIGNER))
    assert check_signatures(folder) == 3
    assert asked == ["_bz2.pyd", "python.exe", "python312.dll"]  # no archive, not Microsoft's


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (SAID.format(current=A, calculated=B, signer=SIGNER), "not as it was signed"),
        (SAID.format(current=A, calculated=A, signer="Somebody Else"), "was not signed by the"),
        (SAID.format(current=A, calculated=A, signer=f"Not {SIGNER}"), "was not signed by the"),
        (UNSIGNED, "is not signed"),
        ("", "is not signed"),
    ],
    ids=["altered", "other signer", "like-named signer", "unsigned", "silence"],
)
def test_any_other_is_refused_by_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, why: str
) -> None:
    answer(monkeypatch, said, only="python312.dll")
    with pytest.raises(BuildError, match=rf"^python312\.dll {why}|^python312\.dll is {why}"):
        check_signatures(folder)


def test_that_a_countersigner_is_the_makers_does_not_count(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = SAID.format(current=A, calculated=A, signer="X").replace("Timestamping CA 2020", SIGNER)
    said = said.replace("CN=Microsoft Public RSA Python", "CN=Python")
    assert f"CN={SIGNER}\n" in said
    answer(monkeypatch, said)
    with pytest.raises(BuildError, match="was not signed by"):
        check_signatures(folder)
