"""What the window keeps of a year is what a fresh reading says, whatever deed went before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.db.trackers import load_tracker
from ita_desktop.errors import ClerkError
from ita_desktop.ui.kept import Kept
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.risks.register import register_of

from .measure_deeds import YEAR, Deeds, Received
from .test_measure_walks import STEPS, Walk

VERBS = (
    *("plan", "plan", "outline", "outline", "outline", "projects", "projects"),
    *("add", "edit", "move", "remove", "close", "reopen", "carry_risks"),
    *("items", "ticks", "carry_items"),
)


class PlanDeeds(Deeds):
    """Mostly deeds on plans, some on OIT items; nothing comes from outside."""

    def do(self, file: DataFile) -> None:
        try:
            getattr(self, self.dice.choice(VERBS))(file)
        except ClerkError:
            return


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("kept") / "sample.ita"
    new_sample_file(path).close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("walks", "length"),
    [(2, 60), pytest.param(40, 250, marks=pytest.mark.slow)],
    ids=["short", "full"],
)
def test_after_any_deed_the_kept_plan_is_the_one_that_is_read_anew(
    content: bytes, tmp_path: Path, walks: int, length: int, say: Callable[[str], None]
) -> None:
    compared = 0
    for seed in range(walks):
        path = tmp_path / "เทศบาล.ita"
        path.write_bytes(content)
        walk = Walk(path, seed, Received((), ()))
        walk.deeds = PlanDeeds(seed)
        kept, of = Kept(walk.file), walk.file
        for _ in range(length):
            before = walk.file.latest_deed()
            what = walk.dice.choice(STEPS)
            walk.step(what)
            if walk.file is not of:
                kept, of = Kept(walk.file), walk.file
            kept.forget(of.tables_since(before), before)
            looked_at = walk.dice.choice((*[plans_of(of)[0]] * 4, *plans_of(of)))
            assert kept.plan(looked_at.first_year) == load_plan(of, looked_at.id), (seed, what)
            assert kept.plans() == plans_of(of)
            assert kept.register(YEAR) == register_of(of, YEAR), (seed, what)
            assert kept.tracker(YEAR) == load_tracker(of, YEAR), (seed, what)
            assert kept.disclosure(YEAR) == load_disclosure(of, YEAR), (seed, what)
            compared += 1
        walk.file.close()
    say(f"{compared} states")
    assert compared == walks * length
