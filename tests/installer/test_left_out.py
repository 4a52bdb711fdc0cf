"""What stays out of the bundle, why, and that the list tells of every file once."""

import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.left_out import (
    KEPT,
    OMISSIONS,
    check_rules,
    is_skipped,
    leave_out,
    reason_to_leave_out,
)
from installer.programs import BuildError

SUM = re.compile(r"^ *([\d,]+) +([\d.]+)  (.+)$", re.MULTILINE)
FILE = re.compile(r"^ *([\d,]+)  (\S.*)$", re.MULTILINE)


def put(bundle: Path, path: str, size: int = 1) -> None:
    (bundle / path).parent.mkdir(parents=True, exist_ok=True)
    (bundle / path).write_bytes(bytes(size))


def parts(told: str) -> tuple[dict[str, tuple[int, float]], dict[str, dict[str, int]]]:
    """Return the sums of a list by their reasons, and its files with their sizes by reason."""
    head, _, body = told.partition(
        "\n\nA megabyte (MB) has 1,000,000 bytes. The files of each, with their bytes:\n"
    )
    sums = {why: (int(n.replace(",", "")), float(mb)) for n, mb, why in SUM.findall(head)}
    files: dict[str, dict[str, int]] = {}
    for part in body.split("\n\n") if body.strip() else []:
        reason, _, rows = part.strip("\n").partition("\n")
        found = FILE.findall(rows)
        files[reason] = {path: int(size.replace(",", "")) for size, path in found}
        assert len(files[reason]) == len(found), "told twice"
    return sums, files


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("_socket.pyd", "network"),
        ("libssl-3.dll", "network"),
        ("_wmi.pyd", "management service"),
        ("python.cat", "catalogue"),
        ("lib/PySide6/Qt6Network.dll", "Qt"),
        ("lib/PySide6/opengl32sw.dll", "Qt"),
        ("lib/PySide6/plugins/tls/qopensslbackend.dll", "Qt"),
        ("lib/PySide6/scripts/deploy.py", "Qt"),
        ("lib/PySide6/support/generate_pyi.py", "Qt"),
        ("lib/PIL/_imaging.pyi", "developers"),
        ("lib/shiboken6/include/deep/er/one.h", "developers"),
        ("lib/shiboken6/vcomp140.dll", "compiler"),
        ("lib/pythainlp/corpus/tnc_freq.txt", "corpora"),
        ("lib/PIL/_avif.cp312-win_amd64.pyd", "AVIF"),
        ("lib/tzdata/zoneinfo/Europe/Rome", "clocks"),
        ("lib/reportlab/fonts/Vera.ttf", "fonts"),
        ("lib/pypdfium2_cli/main.py", "commands"),
        ("lib/click-8.dist-info/RECORD", "papers of packages"),
    ],
)
def test_what_is_not_needed_stays_out_with_its_reason(path: str, word: str) -> None:
    assert word in (reason_to_leave_out(path) or "")


@pytest.mark.parametrize(
    "path",
    [
        "python312.dll",
        "_ctypes.pyd",
        "lib/PySide6/Qt6Core.dll",
        "lib/PySide6/__init__.py",
        "lib/PySide6/support/deprecated.py",
        "lib/PySide6/plugins/platforms/qwindows.dll",
        "lib/pythainlp/corpus/words_th.txt",
        "lib/tzdata/zoneinfo/Asia/Bangkok",
        "lib/click-8.dist-info/METADATA",
        "lib/PIL/_imaging.cp312-win_amd64.pyd",
        "lib/reportlab/pdfgen/canvas.py",
    ],
)
def test_what_is_needed_stays(path: str) -> None:
    assert reason_to_leave_out(path) is None


def test_the_list_tells_sums_and_files_the_weightiest_first(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    put(bundle, "_ssl.pyd", 10_000)
    put(bundle, "select.pyd", 20_000)
    put(bundle, "lib/PySide6/qml/deep/thing.qml", 2_500_000)
    put(bundle, "lib/PySide6/Qt6Core.dll", 5)
    told = leave_out(bundle)
    sums, files = parts(told)
    qt, network = (reason_to_leave_out(x) for x in ("lib/PySide6/qml/x", "_ssl.pyd"))
    assert qt is not None
    assert network is not None
    assert [*sums] == [qt, network, "in all"]
    assert sums == {qt: (1, 2.5), network: (2, 0.03), "in all": (3, 2.53)}
    assert files == {
        qt: {"lib/PySide6/qml/deep/thing.qml": 2_500_000},
        network: {"_ssl.pyd": 10_000, "select.pyd": 20_000},
    }
    assert not (bundle / "lib/PySide6/qml").exists()  # no empty folder stays
    assert (bundle / "lib/PySide6/Qt6Core.dll").is_file()


def test_a_package_that_stays_out_whole_is_told_like_the_rest(tmp_path: Path) -> None:
    wheel = tmp_path / "pip-26-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("pip/", b"")
        packed.writestr("pip/__init__.py", bytes(7))
        packed.writestr("pip-26.dist-info/METADATA", bytes(8))
    (tmp_path / "bundle").mkdir()
    sums, files = parts(leave_out(tmp_path / "bundle", [wheel]))
    assert is_skipped(wheel)
    assert not is_skipped(Path("pillow-13-cp312-cp312-win_amd64.whl"))
    (reason,) = files
    assert reason.startswith("the package pip: installs packages")
    assert files[reason] == {"lib/pip-26.dist-info/METADATA": 8, "lib/pip/__init__.py": 7}
    assert sums["in all"][0] == 2


def test_where_nothing_goes_the_list_says_so(tmp_path: Path) -> None:
    put(tmp_path, "python.exe")
    assert parts(leave_out(tmp_path)) == ({"in all": (0, 0.0)}, {})


PATHS = st.one_of(
    st.sampled_from([p for each in OMISSIONS for p in each.patterns] + [*KEPT]).flatmap(
        lambda pattern: st.sampled_from(["a", "b-1", "c/d", "ก"]).map(
            lambda piece: pattern.replace("*", piece)
        )
    ),
    st.sampled_from(["python.exe", "lib/x.py", "lib/PIL/x.pyi", "lib/x/y/z.lib"]),
)


@given(st.sets(PATHS, max_size=25))
def test_every_file_is_in_the_bundle_or_in_the_list_once(paths: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder)
        # A name cannot be a file and a folder: of two such only one is made.
        made = {p for p in paths if not any(q.startswith(f"{p}/") for q in paths)}
        for path in made:
            put(bundle, path, len(path))
        sums, files = parts(leave_out(bundle))
        left = {x.relative_to(bundle).as_posix() for x in bundle.rglob("*") if x.is_file()}
        listed = [path for each in files.values() for path in each]
        assert len(listed) == len({*listed})
        assert left.isdisjoint(listed)
        assert left | {*listed} == made
        assert all(size == len(p) for each in files.values() for p, size in each.items())
        assert sums["in all"][0] == len(listed)
        assert all(reason_to_leave_out(path) is None for path in left)


def test_a_pattern_of_no_file_is_told() -> None:
    patterns = [*KEPT, *(p for each in OMISSIONS for p in each.patterns)]
    paths = [pattern.replace("*", "x") for pattern in patterns]
    paths += ["lib/PySide6/scripts/x.py", "lib/PySide6/support/generate_pyi.py"]
    check_rules(paths)
    for gone in ("lib/PySide6/plugins/styles/qmodernwindowsstyle.dll", "_wmi.pyd", paths[-1]):
        with pytest.raises(BuildError, match=re.escape(f": {gone}")):
            check_rules([path for path in paths if path != gone])
