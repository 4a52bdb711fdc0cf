"""A private copy goes when it is closed; what a killed program left goes at a later start."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ita_desktop.db.lock import lock_place
from ita_desktop.db.private_folder import make_private_folder, remove_left_folders
from ita_desktop.db.reading import open_for_reading
from ita_desktop.workflows.opening import new_sample_file

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import os, signal, sys
from pathlib import Path
from ita_desktop.db.reading import open_for_reading
open_for_reading(Path(sys.argv[1]), "สมหญิง")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def own_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    room = tmp_path / "temporary"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    return room


def aged(folder: Path) -> None:
    os.utime(folder, (0, 0))


def test_a_folder_that_is_used_stays_whatever_its_age(own_room: Path) -> None:
    folder = make_private_folder()
    aged(folder.path)
    remove_left_folders()
    assert list(own_room.iterdir()) == [folder.path]
    folder.remove()
    assert list(own_room.iterdir()) == []


def test_a_folder_that_was_just_left_or_is_not_ours_stays(own_room: Path) -> None:
    folder = make_private_folder()
    folder.lock.release()
    lock_place(folder.copy).touch()  # as a killed program leaves it
    stranger = own_room / "ita-desktop-notes"
    stranger.mkdir()
    aged(stranger)
    remove_left_folders()
    assert sorted(own_room.iterdir()) == sorted([folder.path, stranger])
    aged(folder.path)
    remove_left_folders()
    assert list(own_room.iterdir()) == [stranger]


@pytest.mark.skipif(sys.platform == "win32", reason="no signal ends a process at once there")
def test_the_copy_of_a_killed_program_goes_later(tmp_path: Path, own_room: Path) -> None:
    path = tmp_path / "ก.ita"
    new_sample_file(path).close()
    subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(own_room)},
        check=False,
    )
    (left,) = own_room.iterdir()
    assert (left / "copy.ita").exists()
    aged(left)
    file = open_for_reading(path, "สมชาย")
    remove_left_folders()
    assert not left.exists()
    assert len(list(own_room.iterdir())) == 1
    file.close()
    assert list(own_room.iterdir()) == []


def test_a_folder_that_cannot_be_locked_is_not_left(
    own_room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.db.private_folder.take_lock", _refused)
    with pytest.raises(OSError, match="no locks"):
        make_private_folder()
    assert list(own_room.iterdir()) == []
    shutil.rmtree(own_room)


def _refused(_path: Path, _person: str) -> None:
    raise OSError("no locks")
