"""Where a file lies is asked of what the system says; here both systems are made up."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ita_desktop.workflows import file_place
from ita_desktop.workflows.file_place import (
    Danger,
    Place,
    linux_place,
    mounts_in,
    place_of,
    synced_by,
    windows_place,
)

HOME = r"C:\Users\somchai"
SYNCED = {
    rf"{HOME}\OneDrive\ita\ก.ita": "OneDrive",
    rf"{HOME}\OneDrive - เทศบาลตำบลทดลอง\ก.ita": "OneDrive",
    rf"{HOME}\onedrive\ก.ita": "OneDrive",
    rf"{HOME}\Dropbox\ก.ita": "Dropbox",
    rf"{HOME}\Dropbox (ส่วนตัว)\ก.ita": "Dropbox",
    rf"{HOME}\Google Drive\ก.ita": "Google Drive",
    r"G:\My Drive\ก.ita": "Google Drive",
    r"G:\ไดรฟ์ของฉัน\งาน\ก.ita": "Google Drive",
    rf"{HOME}\iCloudDrive\ก.ita": "iCloud Drive",
    rf"{HOME}\Box\ก.ita": "Box",
    rf"{HOME}\Box Sync\ก.ita": "Box",
}
SAFE = [
    rf"{HOME}\Documents\ก.ita",
    rf"{HOME}\Documents\OneDrive.ita",
    rf"{HOME}\Dropbox เก่า\ก.ita",
    rf"{HOME}\Documents\Box (ส่วนตัว).ita",
    rf"{HOME}\Inbox\ก.ita",
    r"D:\งาน ITA\ก.ita",
]


@pytest.mark.parametrize("path", SYNCED)
def test_a_synced_folder_is_known_by_its_name(path: str) -> None:
    assert synced_by(PureWindowsPath(path), {}) == Place(Danger.SYNCED, SYNCED[path])


@pytest.mark.parametrize("path", SAFE)
def test_a_folder_of_the_machine_is_no_synced_one(path: str) -> None:
    assert synced_by(PureWindowsPath(path), {"OneDrive": rf"{HOME}\OneDrive", "HOME": HOME}) is None


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_a_synced_folder_is_known_by_what_windows_says(variable: str) -> None:
    environment = {variable: r"D:\งานของสำนัก"}
    found = synced_by(PureWindowsPath(r"d:\งานของสำนัก\ก.ita"), environment)
    assert found == Place(Danger.SYNCED, "OneDrive")
    assert synced_by(PureWindowsPath(r"D:\งานของสำนัก2\ก.ita"), environment) is None


@pytest.mark.parametrize(
    ("path", "drive", "danger"),
    [
        (r"\\server\ita\ก.ita", 1, Danger.SHARE),
        (r"Z:\ก.ita", 4, Danger.SHARE),
        (r"E:\ก.ita", 2, Danger.REMOVABLE),
        (r"C:\ก.ita", 3, None),
        (r"R:\ก.ita", 6, None),
        (r"\\?\C:\ยาวมาก\ก.ita", 3, None),
        (r"\\?\E:\ยาวมาก\ก.ita", 2, Danger.REMOVABLE),
        (r"\\?\UNC\server\ita\ก.ita", 1, Danger.SHARE),
    ],
)
def test_a_drive_of_windows(path: str, drive: int, danger: Danger | None) -> None:
    found = windows_place(PureWindowsPath(path), drive)
    assert (found and found.danger) == danger


MOUNTS = r"""
/dev/sda2 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/ita /mnt/ita cifs rw 0 0
server:/home /home/far nfs4 rw 0 0
somchai@pc: /home/s/pc fuse.sshfs rw 0 0
host /mnt/host 9p rw 0 0
/dev/sdb1 /media/somchai/USB\040ITA vfat rw 0 0
/dev/sdc1 /mnt/stick exfat rw 0 0
/dev/nvme0n1p3 /home ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "danger"),
    [
        ("/home/s/ก.ita", None),
        ("/srv/ก.ita", None),
        ("/mnt/ก.ita", None),
        ("/mnt/ita/ก.ita", Danger.SHARE),
        ("/mnt/ita2/ก.ita", None),
        ("/home/far/ก.ita", Danger.SHARE),
        ("/home/s/pc/งาน/ก.ita", Danger.SHARE),
        ("/mnt/host/ก.ita", Danger.SHARE),
        ("/media/somchai/USB ITA/ก.ita", Danger.REMOVABLE),
        ("/mnt/stick/ก.ita", Danger.REMOVABLE),
    ],
)
def test_a_file_system_of_linux(path: str, danger: Danger | None) -> None:
    found = linux_place(PurePosixPath(path), mounts_in(MOUNTS, frozenset({"sdc", "sr0"})))
    assert (found and found.danger) == danger


def test_without_a_table_of_mounts_nothing_is_known() -> None:
    assert linux_place(PurePosixPath("/a"), ()) is None


def test_this_machine_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ก.ita"
    assert place_of(path) is None
    monkeypatch.setenv("OneDrive", str(tmp_path.resolve()))
    assert place_of(path) == Place(Danger.SYNCED, "OneDrive")

    def lost(_path: Path) -> Path:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "resolve", lost)
    assert place_of(path) is None
    assert file_place.Danger.SHARE == "share"
