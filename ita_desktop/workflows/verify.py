"""Whether a data file or a backup is sound, as plain data."""

from pathlib import Path
from typing import Any

from ita_desktop.db.proof import Proof, prove
from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.errors import ClerkError


def verify(path: Path) -> Proof:
    """Examine a file; one that is no whole data file of this program is a finding of its own.

    Raises ClerkError where there is no file, MachineError where it cannot be read.
    """
    try:
        return prove(path)
    except ClerkError as refusal:
        kind = refusal.kind if isinstance(refusal, FileRefusedError) else None
        if kind in (Refused.MISSING, Refused.FOLDER):
            raise
        return Proof((str(refusal),), {}, None, None)


def as_plain(path: Path, proof: Proof) -> dict[str, Any]:
    """Return what was found as plain data with stable keys."""
    return {
        "file": str(path),
        "sound": proof.sound,
        "findings": list(proof.findings),
        "rows": proof.rows,
        "schema_version": proof.schema_version,
        "backup": proof.manifest and proof.manifest.as_plain(),
    }


def unsound_sentence(path: Path, proof: Proof) -> str:
    """Return what to tell of a file that is not sound."""
    first = proof.findings[0]
    if len(proof.findings) == 1 and path.name in first:
        return first
    return (
        f"ไฟล์ {path.name} ไม่สมบูรณ์ พบ {len(proof.findings)} จุด จุดแรกคือ {first}"
        " กรุณาเก็บไฟล์นี้ไว้และคืนข้อมูลจากไฟล์สำรองล่าสุด"
    )
