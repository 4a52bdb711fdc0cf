import subprocess
import sys

import pytest

from ita_desktop import windows_marks


def test_the_id_is_one_that_windows_takes() -> None:
    """At most 128 characters without a space, see AppUserModelID in the Windows documentation."""
    assert len(windows_marks.APPLICATION_ID) <= 128
    assert " " not in windows_marks.APPLICATION_ID


def test_the_mark_is_of_this_session_only() -> None:
    place, _, name = windows_marks.RUNNING.partition("\\")
    assert place == "Local"
    assert name
    assert "\\" not in name


@pytest.mark.skipif(sys.platform == "win32", reason="Windows alone has them")
def test_other_systems_do_not_load_the_marks() -> None:
    asked = "import sys; sys.argv = ['x', 'documents']; from ita_desktop.__main__ import main"
    told = "sys.exit(main() or 'ita_desktop.windows_marks' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; {told}"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
def test_a_running_program_is_seen() -> None:
    mark_and_ask = (
        "import ctypes; from ita_desktop.windows_marks import *; mark_running();"
        "k = ctypes.windll.kernel32; assert k.OpenMutexW(0x100000, 0, RUNNING)"
    )
    done = subprocess.run([sys.executable, "-c", mark_and_ask], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
