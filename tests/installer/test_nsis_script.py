"""What is written for NSIS to read: names as they are, and figures of the bundle."""

# pyright: reportPrivateUsage=false
# The script itself is looked at: a set-up does not show what it was made from.

from pathlib import Path

from installer import nsis
from installer.nsis import listed_files
from tests.installer.small_bundle import DEEP, small_bundle


def test_a_name_with_a_sign_of_nsis_is_read_as_it_is(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "a$b", "1", "lib/c$d/e$f.txt")
    script = nsis._stage(bundle, listed_files(bundle), tmp_path / "files.txt")
    assert 'SetOutPath "$NEW\\lib\\c$$d"' in script
    assert '"/oname=e$$f.txt"' in script
    assert f"{tmp_path}/a$$b/lib/c$$d/e$$f.txt" in script
    assert 'SetOutPath "$NEW"' in script


def test_what_the_set_up_asks_for_is_worked_out_from_the_bundle(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle", "1")
    (bundle / "large.bin").write_bytes(bytes(3 * 1024**2))
    files = listed_files(bundle)
    names = nsis._names(bundle, files, "1.2")
    assert int(names["NEEDED_MB"]) == 3 + 20
    assert 3 * 1024 < int(names["KILOBYTES"]) < 3 * 1024 + 500
    assert int(names["LONGEST"]) == max(map(len, files)) >= len(DEEP)
    assert names["PARTS"] == "1.2.0.0"
