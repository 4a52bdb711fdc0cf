from contextlib import closing
from pathlib import Path

from ita_desktop.db.backing_up import identity_of
from ita_desktop.db.health import health_of
from ita_desktop.db.scores import add_fiscal_year, fiscal_years
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.opening import new_sample_file, open_file
from tests.kept_file import keep


def test_a_copy_is_a_sound_file_with_the_same_data_and_an_identity_of_its_own(
    tmp_path: Path,
) -> None:
    made = new_sample_file(tmp_path / "ก.ita")
    files = [made]
    kept = keep(tmp_path, new_sample_file)
    files += [open_file(kept.copy_to(tmp_path / name)) for name in ("ข.ita", "ค.ita")]
    try:
        assert len({identity_of(file.connection) for file in files}) == 3
        assert [dump(file) for file in files] == [dump(made)] * 3
        assert not any(health_of(file) for file in files)
    finally:
        for file in files:
            file.close()


def test_what_is_done_to_a_copy_is_not_in_the_next(tmp_path: Path) -> None:
    kept = keep(tmp_path, new_sample_file)
    first = kept.copy_to(tmp_path / "ก.ita")
    with closing(open_file(first)) as file, file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2569)
    again = kept.copy_to(tmp_path / "ข.ita")
    assert again.read_bytes().count(kept.identity) == 0
    with closing(open_file(again)) as file:
        assert fiscal_years(file) == (2564, 2565, 2566)
