"""The licences that go with the bundle: of everything in it, whole, and the same everywhere."""

import json
import zipfile
from pathlib import Path

import pytest

from installer.inputs import LIBTHAI
from installer.licences import INDEX, LICENCES, LOCK, index, locked_versions, texts
from installer.works import NOT_IN_THE_BUNDLE, WORKS, InWheel, Work

ROOT = Path(__file__).resolve().parents[2]
NOTICES = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
_ENDS = {
    "MIT": "SOFTWARE",
    "BSD-3-Clause": "DAMAGE",
    "LGPL-2.1-or-later": "END OF TERMS AND CONDITIONS",
    "LGPL-3.0-only": "why-not-lgpl.html",
    "OFL-1.1": "OTHER DEALINGS IN THE FONT SOFTWARE",
    "Apache-2.0": "limitations under the License",
}
"""Words near the end of a licence: where they stand the text is whole."""


def known() -> list[dict[str, str]]:
    """Return the index as it is committed."""
    return json.loads((LICENCES / INDEX).read_text("utf-8"))


def written(name: str) -> str:
    """Return a text as it is committed."""
    return (LICENCES / name).read_text("utf-8")


def test_every_locked_package_in_the_bundle_is_named_with_its_version() -> None:
    locked = locked_versions(LOCK.read_text("utf-8"))
    assert "pyside6-essentials" in locked
    versions = {work["name"]: work["version"] for work in known()}
    for name, version in locked.items():
        if name in NOT_IN_THE_BUNDLE:
            assert name not in versions
        else:
            assert versions[name] == version


def test_the_index_is_the_one_that_the_table_gives() -> None:
    assert known() == index(locked_versions(LOCK.read_text("utf-8")))


def test_what_is_no_package_is_named_too() -> None:
    others = {"CPython", "Qt", "libthai", "libdatrie", "mingw-w64 runtime", "NSIS", "Sarabun"}
    assert others < {work["name"] for work in known()}


def test_every_work_has_its_file_and_every_file_its_work() -> None:
    named = [work["file"] for work in known()]
    assert len(named) == len(set(named))
    assert {path.name for path in LICENCES.iterdir()} == {*named, INDEX}


@pytest.mark.parametrize("work", WORKS, ids=[work.name for work in WORKS])
def test_a_text_is_whole_and_clean(work: Work) -> None:
    text = written(work.file)
    assert len(text) > 900
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\N{REPLACEMENT CHARACTER}" not in text
    assert "opyright" in text
    for licence, end in _ENDS.items():
        if work.licence == licence:
            assert end in text


def test_what_is_committed_is_what_the_packages_here_hold() -> None:
    found = texts()
    wheels = {work.file for work in WORKS if all(isinstance(p, InWheel) for p in work.texts)}
    differs = {work.file for work in WORKS if work.by_platform}
    assert wheels - differs <= found.keys()
    for name, text in found.items():
        assert text == written(name), f"{name}: run python -m installer.licences"


def test_the_text_that_differs_by_platform_is_the_one_for_windows() -> None:
    text = written("pillow.txt")
    assert "libjpeg-turbo-" in text
    assert "By obtaining, using, and/or copying this software" in text


def test_a_wheel_for_windows_is_read_where_it_is_there(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pillow-13.0.0-cp312-cp312-win_amd64.whl", "w") as wheel:
        wheel.writestr("pillow-13.0.0.dist-info/licenses/LICENSE", "สิทธิ์ \r\nของเรา\r\n")
    assert texts(tmp_path)["pillow.txt"] == "สิทธิ์\nของเรา\n"


def test_a_work_under_the_lgpl_says_where_its_source_is() -> None:
    for work in known():
        under = work["licence"].startswith("LGPL")
        assert bool(work["source"]) is under, work["name"]
        assert not under or work["source"].startswith("https://")


def test_the_notices_name_the_same_works() -> None:
    rows = [line.strip("| ").split(" | ") for line in NOTICES.splitlines() if line.startswith("| ")]
    told = {row[0]: row[1:] for row in rows}
    for work in known():
        if work["version"]:  # all but our own
            assert told[work["name"]] == [work["version"], work["licence"], work["holder"]]
    shown = {work["name"] for work in known()} | NOT_IN_THE_BUNDLE | {"package", "work"}
    assert told.keys() <= shown


def test_all_that_is_skipped_is_in_the_lock_by_that_name() -> None:
    assert locked_versions(LOCK.read_text("utf-8")).keys() >= NOT_IN_THE_BUNDLE


def test_the_versions_of_what_is_compiled_are_those_of_its_sources() -> None:
    versions = {work["name"]: work["version"] for work in known()}
    for name in ("libthai", "libdatrie"):
        assert f"{name}_{versions[name]}.orig.tar.xz" in LIBTHAI
    for work in known():
        if work["name"] in ("libthai", "libdatrie"):
            assert work["source"].endswith(f"/{work['name']}-{work['version']}.tar.xz")


def test_qt_is_of_one_version() -> None:
    qt = [work for work in known() if work["name"] in ("Qt", "pyside6-essentials", "shiboken6")]
    assert len({work["version"] for work in qt}) == 1
    assert all(f"v{work['version']}" in work["source"] for work in qt)
